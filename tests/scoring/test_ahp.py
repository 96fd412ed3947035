"""Pairwise comparisons: published weights and ratios, and the judgement that fits least."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring.ahp import JUDGEMENTS
from scoring.weights import ahp_repair, ahp_weights
from tests.scoring.cases import case, numbers

Floats = NDArray[np.float64]


@st.composite
def matrices(draw: st.DrawFn) -> Floats:
    n = draw(st.integers(1, 6))
    array = np.ones((n, n))
    for i, j in zip(*np.triu_indices(n, k=1), strict=True):
        array[i, j] = draw(st.sampled_from(JUDGEMENTS))
        array[j, i] = 1 / array[i, j]
    return array


def test_published_weights_of_a_job() -> None:
    found = case("ahp-saaty2008-job")
    result = ahp_weights(numbers(found["input"]["matrix"]))
    np.testing.assert_allclose(result.weights, found["expected"]["weights"], rtol=0, atol=found["tol"])
    derived = found["derived"]
    assert result.lambda_max == pytest.approx(derived["lambda_max"], abs=found["tol"])
    assert result.consistency_index == pytest.approx(derived["CI"], abs=found["tol"])
    assert result.consistency_ratio == pytest.approx(derived["CR_RI112"], abs=found["tol"])


def test_published_ratio_of_the_size_of_a_house() -> None:
    found = case("ahp-saaty1988-house-size")
    result = ahp_weights(numbers(found["input"]["matrix"]))
    assert result.lambda_max == pytest.approx(found["expected"]["lambda_max"], abs=found["tol"])
    assert result.consistency_index == pytest.approx(found["expected"]["CI"], abs=found["tol"])
    assert result.consistency_ratio == pytest.approx(found["expected"]["CR"], abs=found["tol"])
    np.testing.assert_allclose(result.weights, found["derived"]["weights"], rtol=0, atol=found["tol"])


def test_the_ratio_is_by_the_random_indices_of_saaty() -> None:
    found = case("ahp-cr-random-index-choice")
    result = ahp_weights(numbers(found["input"]["matrix"]))
    assert result.consistency_ratio == pytest.approx(found["derived"]["CR_with_Saaty_RI_0_90"], abs=found["tol"])


@given(st.lists(st.floats(1, 3), min_size=1, max_size=15))
def test_judgements_that_agree_give_back_their_weights(weights: list[float]) -> None:
    given_ = np.array(weights)
    result = ahp_weights(given_[:, None] / given_[None, :])
    np.testing.assert_allclose(result.weights, given_ / given_.sum(), rtol=0, atol=1e-9)
    assert result.consistency_ratio == pytest.approx(0, abs=1e-9)


@given(matrices(), st.randoms())
def test_weights_sum_to_one_whoever_stands_where(matrix: Floats, dice: Any) -> None:
    result = ahp_weights(matrix)
    assert result.weights.sum() == pytest.approx(1, abs=1e-12)
    assert (result.weights > 0).all()
    assert result.consistency_ratio >= 0
    order = list(range(len(matrix)))
    dice.shuffle(order)
    moved = ahp_weights(matrix[np.ix_(order, order)])
    np.testing.assert_allclose(moved.weights, result.weights[order], rtol=0, atol=1e-9)
    assert moved.consistency_ratio == pytest.approx(result.consistency_ratio, abs=1e-9)


def test_one_and_two_criteria_cannot_contradict_each_other() -> None:
    np.testing.assert_allclose(ahp_weights([[1.0]]).weights, [1])
    two = ahp_weights([[1.0, 3.0], [1 / 3, 1.0]])
    np.testing.assert_allclose(two.weights, [0.75, 0.25], rtol=0, atol=1e-12)
    assert two.consistency_index == pytest.approx(0, abs=1e-12)
    assert two.consistency_ratio == 0


def test_the_judgement_that_fits_least_is_named_with_what_mends_it() -> None:
    # Weights 4, 2, 1 and 1, but of the first and the last the opposite was said: 1/4 for 4.
    matrix = np.array([[1, 2, 4, 1 / 4], [1 / 2, 1, 2, 2], [1 / 4, 1 / 2, 1, 1], [4, 1 / 2, 1, 1]])
    assert ahp_weights(matrix).consistency_ratio > 0.10
    found = ahp_repair(matrix)
    assert found is not None
    assert (found.row, found.column, found.value) == (0, 3, 4)
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)


@given(matrices())
def test_a_repair_is_the_best_that_can_be_said_of_that_pair(matrix: Floats) -> None:
    found = ahp_repair(matrix)
    if found is None:
        return
    assert found.consistency_ratio < ahp_weights(matrix).consistency_ratio
    for value in JUDGEMENTS:
        tried = matrix.copy()
        tried[found.row, found.column], tried[found.column, found.row] = value, 1 / value
        assert ahp_weights(tried).consistency_ratio >= found.consistency_ratio - 1e-12


def test_where_all_agrees_there_is_nothing_to_mend() -> None:
    assert ahp_repair(np.ones((4, 4))) is None
    assert ahp_repair([[1.0, 9.0], [1 / 9, 1.0]]) is None


def test_a_circle_can_be_mended_too() -> None:
    """First over second, second over third, third over first: each deviates as much as the others."""
    circle = np.array([[1, 3, 1 / 3], [1 / 3, 1, 3], [3, 1 / 3, 1]])
    found = ahp_repair(circle)
    assert found is not None
    # The other two say 3 times 3.
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("matrix", "message"),
    [
        ([[1, 10], [0.1, 1]], r"matrix\[0\]\[1\] is outside 1/9 to 9"),
        ([[1, 0], [0, 1]], r"matrix\[0\]\[1\] is outside 1/9 to 9"),
        ([[0, 0], [0, 0]], r"matrix\[0\]\[0\] is outside 1/9 to 9"),
        ([[1, 3], [0.5, 1]], r"matrix\[0\]\[1\] is not the reciprocal of its opposite"),
        ([[2, 3], [1 / 3, 1]], r"matrix\[0\]\[0\] is not 1, on the diagonal"),
        ([[1, np.nan], [1, 1]], r"matrix\[0\]\[1\] is not a finite number"),
        ([[1, 2]], "as many rows as columns"),
        (np.ones((16, 16)), "at most 15 criteria, got 16"),
        ([], "non-empty"),
    ],
)
def test_refusal_says_what_is_wrong_and_where(matrix: Any, message: str) -> None:
    for use in (ahp_weights, ahp_repair):
        with pytest.raises(ValueError, match=message):
            use(matrix)


def test_fifteen_criteria_can_be_compared() -> None:
    result = ahp_weights(np.ones((15, 15)))
    np.testing.assert_allclose(result.weights, [1 / 15] * 15)
