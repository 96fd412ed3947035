"""The weights at which the winner changes, and the range in which it stays."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings

from scoring.robustness import TippingPoint, stability_intervals, tipping_points
from scoring.weights import normalised
from tests.scoring.cases import Floats, Problem, lead, problems, winner


def with_weight(weights: Floats, criterion: int, weight: float) -> Floats:
    """The weights with one of them set; the others keep their proportions, or share equally if all are zero."""
    others = np.delete(weights, criterion)
    others = others / others.sum() if others.any() else np.full(len(others), 1 / len(others))
    return np.insert(others * (1 - weight), criterion, weight)


def on(criterion: int, tips: list[TippingPoint]) -> list[tuple[float, int]]:
    """Weight and new winner of the tipping points of one criterion, the weight as far as it can be told."""
    return [(round(tip.weight, 12), tip.new_winner) for tip in tips if tip.criterion == criterion]


def test_two_options_worked_out_by_hand() -> None:
    # a leads b by D = 0.7 - 0.3 = 0.4; d_0 = 1: delta = 0.4 * 0.3 / (0.4 - 1) = -0.2, so b draws level at 0.5
    scores, weights = [[1, 0], [0, 1]], [0.7, 0.3]
    tips = tipping_points(scores, weights)
    assert on(0, tips) == on(1, tips) == [(0.5, 1)]
    np.testing.assert_allclose(stability_intervals(scores, weights), [[0.5, 1.0], [0.0, 0.5]], atol=1e-12)


def test_criterion_can_tip_on_both_sides_and_more_than_once() -> None:
    # Totals over the weight of criterion 0: from 4 to 0, always 3, and from 0 to 4.
    # So the second is on top from 1/4 to 3/4.
    scores = [[0, 4], [3, 3], [4, 0]]
    assert on(0, tipping_points(scores, [0.5, 0.5])) == [(0.25, 0), (0.75, 2)]
    # From 0.1, where the first is on top, both are still ahead.
    assert on(0, tipping_points(scores, [0.1, 0.9])) == [(0.25, 1), (0.75, 2)]
    np.testing.assert_allclose(stability_intervals(scores, [0.1, 0.9])[0], [0, 0.25], atol=1e-12)


def test_group_that_wins_at_both_ends_tips_twice() -> None:
    scores = [[0, 4], [3, 3], [4, 0]]
    assert on(0, tipping_points(scores, [0.1, 0.9], groups=[0, 1, 0])) == [(0.25, 1), (0.75, 0)]


def test_change_within_a_group_is_no_tipping_point() -> None:
    scores = [[1, 0], [0, 1], [0, 0]]
    assert tipping_points(scores, [0.7, 0.3], groups=[0, 0, 1]) == []
    np.testing.assert_array_equal(stability_intervals(scores, [0.7, 0.3], groups=[0, 0, 1]), [[0.0, 1.0], [0.0, 1.0]])


def test_equal_lead_everywhere_never_meets() -> None:
    # D = d_k: the lead does not depend on the weight.
    assert tipping_points([[2, 2], [1, 1]], [1, 1]) == []


def test_drawing_level_only_at_the_end_is_no_tipping_point() -> None:
    # Level at a weight of 1 on criterion 0; nowhere does the dominated second option lead.
    assert tipping_points([[2, 2], [2, 1]], [1, 1]) == []


def test_tie_at_the_present_weights_tips_there() -> None:
    scores, weights = [[1, 0], [0, 1]], [0.5, 0.5]
    assert tipping_points(scores, weights) == [TippingPoint(0, 0.5, 1), TippingPoint(1, 0.5, 1)]
    np.testing.assert_array_equal(stability_intervals(scores, weights), [[0.5, 1.0], [0.0, 0.5]])


def test_equal_options_do_not_tip_each_other() -> None:
    assert tipping_points([[1, 2], [1, 2]], [1, 3]) == []


def test_others_share_equally_what_the_only_weight_gives_up() -> None:
    # At weight x on criterion 0: x for a, (1 - x) * (0 + 2) / 2 for b. Level at 1/2.
    scores, weights = [[1, 0, 0], [0, 0, 2]], [1, 0, 0]
    assert on(0, tipping_points(scores, weights)) == [(0.5, 1)]
    np.testing.assert_allclose(stability_intervals(scores, weights)[0], [0.5, 1.0], atol=1e-12)


def test_only_criterion_has_no_other_weight_to_trade_with() -> None:
    assert tipping_points([[1], [2]], [3]) == []
    np.testing.assert_array_equal(stability_intervals([[1], [2]], [3]), [[0.0, 1.0]])


@settings(max_examples=1000, deadline=None)
@given(problems())
def test_winner_between_tipping_points_is_the_one_they_say(problem: Problem) -> None:
    scores, weights, groups = problem
    weights = normalised(weights)
    now = winner(scores @ weights, groups)
    assume(len(weights) > 1)
    assume(lead(scores @ weights, groups, now) > 1e-9)
    tips = tipping_points(scores, weights, groups)
    rng = np.random.default_rng(2)
    for criterion, (low, high) in enumerate(stability_intervals(scores, weights, groups)):
        present = weights[criterion]
        assert 0 <= low <= present <= high <= 1
        own = [tip for tip in tips if tip.criterion == criterion]
        knots = np.sort([0.0, *(tip.weight for tip in own), 1.0])
        # Anywhere between 0 and 1, and halfway every two knots, however near to each other.
        for weight in [*rng.uniform(size=5), *(knots[1:] + knots[:-1]) / 2]:
            totals = scores @ with_weight(weights, criterion, weight)
            passed = [tip for tip in own if present < tip.weight < weight or weight < tip.weight < present]
            # They come nearest first, so the last one that was passed holds.
            expected = passed[-1].new_winner if passed else now
            assert lead(totals, groups, expected) > -1e-8
            assert bool(passed) == (weight < low or weight > high)


@settings(max_examples=1500, deadline=None)
@given(problems(criteria=4, options=4))
def test_interval_ends_at_the_nearest_roots_of_the_published_formula(problem: Problem) -> None:
    scores, weights, _ = problem
    weights = normalised(weights)
    alone = np.arange(len(scores))
    now = winner(scores @ weights, alone)
    assume(lead(scores @ weights, alone, now) > 1e-9)
    for criterion, (low, high) in enumerate(stability_intervals(scores, weights)):
        w = weights[criterion]
        if w == 1:
            continue  # the formula needs other weights to rescale
        roots = []
        for rival in alone[alone != now]:
            ahead = (scores[now] - scores[rival]) @ weights
            ahead_there = scores[now, criterion] - scores[rival, criterion]
            if abs(ahead - ahead_there) > 1e-9:
                delta = ahead * (1 - w) / (ahead - ahead_there)
                roots += [w + delta] if -w <= delta <= 1 - w else []
        assert low == pytest.approx(max([root for root in roots if root < w], default=0), abs=1e-9)
        assert high == pytest.approx(min([root for root in roots if root > w], default=1), abs=1e-9)


@settings(deadline=None)
@given(problems())
def test_tied_winner_stays_within_its_interval(problem: Problem) -> None:
    scores, weights, groups = problem
    doubled = np.vstack([scores, scores[:, ::-1]])
    weights = normalised(weights + weights[::-1])  # the same backwards, so every option ties with its mirror image
    groups = np.concatenate([groups, groups + groups.max() + 1])
    now = winner(doubled @ weights, groups)
    for criterion, (low, high) in enumerate(stability_intervals(doubled, weights, groups)):
        assert low - 1e-12 <= weights[criterion] <= high + 1e-12
        inside = doubled @ with_weight(weights, criterion, (low + high) / 2) if len(weights) > 1 else doubled @ weights
        assert lead(inside, groups, now) > -1e-8


@settings(deadline=None)
@given(problems())
def test_nearest_comes_first_and_scale_of_weights_does_not_matter(problem: Problem) -> None:
    scores, weights, groups = problem
    tips = tipping_points(scores, weights, groups)
    distances = [abs(tip.weight - normalised(weights)[tip.criterion]) for tip in tips]
    assert distances == sorted(distances)
    assert tipping_points(scores, weights * 4, groups) == tips


@settings(deadline=None)
@given(problems())
def test_adding_a_dominated_option_changes_nothing(problem: Problem) -> None:
    scores, weights, groups = problem
    worse = np.vstack([scores, scores[0] - 1])
    longer = np.append(groups, groups.max() + 1)
    before, after = tipping_points(scores, weights, groups), tipping_points(worse, weights, longer)
    assert [(tip.criterion, tip.new_winner) for tip in after] == [(tip.criterion, tip.new_winner) for tip in before]
    np.testing.assert_allclose([tip.weight for tip in after], [tip.weight for tip in before], atol=1e-9)


@pytest.mark.parametrize(
    ("scores", "weights", "groups", "message"),
    [
        ([[1, np.nan]], [1, 1], None, r"scores\[0\]\[1\] is not a finite number"),
        ([[1, 2]], [0, 0], None, "weights is all zero"),
        ([[1, 2]], [1, -1], None, r"weights\[1\] is negative"),
        ([[1, 2]], [1], None, "weights: expected 2, one per criterion, got 1"),
        ([[1, 2]], [1, 1], [0, 0], "groups: expected 1 integers"),
        ([[1, 2]], [1, 1], [1], "groups: expected every number from 0"),
    ],
)
def test_bad_input_is_refused(scores: Any, weights: Any, groups: Any, message: str) -> None:
    for function in (tipping_points, stability_intervals):
        with pytest.raises(ValueError, match=message):
            function(scores, weights, groups)
