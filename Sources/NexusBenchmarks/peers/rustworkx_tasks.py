"""rustworkx: https://www.rustworkx.org"""

from __future__ import annotations

from typing import Any

import rustworkx as rx

from task import Task

Graph = Any


def load(task: Task) -> Graph:
    graph = rx.PyDiGraph() if task.directed else rx.PyGraph()
    graph.add_nodes_from(range(task.vertex_count))
    graph.add_edges_from([(source, target, 1.0) for source, target in task.edges.tolist()])
    return graph


def read_table(_: Graph, task: Task) -> Any:
    graph = rx.PyGraph.read_edge_list(task.table, deliminator=",", labels=True)
    degrees = {graph[vertex]: graph.degree(vertex) for vertex in graph.node_indices()}
    return sorted(degree for name, degree in degrees.items() if name not in ("source", "target"))


def in_order(scores: Any, task: Task) -> list[float]:
    return [float(scores[vertex]) for vertex in range(task.vertex_count)]


def labels(components: Any, task: Task) -> list[int]:
    label = [0] * task.vertex_count
    for number, members in enumerate(components):
        for vertex in members:
            label[vertex] = number
    return label


TASKS = {
    "csv-to-graph": read_table,
    "weak-components": lambda graph, task: labels(rx.connected_components(graph), task),
    "strong-components": lambda graph, task: labels(rx.strongly_connected_components(graph), task),
    "core-numbers": lambda graph, task: in_order(rx.core_number(graph), task),
    "pagerank": lambda graph, task: in_order(rx.pagerank(graph.to_directed(), alpha=0.85, tol=1e-12), task),
    "eigenvector": lambda graph, task: in_order(
        rx.eigenvector_centrality(graph, max_iter=10_000, tol=1e-12), task
    ),
    "katz": lambda graph, task: in_order(
        rx.katz_centrality(graph, alpha=task.attenuation, beta=1.0, max_iter=10_000, tol=1e-12), task
    ),
    "betweenness": lambda graph, task: in_order(rx.betweenness_centrality(graph, normalized=True), task),
    "closeness": lambda graph, task: in_order(rx.closeness_centrality(graph, wf_improved=True), task),
}
