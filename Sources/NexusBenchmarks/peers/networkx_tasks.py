"""NetworkX: https://networkx.org. Only what the faster libraries do not have."""

from __future__ import annotations

from typing import Any

import networkx as nx

from task import Task


def load(task: Task) -> nx.Graph:
    graph = nx.DiGraph() if task.directed else nx.Graph()
    graph.add_nodes_from(range(task.vertex_count))
    graph.add_edges_from(task.edges.tolist())
    return graph


def in_order(scores: dict[int, float], task: Task) -> list[float]:
    return [scores[vertex] for vertex in range(task.vertex_count)]


def communicability(graph: nx.Graph, task: Task) -> Any:
    # communicability_exp is SciPy's expm, which is compared on its own.
    return [value for row in nx.communicability(graph).values() for value in row.values()]


TASKS = {
    "subgraph-centrality": lambda graph, task: in_order(nx.subgraph_centrality(graph), task),
    "communicability": communicability,
    "current-flow-betweenness": lambda graph, task: in_order(
        nx.current_flow_betweenness_centrality(graph), task
    ),
    "current-flow-closeness": lambda graph, task: in_order(nx.current_flow_closeness_centrality(graph), task),
}
