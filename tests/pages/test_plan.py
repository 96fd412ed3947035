"""The plan: who does what and when, own actions, what is parked, and what goes along."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dossier.uitvoering import PlanPunt
from tests.pages.conftest import OpenPage, dossier_of, labelled, words

LOKAAL = {"weging": {"invoer": {"schuiven": {"aansluiting": 100, "betrokkenheid": 100}}}, "huidige_vorm": "C-A2"}


def point(app: AppTest, id: str) -> PlanPunt:
    (found,) = (punt for punt in dossier_of(app).plan if punt.id == id)
    return found


def choose(app: AppTest, id: str) -> None:
    labelled(app, "selectbox", "Welk punt").set_value(id).run()


def type_in(app: AppTest, start: str, text: str) -> None:
    labelled(app, "text_input", start).input(text).run()


def own(*texts: str) -> list[dict[str, Any]]:
    return [
        {"id": f"EA-{n}", "tekst": text, "groep": "begroting", "volgorde": n} for n, text in enumerate(texts, start=1)
    ]


def order(app: AppTest) -> list[str]:
    """The own actions of the group Begroting as they are listed: "**1. Bellen** (Begroting)"."""
    return re.findall(r"^\*\*\d+\. (.*)\*\* \(Begroting\)$", words(app), re.MULTILINE)


def offered(app: AppTest) -> list[str]:
    """The files that the plan is offered as; the last button on every screen is for the dossier itself."""
    buttons: list[Any] = list(app.get("download_button"))
    return [button.label for button in buttons][:-1]


def test_the_summary_counts_what_has_an_owner_and_a_date_and_what_is_ready(open_page: OpenPage) -> None:
    plan = [
        {"id": "WP-01", "eigenaar": "projectleider", "eind": "2090-01-01", "status": "klaar"},
        {"id": "WP-02", "eigenaar": "projectleider"},
        {"id": "BG-01", "eind": "2020-01-01"},
        {"id": "BG-02", "status": "vervalt"},
    ]
    app = open_page("plan.py", plan=plan, **LOKAAL)
    assert "Uw plan heeft 40 punten: 1 met een eigenaar en een datum, 1 klaar." in words(app)
    assert "1 punt is over de datum." in words(app)
    assert "1 ander punt vervalt." in words(app)


def test_what_is_filled_in_is_kept(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    choose(app, "BG-03")
    type_in(app, "Eigenaar", "controller")
    type_in(app, "Begin", "1-2-2027")
    type_in(app, "Eind", "3 3 2027")
    labelled(app, "radio", "Status").set_value("bezig").run()
    labelled(app, "text_area", "Notitie").input("Vraag het de gemeenten.").run()
    held = point(app, "BG-03")
    assert (held.eigenaar, str(held.begin), str(held.eind)) == ("controller", "2027-02-01", "2027-03-03")
    assert (held.status, held.notitie) == ("bezig", "Vraag het de gemeenten.")
    assert labelled(app, "text_input", "Begin").value == "01-02-2027"
    assert "03-03-2027" in words(app)


def test_a_point_that_is_emptied_leaves_nothing_behind(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    choose(app, "BG-03")
    type_in(app, "Eigenaar", "controller")
    type_in(app, "Eigenaar", "")
    assert dossier_of(app).plan == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30-02-2027", "februari 2027: die maand heeft 28 dagen"),
        ("12-13-2027", "Maand 13 bestaat niet"),
        ("01-01-1999", "Het jaar 1999 kan niet"),
        ("1-1-27", "Schrijf het jaar met vier cijfers"),
        ("morgen", "Deze datum kunnen wij niet lezen"),
    ],
)
def test_a_wrong_date_is_refused_in_words_and_stays_on_the_screen(open_page: OpenPage, typed: str, said: str) -> None:
    app = open_page("plan.py", **LOKAAL)
    type_in(app, "Eind", typed)
    assert said in words(app)
    assert labelled(app, "text_input", "Eind").value == typed
    assert dossier_of(app).plan == ()


def test_an_end_before_the_beginning_is_refused_until_either_is_mended(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    choose(app, "BG-03")
    type_in(app, "Begin", "01-05-2027")
    type_in(app, "Eind", "01-04-2027")
    assert "ligt voor het begin (01-05-2027)" in words(app)
    assert point(app, "BG-03").eind is None
    type_in(app, "Begin", "01-03-2027")
    assert not app.error
    assert (str(point(app, "BG-03").begin), str(point(app, "BG-03").eind)) == ("2027-03-01", "2027-04-01")


def test_to_the_next_point(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    ids = labelled(app, "selectbox", "Welk punt").options
    first = labelled(app, "selectbox", "Welk punt").value
    labelled(app, "button", "Naar het volgende punt").click().run()
    assert (first, labelled(app, "selectbox", "Welk punt").value) == ("AL-01", "AL-02")
    assert len(ids) == 41


def test_an_own_action_is_added_filled_in_and_listed_in_its_group(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    labelled(app, "text_input", "Nieuwe actie").input("Bel de accountant")
    labelled(app, "selectbox", "Bij welk onderwerp").set_value("begroting")
    labelled(app, "button", "Voeg deze actie toe").click().run()
    (punt,) = dossier_of(app).plan
    assert (punt.tekst, punt.groep) == ("Bel de accountant", "begroting")
    choose(app, punt.id)
    type_in(app, "Wat moet er gebeuren?", "Bel de controller")
    assert point(app, punt.id).tekst == "Bel de controller"
    assert "Uw plan heeft 42 punten" in words(app)


def test_an_own_action_without_text_is_refused(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    labelled(app, "button", "Voeg deze actie toe").click().run()
    assert "De actie heeft nog geen tekst" in app.error[0].value
    assert dossier_of(app).plan == ()


def test_own_actions_are_moved(open_page: OpenPage) -> None:
    app = open_page("plan.py", plan=own("Een", "Twee", "Drie"), **LOKAAL)
    assert order(app) == ["Een", "Twee", "Drie"]
    labelled(app, "button", "Eerder: Drie").click().run()
    assert order(app) == ["Een", "Drie", "Twee"]
    labelled(app, "button", "Later: Een").click().run()
    assert order(app) == ["Drie", "Een", "Twee"]


def test_a_removed_action_comes_back_by_undo(open_page: OpenPage) -> None:
    app = open_page("plan.py", plan=own("Een", "Twee"), **LOKAAL)
    labelled(app, "button", "Haal weg: Een").click().run()
    assert order(app) == ["Twee"]
    labelled(app, "button", "Maak mijn laatste wijziging ongedaan").click().run()
    assert order(app) == ["Een", "Twee"]


def test_what_falls_away_is_parked_and_comes_back(open_page: OpenPage) -> None:
    plan = [{"id": "UP-09", "eigenaar": "teamleider", "status": "bezig"}]
    app = open_page("plan.py", plan=plan, gekozen_vorm="C-B1", **LOKAAL)
    assert "Geparkeerd" in [header.value for header in app.header]
    assert "teamleider" in words(app)
    assert "UP-09" not in labelled(app, "selectbox", "Welk punt").options
    back = open_page("plan.py", plan=plan, gekozen_vorm="L", **LOKAAL)
    assert "Geparkeerd" not in [header.value for header in back.header]
    choose(back, "UP-09")
    assert labelled(back, "text_input", "Eigenaar").value == "teamleider"


def test_what_is_parked_can_be_thrown_away(open_page: OpenPage) -> None:
    app = open_page("plan.py", plan=[{"id": "UP-09", "eigenaar": "teamleider"}], gekozen_vorm="C-B1", **LOKAAL)
    labelled(app, "button", "Wis wat bij").click().run()
    assert dossier_of(app).plan == ()


def test_the_timeline_says_what_it_shows_and_has_its_table(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    assert "Nog geen enkel punt heeft een datum" in words(app)
    plan = [{"id": "WP-01", "begin": "2027-02-01", "eind": "2027-03-01"}, {"id": "WP-02", "eind": "2027-01-15"}]
    app = open_page("plan.py", plan=plan, **LOKAAL)
    assert "2 punten hebben een datum. Het eerste begint op 15-01-2027, het laatste is af op 01-03-2027." in words(app)
    assert "1. Wie zet welke stap" in words(app)


def test_a_calendar_is_offered_once_a_point_has_a_date(open_page: OpenPage) -> None:
    """Without any event it would not be valid: RFC 5545 asks for one at least."""
    app = open_page("plan.py", **LOKAAL)
    assert offered(app) == ["Bewaar als tabel voor Excel (CSV)"]
    assert "Een bestand voor uw agenda kan nog niet: geen enkel punt heeft een datum." in words(app)
    app = open_page("plan.py", plan=[{"id": "WP-01", "begin": "2027-02-01"}], **LOKAAL)
    assert offered(app) == ["Bewaar als tabel voor Excel (CSV)", "Bewaar voor uw agenda (ICS)"]
    assert "kan nog niet" not in words(app)


def test_without_weights_it_says_why_and_keeps_what_was_agreed(open_page: OpenPage) -> None:
    app = open_page(
        "plan.py", weging={"invoer": {"schuiven": {"kosten": 0}}}, plan=[{"id": "WP-01", "eigenaar": "projectleider"}]
    )
    assert "Alle kenmerken wegen nu 0" in app.error[0].value
    assert "projectleider" in words(app)
    assert labelled(app, "text_input", "Nieuwe actie")


def test_what_was_typed_is_shown_as_typed(open_page: OpenPage) -> None:
    app = open_page("plan.py", plan=own("**Vet** <b>"), **LOKAAL)
    assert any(r"\*\*Vet\*\* \<b>" in item.value for item in app.markdown)
    assert "<b>" not in "".join(str(getattr(item, "value", "")) for item in app.get("html"))


def test_who_may_only_read_sees_all_and_changes_nothing(open_page: OpenPage) -> None:
    regio = {"gemeenten": [{"naam": "Zandhoven"}]}
    app = open_page("plan.py", regio=regio, plan=own("Een", "Twee"), **LOKAAL)
    type_in(app, "Eigenaar", "projectleider")
    app.switch_page("bewaard.py").run()
    reading = app.code[1].value.partition("dossier=")[2]
    other = open_page("regio.py")
    other.query_params["dossier"] = reading
    other.run()
    for page in ("plan.py", "begroting.py", "teams.py"):
        other.switch_page(page).run()
        inputs: list[Any] = [widget for kind in ("text_input", "text_area", "radio") for widget in other.get(kind)]
        assert inputs
        assert all(widget.disabled for widget in inputs), page
        buttons = [button.label for button in other.button]
        assert not [
            label for label in buttons if label.startswith(("Eerder", "Later", "Haal ", "Voeg ", "Wis ", "Maak "))
        ], page
    other.switch_page("plan.py").run()
    assert "Twee" in words(other)
    assert labelled(other, "text_input", "Eigenaar").value == "projectleider"


def test_the_chosen_point_is_still_chosen_after_a_look_elsewhere(open_page: OpenPage) -> None:
    app = open_page("plan.py", **LOKAAL)
    choose(app, "BG-03")
    app.switch_page("matrix.py").run()
    app.switch_page("plan.py").run()
    assert labelled(app, "selectbox", "Welk punt").value == "BG-03"
    app.switch_page("aandachtspunten.py").run()
    labelled(app, "selectbox", "Welke vorm kiest").set_value("C-A2").run()
    app.switch_page("plan.py").run()
    assert labelled(app, "selectbox", "Welk punt").value == "AL-02"  # no change, so BG-03 does not play
