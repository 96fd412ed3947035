"""SMAA-2: shares against published results and closed forms, groups, ties, seeds and memory."""

import tracemalloc
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, triang

from scoring.robustness import SmaaResult, WeightModel, pairwise_win_share, smaa
from tests.scoring.cases import Floats, Problem, case, numbers, problems, winner

DRAWS = 40_000


def certain(scores: Any, weights: Any, **options: Any) -> SmaaResult:
    """A run in which only the weights are uncertain."""
    return smaa(scores, scores, scores, weights, **({"draws": DRAWS, "seed": 1} | options))


def within_four_errors(share: float, exact: float) -> bool:
    # A few draws in a million come so near that they tie; a share of 1 or 0 leaves no other room for those.
    return abs(share - exact) <= 4 * sqrt(exact * (1 - exact) / DRAWS) + 3 / DRAWS


# Published results


def test_three_specialists_have_equal_chances() -> None:
    published = case("smaa-identity-analytic")
    expected = {key: numbers(value) for key, value in published["expected"].items()}
    result = certain(published["input"]["values"], WeightModel.uniform(3), draws=400_000)
    np.testing.assert_allclose(result.rank_acceptability, expected["rank_acceptability"], atol=published["tol"])
    central = np.array([weights for weights in result.central_weights if weights is not None])
    np.testing.assert_allclose(central, expected["central_weights"], atol=published["tol"])
    assert result.confidence == (1.0, 1.0, 1.0)


def test_option_that_is_never_first_has_no_central_weights() -> None:
    published = case("smaa-dominated-na")
    expected = published["expected"]
    result = certain(published["input"]["values"], numbers(published["input"]["weights"]), draws=1000)
    np.testing.assert_array_equal(result.rank_acceptability, expected["rank_acceptability"])
    assert result.central_weights[0] == pytest.approx(numbers(expected["central_weights"][0]), abs=1e-12)
    assert result.central_weights[1] is expected["central_weights"][1] is None
    assert list(result.confidence) == expected["confidence_factors"]


def test_options_that_tie_share_a_rank_and_leave_the_next_empty() -> None:
    published = case("smaa-tie-rank-rule")
    result = certain(np.array(published["input"]["values"])[:, None], [1], draws=10)
    assert result.rank_acceptability.argmax(axis=1).tolist() == published["expected"]["ranks_zero_based"]
    np.testing.assert_array_equal(result.rank_acceptability.sum(axis=1), [1, 1, 1])


def test_totals_that_differ_by_rounding_tie() -> None:
    # 0.1 + 0.2 is not 0.3 in binary, so these two are equal to the reader only.
    result = certain([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]], [0.1, 0.2, 0.3], draws=10)
    np.testing.assert_array_equal(result.rank_acceptability, [[1, 0], [1, 0]])


# Weights


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=2, max_size=6))
def test_uniform_weights_agree_with_the_exact_share(difference: list[int]) -> None:
    result = certain(np.array([difference, np.zeros(len(difference))]), WeightModel.uniform(len(difference)))
    assert within_four_errors(1 - result.rank_acceptability[0, 1], 1 - pairwise_win_share(-np.array(difference)))


@pytest.mark.parametrize("concentration", [1, 15, 50, 200])
def test_dirichlet_weights_agree_with_the_beta_distribution(concentration: float) -> None:
    # Of two criteria the first weighs more than half: the tail of Beta(0.4 c, 0.6 c).
    result = certain(np.eye(2), WeightModel.dirichlet([2, 3], concentration))
    exact = beta.sf(0.5, 0.4 * concentration, 0.6 * concentration)
    assert within_four_errors(result.rank_acceptability[0, 0], exact)


def test_dirichlet_has_the_mean_and_spread_it_says() -> None:
    mean = np.array([0.5, 0.3, 0.2, 0.0])
    weights = WeightModel.dirichlet(mean * 7, 50).draw(np.random.default_rng(3), DRAWS)
    deviation = np.sqrt(mean * (1 - mean) / 51)
    np.testing.assert_allclose(weights.sum(axis=0), 1, atol=1e-12)
    assert (abs(weights.mean(axis=1) - mean) <= 4 * deviation / np.sqrt(DRAWS)).all()
    np.testing.assert_allclose(weights.std(axis=1), deviation, rtol=0.02)
    assert not weights[3].any()


