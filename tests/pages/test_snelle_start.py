"""The quick start: statements, an answer, and questions when it is close."""

from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from advies.rangorde import advise
from tests.advies.ways import GUIDE, IDS, region, statements
from tests.pages.conftest import OpenPage, dossier_of, labelled, words


def answer(app: AppTest, *keuzes: str) -> AppTest:
    """Answer the statements in order."""
    for number, keuze in enumerate(keuzes, start=1):
        labelled(app, "radio", f"Stelling {number}:").set_value(keuze).run()
    assert not app.exception
    return app


def close() -> tuple[str, ...]:
    """Answers that leave it close."""
    for keuzes in product(["neutraal", "eens"], repeat=6):
        verdict = advise(GUIDE, region("snelle_start", statements(*keuzes))).oordeel
        if verdict in ("nipt", "geen_duidelijke_winnaar"):
            return keuzes
    pytest.fail("geen antwoorden gevonden die het nipt maken")


def questions(app: AppTest) -> list[Any]:
    return [radio for radio in app.radio if radio.label.startswith("Wat telt zwaarder")]


def test_start_leads_here_in_one_click(open_page: OpenPage) -> None:
    app = open_page("start.py")
    labelled(app, "button", "Doe de snelle start").click().run()
    assert app.title[0].value == "Snelle start"


def test_the_rule_and_six_trade_offs_stand_on_the_screen(open_page: OpenPage) -> None:
    app = open_page("snelle_start.py")
    assert sum(", ook als " in radio.label for radio in app.radio) == 6
    assert "oneens is 0 punten, neutraal is 1 en eens is 2" in words(app)
    assert "telt 2 keer" in words(app)


def test_six_answers_give_a_verdict(open_page: OpenPage) -> None:
    app = answer(open_page("snelle_start.py"), *["oneens"] * 3, *["eens"] * 2)
    assert not app.header
    assert "Nog 1 van de 6 stellingen te gaan" in app.info[0].value
    answer(app, *["oneens"] * 3, *["eens"] * 3)
    assert app.header[0].value == "Uw antwoord: lokale toegang past het best bij uw weging"
    weging = dossier_of(app).weging
    assert weging.methode == "snelle_start"
    assert not questions(app)


def test_extra_important_doubles_and_cannot_be_said_against_a_statement(open_page: OpenPage) -> None:
    app = answer(open_page("snelle_start.py"), "eens", "oneens")
    assert labelled(app, "checkbox", "Extra belangrijk: kostenbeheersing").disabled
    assert labelled(app, "checkbox", "Extra belangrijk: uniformiteit").disabled
    labelled(app, "checkbox", "Extra belangrijk: deskundigheid").check().run()
    assert dossier_of(app).weging.invoer.snelle_start.stellingen["deskundigheid"].extra
    answer(app, "eens", *["neutraal"] * 5)
    table = words(app).partition("Punten volgens uw antwoorden")[2]
    # Agreed, doubled: 4; and five times neutral.
    assert 'Deskundigheid</th><td class="getal">4' in table
    assert 'Samen</th><td class="getal">9' in table


def test_all_disagreed_asks_again(open_page: OpenPage) -> None:
    app = answer(open_page("snelle_start.py"), *["oneens"] * 6)
    assert "Loop ze nog eens langs" in app.error[0].value
    answer(app, "eens")
    assert not app.error


def test_when_it_is_close_up_to_five_questions_follow_and_the_verdict_is_given_again(open_page: OpenPage) -> None:
    keuzes = close()
    app = answer(open_page("snelle_start.py"), *keuzes)
    asked = [question.label for question in questions(app)]
    assert 1 <= len(asked) <= 5
    before = words(app)
    chosen = questions(app)[0].options[0]
    id = next(id for id, kenmerk in GUIDE.kenmerken.items() if kenmerk.naam == chosen)
    questions(app)[0].set_value(id).run()
    assert list(dossier_of(app).weging.invoer.snelle_start.doorvragen.values()) == [id]
    assert sorted(question.label for question in questions(app)) == sorted(asked)
    assert words(app) != before
    assert app.header[0].value.startswith("Uw antwoord: ")


def test_once_a_follow_up_makes_it_clear_it_is_not_said_to_be_close(open_page: OpenPage) -> None:
    """On the statements alone the lead is small; one choice for deskundigheid makes it clear."""
    app = answer(open_page("snelle_start.py"), *["neutraal"] * 5, "eens")
    assert "Het scheelt weinig" in words(app)
    pair = labelled(app, "radio", "Wat telt zwaarder: betrokkenheid regiogemeenten of deskundigheid?")
    pair.set_value("deskundigheid").run()
    assert app.header[0].value.endswith("past het best bij uw weging")
    assert "Het scheelt weinig" not in words(app)
    assert labelled(app, "radio", "Wat telt zwaarder: betrokkenheid regiogemeenten of desk").value == "deskundigheid"


def test_who_does_not_know_is_sent_to_weging_and_gets_no_answer_of_ones_own(open_page: OpenPage) -> None:
    """The choice that turns the statements off stands on another screen."""
    filled = {"methode": "snelle_start", "invoer": {"snelle_start": statements(*close())}}
    app = open_page("snelle_start.py", weging=filled | {"zekerheid": "onbekend"})
    assert "Kies bij Weging" in app.info[0].value
    assert "onderaan" not in words(app)
    assert any("Naar Weging" in link.proto.label for link in app.get("page_link"))
    assert app.header[0].value.startswith("Zonder uw stellingen: ")
    assert "Uw antwoord" not in words(app)
    assert not questions(app)


def test_on_a_region_that_weighed_it_counts_only_on_request(open_page: OpenPage) -> None:
    app = open_page("snelle_start.py", weging={"invoer": {"schuiven": {"kosten": 50}}})
    answer(app, *["eens"] * 3, *["oneens"] * 3)
    assert dossier_of(app).weging.methode == "schuiven"
    labelled(app, "button", "Laat Snelle start tellen").click().run()
    assert dossier_of(app).weging.methode == "snelle_start"


def test_an_own_kenmerk_has_a_statement(open_page: OpenPage) -> None:
    own = {"id": "EK-1", "naam": "Draagvlak", "schaal": {"1": "Niemand wil het", "5": "Iedereen wil het"}}
    app = open_page("snelle_start.py", eigen_kenmerken=[own])
    assert labelled(app, "radio", "Stelling 7:").label.startswith(
        "Stelling 7: Liever “iedereen wil het” dan “niemand wil het”"
    )


def test_answers_are_the_same_on_the_weging_screen(open_page: OpenPage) -> None:
    app = answer(open_page("snelle_start.py"), *["eens"] * 6)
    app.switch_page("weging.py").run()
    assert labelled(app, "radio", "Hoe wilt u wegen?").value == "snelle_start"
    assert [labelled(app, "radio", f"Stelling {n}:").value for n in range(1, len(IDS) + 1)] == ["eens"] * 6
