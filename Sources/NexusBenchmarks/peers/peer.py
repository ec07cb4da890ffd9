"""Runs one task with one library and prints what it took as a line of JSON.

    peer.py LIBRARY --list
    peer.py LIBRARY TASK EDGES TABLE ANSWER KIND SEED ATTENUATION

EDGES holds little-endian 32-bit integers: the number of vertices, then source and target of each edge; TABLE
is the same graph as CSV with string ids. The answer, one number a vertex, goes to ANSWER as 64-bit floats.
Starting Python, importing the library and loading the graph are not measured.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from task import Task


def memory(name: str) -> float | None:
    """Bytes that the system counts under a name, such as VmRSS; None where it does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    for line in status.read_text().splitlines():
        if line.startswith(name + ":"):
            return float(line.split()[1]) * 1024
    return None


def processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def reset_peak() -> None:
    """Makes Linux count the peak anew from here; where it cannot, the peak is that of the whole process."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pass


def main(arguments: list[str]) -> None:
    library = importlib.import_module(f"{arguments[0]}_tasks")
    if arguments[1] == "--list":
        print("\n".join(library.TASKS))
        return
    name, edges, table, answer, kind, seed, attenuation = arguments[1:]
    numbers = np.fromfile(edges, dtype="<i4") if name != "csv-to-graph" else np.zeros(1, dtype="<i4")
    task = Task(
        vertex_count=int(numbers[0]),
        edges=numbers[1:].reshape(-1, 2),
        table=table,
        directed=kind == "directed",
        seed=int(seed),
        attenuation=float(attenuation),
    )
    graph = library.load(task)
    work = library.TASKS[name]

    reset_peak()
    before, cpu, start = memory("VmRSS"), processor_time(), time.perf_counter()
    values = work(graph, task)
    wall, cpu, peak = time.perf_counter() - start, processor_time() - cpu, memory("VmHWM")

    np.asarray(values, dtype="<f8").tofile(answer)
    taken = {"wall": wall, "cpu": cpu}
    if before is not None and peak is not None:
        taken["peak"] = max(0.0, peak - before)
    print(json.dumps(taken))


if __name__ == "__main__":
    main(sys.argv[1:])
