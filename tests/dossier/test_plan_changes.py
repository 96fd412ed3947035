"""Changing the plan, the amounts and the teams, alone and with two people at once."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dossier.bedragen import with_absence, with_bedrag, with_team, without_bedragen
from dossier.model import Dossier
from dossier.parts import change_between, merge
from dossier.plan import moved, own_actions, planpunt_of, with_action, with_planpunt, without_planpunt
from dossier.uitvoering import PlanPunt


def actions(*volgorde: float) -> Dossier:
    plan: list[dict[str, Any]] = [
        {"id": f"EA-{n}", "tekst": f"Actie {n}", "groep": "begroting", "volgorde": place}
        for n, place in enumerate(volgorde, start=1)
    ]
    return Dossier.model_validate({"plan": plan})


def order(dossier: Dossier) -> list[str]:
    return [punt.id for punt in own_actions(dossier)]


def test_what_is_agreed_about_a_point_is_kept_and_emptied_again() -> None:
    held = with_planpunt(Dossier(), PlanPunt(id="WP-01", eigenaar="projectleider"))
    assert planpunt_of(held, "WP-01").eigenaar == "projectleider"
    assert with_planpunt(held, PlanPunt(id="WP-01")) == Dossier()
    assert planpunt_of(Dossier(), "WP-01").is_leeg


def test_a_new_action_comes_last_and_a_removed_one_leaves_nothing() -> None:
    held = with_action(actions(1, 2), "Bel de accountant", "begroting")
    last = own_actions(held)[-1]
    assert last.tekst == "Bel de accountant"
    assert without_planpunt(held, last.id) == actions(1, 2)


def test_moving_one_place() -> None:
    held = actions(1, 2, 3)
    assert order(moved(held, "EA-3", -1)) == ["EA-1", "EA-3", "EA-2"]
    assert order(moved(held, "EA-1", 1)) == ["EA-2", "EA-1", "EA-3"]
    assert order(moved(held, "EA-1", -1)) == order(moved(held, "EA-3", 1)) == ["EA-1", "EA-2", "EA-3"]


def test_moving_changes_the_one_that_moved_and_no_other() -> None:
    held = actions(1, 2, 3)
    assert list(change_between(held, moved(held, "EA-3", -1))) == ["plan.EA-3"]
    assert list(change_between(held, moved(held, "EA-1", 1))) == ["plan.EA-1"]
    assert list(change_between(held, moved(held, "EA-3", -2))) == ["plan.EA-3"]


@given(
    st.lists(st.floats(0, 10) | st.sampled_from([1.0, 2.0]), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=30),
)
def test_however_often_one_moves_each_move_is_one_place(volgorde: list[float], moves: list[tuple[int, int]]) -> None:
    held = actions(*volgorde)
    for which, step in moves:
        expected = order(held)
        place = which % len(expected)
        id = expected.pop(place)
        expected.insert(min(max(place + step, 0), len(expected)), id)
        held = moved(held, id, step)
        assert order(held) == expected
    if moves:
        numbers = [punt.volgorde or 0 for punt in own_actions(held)]
        assert all(one < other for one, other in pairwise(numbers))


def test_two_people_who_each_add_an_action_both_keep_it() -> None:
    base = actions(1)
    for _ in range(20):  # ids are drawn
        mine, theirs = (with_action(base, text, "begroting") for text in ("Van mij", "Van de ander"))
        merged = merge(base, mine, theirs)
        assert not merged.clashes
        assert {punt.tekst for punt in merged.dossier.plan} == {"Actie 1", "Van mij", "Van de ander"}


def test_two_people_who_move_different_actions_do_not_clash() -> None:
    base = actions(1, 2, 3, 4)
    merged = merge(base, moved(base, "EA-1", 1), moved(base, "EA-4", -1))
    assert not merged.clashes
    assert order(merged.dossier) == ["EA-2", "EA-1", "EA-4", "EA-3"]


def test_moving_and_removing_the_same_action_asks() -> None:
    base = actions(1, 2)
    merged = merge(base, moved(base, "EA-1", 1), without_planpunt(base, "EA-1"))
    assert [clash.part for clash in merged.clashes] == ["plan.EA-1"]


def test_amounts_of_one_gemeente_can_be_changed_by_two() -> None:
    mine = with_bedrag(Dossier(), "Almere", "team_nu", 5)
    theirs = with_bedrag(Dossier(), "Almere", "overgang", 7)
    merged = merge(Dossier(), mine, theirs)
    assert not merged.clashes
    assert {(b.soort, b.euro) for b in merged.dossier.begroting} == {("team_nu", 5), ("overgang", 7)}


def test_an_amount_is_replaced_emptied_and_zero_is_kept() -> None:
    held = with_bedrag(with_bedrag(Dossier(), "Almere", "team_nu", 5), "ALMERE", "team_nu", 0)
    assert [b.euro for b in held.begroting] == [0]
    assert with_bedrag(held, "Almere", "team_nu", None) == Dossier()


def test_all_amounts_of_a_gemeente_go_at_once() -> None:
    held = with_bedrag(with_bedrag(Dossier(), "Almere", "team_nu", 5), "Almere", "overgang", 5)
    both = with_bedrag(held, "Laren", "overgang", 5)
    assert {b.gemeente for b in without_bedragen(both, "almere").begroting} == {"Laren"}


def test_teams_and_absence_are_kept_and_emptied_again() -> None:
    held = with_team(with_absence(Dossier(), 12.5), "Almere", 2)
    assert (held.teams.afwezig, held.teams.mensen[0].mensen) == (12.5, 2)
    assert with_absence(with_team(held, "almere", None), None) == Dossier()


@pytest.mark.parametrize("euro", [-1, 1_000_000_001])
def test_an_absurd_amount_makes_no_dossier(euro: int) -> None:
    with pytest.raises(ValidationError):
        with_bedrag(Dossier(), "Almere", "team_nu", euro)
