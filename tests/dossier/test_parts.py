"""A dossier falls apart into parts and together again, and the work of two people into one."""

from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from dossier.model import Dossier
from dossier.parts import Clash, apply, change_between, from_parts, inverse, merge, parts
from tests.dossier.strategies import DOSSIERS

SCORE = {"punt": 3.0, "laag": 2.0, "hoog": 4.0}
OWN_VORM = {
    "id": "EV-1",
    "naam": "Twee subregio's",
    "hoofdvariant": "hybride",
    "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
}


def dossier(**content: Any) -> Dossier:
    return Dossier.model_validate(content)


def weights(**weights: float) -> Dossier:
    return dossier(weging={"invoer": {"schuiven": weights}})


@given(DOSSIERS)
def test_the_parts_of_a_dossier_make_that_dossier(any_dossier: Dossier) -> None:
    assert from_parts(parts(any_dossier)) == any_dossier


@given(DOSSIERS, DOSSIERS)
def test_two_dossiers_with_the_same_parts_are_the_same(one: Dossier, other: Dossier) -> None:
    assert (parts(one) == parts(other)) == (one == other)


def test_an_empty_dossier_has_no_parts() -> None:
    assert parts(Dossier()) == {}


def test_each_thing_that_can_change_alone_is_a_part() -> None:
    found = parts(
        dossier(
            regio={"naam": "Rijnstreek", "gemeenten": [{"naam": "Almere"}]},
            omstandigheden={"horizon": "kort"},
            weging={"invoer": {"schuiven": {"kosten": 20}}, "zekerheid": "hoog"},
            randvoorwaarden=[{"id": "RV-02", "status": "hard"}],
            aanpassingen=[{"kenmerk": "kosten", "vorm": "L", "motivering": "Gemeten.", **SCORE}],
            proces={"nu": {"7": {"wie": "Wijkteam"}}, "straks": {"7": {"wie": "GGD", "baan": "regio"}}},
            plan=[
                {"id": "WP-03", "eigenaar": "projectleider"},
                {"id": "EA-1", "tekst": "Bellen", "groep": "begroting", "volgorde": 1},
            ],
            begroting=[{"gemeente": "Almere", "soort": "team_nu", "euro": 0}],
            teams={"afwezig": 0, "mensen": [{"gemeente": "Almere", "mensen": 2}]},
        )
    )
    assert set(found) == {
        "regio.naam",
        "regio.gemeenten.almere",
        "omstandigheden.horizon",
        "weging.invoer.schuiven.kosten",
        "weging.zekerheid",
        "randvoorwaarden.RV-02",
        "aanpassingen.kosten|L",
        "proces.nu.7",
        "proces.straks.7",
        "plan.WP-03",
        "plan.EA-1",
        "begroting.almere|team_nu",
        "teams.afwezig",
        "teams.mensen.almere",
    }


def test_each_answer_of_each_way_of_weighing_is_a_part() -> None:
    found = parts(
        dossier(
            weging={
                "methode": "paarsgewijs",
                "invoer": {
                    "punten": {"kosten": 10},
                    "rangorde": {"kosten": 1},
                    "paarsgewijs": {"aansluiting|kosten": 3, "kosten|uniformiteit": -2},
                    "beste_slechtste": {"beste": "kosten", "beste_boven": {"uniformiteit": 4}},
                    "snelle_start": {
                        "stellingen": {"kosten": {"keuze": "eens"}},
                        "doorvragen": {"aansluiting|kosten": "gelijk"},
                    },
                },
            }
        )
    )
    place = "weging.invoer"
    assert set(found) == {
        "weging.methode",
        f"{place}.punten.kosten",
        f"{place}.rangorde.kosten",
        f"{place}.paarsgewijs.aansluiting|kosten",
        f"{place}.paarsgewijs.kosten|uniformiteit",
        f"{place}.beste_slechtste.beste",
        f"{place}.beste_slechtste.beste_boven.uniformiteit",
        f"{place}.snelle_start.stellingen.kosten",
        f"{place}.snelle_start.doorvragen.aansluiting|kosten",
    }


def test_an_answer_about_a_kenmerk_that_the_other_removed_clashes_with_both_parts() -> None:
    own = {"id": "EK-1", "naam": "Draagvlak", "schaal": {1: "a", 5: "b"}}
    base = dossier(eigen_kenmerken=[own])
    for invoer in (
        {"paarsgewijs": {"EK-1|kosten": 3}},
        {"beste_slechtste": {"beste": "EK-1"}},
        {"snelle_start": {"stellingen": {"EK-1": {"keuze": "eens"}}}},
    ):
        uses = dossier(eigen_kenmerken=[own], weging={"invoer": invoer})
        clashes = {clash.part for clash in merge(base, uses, Dossier()).clashes}
        assert "eigen_kenmerken.EK-1" in clashes
        assert len(clashes) == 2


