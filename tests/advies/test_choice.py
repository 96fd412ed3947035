"""Choosing a vorm that is not first, or that is excluded: what that means, in plain words and in points that add up."""

import re

import pytest

from advies.keuze import Keuze, about_choice
from advies.rangorde import advise
from handreiking.model import Handreiking
from tests.advies.conftest import MakeDossier


def said(keuze: Keuze) -> str:
    return " ".join(keuze.zinnen)


def number(text: str) -> float:
    return float(text.replace(",", "."))


def test_the_first_needs_no_words(guide: Handreiking, dossier: MakeDossier) -> None:
    advies = advise(guide, dossier({"aansluiting": 100}))
    assert advies.beste is not None
    assert about_choice(advies, advies.beste.optie.id) == Keuze(uitgesloten=False, vraagt_reden=False, zinnen=())


def test_another_says_which_is_first_and_by_how_much(guide: Handreiking, dossier: MakeDossier) -> None:
    """On betrokkenheid alone L (4, 5, 5) has (14/3 - 1) / 4 = 91.7 and C-A1 (1, 2, 3) has (2 - 1) / 4 = 25.0 points."""
    advies = advise(guide, dossier({"betrokkenheid": 100}))
    keuze = about_choice(advies, "C-A1")
    assert keuze.vraagt_reden
    assert not keuze.uitgesloten
    assert "Deze vorm staat niet bovenaan in uw uitkomst." in keuze.zinnen
    assert "“een eigen lokaal team in elke gemeente” met 91,7 punten." in said(keuze)
    assert "Uw keuze krijgt 25,0 punten. Dat is 66,7 punten minder." in said(keuze)


def test_the_points_on_the_screen_add_up(guide: Handreiking, dossier: MakeDossier) -> None:
    advies = advise(guide, dossier({"deskundigheid": 31, "kosten": 17, "continuiteit": 53}))
    for vorm in advies.vormen:
        numbers = re.findall(r"(\d+,\d) punt", said(about_choice(advies, vorm.optie.id)))
        if len(numbers) == 3:
            top, own, lead = map(number, numbers)
            assert top - own == pytest.approx(lead)


def test_a_difference_too_small_to_show_is_said_once(guide: Handreiking, dossier: MakeDossier) -> None:
    """C-A1 leads H-TA by 16,67 * 0,8002 - 66,67 * 0,1998 = 0,017 points (see the example of Verantwoording)."""
    advies = advise(guide, dossier({"deskundigheid": 80.02, "aansluiting": 19.98}))
    told = said(about_choice(advies, "H-TA"))
    assert told.endswith("Uw keuze krijgt 78,3 punten. Dat scheelt minder dan 0,1 punt.")


def test_an_excluded_one_says_which_demand_and_why(guide: Handreiking, dossier: MakeDossier) -> None:
    demands = [{"id": "RV-04", "status": "hard"}, {"id": "RV-09", "status": "hard"}]
    keuze = about_choice(advise(guide, dossier({"kosten": 100}, randvoorwaarden=demands)), "C-A1")
    assert keuze.uitgesloten
    assert keuze.zinnen[0] == (
        "Deze vorm valt af door uw harde eis “de eigen gemeente beslist over de indicatie”. "
        "Het centrale team bepaalt welke voorziening past."
    )
    assert keuze.zinnen[1].endswith("Deze vorm bestaat alleen met een kassiersgemeente.")
    assert "Zonder die eisen kreeg uw keuze 75,0 punten." in said(keuze)


def test_nothing_left_is_said(guide: Handreiking, dossier: MakeDossier) -> None:
    demands = [
        {"id": "RV-04", "status": "hard"},
        {"id": "RV-07", "status": "hard"},
        {"id": "ER-1", "naam": "Geen mengvorm", "status": "hard", "oordelen": {"H-GM": "voldoet_niet"}},
    ]
    advies = advise(guide, dossier({"kosten": 100}, randvoorwaarden=demands))
    assert "Er staat geen enkele vorm bovenaan" in said(about_choice(advies, "L"))


def test_one_that_is_not_ranked_says_why(guide: Handreiking, dossier: MakeDossier) -> None:
    strict = advise(guide, dossier({"kosten": 100}, lezing="strikt"))
    assert "zegt er te weinig over voor de strikte lezing" in said(about_choice(strict, "H-IR"))
    own = {
        "id": "EV-1",
        "naam": "Subregio's",
        "hoofdvariant": "centraal",
        "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
    }
    advies = advise(guide, dossier({"kosten": 100}, eigen_vormen=[own]))
    assert "U gaf deze eigen vorm nog niet op elk kenmerk een score." in said(about_choice(advies, "EV-1"))


def test_before_weighing_it_says_that_all_count_alike(guide: Handreiking, dossier: MakeDossier) -> None:
    assert said(about_choice(advise(guide, dossier()), "H-GM")).endswith("Alle kenmerken tellen daarbij even zwaar.")
