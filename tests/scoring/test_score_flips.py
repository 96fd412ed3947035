"""The smallest changes of a score that change the winner."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring.robustness import ScoreFlip, score_flips
from scoring.weights import normalised
from tests.scoring.cases import Floats, Problem, lead, problems, winner


def flips_of(scores: Any, weights: Any, reach: float, **options: Any) -> list[ScoreFlip]:
    scores = np.array(scores, dtype=float)
    return score_flips(scores, weights, scores - reach, scores + reach, **options)


def test_changes_worked_out_by_hand() -> None:
    # a leads by 2.2 - 2 = 0.2. On criterion 0 (weight 0.6) that is 1/3 less for a or more for b, on 1 it is 1/2.
    flips = flips_of([[3, 1], [2, 2]], [0.6, 0.4], reach=1)
    assert [(flip.options, flip.criterion) for flip in flips] == [((0,), 0), ((1,), 0), ((0,), 1), ((1,), 1)]
    assert [flip.change for flip in flips] == pytest.approx([-1 / 3, 1 / 3, -1 / 2, 1 / 2])
    assert {flip.new_winner for flip in flips} == {1}


def test_score_stays_within_its_range() -> None:
    assert [flip.criterion for flip in flips_of([[3, 1], [2, 2]], [0.6, 0.4], reach=0.4)] == [0, 0]
    assert flips_of([[3, 1], [2, 2]], [0.6, 0.4], reach=0) == []


def test_level_at_the_end_of_the_range_is_no_flip() -> None:
    assert flips_of([[3], [2]], [1], reach=1) == []
    assert len(flips_of([[3], [2]], [1], reach=1.001)) == 2


def test_criterion_without_weight_changes_nothing() -> None:
    assert flips_of([[3, 1], [2, 2]], [1, 0], reach=0.9) == []


def test_tie_flips_at_once() -> None:
    assert flips_of([[2], [2]], [1], reach=1) == [ScoreFlip((0,), 0, 0.0, 1), ScoreFlip((1,), 0, 0.0, 1)]


def test_best_of_the_same_group_takes_over_without_a_flip() -> None:
    # a sinks below b, its own group; to reach c at 1 it would not help. Only c itself can rise above a.
    flips = flips_of([[3.0], [2.5], [1.0]], [1], reach=4, groups=[0, 0, 1])
    assert flips == [ScoreFlip((2,), 0, 2.0, 1)]


def test_block_moves_together() -> None:
    # a and b rest on the same claims: they sink together until c, in another group, is level.
    scores, blocks = [[3.0], [2.5], [1.0]], [[7], [7], [8]]
    flips = flips_of(scores, [1], reach=4, groups=[0, 0, 1], blocks=blocks)
    assert flips == [ScoreFlip((0, 1), 0, -2.0, 1), ScoreFlip((2,), 0, 2.0, 1)]


def test_block_stops_where_its_first_score_stops() -> None:
    scores = np.array([[3.0], [2.5], [1.0]])
    low = np.array([[0.0], [1.0], [1.0]])  # b can go down by 1.5 only
    assert score_flips(scores, [1], low, scores, groups=[0, 0, 1], blocks=[[7], [7], [8]]) == []


def test_block_of_all_options_changes_no_order() -> None:
    assert flips_of([[3], [2]], [1], reach=9, blocks=[[0], [0]]) == []


def test_same_number_on_another_criterion_is_another_block() -> None:
    flips = flips_of([[3, 1], [2, 2]], [0.6, 0.4], reach=1, blocks=[[0, 0], [1, 1]])
    assert [(flip.options, flip.criterion) for flip in flips] == [((0,), 0), ((1,), 0), ((0,), 1), ((1,), 1)]


@settings(max_examples=1000, deadline=None)
@given(problems(criteria=3, options=5), st.data())
def test_flip_is_the_smallest_change_that_changes_the_winner(problem: Problem, data: st.DataObject) -> None:
    scores, weights, groups = problem
    weights = normalised(weights)
    cells = st.lists(st.integers(0, 3), min_size=scores.size, max_size=scores.size)
    below, above, blocks = (np.array(data.draw(cells)).reshape(scores.shape) for _ in range(3))
    now = winner(scores @ weights, groups)
    assume(lead(scores @ weights, groups, now) > 1e-9)
    top = int((scores @ weights).argmax())
    found = {
        (flip.options, flip.criterion): flip
        for flip in score_flips(scores, weights, scores - below, scores + above, groups, blocks)
    }

    def totals_after(block: tuple[int, ...], criterion: int, change: float) -> Floats:
        moved = scores.copy()
        moved[list(block), criterion] += change
        return np.asarray(moved @ weights)

    for criterion in range(scores.shape[1]):
        for label in np.unique(blocks[:, criterion]):
            block = tuple(np.flatnonzero(blocks[:, criterion] == label).tolist())
            down, up = -below[list(block), criterion].min(), above[list(block), criterion].min()
            flip = found.get((block, criterion))
            if flip:
                assert down <= flip.change <= up
                # The winner goes down with its best option, or else the block comes up from below.
                direction = -1 if top in block else 1
                after = totals_after(block, criterion, flip.change + direction * 1e-6)
                assert lead(after, groups, now) < 0
                assert lead(after, groups, flip.new_winner) > -1e-8
                steps = flip.change * np.linspace(0, 1, 5)
            else:
                steps = np.linspace(down, up, 9)
            for change in steps:
                assert lead(totals_after(block, criterion, change), groups, now) > -1e-8


@settings(deadline=None)
@given(problems())
def test_smallest_comes_first(problem: Problem) -> None:
    scores, weights, groups = problem
    sizes = [abs(flip.change) for flip in flips_of(scores, weights, reach=9, groups=groups)]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("low", "high", "blocks", "message"),
    [
        ([[2, 0]], [[5, 5]], None, r"low\[0\]\[0\] is above its score"),
        ([[0, 0]], [[5, 1]], None, r"high\[0\]\[1\] is below its score"),
        ([[0, 0]], [[5, np.nan]], None, r"high\[0\]\[1\] is not a finite number"),
        ([[0]], [[5, 5]], None, r"low: expected shape \(1, 2\)"),
        ([[0, 0]], [[5, 5]], [[0]], r"blocks: expected shape \(1, 2\)"),
    ],
)
def test_bad_input_is_refused(low: Any, high: Any, blocks: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        score_flips([[1, 2]], [1, 1], low, high, blocks=blocks)