def test_the_order_in_which_things_were_entered_makes_no_difference() -> None:
    ids = ["RV-10", "RV-09", "ER-1"]
    one = dossier(randvoorwaarden=[{"id": id, "status": "hard"} for id in ids])
    other = dossier(randvoorwaarden=[{"id": id, "status": "hard"} for id in reversed(ids)])
    assert one == other
    assert [keuze.id for keuze in one.randvoorwaarden] == ["ER-1", "RV-09", "RV-10"]


@pytest.mark.parametrize(
    "wrong",
    [{"kleur": "rood"}, {"regio.kleur": "rood"}, {"regio.naam.x": "rood", "regio.naam": "x"}, {"zaad": "veel"}],
)
def test_what_are_no_parts_of_a_dossier_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        from_parts(wrong)


@given(DOSSIERS, DOSSIERS)
def test_a_change_leads_there_and_its_inverse_back(before: Dossier, after: Dossier) -> None:
    change = change_between(before, after)
    assert apply(before, change) == after
    assert apply(after, inverse(change)) == before
    assert (change == {}) == (before == after)


@given(DOSSIERS, DOSSIERS)
def test_who_changed_nothing_gets_what_the_other_made(base: Dossier, other: Dossier) -> None:
    for merged in (merge(base, base, other), merge(base, other, base), merge(base, other, other)):
        assert merged.dossier == other
        assert merged.clashes == ()


@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_parts_clash_when_both_changed_them_to_something_else_and_only_then(
    base: Dossier, mine: Dossier, theirs: Dossier
) -> None:
    changed, other = change_between(base, mine), change_between(base, theirs)
    clashing = {part for part in changed.keys() & other.keys() if changed[part] != other[part]}
    merged = merge(base, mine, theirs)
    assert {clash.part for clash in merged.clashes} == clashing
    for clash in merged.clashes:
        here = (parts(base), parts(mine), parts(theirs), parts(merged.dossier))
        assert [held.get(clash.part) for held in here] == [clash.base, clash.mine, clash.theirs, clash.theirs]


@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_without_clashes_it_makes_no_difference_who_was_first(base: Dossier, mine: Dossier, theirs: Dossier) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert bool(one.clashes) == bool(other.clashes)
    if not one.clashes:
        assert one.dossier == other.dossier


@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_nothing_of_either_side_is_lost_in_silence(base: Dossier, mine: Dossier, theirs: Dossier) -> None:
    merged = merge(base, mine, theirs)
    asked = {clash.part for clash in merged.clashes}
    for side in (mine, theirs):
        for part, (_, new) in change_between(base, side).items():
            assert part in asked or parts(merged.dossier).get(part) == new


def test_two_weights_are_put_together() -> None:
    merged = merge(weights(kosten=20), weights(kosten=35), weights(kosten=20, deskundigheid=50))
    assert merged.dossier == weights(kosten=35, deskundigheid=50)
    assert not merged.clashes


def test_the_same_weight_clashes_and_theirs_stands() -> None:
    merged = merge(weights(kosten=20), weights(kosten=35), weights(kosten=40))
    assert merged.dossier == weights(kosten=40)
    assert merged.clashes == (Clash("weging.invoer.schuiven.kosten", 20.0, 35.0, 40.0),)


def test_a_gemeente_in_other_capitals_is_the_same_gemeente() -> None:
    mine, theirs = (dossier(regio={"gemeenten": [{"naam": naam}]}) for naam in ("Almere", "almere"))
    assert [clash.part for clash in merge(Dossier(), mine, theirs).clashes] == ["regio.gemeenten.almere"]


def test_what_the_other_removed_and_i_refer_to_clashes_with_both_parts() -> None:
    base = dossier(eigen_vormen=[OWN_VORM])
    uses = dossier(
        eigen_vormen=[OWN_VORM],
        lezing="strikt",
        aanpassingen=[{"kenmerk": "kosten", "vorm": "EV-1", "motivering": "Gemeten.", **SCORE}],
    )
    for mine, theirs in ((uses, Dossier()), (Dossier(), uses)):
        merged = merge(base, mine, theirs)
        assert {clash.part for clash in merged.clashes} == {"eigen_vormen.EV-1", "aanpassingen.kosten|EV-1"}
        assert merged.dossier == theirs.model_copy(update={"lezing": "strikt"})


def test_a_list_that_would_become_too_long_asks_who_came_last() -> None:
    def own(first: int, count: int) -> Dossier:
        ids = range(first, first + count)
        return dossier(
            eigen_kenmerken=[{"id": f"EK-{id}", "naam": "Draagvlak", "schaal": {1: "a", 5: "b"}} for id in ids]
        )

    merged = merge(Dossier(), own(1, 12), own(101, 12))
    assert merged.dossier == own(101, 12)
    assert len(merged.clashes) == 12
