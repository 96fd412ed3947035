"""Values on fixed anchors and their weighted total."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from pymcdm.methods import WSM
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedSumModel

from scoring.robustness import smaa
from scoring.values import additive_values, interval_values
from scoring.weights import normalised
from tests.scoring.cases import Floats, Problem, case, numbers, problems


def test_value_is_the_mean_of_the_reading_between_the_anchors() -> None:
    # (4 + 5 + 5) / 3 = 14/3, so 100 * (14/3 - 1) / 4 = 275/3; a certain 1 is worth 0, a certain 5 is worth 100
    values = interval_values([[4, 1, 5]], [[5, 1, 5]], [[5, 1, 5]])
    np.testing.assert_allclose(values, [[275 / 3, 0, 100]], rtol=0, atol=1e-12)


def test_interval_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match=r"low\[0\]\[1\] is above mode"):
        interval_values([[1, 4]], [[2, 3]], [[3, 5]])
    with pytest.raises(ValueError, match=r"high\[0\]\[0\] is below mode"):
        interval_values([[1, 1]], [[2, 3]], [[1, 5]])


def drugis_values(effects: Floats, ranges: Floats) -> Floats:
    """Linear partial values between the ends of the range; the last three criteria are better when lower."""
    shares = (effects - ranges[:, 0]) / (ranges[:, 1] - ranges[:, 0])
    return np.column_stack([shares[:, :1], 1 - shares[:, 1:]])


def test_antidepressants_of_drugis() -> None:
    published = case("mavt-nemeroff-drugis")
    given_, expected = published["input"], published["expected"]
    effects, ranges = numbers(given_["effects"]), numbers(given_["pvf_range"])
    values = drugis_values(effects, ranges)
    placebo, fluoxetine, venlafaxine = additive_values(values, given_["weights"])
    assert placebo == pytest.approx(expected["total_placebo"], abs=published["tol"])
    assert placebo - fluoxetine == pytest.approx(expected["diff_placebo_fluoxetine"], abs=published["tol"])
    assert placebo - venlafaxine == pytest.approx(expected["diff_placebo_venlafaxine"], abs=published["tol"])

    better = effects.copy()
    better[0, 0] = 0.63
    total = additive_values(drugis_values(better, ranges), given_["weights"])[0]
    assert total == pytest.approx(expected["whatif_placebo_responders_63pct"]["total"], abs=published["tol"])

    swing = expected["whatif_swing_importance"]
    total = additive_values(values, normalised(swing["importance"]))[0]
    assert total == pytest.approx(swing["total_placebo"], abs=published["tol"])


def test_copy_of_an_option_does_not_reverse_the_order() -> None:
    published = case("rank-reversal-belton-gear")
    raw = numbers(list(published["input"]["raw_ABC_ratio"].values())).T
    with_copy = np.vstack([raw, raw[1]])
    weights = numbers(published["input"]["weights"])

    # Scores divided by the sum over the options at hand: B before A, until a copy of B comes in.
    for scores, key in ((raw, "sum_normalised_without_D"), (with_copy, "sum_normalised_with_D")):
        totals = additive_values(scores / scores.sum(axis=0), weights)
        np.testing.assert_allclose(totals, list(published["expected"][key].values()), atol=published["tol"])

    a, b, *_ = additive_values(interval_values(raw, raw, raw, worst=1, best=9), weights)
    a_too, b_too, *_ = additive_values(interval_values(*[with_copy] * 3, worst=1, best=9), weights)
    assert b > a
    assert (a_too, b_too) == pytest.approx((a, b), abs=1e-12)


@given(problems())
def test_totals_agree_with_pymcdm(problem: Problem) -> None:
    scores, weights, _ = problem
    oracle = WSM(normalization_function=lambda column, cost=False: column)
    weights = normalised(weights)
    expected = oracle(scores, weights, np.ones(len(weights)), validation=False)
    np.testing.assert_allclose(additive_values(scores, weights), expected, rtol=0, atol=1e-9)


@settings(max_examples=50, deadline=None)
@given(problems())
def test_ranks_agree_with_scikit_criteria(problem: Problem) -> None:
    scores, weights, _ = problem
    # Whole weights and scores, so that no rounding breaks their ties.
    oracle = WeightedSumModel().evaluate(mkdm(scores, [max] * len(weights), weights=weights))
    acceptability = smaa(scores, scores, scores, weights, draws=1, seed=0).rank_acceptability
    # Ours is 0 for the first and leaves ranks empty after a tie; theirs is 1 for the first and dense.
    ours = np.unique(acceptability.argmax(axis=1), return_inverse=True)[1]
    np.testing.assert_array_equal(ours + 1, oracle.rank_)


@given(problems())
def test_order_of_options_and_criteria_does_not_matter(problem: Problem) -> None:
    scores, weights, _ = problem
    totals = additive_values(scores, weights)
    np.testing.assert_allclose(additive_values(scores[::-1], weights), totals[::-1], rtol=1e-12)
    np.testing.assert_allclose(additive_values(scores[:, ::-1], weights[::-1]), totals, rtol=1e-12)


@pytest.mark.parametrize(
    ("scores", "weights", "message"),
    [
        ([[1, np.nan]], [1, 1], r"scores\[0\]\[1\] is not a finite number"),
        ([1, 2], [1, 1], "scores: expected a non-empty array with 2 axes"),
        ([[1, 2]], [1, 1, 1], "weights: expected 2, one per criterion, got 3"),
        ([[1, 2]], [0, 0], "weights is all zero"),
        ([[1, 2]], [1, -1], r"weights\[1\] is negative"),
    ],
)
def test_bad_input_is_refused(scores: Any, weights: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        additive_values(scores, weights)
