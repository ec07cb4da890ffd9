"""igraph: https://python.igraph.org"""

from __future__ import annotations

import random
from typing import Any

import igraph

from task import Task


def load(task: Task) -> igraph.Graph:
    return igraph.Graph(n=task.vertex_count, edges=task.edges, directed=task.directed)


def read_table(_: igraph.Graph, task: Task) -> Any:
    # Skips the header; the fastest reader of string ids that igraph has.
    with open(task.table, encoding="utf-8") as lines:
        next(lines)
        graph = igraph.Graph.TupleList((line.rstrip("\n").split(",") for line in lines), directed=False)
    return sorted(graph.degree())


def leiden(graph: igraph.Graph, task: Task) -> Any:
    random.seed(task.seed)
    return [graph.community_leiden(objective_function="modularity", n_iterations=-1).modularity]


def louvain(graph: igraph.Graph, task: Task) -> Any:
    random.seed(task.seed)
    return [graph.community_multilevel().modularity]


TASKS = {
    "csv-to-graph": read_table,
    "weak-components": lambda graph, task: graph.connected_components(mode="weak").membership,
    "strong-components": lambda graph, task: graph.connected_components(mode="strong").membership,
    "core-numbers": lambda graph, task: graph.coreness(),
    "clustering": lambda graph, task: graph.transitivity_local_undirected(mode="zero"),
    "pagerank": lambda graph, task: graph.pagerank(damping=0.85),
    "eigenvector": lambda graph, task: graph.eigenvector_centrality(),
    "betweenness": lambda graph, task: task.share_of_pairs(graph.betweenness()),
    "betweenness-256": lambda graph, task: graph.betweenness(sources=task.pivots().tolist()),
    "closeness": lambda graph, task: graph.closeness(normalized=True),
    "harmonic": lambda graph, task: graph.harmonic_centrality(normalized=True),
    "leiden": leiden,
    "louvain": louvain,
}
