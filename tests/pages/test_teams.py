"""Small teams: what was filled in, what follows from it, and what the calculation leaves out."""

import pytest

from tests.pages.conftest import OpenPage, dossier_of, labelled, words

REGIO = {"gemeenten": [{"naam": "Zandhoven"}, {"naam": "Kustwijk"}]}
TEAMS = {"afwezig": 20, "mensen": [{"gemeente": "Zandhoven", "mensen": 1}, {"gemeente": "Kustwijk", "mensen": 2}]}


def test_without_gemeenten_it_says_where_to_add_them(open_page: OpenPage) -> None:
    assert "Voeg ze eerst toe bij stap 1" in open_page("teams.py").info[0].value


def test_nothing_is_filled_in_for_the_region_and_nothing_is_said_until_it_does(open_page: OpenPage) -> None:
    app = open_page("teams.py", regio=REGIO)
    assert [field.value for field in app.text_input] == [""] * 3
    assert "Vul eerst in welk deel van de werktijd" in app.info[0].value
    labelled(app, "text_input", "Welk deel").input("20").run()
    assert "Vul eerst bij ten minste één gemeente in" in app.info[0].value
    assert "Hoe vaak is er niemand?" not in [header.value for header in app.header]


def test_apart_against_together_by_hand(open_page: OpenPage) -> None:
    # at 20%: 0.2 and 0.04; in one team of three 0.008; on average 0.24; somewhere 1 - 0.8 * 0.96 = 0.232
    app = open_page("teams.py", regio=REGIO, teams=TEAMS)
    assert "het grootst in Zandhoven: 20%." in words(app)
    assert "in ten minste één gemeente niemand is, is 23%. Gemiddeld is er in 0,2 van de 2 gemeenten" in words(app)
    assert "in één team, dan is de kans dat er niemand is 0,8%." in words(app)


def test_the_assumption_stands_beside_the_answer(open_page: OpenPage) -> None:
    app = open_page("teams.py", regio=REGIO, teams=TEAMS)
    assert "In het echt is de kans meestal groter, want griep en vakanties vallen vaak samen." in words(app)
    assert "Wij rekenen alsof de een los van de ander afwezig is." in words(app)


def test_what_is_typed_is_kept(open_page: OpenPage) -> None:
    app = open_page("teams.py", regio=REGIO)
    labelled(app, "text_input", "Welk deel").input("12.5 %").run()
    labelled(app, "text_input", "Mensen met deze kennis in Kustwijk").input("2").run()
    teams = dossier_of(app).teams
    assert (teams.afwezig, [(team.gemeente, team.mensen) for team in teams.mensen]) == (12.5, [("Kustwijk", 2)])
    assert labelled(app, "text_input", "Welk deel").value == "12,5"
    assert "Nog niet ingevuld, en dus niet meegeteld: Zandhoven." in words(app)


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("Welk deel", "120", "Meer dan 100% van de tijd kan niet"),
        ("Welk deel", "vaak", "Dit percentage kunnen wij niet lezen"),
        ("Mensen met deze kennis in Kustwijk", "2,5", "geen fte"),
        ("Mensen met deze kennis in Kustwijk", "-1", "Dit aantal kunnen wij niet lezen"),
    ],
)
def test_what_cannot_be_is_refused_in_words(open_page: OpenPage, field: str, typed: str, reason: str) -> None:
    app = open_page("teams.py", regio=REGIO, teams=TEAMS)
    before = dossier_of(app)
    labelled(app, "text_input", field).input(typed).run()
    assert reason in app.error[0].value
    assert dossier_of(app) == before


def test_a_gemeente_that_left_is_shown_and_does_not_count(open_page: OpenPage) -> None:
    left = {"afwezig": 20, "mensen": [{"gemeente": "Weg", "mensen": 1}]}
    app = open_page("teams.py", regio=REGIO, teams=left)
    assert "Weg: 1 mens" in words(app)
    labelled(app, "button", "Wis het aantal van Weg").click().run()
    assert dossier_of(app).teams.mensen == ()
