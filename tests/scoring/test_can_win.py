"""Which options are dominated, and which come out on top at some weights."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from scoring.values import additive_values, can_win, dominated
from scoring.weights import normalised
from tests.scoring.cases import Problem, lead, problems


def test_dominated_is_worse_somewhere_and_better_nowhere() -> None:
    assert dominated([[2, 2], [2, 1], [1, 3], [2, 2]]).tolist() == [False, True, False, False]


def test_scores_within_rounding_are_equal() -> None:
    assert not dominated([[2.0, 2.0], [2.0, 2 - 1e-10]]).any()


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        (0.6, True),  # above the line between the extremes
        (0.5, False),  # on that line: at equal weights level, never alone
        (0.4, False),  # below it, though nothing dominates it
    ],
)
def test_compromise_wins_only_above_the_line_between_extremes(middle: float, expected: bool) -> None:
    scores = [[1.0, 0.0], [0.0, 1.0], [middle, middle]]
    assert not dominated(scores)[2]
    assert can_win(scores).tolist() == [True, True, expected]


def test_equal_rows_count_once() -> None:
    assert can_win([[1, 0], [1, 0], [0, 1]]).all()


def test_option_does_not_compete_within_its_group() -> None:
    scores = [[3, 3], [2, 2], [1, 1]]
    assert can_win(scores).tolist() == [True, False, False]
    assert can_win(scores, groups=[0, 0, 1]).tolist() == [True, True, False]


def test_only_option_wins() -> None:
    assert can_win([[0, 0]]).tolist() == [True]


@settings(max_examples=150, deadline=None)
@given(problems(criteria=3, options=6))
def test_agrees_with_a_search_over_many_weights(problem: Problem) -> None:
    scores, _, groups = problem
    found = can_win(scores, groups)
    rng = np.random.default_rng(1)
    for weights in np.vstack([rng.dirichlet(np.ones(scores.shape[1]), 200), np.eye(scores.shape[1])]):
        totals = scores @ weights
        for option in np.flatnonzero(~found):
            rival = (groups != groups[option]) & (scores != scores[option]).any(axis=1)
            assert totals[option] <= totals[rival].max() + 1e-7


@settings(max_examples=100, deadline=None)
@given(problems())
def test_strict_winner_can_win_and_dominated_cannot(problem: Problem) -> None:
    scores, weights, _ = problem
    totals = additive_values(scores, normalised(weights))
    best, found, alone = int(totals.argmax()), can_win(scores), np.arange(len(totals))
    if lead(totals, alone, best) > 1e-6:
        assert found[best]
    assert not (found & dominated(scores)).any()


@given(problems())
def test_adding_a_dominated_option_changes_no_winner(problem: Problem) -> None:
    scores, weights, _ = problem
    worse = np.vstack([scores, scores[0] - 1])
    assert dominated(worse)[-1]
    np.testing.assert_array_equal(dominated(worse)[:-1], dominated(scores))
    assert additive_values(worse, weights).argmax() == additive_values(scores, weights).argmax()


@pytest.mark.parametrize("groups", [[0], [0, 2], [0.5, 1], [-1, 0]])
def test_groups_that_do_not_fit_are_refused(groups: Any) -> None:
    with pytest.raises(ValueError, match="groups: expected"):
        can_win([[1, 0], [0, 1]], groups)
