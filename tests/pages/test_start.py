"""Start: what this is, an example in one click, a file in."""

from unittest.mock import patch

import pytest

from dossier.model import Dossier
from dossier.store import NotSaved, Store
from tests.pages.conftest import OpenPage, dossier_of, labelled, words


def test_it_says_in_five_sentences_what_this_is_and_is_not(open_page: OpenPage) -> None:
    intro = open_page("start.py").markdown[0].value
    assert intro.count(". ") + 1 == 5
    assert "geen besluit en geen meting" in intro


@pytest.mark.parametrize(
    ("region", "answer"),
    [
        ("Regio Duinstreek", "Centrale toegang past het best bij uw weging"),
        ("Regio Vierstromen", "Lokale toegang past het best bij uw weging"),
        ("Regio Heuvelrand", "Hybride toegang past het best bij uw weging"),
    ],
)
def test_an_example_shows_its_answer_in_one_click(open_page: OpenPage, region: str, answer: str) -> None:
    app = open_page("start.py")
    labelled(app, "button", region).click().run()
    assert app.title[0].value == "Uitkomst"
    assert app.header[0].value == answer


def test_begin_leads_to_step_one(open_page: OpenPage) -> None:
    app = open_page("start.py")
    labelled(app, "button", "Begin bij stap 1").click().run()
    assert app.title[0].value == "Regio"


def test_an_open_dossier_can_go_on_or_make_room(open_page: OpenPage) -> None:
    app = open_page("start.py", regio={"naam": "Regio Test"})
    assert "Regio Test" in words(app)
    labelled(app, "button", "Begin met een leeg dossier").click().run()
    assert dossier_of(app) == Dossier()
    assert app.title[0].value == "Regio"


def test_a_dossier_is_opened_from_a_file(open_page: OpenPage) -> None:
    app = open_page("start.py")
    content = b'{"formaat": "toegangswijzer-dossier/1", "regio": {"naam": "Regio Bestand"}}'
    app.file_uploader[0].set_value(("regio.json", content, "application/json"))
    labelled(app, "button", "Open dit dossier").click().run()
    assert dossier_of(app).regio.naam == "Regio Bestand"
    assert app.title[0].value == "Regio"


def test_a_file_does_not_take_the_place_of_work_that_is_not_stored(open_page: OpenPage) -> None:
    app = open_page("regio.py")
    labelled(app, "text_input", "Naam van uw regio").input("Regio Een").run()
    content = b'{"formaat": "toegangswijzer-dossier/1", "regio": {"naam": "Regio Bestand"}}'
    with patch.object(Store, "save", side_effect=NotSaved("De schijf van de server is vol.")):
        labelled(app, "text_input", "Naam van uw regio").input("Regio Twee").run()
        app.switch_page("start.py").run()
        app.file_uploader[0].set_value(("regio.json", content, "application/json"))
        labelled(app, "button", "Open dit dossier").click().run()
        assert "zou anders verloren gaan" in " ".join(error.value for error in app.error)
        assert dossier_of(app).regio.naam == "Regio Twee"
    app.file_uploader[0].set_value(("regio.json", content, "application/json"))
    labelled(app, "button", "Open dit dossier").click().run()
    assert dossier_of(app).regio.naam == "Regio Bestand"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"formaat": "toegangswijzer-dossier/7"}', "nieuwere Toegangswijzer"),
        (b"\xff\xfe\x00", "geen tekstbestand"),
        (b"a: &a [*a]", "ankers"),
    ],
)
def test_a_bad_file_is_refused_and_the_work_stays(open_page: OpenPage, content: bytes, reason: str) -> None:
    app = open_page("start.py", regio={"naam": "Regio Werk"})
    app.file_uploader[0].set_value(("fout.json", content, "application/json"))
    labelled(app, "button", "Open dit dossier").click().run()
    assert "Dit bestand is niet geopend: 1 fout." in app.error[0].value
    assert reason in words(app)
    assert dossier_of(app).regio.naam == "Regio Werk"


def test_no_file_is_said_in_words(open_page: OpenPage) -> None:
    app = open_page("start.py")
    labelled(app, "button", "Open dit dossier").click().run()
    assert "Kies eerst een bestand" in app.error[0].value
