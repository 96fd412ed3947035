"""Why two dossiers have different answers, found by putting the parts of one into the other."""

from advies.vergelijk import why_different
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier

LOKAAL = {"aansluiting": 100.0, "betrokkenheid": 100.0}
CENTRAAL = {"uniformiteit": 100.0, "kosten": 100.0}


def test_another_weighting(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Nu", dossier(LOKAAL)), ("Grip", dossier(CENTRAAL)))
    assert said == (
        "“Nu” geeft lokale toegang en “Grip” centrale toegang. "
        "Dat komt door de weging: met die van “Grip” geeft “Nu” hetzelfde."
    )


def test_another_demand_and_not_another_name(guide: Handreiking, dossier: MakeDossier) -> None:
    hard = [{"id": "RV-06", "status": "hard"}]
    strict = dossier(LOKAAL, randvoorwaarden=hard, regio={"naam": "Anders"})
    said = why_different(guide, ("Nu", dossier(LOKAAL)), ("Streng", strict))
    assert "“Streng” hybride toegang. Dat komt door de eisen:" in said


def test_two_things_together(guide: Handreiking, dossier: MakeDossier) -> None:
    """Neither the weighting nor the demand alone changes the answer; both do."""
    first = dossier({"uniformiteit": 60, "aansluiting": 40}, randvoorwaarden=[{"id": "RV-02", "status": "hard"}])
    second = dossier({"uniformiteit": 100}, randvoorwaarden=[{"id": "RV-04", "status": "hard"}])
    said = why_different(guide, ("Een", first), ("Twee", second))
    assert "Dat komt door" in said


def test_the_same_answer_names_what_differs_all_the_same(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Twee", dossier({"aansluiting": 100, "betrokkenheid": 90})))
    assert said == "“Een” en “Twee” geven dezelfde uitkomst: lokale toegang. Zij verschillen wel in de weging."


def test_equal_dossiers_have_no_difference(guide: Handreiking, dossier: MakeDossier) -> None:
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Twee", dossier(LOKAAL)))
    assert said == "“Een” en “Twee” geven dezelfde uitkomst: lokale toegang."


def test_nothing_left_and_nothing_weighed_are_answers_too(guide: Handreiking, dossier: MakeDossier) -> None:
    zero = dossier(dict.fromkeys(guide.kenmerken, 0.0))
    said = why_different(guide, ("Een", dossier(LOKAAL)), ("Nul", zero))
    assert "“Nul” geen enkele variant. Dat komt door de weging" in said
