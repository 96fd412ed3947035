"""Which aandachtspunten follow from a change of vorm, checked by hand against the guide."""

import pytest

from advies.aandachtspunten import Buiten, aandachtspunten_for, divide, transition
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

# Chosen vorm not the present one: ALTIJD and ELKE hold, and beside them these, each worked out by hand.
EXTRA = {
    # Out of centraal; every gemeente decides and sends its own messages; the new teams may be small.
    ("C-A2", "L"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | {"CB-05", "UP-02", "UP-09"},
    # Into centraal: costs move and are wound up; one team decides instead of many; nothing local is left.
    ("L", "C-A1"): VAN_OF_NAAR_CENTRAAL,
    # Out of centraal, but still one team decides, now the expert team; local teams do the first steps.
    ("C-A1", "H-TB-S"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | EXPERTISETEAM | {"UP-09"},
    # The same with an expert team that advises: then every gemeente decides, so more teams do.
    ("C-A1", "H-TA"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | EXPERTISETEAM | {"UP-02", "UP-09"},
    # Another role for the expert team: who pays may move (weak). From each gemeente to one team that decides.
    ("H-TA", "H-TB"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    # And back: from one team that decides to each gemeente.
    ("H-TB", "H-TA"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-02", "UP-09"},
    # Steering comes along; who decides stays.
    ("H-TA", "H-TA-S"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    # An expert team beside local teams that go on deciding.
    ("L", "H-TA"): NIET_CENTRAAL | EXPERTISETEAM | {"BG-01", "BG-02", "UP-09"},
    # The expert team goes; from then on each gemeente decides, pays and sends messages itself.
    ("H-TB", "L"): NIET_CENTRAAL | {"BG-01", "BG-02", "CB-05", "UP-02", "UP-09"},
    # Another body, or another place to report: still one central team.
    ("C-A1", "C-B1"): set(),
    ("C-A1", "C-A2"): set(),
    # Some gemeenten leave the central team: they get teams of their own that decide.
    ("C-B2", "H-GM"): VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | {"UP-02", "UP-09"},
    # The rest follows. No expert team anywhere and not out of centraal, so the guide says nothing on the budget here.
    ("H-GM", "L"): NIET_CENTRAAL | {"CB-05", "UP-02", "UP-09"},
    # The region decides from now on; no local team that could be small, only a local director.
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
    assert found["BG-01"].reden.startswith("Als u van vorm verandert, speelt dit omdat het kan zijn dat ")
    assert found["CB-05"].reden.startswith("Als u van vorm verandert, speelt dit omdat bij lokale toegang ")
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


def left_out(guide: Handreiking, nu: str, straks: str, beschikking: str | None = None) -> dict[str, Buiten]:
    dossier = Dossier.model_validate({"beschikking": {"straks": beschikking}})
    found = divide(guide, dossier, optie(guide, nu), optie(guide, straks))
    return {item.id: item for item in found.buiten}


@pytest.mark.parametrize(
    ("nu", "straks", "id", "why"),
    [
        ("L", "L", "BV-01", "Speelt niet: u blijft bij dezelfde vorm."),
        ("C-A1", "L", "WP-05", "Speelt niet: in de gekozen vorm is geen expertiseteam."),
        ("L", "C-A1", "UP-02", "Speelt niet: er beslissen straks niet meer teams dan nu."),
        ("L", "C-A1", "UP-09", "Speelt niet: in de gekozen vorm heeft geen gemeente een eigen team."),
        ("L", "H-TA", "BG-03", "Speelt niet: u gaat niet van of naar een centrale toegang."),
        ("C-A1", "H-IR", "CB-05", "Speelt niet: de gekozen vorm is een hybride toegang."),
        ("C-A1", "H-TB", "WP-03", "Speelt niet: het besluit valt straks op één plek in de regio."),
        (
            "L",
            "H-GM",
            "BG-01",
            "Speelt niet: u gaat niet van of naar een centrale toegang, "
            "en er komt, vervalt of verandert geen expertiseteam naast lokale teams.",
        ),
    ],
)
def test_what_does_not_apply_says_why(guide: Handreiking, nu: str, straks: str, id: str, why: str) -> None:
    item = left_out(guide, nu, straks)[id]
    assert item.reden == why
    assert not item.onbekend


def test_what_hangs_on_something_not_entered_says_so(guide: Handreiking) -> None:
    item = left_out(guide, "C-A1", "L")["WP-03"]
    assert item.reden == "Nog niet te zeggen: u vulde niet in waar de beschikking straks wordt afgegeven."
    assert item.onbekend
    known = left_out(guide, "C-A1", "L", "lokaal")["WP-03"]
    assert known.reden == "Speelt niet: de beschikking komt straks van de gemeente zelf."
    assert not known.onbekend
    assert "WP-03" not in left_out(guide, "C-A1", "L", "regionaal")


def test_reasons_are_those_of_this_region(guide: Handreiking) -> None:
    issued = Dossier.model_validate({"beschikking": {"nu": "lokaal", "straks": "regionaal"}})
    found = {item.id: item.reden for item in transition(guide, issued, optie(guide, "H-TB"), optie(guide, "L"))}
    assert found["WP-03"] == "Omdat het besluit straks lokaal valt en de beschikking regionaal komt."
    assert found["AL-01"].startswith("Omdat u van hybride toegang naar lokale toegang gaat en ")
    assert found["WP-01"] == "Omdat het expertiseteam straks niet meer meedoet."
    assert found["BB-01"].startswith("Omdat de beschikking straks van een andere plek komt ")


def test_a_known_place_of_the_beschikking_that_stays_is_no_reason(guide: Handreiking) -> None:
    issued = Dossier.model_validate({"beschikking": {"nu": "regionaal", "straks": "regionaal"}})
    found = {item.id: item.reden for item in transition(guide, issued, optie(guide, "C-A1"), optie(guide, "C-B1"))}
    assert found["BB-01"] == "Omdat een inwoner ook bij een andere vorm moet weten waar bezwaar maken kan."


def test_an_own_vorm_is_judged_by_what_the_region_said_of_it(guide: Handreiking) -> None:
    own = {
        "id": "EV-1",
        "naam": "Subregio's",
        "hoofdvariant": "hybride",
        "inrichting": {"besluit": "lokaal", "lokale_teams": "deel", "beslissende_teams": "een_en_deel"},
    }
    dossier = Dossier.model_validate({"eigen_vormen": [own]})
    matrix = matrix_for(guide, dossier)
    found = {item.id for item in transition(guide, dossier, matrix.optie("C-A1"), matrix.optie("EV-1"))}
    assert found == ALTIJD | ELKE | VAN_OF_NAAR_CENTRAAL | NIET_CENTRAAL | {"UP-02", "UP-09"}
