"""Costs: the region's own amounts, what they add up to, and what was not filled in."""

from typing import Any

import pytest

from dossier.model import Dossier
from tests.pages.conftest import OpenPage, dossier_of, labelled, words

REGIO = {"gemeenten": [{"naam": "Zandhoven"}, {"naam": "Kustwijk"}]}
SOORTEN = ("team_nu", "team_straks", "doorlopend", "overgang", "desintegratie")


def amounts(gemeente: str, *euros: int) -> list[dict[str, Any]]:
    return [{"gemeente": gemeente, "soort": soort, "euro": euro} for soort, euro in zip(SOORTEN, euros, strict=False)]


def kept(dossier: Dossier) -> dict[tuple[str, str], int]:
    return {(bedrag.gemeente, bedrag.soort): bedrag.euro for bedrag in dossier.begroting}


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_without_gemeenten_it_says_where_to_add_them(open_page: OpenPage) -> None:
    app = open_page("begroting.py")
    assert "Voeg ze eerst toe bij stap 1" in app.info[0].value
    assert not app.text_input


def test_no_field_holds_a_figure_of_ours(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO)
    assert [field.value for field in app.text_input] == [""] * 5
    assert "U hebt nog geen bedragen ingevuld." in words(app)


def test_yearly_and_once_are_told_apart_and_desintegratiekosten_are_explained(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO)
    labels = [field.label for field in app.text_input]
    assert [("per jaar" in label, "eenmalig" in label) for label in labels] == [(True, False)] * 3 + [(False, True)] * 2
    assert "doordat de oude organisatie kleiner wordt" in words(app)


def test_an_amount_is_kept_and_shown_in_dutch(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO)
    labelled(app, "selectbox", "Van welke gemeente").set_value("Zandhoven").run()
    labelled(app, "text_input", "Kosten van de toegang nu").input("€ 80000").run()
    assert kept(dossier_of(app)) == {("Zandhoven", "team_nu"): 80_000}
    assert labelled(app, "text_input", "Kosten van de toegang nu").value == "80.000"
    assert "€ 80.000" in said(words(app))
    labelled(app, "text_input", "Kosten van de toegang nu").input("").run()
    assert kept(dossier_of(app)) == {}


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-100", "kan niet lager zijn dan nul"),
        ("2000000000", "boven 1 miljard euro nemen wij niet aan"),
        ("12,50", "hele euro's"),
        ("veel", "kunnen wij niet lezen"),
    ],
)
def test_what_is_no_amount_is_refused_in_words_and_stays_on_the_screen(
    open_page: OpenPage, typed: str, reason: str
) -> None:
    app = open_page("begroting.py", regio=REGIO, begroting=amounts("Kustwijk", 5))
    labelled(app, "text_input", "Kosten van de toegang nu").input(typed).run()
    assert reason in app.error[0].value
    assert labelled(app, "text_input", "Kosten van de toegang nu").value == typed
    assert kept(dossier_of(app)) == {("Kustwijk", "team_nu"): 5}


def test_the_conclusion_comes_when_all_is_filled_in(open_page: OpenPage) -> None:
    # now 80 + 300; later 100 + 10 + 250 + 0: 20 less; once 25 + 12 + 0 + 1 = 38, in thousands
    full = amounts("Zandhoven", 80_000, 100_000, 10_000, 25_000, 12_000)
    app = open_page("begroting.py", regio=REGIO, begroting=[*full, *amounts("Kustwijk", 300_000, 250_000, 0, 0, 1_000)])
    assert "straks per jaar € 20.000 minder, en eenmalig € 38.000." in said(words(app))
    partly = open_page("begroting.py", regio=REGIO, begroting=full)
    assert "Nog niet compleet: 5 van de 10 bedragen zijn niet ingevuld." in words(partly)
    assert "ten minste € 80.000" in said(words(partly))
    assert "minder, en eenmalig" not in words(partly)


def test_zero_and_not_filled_in_look_different(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO, begroting=amounts("Kustwijk", 0))
    assert "€ 0" in said(words(app))
    assert "niet ingevuld" in words(app)


def test_to_the_next_gemeente(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO)
    labelled(app, "button", "Naar de volgende gemeente").click().run()
    assert labelled(app, "selectbox", "Van welke gemeente").value == "Zandhoven"


def test_a_gemeente_that_left_keeps_its_amounts_until_they_are_thrown_away(open_page: OpenPage) -> None:
    app = open_page("begroting.py", regio=REGIO, begroting=amounts("Kustwijk", 5))
    app.switch_page("regio.py").run()
    labelled(app, "multiselect", "Gemeenten").unselect("Kustwijk").run()
    app.switch_page("begroting.py").run()
    assert "Gemeenten die niet meer in uw regio staan" in [header.value for header in app.header]
    assert kept(dossier_of(app)) == {("Kustwijk", "team_nu"): 5}
    labelled(app, "button", "Wis de bedragen van Kustwijk").click().run()
    assert kept(dossier_of(app)) == {}