def test_smallest_concentration_still_gives_weights() -> None:
    weights = WeightModel.dirichlet(np.ones(20), 1).draw(np.random.default_rng(3), DRAWS)
    np.testing.assert_allclose(weights.sum(axis=0), 1, atol=1e-12)


def test_sample_counts_every_person_once_whatever_the_scale() -> None:
    people = [[1, 0], [0, 30], [0, 7]]
    for result in (certain(np.eye(2), people), certain(np.eye(2), WeightModel.sample(people))):
        assert within_four_errors(result.rank_acceptability[0, 0], 1 / 3)
        assert result.central_weights[0] == pytest.approx([1, 0])
        assert result.central_weights[1] == pytest.approx([0, 1])


@given(problems())
def test_certain_scores_and_weights_give_the_plain_ranking(problem: Problem) -> None:
    scores, weights, groups = problem
    totals = scores @ (weights / weights.sum())
    result = certain(scores, weights, draws=3, groups=groups)
    assert result.rank_acceptability[totals.argmax(), 0] == 1
    assert result.group_acceptability[winner(totals, groups), 0] == 1


@settings(max_examples=20, deadline=None)
@given(problems(), st.floats(0.01, 100), st.floats(-50, 50))
def test_unit_of_the_scores_and_scale_of_the_weights_do_not_matter(problem: Problem, unit: float, start: float) -> None:
    scores, weights, _ = problem
    as_is = certain(scores, weights, draws=5)
    other = certain(scores * unit + start, weights * 3, draws=5)
    np.testing.assert_array_equal(other.rank_acceptability, as_is.rank_acceptability)


# Scores


@pytest.mark.parametrize(
    ("low", "mode", "high"), [(1, 2, 4), (1, 1, 4), (1, 4, 4), (2, 3, 4)], ids=["skewed", "left", "right", "even"]
)
@pytest.mark.parametrize("bar", [1.5, 2, 2.5, 3.5])
def test_scores_follow_the_triangular_distribution(low: float, mode: float, high: float, bar: float) -> None:
    result = smaa([[low], [bar]], [[mode], [bar]], [[high], [bar]], [1], draws=DRAWS, seed=4)
    exact = triang.sf(bar, (mode - low) / (high - low), loc=low, scale=high - low)
    assert within_four_errors(result.rank_acceptability[0, 0], exact)


def test_shares_agree_with_a_plain_simulation() -> None:
    rng = np.random.default_rng(15)
    mode = rng.uniform(1, 5, (5, 4))
    low, high = mode - rng.uniform(0, 1, mode.shape), mode + rng.uniform(0, 2, mode.shape)
    mean = np.array([0.4, 0.3, 0.2, 0.1])
    totals = np.einsum(
        "dmn,dn->dm", rng.triangular(low, mode, high, (DRAWS, *mode.shape)), rng.dirichlet(mean * 15, DRAWS)
    )
    rank = (totals[:, None, :] > totals[:, :, None]).sum(axis=2)
    expected = np.array([[np.mean(rank[:, i] == place) for place in range(5)] for i in range(5)])
    result = smaa(low, mode, high, WeightModel.dirichlet(mean, 15), draws=DRAWS, seed=16).rank_acceptability
    both = (expected + result) / 2
    assert (abs(result - expected) <= 4 * np.sqrt(2 * both * (1 - both) / DRAWS)).all()


def test_confidence_is_the_share_at_the_central_weights() -> None:
    # One criterion, so the central weights are the weights: confidence and first-rank share are the same draws.
    result = smaa([[1], [2]], [[3], [3]], [[5], [4]], [1], draws=5000, seed=5)
    assert result.confidence == pytest.approx(tuple(result.rank_acceptability[:, 0]))


def test_confidence_counts_scores_only() -> None:
    # The specialist is first for certain when its criterion has all weight, and never when the other has: the
    # central weights lie between, and there its certain lead is certain.
    result = certain([[1, 0], [0.2, 0.2]], WeightModel.uniform(2))
    assert within_four_errors(result.rank_acceptability[0, 0], 0.8)  # w_1 > 0.2
    assert result.central_weights[0] == pytest.approx([0.6, 0.4], abs=0.01)  # halfway 0.2 and 1
    assert result.confidence == (1.0, 1.0)


