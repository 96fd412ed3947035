"""Weights keep their proportions and sum to 1; what is no set of weights is refused."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.values import additive_values
from scoring.weights import normalised
from tests.scoring.cases import case, numbers


def test_weights_sum_to_one_in_the_same_proportions() -> None:
    np.testing.assert_allclose(normalised([1, 2, 1]), [0.25, 0.5, 0.25], rtol=0, atol=1e-15)


def test_every_row_is_a_set_of_weights() -> None:
    np.testing.assert_allclose(normalised([[1, 3], [10, 0]]), [[0.25, 0.75], [1.0, 0.0]], rtol=0, atol=1e-15)


def test_published_total_with_swing_weights() -> None:
    """The largest swing is 100 and the others relative to it; values run from the worst to the best on offer."""
    found = case("mavt-nemeroff-drugis")
    worst, best = numbers(found["input"]["pvf_range"]).T
    rising = np.array(found["input"]["direction"]) == "inc"
    effects = numbers(found["input"]["effects"])
    values = np.where(rising, effects - worst, best - effects) / (best - worst)
    expected = found["expected"]["whatif_swing_importance"]
    placebo = additive_values(values, normalised(expected["importance"]))[0]
    assert placebo == pytest.approx(expected["total_placebo"], abs=found["tol"])


@given(st.lists(st.floats(0, 1e300), min_size=1, max_size=8).filter(any), st.floats(1e-3, 1e3))
def test_scale_does_not_matter(weights: list[float], scale: float) -> None:
    result = normalised(weights)
    assert result.sum() == pytest.approx(1, abs=1e-12)
    np.testing.assert_allclose(normalised(np.array(weights) * scale), result, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("tiny_or_huge", [5e-324, 1e308])
def test_extreme_weights_neither_vanish_nor_overflow(tiny_or_huge: float) -> None:
    np.testing.assert_array_equal(normalised([tiny_or_huge] * 4), [0.25] * 4)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ([0, 0, 0], r"weights is all zero"),
        ([1, -0.5], r"weights\[1\] is negative"),
        ([1, 2, np.nan], r"weights\[2\] is not a finite number"),
        ([np.inf, 1], r"weights\[0\] is not a finite number"),
        ([[1, 1], [0, 0]], r"weights\[1\] is all zero"),
        ([[1, 1], [1, -1]], r"weights\[1\]\[1\] is negative"),
        ([], "non-empty"),
        (3.0, "non-empty"),
    ],
)
def test_refusal_says_which_weight_is_wrong(weights: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        normalised(weights)
