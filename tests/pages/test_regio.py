"""Step 1: the region describes itself."""

import pytest

from tests.pages.conftest import OpenPage, dossier_of, labelled, words


def test_a_picked_gemeente_brings_its_inhabitants_and_their_source(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    labelled(app, "multiselect", "Gemeenten").select("Almere").run()
    (gemeente,) = dossier_of(app).regio.gemeenten
    assert (gemeente.code, gemeente.inwoners) == ("GM0034", 232650)
    assert "Samen 232.650 inwoners in 1 gemeente." in words(app)
    assert "de peildatum is niet vermeld" in words(app)


def test_the_list_has_all_gemeenten(open_page: OpenPage) -> None:
    assert len(labelled(open_page("regio.py"), "multiselect", "Gemeenten").options) == 342


def test_inhabitants_can_be_changed_and_stay_changed(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    labelled(app, "multiselect", "Gemeenten").select("Almere").run()
    labelled(app, "number_input", "Inwoners van Almere").set_value(240_000).run()
    labelled(app, "multiselect", "Gemeenten").select("Veendam").run()
    assert [(g.naam, g.inwoners) for g in dossier_of(app).regio.gemeenten] == [("Almere", 240_000), ("Veendam", 27826)]


def test_name_present_vorm_and_answers_are_kept(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    labelled(app, "text_input", "Naam van uw regio").input("Regio Test").run()
    labelled(app, "selectbox", "Huidige vorm").select_index(1).run()
    labelled(app, "radio", "Zijn er in uw regio gemeenten").set_value("ja").run()
    dossier = dossier_of(app)
    assert (dossier.regio.naam, dossier.huidige_vorm) == ("Regio Test", "C-A1")
    assert dossier.omstandigheden == {"kleine_gemeenten": "ja"}
    labelled(app, "radio", "Zijn er in uw regio gemeenten").set_value("").run()
    assert dossier_of(app).omstandigheden == {}


def test_eleven_questions_of_which_four_are_for_later(open_page: OpenPage) -> None:
    assert len(open_page("regio.py").radio) == 11


def test_work_is_kept_between_the_steps(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    labelled(app, "text_input", "Naam van uw regio").input("Regio Test").run()
    labelled(app, "button", "Naar stap 2").click().run()
    assert app.title[0].value == "Randvoorwaarden"
    app.switch_page("regio.py").run()
    assert labelled(app, "text_input", "Naam van uw regio").value == "Regio Test"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Vet** [link](x) <b>", r"\*\*Vet\*\* \[link\](x) \<b>"),
        ("https://kwaad.nl", "https:\u2060//kwaad.nl"),
        ("www.kwaad.nl jan@kwaad.nl", "www\u2060.kwaad.nl jan\u2060@kwaad.nl"),
        (":material/home: A&B", ":\u2060material/home: A&B"),
    ],
)
def test_a_name_is_shown_as_typed_and_never_as_markup(open_page: OpenPage, typed: str, shown: str) -> None:
    app = open_page("regio.py", regio={"naam": typed})
    assert app.markdown[0].value == f"Stap 1 van 5 · {shown} · Nog niets opgeslagen"


def test_a_name_that_is_too_long_is_refused_beside_the_field(open_page: OpenPage) -> None:
    app = open_page("regio.py", regio={"naam": "Regio Test"})
    labelled(app, "text_input", "Naam van uw regio").input("x" * 121).run()
    assert "hoogstens 120 tekens" in app.error[0].value
    assert dossier_of(app).regio.naam == "Regio Test"
    labelled(app, "text_input", "Naam van uw regio").input("Regio Kort").run()
    assert not app.error


def test_below_the_picker_the_whole_name_stands(open_page: OpenPage) -> None:
    """On a phone the picker shows its first part only."""
    app = open_page("regio.py", huidige_vorm="C-A2")
    assert any(
        c.value.startswith("Centraal bij een kassiersgemeente, melden in de eigen gemeente.") for c in app.caption
    )