def test_scores_drawn_do_not_depend_on_the_weights() -> None:
    # Both criteria hold one reading each for a and the same bar for b; a wins on either alone by the same draws.
    low, mode, high = [[1, 3], [2, 3]], [[2, 3], [2, 3]], [[4, 3], [2, 3]]
    fixed, drawn = (
        smaa(low, mode, high, weights, draws=3000, seed=6) for weights in ([1, 0], WeightModel.sample([[1, 0], [2, 0]]))
    )
    np.testing.assert_array_equal(fixed.rank_acceptability, drawn.rank_acceptability)


# Groups

LOW, MODE, HIGH = np.array([[1.0], [2.0]]), np.array([[2.0], [3.0]]), np.array([[3.0], [4.0]])


def test_options_drawn_apart_can_pass_each_other() -> None:
    # Each is a sum of two uniforms and the second lies 1 higher, so the first is ahead when four uniforms add up
    # to less than 1: 1/4! of the time.
    result = smaa(LOW, MODE, HIGH, [1], draws=DRAWS, seed=7)
    assert within_four_errors(result.rank_acceptability[0, 0], 1 / 24)


def test_options_of_a_group_share_their_quantile() -> None:
    # The same two on one reading: the second is always ahead.
    result = smaa(LOW, MODE, HIGH, [1], draws=DRAWS, seed=7, groups=[0, 0])
    np.testing.assert_array_equal(result.rank_acceptability, [[0, 1], [1, 0]])


def test_many_equal_options_in_a_group_win_no_more_than_one() -> None:
    low, mode, high = np.full((7, 1), 1.0), np.full((7, 1), 2.0), np.full((7, 1), 3.0)
    result = smaa(low, mode, high, [1], draws=DRAWS, seed=8, groups=[0] * 6 + [1])
    assert within_four_errors(result.group_acceptability[0, 0], 1 / 2)
    assert result.rank_acceptability[:6, 0] == pytest.approx(result.group_acceptability[0, 0])


def test_group_ranks_by_its_best_option() -> None:
    result = certain([[1, 0], [0, 1], [0.6, 0.6]], WeightModel.uniform(2), groups=[0, 0, 1])
    # Specialists together: the heaviest weight above 0.6, so 2 * 0.4.
    np.testing.assert_allclose(result.group_acceptability.diagonal(), 0.8 * np.array([1, 1]), atol=0.01)
    assert result.group_central_weights[0] == pytest.approx([0.5, 0.5], abs=0.02)
    # At equal weights the compromise wins, so the group of specialists never does at its own central weights.
    assert result.group_confidence == (0.0, 1.0)
    assert result.confidence == (1.0, 1.0, 1.0)


def test_without_groups_every_option_is_its_own() -> None:
    alone = smaa(LOW, MODE, HIGH, [1], draws=5000, seed=9)
    numbered = smaa(LOW, MODE, HIGH, [1], draws=5000, seed=9, groups=[0, 1])
    np.testing.assert_array_equal(alone.group_acceptability, alone.rank_acceptability)
    np.testing.assert_array_equal(numbered.group_acceptability, alone.rank_acceptability)


def test_groups_are_reported_by_their_own_number() -> None:
    result = certain([[3], [1], [2]], [1], draws=10, groups=[2, 0, 1])
    assert result.group_acceptability.argmax(axis=1).tolist() == [2, 1, 0]


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(1, 5000))
def test_shares_add_up_as_ranks_with_ties_do(problem: Problem, draws: int) -> None:
    scores, weights, groups = problem
    result = smaa(scores, scores + 1, scores + 1, weights, draws=draws, seed=10, groups=groups)
    for acceptability in (result.rank_acceptability, result.group_acceptability):
        np.testing.assert_allclose(acceptability.sum(axis=1), 1, atol=1e-12)
        assert acceptability[:, 0].sum() >= 1 - 1e-12
    for own in range(groups.max() + 1):
        # A group is first whenever one of its options is.
        assert result.group_acceptability[own, 0] >= result.rank_acceptability[groups == own, 0].max() - 1e-12


# The run


