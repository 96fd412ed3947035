"""`python -m bench.smaa`: SMAA at growing numbers of draws, beside two plain ways to do the same."""

import tracemalloc
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bench.timing import in_turn
from scoring.robustness import WeightModel, smaa

OPTIONS, CRITERIA = 11, 6
#: Aims: time of 100,000 draws on two cores, and memory of 1,000,000.
AIM_MS, AIM_MB = 90, 300

Floats = NDArray[np.float64]


def main() -> None:
    rng = np.random.default_rng(0)
    low = 25 * rng.integers(0, 3, (OPTIONS, CRITERIA)).astype(np.float64)
    mode = low + 25
    high = mode + 25 * rng.integers(0, 2, low.shape).astype(np.float64)
    mean = np.array([0.3, 0.2, 0.2, 0.1, 0.1, 0.1])
    groups = [0] * 4 + [1] + [2] * 6

    def ours(draws: int, groups: list[int] | None = None) -> Callable[[], object]:
        return lambda: smaa(low, mode, high, WeightModel.dirichlet(mean, 50), draws=draws, seed=1, groups=groups)

    for draws, runs in ((10_000, 20), (100_000, 10), (1_000_000, 3)):
        apart, together = in_turn(runs, ours(draws), ours(draws, groups))
        aim = f"    (aim: at most {AIM_MS} ms on two cores)" if draws == 100_000 else ""
        print(f"{f'smaa, {draws:,} draws':34}{apart}{aim}")
        print(f"{'  with three groups':34}{together}")

    quick, single = in_turn(5, ours(100_000), lambda: in_one_go(low, mode, high, mean, 100_000))
    print(f"{'all at once in float32, 100,000':34}{single}")
    print(f"{'ratio of the medians':34}{single.median / quick.median:9.1f}")
    few, loop = in_turn(3, ours(2000), lambda: one_by_one(low, mode, high, mean, 2000))
    print(f"{'loop over the draws, 2,000':34}{loop}")
    print(f"{'ratio of the medians':34}{loop.median / few.median:9.1f}")

    tracemalloc.start()
    ours(1_000_000)()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{'memory of 1,000,000 draws':34}{peak:9.1f} MB    (aim: at most {AIM_MB} MB)")


def in_one_go(low: Floats, mode: Floats, high: Floats, mean: Floats, draws: int) -> list[Floats]:
    """All draws as one array, in float32: the shortest way to write it."""
    rng = np.random.default_rng(1)
    u = rng.random((draws, *low.shape), dtype=np.float32)
    low32, mode32, high32 = (array.astype(np.float32) for array in (low, mode, high))
    width = high32 - low32
    scores = np.where(
        u * width < mode32 - low32,
        low32 + np.sqrt(u * width * (mode32 - low32)),
        high32 - np.sqrt((1 - u) * width * (high32 - mode32)),
    )
    weights = rng.dirichlet(mean * 50, draws).astype(np.float32)
    totals = np.einsum("dmn,dn->dm", scores, weights)
    rank = (totals[:, None, :] > totals[:, :, None]).sum(axis=2)
    acceptability = np.stack([(rank == place).mean(axis=0) for place in range(len(low))], axis=1)
    first = (rank == 0).astype(np.float32)
    central = first.T @ weights / np.maximum(first.sum(axis=0), 1)[:, None]
    at_central = scores @ central.T
    confidence = np.array([(at_central[:, :, i].argmax(axis=1) == i).mean() for i in range(len(low))])
    return [acceptability, central, confidence]


def one_by_one(low: Floats, mode: Floats, high: Floats, mean: Floats, draws: int) -> list[Floats]:
    """One draw at a time, as the textbook tells it."""
    rng = np.random.default_rng(1)
    m = len(low)
    high = np.maximum(high, low + 1e-12)  # numpy refuses a triangle without width
    drawn, counts, central = [], np.zeros((m, m)), np.zeros(low.shape)
    for _ in range(draws):
        scores, weights = rng.triangular(low, mode, high), rng.dirichlet(mean * 50)
        totals = scores @ weights
        for i in range(m):
            rank = int((totals > totals[i]).sum())
            counts[i, rank] += 1
            if rank == 0:
                central[i] += weights
        drawn.append(scores)
    central /= np.maximum(counts[:, :1], 1)
    confidence = np.zeros(m)
    for scores in drawn:
        for i in range(m):
            confidence[i] += (scores @ central[i]).argmax() == i
    return [counts / draws, central, confidence / draws]


if __name__ == "__main__":
    main()
