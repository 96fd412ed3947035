"""Worked examples from the literature, and problems that hypothesis makes up."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

Floats = NDArray[np.float64]
#: scores, weights and groups
Problem = tuple[Floats, Floats, NDArray[np.intp]]

_FILE = Path(__file__).parent.parent / "gevallen" / "rekenvoorbeelden.json"
_CASES = {case["id"]: case for case in json.loads(_FILE.read_text(encoding="utf-8"))["cases"]}


def case(id: str) -> dict[str, Any]:
    found: dict[str, Any] = _CASES[id]
    return found


def numbers(nested: Any) -> Floats:
    """Nested lists in which a number may be written as a fraction, such as "7/36"."""
    return np.array([numbers(item) if isinstance(item, list) else float(Fraction(item)) for item in nested])


@st.composite
def problems(draw: st.DrawFn, criteria: int = 6, options: int = 8) -> Problem:
    """Scores in whole points, as read on a scale, so that ties and equal scores come up often."""
    m, n = draw(st.integers(1, options)), draw(st.integers(1, criteria))
    highest = draw(st.sampled_from([2, 4, 100]))
    scores = draw(st.lists(st.integers(0, highest), min_size=m * n, max_size=m * n))
    weights = draw(st.lists(st.integers(0, 10), min_size=n, max_size=n).filter(any))
    raw = draw(st.lists(st.integers(0, 3), min_size=m, max_size=m))
    groups = np.unique(raw, return_inverse=True)[1]
    return np.array(scores, dtype=float).reshape(m, n), np.array(weights, dtype=float), groups


def winner(totals: Floats, groups: NDArray[np.intp]) -> int:
    """The group of the first option whose total is the highest."""
    return int(groups[np.flatnonzero(totals >= totals.max() - 1e-9)[0]])


def lead(totals: Floats, groups: NDArray[np.intp], group: int) -> float:
    """By how much a group is ahead of all others."""
    others = totals[groups != group]
    return float(totals[groups == group].max() - others.max()) if others.size else np.inf
