#ifndef NEXUS_CGRAPHVIZ_SHIM_H
#define NEXUS_CGRAPHVIZ_SHIM_H

// What Swift cannot import of Graphviz: its graph kinds are mutable globals, its strings are `char *`,
// and its node fields are function-like macros. Nodes are named by their number, so no text of the data
// ever reaches Graphviz.

#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

/// A strict undirected graph without labels and without routed edges, or NULL.
static inline Agraph_t *nexus_open_graph(void) {
  Agraph_t *graph = agopen((char *)"network", Agstrictundirected, NULL);
  if (graph == NULL) return NULL;
  agattr(graph, AGNODE, (char *)"label", (char *)"");
  agattr(graph, AGNODE, (char *)"shape", (char *)"circle");
  agattr(graph, AGRAPH, (char *)"splines", (char *)"none");
  agattr(graph, AGRAPH, (char *)"overlap", (char *)"true");
  return graph;
}

static inline Agnode_t *nexus_add_node(Agraph_t *graph, int number) {
  char name[16];
  snprintf(name, sizeof name, "%d", number);
  return agnode(graph, name, 1);
}

/// Sets where a random start comes from. sfdp shuffles with `rand` before it heeds its own `start`, so without this
/// the layout would depend on what was laid out before.
static inline void nexus_seed(Agraph_t *graph, unsigned int seed) {
  char digits[16];
  snprintf(digits, sizeof digits, "%u", seed);
  agattr(graph, AGRAPH, (char *)"start", digits);
  srand(seed);
  srand48(seed);
}

static inline void nexus_add_edge(Agraph_t *graph, Agnode_t *source, Agnode_t *target) {
  agedge(graph, source, target, NULL, 1);
}

static inline double nexus_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double nexus_y(Agnode_t *node) { return ND_coord(node).y; }

/// Graphviz must not write to the terminal; its return codes tell what went wrong.
static inline void nexus_silence(void) { agseterr(AGMAX); }

#endif
