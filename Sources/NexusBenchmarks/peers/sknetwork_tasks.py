"""scikit-network: https://scikit-network.readthedocs.io"""

from __future__ import annotations

from typing import Any

import scipy.sparse as sp
from sknetwork.clustering import Leiden, Louvain, get_modularity
from sknetwork.ranking import PageRank
from sknetwork.topology import get_connected_components, get_core_decomposition

import scipy_tasks
from task import Task


def load(task: Task) -> sp.csr_matrix:
    return sp.csr_matrix(scipy_tasks.load(task))


def quality(method: Any, graph: sp.csr_matrix) -> list[float]:
    return [get_modularity(graph, method.fit_predict(graph))]


TASKS = {
    "weak-components": lambda graph, task: get_connected_components(graph, connection="weak"),
    "strong-components": lambda graph, task: get_connected_components(graph, connection="strong"),
    "core-numbers": lambda graph, task: get_core_decomposition(graph),
    "pagerank": lambda graph, task: PageRank(0.85, n_iter=1000, tol=1e-12).fit_predict(graph),
    "leiden": lambda graph, task: quality(Leiden(random_state=task.seed), graph),
    "louvain": lambda graph, task: quality(Louvain(random_state=task.seed), graph),
}