def uncertain(seed: int, draws: int, **options: Any) -> SmaaResult:
    rng = np.random.default_rng(0)
    low = rng.integers(0, 3, (11, 6)) * 25.0
    return smaa(low, low + 25, low + 50, WeightModel.dirichlet(np.arange(1, 7), 50), draws=draws, seed=seed, **options)


def everything(result: SmaaResult) -> list[Floats]:
    return [
        result.rank_acceptability,
        result.group_acceptability,
        *(weights for weights in result.central_weights if weights is not None),
        *(weights for weights in result.group_central_weights if weights is not None),
        np.array([share for share in (*result.confidence, *result.group_confidence) if share is not None]),
    ]


@pytest.mark.parametrize("draws", [1, 4096, 10_001])
def test_same_seed_gives_the_same_bits(draws: int) -> None:
    groups = [0] * 4 + [1] + [2] * 6
    first, second = (everything(uncertain(11, draws, groups=groups)) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)


def test_other_seed_gives_other_draws() -> None:
    assert (uncertain(11, 5000).rank_acceptability != uncertain(12, 5000).rank_acceptability).any()


def test_order_of_options_changes_shares_by_sampling_only() -> None:
    rng = np.random.default_rng(1)
    low = rng.integers(0, 3, (5, 4)) * 25.0
    there = smaa(low, low + 25, low + 50, [4, 3, 2, 1], draws=DRAWS, seed=13).rank_acceptability
    back = smaa(low[::-1], low[::-1] + 25, low[::-1] + 50, [4, 3, 2, 1], draws=DRAWS, seed=13).rank_acceptability
    np.testing.assert_allclose(back[::-1], there, atol=4 * np.sqrt(2 * 0.25 / DRAWS))


def test_memory_does_not_grow_with_the_draws() -> None:
    peaks = []
    for draws in (20_000, 200_000):
        tracemalloc.start()
        uncertain(14, draws)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 3 * peaks[0], "ten times the draws"
    assert peaks[1] < 100e6


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"low": [[1, 3], [1, 1]]}, r"low\[0\]\[1\] is above mode"),
        ({"high": [[3, 3], [1, 3]]}, r"high\[1\]\[0\] is below mode"),
        ({"mode": [[2, np.nan], [2, 2]]}, r"mode\[0\]\[1\] is not a finite number"),
        ({"low": [[1, 1]]}, r"low: expected shape \(2, 2\), got \(1, 2\)"),
        ({"weights": [1, 1, 1]}, "weights: expected 2, one per criterion, got 3"),
        ({"weights": WeightModel.uniform(3)}, "weights: expected 2, one per criterion, got 3"),
        ({"weights": [1, -1]}, r"weights\[0\]\[1\] is negative"),
        ({"weights": [[1, 1], [0, 0]]}, r"weights\[1\] is all zero"),
        ({"weights": [1, np.nan]}, r"weights\[0\]\[1\] is not a finite number"),
        ({"draws": 0}, "draws: expected at least 1, got 0"),
        ({"seed": -1}, "seed: expected at least 0, got -1"),
        ({"groups": [0]}, "groups: expected 2 integers"),
    ],
)
def test_bad_input_is_refused(changed: dict[str, Any], message: str) -> None:
    good: dict[str, Any] = {
        "low": [[1, 1], [1, 1]],
        "mode": [[2, 2], [2, 2]],
        "high": [[3, 3], [3, 3]],
        "weights": [1, 1],
    }
    with pytest.raises(ValueError, match=message):
        smaa(**({"draws": 10, "seed": 0} | good | changed))


@pytest.mark.parametrize(
    ("mean", "concentration", "message"),
    [
        ([1, 1], 0.5, "concentration: expected a number from 1 up"),
        ([1, 1], np.nan, "concentration: expected a number from 1 up"),
        ([1, 1], np.inf, "concentration: expected a number from 1 up"),
        ([0, 0], 50, "weights is all zero"),
        ([1, np.nan], 50, r"mean\[1\] is not a finite number"),
    ],
)
def test_distribution_that_is_none_is_refused(mean: Any, concentration: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        WeightModel.dirichlet(mean, concentration)


def test_no_criteria_is_refused() -> None:
    with pytest.raises(ValueError, match="criteria: expected at least 1, got 0"):
        WeightModel.uniform(0)
