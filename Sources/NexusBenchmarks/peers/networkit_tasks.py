"""NetworKit: https://networkit.github.io"""

from __future__ import annotations

import os
from typing import Any

import networkit as nk
import numpy as np

from task import PIVOTS, Task

nk.setNumberOfThreads(int(os.environ.get("OMP_NUM_THREADS", "2")))


def load(task: Task) -> nk.Graph:
    ends = np.ascontiguousarray(task.edges.T, dtype=np.uint64)
    return nk.GraphFromCoo((ends[0], ends[1]), n=task.vertex_count, directed=task.directed)


def read_table(_: nk.Graph, task: Task) -> Any:
    # The header is passed over as a comment.
    reader = nk.graphio.EdgeListReader(",", 1, commentPrefix="source,", continuous=False, directed=False)
    graph = reader.read(task.table)
    return sorted(graph.degree(vertex) for vertex in graph.iterNodes())


def scores(algorithm: Any) -> Any:
    return algorithm.run().scores()


def labels(algorithm: Any, graph: nk.Graph) -> Any:
    return algorithm.run().getPartition().getVector()


def quality(algorithm: Any, graph: nk.Graph, task: Task) -> Any:
    nk.setSeed(task.seed, True)
    partition = algorithm.run().getPartition()
    return [nk.community.Modularity().getQuality(partition, graph)]


TASKS = {
    "csv-to-graph": read_table,
    "weak-components": lambda graph, task: labels(nk.components.ConnectedComponents(graph), graph),
    "strong-components": lambda graph, task: labels(nk.components.StronglyConnectedComponents(graph), graph),
    "core-numbers": lambda graph, task: scores(nk.centrality.CoreDecomposition(graph)),
    "clustering": lambda graph, task: scores(nk.centrality.LocalClusteringCoefficient(graph, True)),
    "pagerank": lambda graph, task: scores(nk.centrality.PageRank(graph, 0.85, 1e-12)),
    "eigenvector": lambda graph, task: scores(nk.centrality.EigenvectorCentrality(graph, 1e-12)),
    "katz": lambda graph, task: scores(nk.centrality.KatzCentrality(graph, task.attenuation, 1.0, 1e-12)),
    "betweenness": lambda graph, task: task.share_of_pairs(scores(nk.centrality.Betweenness(graph))) / 2,
    "betweenness-256": lambda graph, task: scores(nk.centrality.EstimateBetweenness(graph, PIVOTS, False, True)),
    "closeness": lambda graph, task: scores(
        nk.centrality.Closeness(graph, True, nk.centrality.ClosenessVariant.GENERALIZED)
    ),
    "harmonic": lambda graph, task: scores(nk.centrality.HarmonicCloseness(graph, True)),
    "leiden": lambda graph, task: quality(nk.community.ParallelLeiden(graph), graph, task),
    "louvain": lambda graph, task: quality(nk.community.PLM(graph, True), graph, task),
}
