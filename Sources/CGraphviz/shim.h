#ifndef NEXUS_CGRAPHVIZ_SHIM_H
#define NEXUS_CGRAPHVIZ_SHIM_H

#include <graphviz/gvc.h>

#endif
