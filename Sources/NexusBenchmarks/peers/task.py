"""What every library is given, and how answers are brought to the conventions of nexus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PIVOTS = 256


@dataclass(frozen=True)
class Task:
    vertex_count: int
    edges: NDArray[np.int32]
    table: str
    directed: bool
    seed: int
    attenuation: float

    def pivots(self) -> NDArray[np.int64]:
        """Vertices at equal steps, as sources of a sampled betweenness."""
        return np.arange(PIVOTS, dtype=np.int64) * self.vertex_count // PIVOTS

    def share_of_pairs(self, counts: object) -> NDArray[np.float64]:
        """Betweenness as a share of the pairs that a vertex could stand between, of an undirected graph."""
        n = self.vertex_count
        return np.asarray(counts, dtype=np.float64) * 2 / ((n - 1) * (n - 2))
