"""SciPy and NumPy, with the loops that an analyst would write; polars to read tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import scipy.linalg
import scipy.sparse as sp
import scipy.sparse.csgraph as csgraph
import scipy.sparse.linalg as spla
from numpy.typing import NDArray

from task import Task

Vector = NDArray[np.float64]


def rows(sources: Any, targets: Any, count: int, directed: bool) -> sp.csr_array:
    if not directed:
        sources, targets = np.concatenate([sources, targets]), np.concatenate([targets, sources])
    return sp.csr_array((np.ones(len(sources)), (sources, targets)), shape=(count, count))


def load(task: Task) -> sp.csr_array:
    return rows(task.edges[:, 0], task.edges[:, 1], task.vertex_count, task.directed)


def read_table(_: sp.csr_array, task: Task) -> Any:
    table = pl.read_csv(task.table, has_header=True)
    ends = pl.concat([table["source"], table["target"]]).cast(pl.Categorical)
    codes = ends.to_physical().to_numpy()
    count = len(table)
    graph = rows(codes[:count], codes[count:], int(codes.max()) + 1, directed=False)
    return np.sort(np.diff(graph.indptr))


def pagerank(graph: sp.csr_array, task: Task) -> Vector:
    n, damping = task.vertex_count, 0.85
    degrees = graph.sum(axis=1)
    share = np.divide(damping, degrees, out=np.zeros(n), where=degrees > 0)
    matrix = graph.T.tocsr()
    ranks = np.full(n, 1 / n)
    for _ in range(10_000):
        lost = damping * ranks[degrees == 0].sum()
        following = matrix @ (share * ranks) + (1 - damping + lost) / n
        change = np.abs(following - ranks).sum()
        ranks = following
        if change < 1e-12:
            break
    return ranks


def katz(graph: sp.csr_array, task: Task) -> Vector:
    matrix = graph.T.tocsr()
    scores = np.ones(task.vertex_count)
    for _ in range(10_000):
        following = task.attenuation * (matrix @ scores) + 1
        change = np.abs(following - scores).max() / following.max()
        scores = following
        if change < 1e-12:
            break
    return scores


def eigenvector(graph: sp.csr_array, task: Task) -> Vector:
    _, vectors = spla.eigsh(graph, k=1, which="LA", v0=np.ones(task.vertex_count), tol=1e-12)
    return np.abs(vectors[:, 0])


def subgraph_centrality(graph: sp.csr_array, task: Task) -> Vector:
    values, vectors = scipy.linalg.eigh(graph.toarray(), driver="evd")
    return (vectors**2) @ np.exp(values)


def communicability(graph: sp.csr_array, task: Task) -> Vector:
    return scipy.linalg.expm(graph.toarray()).ravel()


TASKS = {
    "csv-to-graph": read_table,
    "weak-components": lambda graph, task: csgraph.connected_components(graph, connection="weak")[1],
    "strong-components": lambda graph, task: csgraph.connected_components(graph, connection="strong")[1],
    "pagerank": pagerank,
    "eigenvector": eigenvector,
    "katz": katz,
    "subgraph-centrality": subgraph_centrality,
    "communicability": communicability,
}
