"""Which aandachtspunten follow from a change of vorm, checked by hand against the guide."""

import pytest

from advies.aandachtspunten import aandachtspunten_for, transition
from advies.matrix import Optie, matrix_for
from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

ALTIJD = {"AL-02", "UP-01", "UP-04", "UP-05", "UP-08", "MS-06", "BU-04"}
ELKE = {
    *("AL-01", "WP-01", "WP-02", "BG-04", "BV-01", "BV-02", "BB-01", "BB-02", "BB-03"),
    *("CB-01", "CB-02", "CB-03", "CB-04", "CB-06", "CB-07", "UP-03", "UP-07"),
    *("MS-02", "MS-03", "MS-04", "MS-05", "BU-01", "BU-02", "BU-03"),
}
VAN_OF_NAAR_CENTRAAL = {"BG-01", "BG-02", "BG-03"}
NIET_CENTRAAL = {"CB-08", "UP-06", "MS-01"}
EXPERTISETEAM = {"WP-04", "WP-05", "WP-06"}

# Chosen vorm not the present one: ALTIJD and ELKE hold, and beside them these.
EXTRA = {
    ("C-A2", "L"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | {"CB-05", "UP-02", "UP-09"},
    ("L", "C-A1"): VAN_OF_NAAR_CENTRAAL,
    ("C-A1", "H-TB-S"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | EXPERTISETEAM | {"UP-09"},
    ("C-A1", "H-TA"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | EXPERTISETEAM | {"UP-02", "UP-09"},
    ("H-TA", "H-TB"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    ("H-TB", "H-TA"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-02", "UP-09"},
    ("H-TA", "H-TA-S"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    ("L", "H-TA"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    ("H-TB", "L"): NIET_CENTRAAL | {"BG-01", "BG-02", "CB-05", "UP-02", "UP-09"},
    ("C-A1", "C-B1"): set(),
    ("C-A1", "C-A2"): set(),
    ("C-B2", "H-GM"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | {"UP-02", "UP-09"},
    ("H-GM", "L"): NIET_CENTRAAL | {"CB-05", "UP-02", "UP-09"},
    ("L", "H-IR"): NIET_CENTRAAL,
    ("H-IR", "C-B1"): VAN_OF_NAAR_CENTRAAL,
}


def optie(guide: Handreiking, id: str) -> Optie:
    return matrix_for(guide, Dossier()).optie(id)


@pytest.mark.parametrize(("nu", "straks"), EXTRA, ids=lambda id: str(id))
def test_transition(guide: Handreiking, nu: str, straks: str) -> None:
    found = transition(guide, Dossier(), optie(guide, nu), optie(guide, straks))
    assert {item.id for item in found} == ALTIJD | ELKE | EXTRA[nu, straks]


def test_no_change_leaves_the_short_list_that_always_holds(guide: Handreiking) -> None:
    for id in guide.vormen:
        same = optie(guide, id)
        assert {item.id for item in transition(guide, Dossier(), same, same)} == ALTIJD


def test_every_item_applies_to_some_transition(guide: Handreiking) -> None:
    issued = Dossier.model_validate({"beschikking": {"straks": "regionaal"}})
    seen = {
        item.id
        for nu in guide.vormen
        for straks in guide.vormen
        for item in transition(guide, issued, optie(guide, nu), optie(guide, straks))
    }
    assert seen == set(guide.aandachtspunten.aandachtspunten)


@pytest.mark.parametrize(("straks", "applies"), [("L", True), ("H-TA", True), ("H-GM", True), ("H-TB", False)])
def test_local_decision_with_a_regional_beschikking(guide: Handreiking, straks: str, applies: bool) -> None:
    issued = Dossier.model_validate({"beschikking": {"straks": "regionaal"}})
    found = {item.id for item in transition(guide, issued, optie(guide, "C-A1"), optie(guide, straks))}
    assert ("WP-03" in found) == applies
    without = {item.id for item in transition(guide, Dossier(), optie(guide, "C-A1"), optie(guide, straks))}
    assert "WP-03" not in without


def test_costs_between_the_roles_are_a_weak_sign(guide: Handreiking) -> None:
    found = {item.id: item for item in transition(guide, Dossier(), optie(guide, "H-TA"), optie(guide, "H-TB"))}
    assert found["BG-01"].zwak
    strong = {item.id: item for item in transition(guide, Dossier(), optie(guide, "C-A1"), optie(guide, "H-TB"))}
    assert not strong["BG-01"].zwak


def test_every_reason_is_a_sentence(guide: Handreiking) -> None:
    for nu in guide.vormen:
        for item in transition(guide, Dossier(), optie(guide, nu), optie(guide, "L")):
            assert item.reden.startswith("Omdat ")
            assert item.reden.endswith(".")


def test_an_unknown_present_vorm_lists_what_could_play_and_says_so(guide: Handreiking) -> None:
    found = {item.id: item for item in transition(guide, Dossier(), None, optie(guide, "L"))}
    assert set(found) == ALTIJD | ELKE | EXTRA["C-A2", "L"]
    assert found["BG-01"].reden.startswith("Als u van vorm verandert: omdat ")
    assert found["UP-01"].reden.startswith("Omdat ")


def test_an_unknown_present_vorm_lists_only_what_some_vorm_could_bring(guide: Handreiking) -> None:
    """No vorm has fewer deciding teams than one, so going to one team never makes them more."""
    for straks in ("C-A1", "H-IR", "H-TB"):
        assert "UP-02" not in {item.id for item in transition(guide, Dossier(), None, optie(guide, straks))}


def test_the_chosen_vorm_goes_before_the_best_one(guide: Handreiking, dossier: MakeDossier) -> None:
    best = dossier({"aansluiting": 100}, huidige_vorm="C-A1")
    chosen = dossier({"aansluiting": 100}, huidige_vorm="C-A1", gekozen_vorm="C-B1")
    to_best = aandachtspunten_for(guide, best, advise(guide, best))
    to_chosen = aandachtspunten_for(guide, chosen, advise(guide, chosen))
    assert {item.id for item in to_best} == ALTIJD | ELKE | EXTRA["C-A2", "L"]
    assert {item.id for item in to_chosen} == ALTIJD | ELKE
