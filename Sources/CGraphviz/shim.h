#ifndef NEXUS_CGRAPHVIZ_SHIM_H
#define NEXUS_CGRAPHVIZ_SHIM_H

// What Swift cannot import of Graphviz: its graph kinds are mutable globals, its strings are `char *`,
// and its node fields are function-like macros. Nodes are named by their number, so no text of the data
// ever reaches Graphviz.

#include <graphviz/gvc.h>
#include <stdio.h>

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

static inline void nexus_set_attribute(Agraph_t *graph, const char *name, const char *value) {
  agattr(graph, AGRAPH, (char *)name, (char *)value);
}

static inline Agnode_t *nexus_add_node(Agraph_t *graph, int number) {
  char name[16];
  snprintf(name, sizeof name, "%d", number);
  return agnode(graph, name, 1);
}

static inline void nexus_add_edge(Agraph_t *graph, Agnode_t *source, Agnode_t *target) {
  agedge(graph, source, target, NULL, 1);
}

static inline double nexus_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double nexus_y(Agnode_t *node) { return ND_coord(node).y; }

/// Graphviz must not write to the terminal; its return codes tell what went wrong.
static inline void nexus_silence(void) { agseterr(AGMAX); }

#endif
