"""Median times, and two things timed in turn so that a drifting machine does not favour either."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Milliseconds over a number of runs."""

    median: float
    slowest: float

    def __str__(self) -> str:
        return f"{self.median:9.1f} ms median {self.slowest:9.1f} ms slowest"


def in_turn(runs: int, *jobs: Callable[[], object]) -> tuple[Measured, ...]:
    """Time jobs A B A B ..., after one run of each that is not counted."""
    times: list[list[float]] = [[] for _ in jobs]
    for counted in [False] + [True] * runs:
        for job, kept in zip(jobs, times, strict=True):
            start = time.perf_counter()
            job()
            if counted:
                kept.append((time.perf_counter() - start) * 1000)
    return tuple(Measured(statistics.median(kept), max(kept)) for kept in times)
