"""graph-tool: https://graph-tool.skewed.de, from Debian's python3-graph-tool"""

from __future__ import annotations

import os
from typing import Any

import graph_tool.all as gt
import numpy as np

from task import Task

gt.openmp_set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


def load(task: Task) -> gt.Graph:
    graph = gt.Graph(directed=task.directed)
    graph.add_vertex(task.vertex_count)
    graph.add_edge_list(task.edges)
    return graph


def read_table(_: gt.Graph, task: Task) -> Any:
    graph = gt.load_graph_from_csv(task.table, directed=False, skip_first=True)
    return np.sort(graph.get_total_degrees(graph.get_vertices()))


def betweenness(graph: gt.Graph, task: Task, pivots: Any = None) -> Any:
    return gt.betweenness(graph, pivots=pivots, norm=True)[0].a


TASKS = {
    "csv-to-graph": read_table,
    "weak-components": lambda graph, task: gt.label_components(graph, directed=False)[0].a,
    "strong-components": lambda graph, task: gt.label_components(graph, directed=True)[0].a,
    "core-numbers": lambda graph, task: gt.kcore_decomposition(graph).a,
    "clustering": lambda graph, task: gt.local_clustering(graph).a,
    "pagerank": lambda graph, task: gt.pagerank(graph, damping=0.85, epsilon=1e-12).a,
    "eigenvector": lambda graph, task: gt.eigenvector(graph, epsilon=1e-12)[1].a,
    "katz": lambda graph, task: gt.katz(graph, alpha=task.attenuation, epsilon=1e-12).a,
    "betweenness": betweenness,
    "betweenness-256": lambda graph, task: betweenness(graph, task, task.pivots()),
    "closeness": lambda graph, task: gt.closeness(graph, norm=True).a,
    "harmonic": lambda graph, task: gt.closeness(graph, norm=True, harmonic=True).a,
}
