#ifndef NEXUS_COPENBLAS_SHIM_H
#define NEXUS_COPENBLAS_SHIM_H

#include <cblas.h>

#endif
