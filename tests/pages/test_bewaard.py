"""Your dossier: links, history, undo, retention; and what every screen says about saving."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from dossier.model import Dossier
from dossier.store import NoSuchDossier, NotSaved, Store, the_store
from tests.pages.conftest import OpenPage, dossier_of, labelled, token_of, words

NAAM = "Naam van uw regio"


def rename(app: AppTest, name: str) -> None:
    labelled(app, "text_input", NAAM).input(name).run()


def test_nothing_is_stored_before_the_first_change(open_page: OpenPage) -> None:
    assert "Er is nog niets opgeslagen" in words(open_page("bewaard.py"))


def test_the_first_change_gives_two_links_that_say_what_they_allow(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Test")
    assert "Opgeslagen om" in app.markdown[0].value
    app.switch_page("bewaard.py").run()
    links = [element.value for element in app.code]
    assert len(links) == 2
    assert len({link.partition("dossier=")[2] for link in links}) == 2
    assert "kan alles zien, wijzigen en verwijderen" in words(app)
    assert "zonder link kan niemand dit dossier terugvinden" in app.warning[0].value


def test_the_address_leads_back(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Test")
    token = token_of(app)
    other = open_page("regio.py")
    other.query_params["dossier"] = token
    other.run()
    assert dossier_of(other).regio.naam == "Regio Test"


def test_a_wrong_link_is_said_in_words(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    app.query_params["dossier"] = "onzin"
    app.run()
    assert "Deze link opent geen dossier" in app.error[0].value


def test_a_read_only_link_shows_all_and_changes_nothing(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Test")
    app.switch_page("bewaard.py").run()
    reading = app.code[1].value.partition("dossier=")[2]
    other = open_page("regio.py")
    other.query_params["dossier"] = reading
    other.run()
    assert "U kijkt mee" in other.info[0].value
    for page in ("regio.py", "randvoorwaarden.py", "weging.py", "aandachtspunten.py"):
        other.switch_page(page).run()
        kinds = ("text_input", "multiselect", "radio", "slider", "selectbox", "checkbox", "text_area")
        inputs: list[Any] = [widget for kind in kinds for widget in other.get(kind)]
        # Which way of weighing is on the screen changes nothing in the dossier.
        outside_forms = [w for w in inputs if not w.form_id and w.label != "Hoe wilt u wegen?"]
        assert outside_forms
        assert all(widget.disabled for widget in outside_forms), page


def test_history_in_words_with_undo_and_redo(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    rename(app, "Regio Twee")
    app.switch_page("bewaard.py").run()
    assert "Regio Een naar Regio Twee" in words(app).replace("“", "").replace("”", "")
    app.button(key="ongedaan-geschiedenis").click().run()
    assert dossier_of(app).regio.naam == "Regio Een"
    app.button(key="opnieuw-geschiedenis").click().run()
    assert dossier_of(app).regio.naam == "Regio Twee"
    app.button(key="terug-2").click().run()
    assert dossier_of(app).regio.naam == "Regio Een"
    assert "Teruggegaan naar een eerder moment" in words(app)


def test_it_says_until_when_it_is_kept_and_can_keep_longer(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Test")
    app.switch_page("bewaard.py").run()
    assert "wordt dit dossier verwijderd na" in words(app)
    labelled(app, "button", "Bewaar een jaar").click().run()
    held = app.session_state["werk"].opgeslagen
    assert (held.verwijderd_na - date.today()).days >= 364


def test_deleting_asks_first_and_is_for_good(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Test")
    app.switch_page("bewaard.py").run()
    token = token_of(app)
    labelled(app, "button", "Verwijder voorgoed").click().run()
    assert "Zet eerst een vinkje" in app.error[0].value
    labelled(app, "checkbox", "Ja, verwijder").check()
    labelled(app, "button", "Verwijder voorgoed").click().run()
    assert "Het dossier is verwijderd" in app.success[0].value
    app.query_params["dossier"] = token
    app.run()
    assert "Deze link opent geen dossier" in app.error[0].value


def with_scenarios(open_page: OpenPage, *names: str) -> AppTest:
    """Your dossier, of the first of a few scenarios."""
    app = open_page("regio.py")
    rename(app, "Regio Test")
    for name in names:
        the_store().copy(token_of(app), name, by="a")
    return app.switch_page("bewaard.py").run()


def test_only_this_scenario_goes_and_another_is_shown(open_page: OpenPage) -> None:
    app = with_scenarios(open_page, "Straks")
    token = token_of(app)
    choice = labelled(app, "radio", "Wat wilt u verwijderen?")
    assert choice.options == ["Alleen dit scenario", "Alles: dit dossier en zijn andere scenario"]
    labelled(app, "checkbox", "Ja, verwijder").check()
    labelled(app, "button", "Verwijder voorgoed").click().run()
    assert "Kies eerst" in app.error[0].value
    labelled(app, "radio", "Wat wilt u verwijderen?").set_value("dit")
    labelled(app, "button", "Verwijder voorgoed").click().run()
    assert "Het scenario is verwijderd" in app.success[0].value
    assert token_of(app) == f"{token}.2"
    assert [member.naam for member in the_store().family(f"{token}.2")] == ["Straks"]


def test_all_scenarios_go_when_that_is_chosen(open_page: OpenPage) -> None:
    app = with_scenarios(open_page, "Straks", "Later")
    token = token_of(app)
    choice = labelled(app, "radio", "Wat wilt u verwijderen?")
    assert choice.options[1] == "Alles: dit dossier en zijn 2 andere scenario's"
    choice.set_value("alles")
    labelled(app, "checkbox", "Ja, verwijder").check()
    labelled(app, "button", "Verwijder voorgoed").click().run()
    assert "met al zijn scenario's" in app.success[0].value
    for gone in (token, f"{token}.2", f"{token}.3"):
        with pytest.raises(NoSuchDossier):
            the_store().open(gone)


def test_each_scenario_has_its_own_date(open_page: OpenPage) -> None:
    app = with_scenarios(open_page, "Straks")
    the_store().keep_until(f"{token_of(app)}.2", date(2099, 5, 3))
    app.run()
    assert "Elk scenario heeft een eigen datum" in words(app)
    assert "“Straks”: na 3 mei 2099" in words(app)
    assert "Elk scenario" not in words(with_scenarios(open_page))


def test_the_history_goes_back_to_the_first_moment(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    token = token_of(app)
    for number in range(2, 70):  # with the empty dossier and the first name that makes 70 versions
        the_store().save(token, number, Dossier.model_validate({"regio": {"naam": f"Regio {number}"}}), by="a")
    app.switch_page("bewaard.py").run()

    def steps() -> list[str]:
        return [button.label for button in app.button if button.label.startswith("Ga terug naar ")]

    assert len(steps()) == 29  # not to where it is now
    for count in (59, 69):
        labelled(app, "button", "Toon eerdere stappen").click().run()
        assert len(steps()) == count
    assert len(set(steps())) == 69  # those of one minute differ by their number
    assert not [button for button in app.button if button.label.startswith("Toon eerdere")]
    app.button(key="terug-2").click().run()
    assert dossier_of(app).regio.naam == "Regio Een"


def test_a_moment_that_stands_alone_is_named_by_its_minute(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    made = the_store().history(token_of(app))
    there = [replace(version, op=datetime(2026, 11, 25, 13, version.nummer, tzinfo=UTC)) for version in made]
    with patch.object(Store, "history", return_value=tuple(there)):
        app.switch_page("bewaard.py").run()
    assert labelled(app, "button", "Ga terug").label == "Ga terug naar 25 november 2026, 14.01 uur"


def test_a_failed_save_is_loud_and_loses_nothing(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    with patch.object(Store, "save", side_effect=NotSaved("De schijf van de server is vol.")):
        rename(app, "Regio Twee")
        assert "nog niet opgeslagen. De schijf van de server is vol." in app.error[0].value
        assert labelled(app, "text_input", NAAM).value == "Regio Twee"
    labelled(app, "button", "Sla nu op").click().run()
    assert not app.error
    assert the_store().open(token_of(app)).dossier.regio.naam == "Regio Twee"


def test_two_windows_on_the_same_part_are_asked(open_page: OpenPage) -> None:
    first = open_page("regio.py")
    rename(first, "Regio Begin")
    second = open_page("regio.py")
    second.query_params["dossier"] = token_of(first)
    second.run()
    with patch("pages.toestand.steps.refreshed", side_effect=lambda _store, werk: werk):
        rename(second, "Van de ander")
        rename(first, "Van mij")
    assert "U en iemand anders wijzigden hetzelfde" in first.warning[0].value
    assert dossier_of(first).regio.naam == "Van de ander"
    labelled(first, "button", "Houd de mijne").click().run()
    assert dossier_of(first).regio.naam == "Van mij"


def test_what_others_changed_is_told_until_seen(open_page: OpenPage) -> None:
    first = open_page("regio.py")
    rename(first, "Regio Begin")
    second = open_page("regio.py")
    second.query_params["dossier"] = token_of(first)
    second.run()
    labelled(second, "selectbox", "Huidige vorm").set_value("L").run()
    first.run()
    assert "Iemand anders werkte intussen ook aan dit dossier" in first.info[0].value
    assert labelled(first, "selectbox", "Huidige vorm").value == "L"
    labelled(first, "button", "Gezien").click().run()
    assert not first.info


def test_unsaved_work_is_not_left_behind(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    with patch.object(Store, "save", side_effect=NotSaved("De schijf van de server is vol.")):
        rename(app, "Regio Twee")
        app.switch_page("start.py").run()
        labelled(app, "button", "Regio Duinstreek").click().run()
        assert "zou anders verloren gaan" in " ".join(error.value for error in app.error)
        assert dossier_of(app).regio.naam == "Regio Twee"
    labelled(app, "button", "Regio Duinstreek").click().run()
    assert app.title[0].value == "Uitkomst"


def test_what_cannot_be_kept_longer_says_so_once(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    rename(app, "Regio Een")
    app.switch_page("bewaard.py").run()
    with patch.object(Store, "keep_until", side_effect=NotSaved("De schijf van de server is vol.")):
        labelled(app, "button", "Bewaar een jaar").click().run()
    assert "Dat lukte niet. De schijf van de server is vol." in app.error[0].value
    app.run()
    assert not app.error
