#ifndef NEXUS_CZLIB_SHIM_H
#define NEXUS_CZLIB_SHIM_H

#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not import.
static inline int nexus_inflateInit2(z_stream *stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

// `deflateInit2` is one too.
static inline int nexus_deflateInit2(z_stream *stream, int windowBits) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

#endif
