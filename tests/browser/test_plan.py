"""From choice to action in a browser: plan, costs and small teams, with nothing that axe objects to."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dossier.model import Dossier
from dossier.store import open_store
from tests.browser.visitor import at, current, someone_else
from tests.conftest import Server

AssertAccessible = Callable[[Page], None]
REGION = Dossier.model_validate(
    {
        "regio": {"naam": "Regio Proef", "gemeenten": [{"naam": "Zandhoven"}, {"naam": "Kustwijk"}]},
        "huidige_vorm": "C-A2",
        "gekozen_vorm": "L",
        "weging": {"invoer": {"schuiven": {"aansluiting": 100}}},
        "plan": [
            {"id": "WP-01", "eigenaar": "projectleider", "begin": "2027-01-11", "eind": "2027-03-01"},
            {"id": "WP-05", "eigenaar": "kwartiermaker"},
            {"id": "EA-1", "tekst": "Bel de accountant", "groep": "begroting", "volgorde": 1, "eind": "2027-02-01"},
            {"id": "EA-2", "tekst": "Vraag de raad", "groep": "algemeen", "volgorde": 2},
        ],
        "begroting": [{"gemeente": "Weg", "soort": "overgang", "euro": 5000}],
        "teams": {"mensen": [{"gemeente": "Weg", "mensen": 2}]},
    }
)


@pytest.fixture
def token(server: Server) -> str:
    store = open_store(f"sqlite:///{server.database}")
    token = store.create(REGION, naam="", by="proef").bewerk_token
    store.close()
    assert token is not None
    return token


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    with someone_else(browser) as page:
        yield page


def field(page: Page, name: str) -> Locator:
    return current(page).get_by_role("textbox", name=name)


def fill(page: Page, name: str, text: str) -> None:
    field(page, name).fill(text)
    field(page, name).press("Tab")


def no_sideways_scroll(page: Page) -> None:
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 900})
    page.wait_for_function("document.querySelector('[data-testid=stMain]').clientWidth <= 320")
    wide = page.evaluate(
        "(() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; })()"
    )
    assert wide <= 0
    assert before
    page.set_viewport_size(before)


def test_a_point_is_filled_in_and_stands_in_the_plan(
    page: Page, server: Server, token: str, assert_accessible: AssertAccessible
) -> None:
    page.goto(f"{server.url}/aandachtspunten?dossier={token}")
    at(page, "Aandachtspunten")
    current(page).get_by_role("link", name="Maak hiervan een plan").click()
    at(page, "Plan")
    expect(current(page).get_by_text("Uw plan heeft 43 punten: 1 met een eigenaar en een datum")).to_be_visible()
    fill(page, "Eigenaar (rol, geen naam van een persoon)", "projectleider")
    expect(current(page).get_by_role("button", name="Maak mijn laatste wijziging ongedaan")).to_be_visible()
    fill(page, "Eind (dd-mm-jjjj)", "30-02-2027")
    expect(current(page).get_by_role("alert").filter(has_text="Dag 30 bestaat niet in februari 2027")).to_be_visible()
    assert_accessible(page)
    fill(page, "Eind (dd-mm-jjjj)", "28-2-2027")
    expect(field(page, "Eind (dd-mm-jjjj)")).to_have_value("28-02-2027")
    expect(current(page).get_by_text("Uw plan heeft 43 punten: 2 met een eigenaar en een datum")).to_be_visible()
    expect(current(page).get_by_text("3 punten hebben een datum.").first).to_be_visible()

    for name in (re.compile("^Werkprocessen: 0 van"), "Bekijk de tijdlijn als tabel"):
        page.get_by_text(name).click()
    expect(page.get_by_role("table", name="Tijdlijn")).to_be_visible()
    expect(page.get_by_role("table", name="Werkprocessen")).to_be_visible()
    expect(current(page).get_by_role("heading", name="Geparkeerd")).to_be_visible()
    assert_accessible(page)
    no_sideways_scroll(page)


def test_own_actions_by_keyboard_and_undo(page: Page, server: Server, token: str) -> None:
    page.goto(f"{server.url}/plan?dossier={token}")
    at(page, "Plan")
    own = current(page).get_by_text(re.compile(r"^\d\. .* \((Begroting|Algemeen)\)$"))
    expect(own).to_have_text(["1. Bel de accountant (Begroting)", "2. Vraag de raad (Algemeen)"])
    later = current(page).get_by_role("button", name="Later: Bel de accountant")
    later.focus()
    later.press("Enter")
    expect(own).to_have_text(["1. Vraag de raad (Algemeen)", "2. Bel de accountant (Begroting)"])
    field(page, "Nieuwe actie").fill("Neem contact op")
    current(page).get_by_role("button", name="Voeg deze actie toe").click()
    expect(own).to_have_count(3)
    expect(field(page, "Nieuwe actie")).to_have_value("")
    current(page).get_by_role("button", name="Haal weg: Vraag de raad").click()
    expect(own).to_have_count(2)
    current(page).get_by_role("button", name="Maak mijn laatste wijziging ongedaan").click()
    expect(own).to_have_count(3)
    expect(own.first).to_have_text("1. Vraag de raad (Algemeen)")


def test_two_people_add_an_action_at_once(page: Page, other: Page, server: Server, token: str) -> None:
    for window in (page, other):
        window.goto(f"{server.url}/plan?dossier={token}")
        at(window, "Plan")
    for window, text in ((page, "Van de een"), (other, "Van de ander")):
        field(window, "Nieuwe actie").fill(text)
        current(window).get_by_role("button", name="Voeg deze actie toe").click()
        expect(current(window).get_by_text(re.compile(f"^\\d\\. {text} "))).to_be_visible()
    for text in ("Van de een", "Van de ander"):
        expect(current(other).get_by_text(re.compile(f"^\\d\\. {text} "))).to_be_visible()
    expect(other.get_by_text("U en iemand anders wijzigden hetzelfde.")).to_have_count(0)
    expect(other.get_by_text("Eigen actie “Van de een” toegevoegd")).to_be_visible()


def test_the_plan_goes_along_as_a_table_and_a_calendar(page: Page, server: Server, token: str, tmp_path: Path) -> None:
    page.goto(f"{server.url}/plan?dossier={token}")
    at(page, "Plan")
    for button, name, holds in (
        ("Bewaar als tabel voor Excel (CSV)", "toegangswijzer-regio-proef-plan.csv", "Bel de accountant"),
        ("Bewaar voor uw agenda (ICS)", "toegangswijzer-regio-proef-plan.ics", "DTSTART;VALUE=DATE:20270301"),
    ):
        with page.expect_download() as started:
            current(page).get_by_role("button", name=button).click()
        assert started.value.suggested_filename == name
        started.value.save_as(tmp_path / name)
        assert holds in (tmp_path / name).read_text(encoding="utf-8-sig")


def test_costs_are_added_up(page: Page, server: Server, token: str, assert_accessible: AssertAccessible) -> None:
    page.goto(f"{server.url}/kosten?dossier={token}")
    at(page, "Kosten")
    now = "Kosten van de toegang nu, per jaar in hele euro's"
    fill(page, now, "-5")
    expect(current(page).get_by_role("alert").filter(has_text="kan niet lager zijn dan nul")).to_be_visible()
    assert_accessible(page)
    fill(page, now, "80000")
    expect(field(page, now)).to_have_value("80.000")
    expect(current(page).get_by_role("alert")).to_have_count(0)
    row = page.get_by_role("table", name="Kosten per gemeente, nu en straks").get_by_role("row", name="Hele regio")
    expect(row).to_contain_text("ten minste € 80.000")
    expect(current(page).get_by_text("9 van de 10 bedragen zijn niet ingevuld")).to_be_visible()
    current(page).get_by_role("button", name="Naar de volgende gemeente").click()
    expect(field(page, now)).to_have_value("")
    expect(page.get_by_role("table", name="Bewaarde bedragen")).to_contain_text("Weg")
    assert_accessible(page)
    no_sideways_scroll(page)


def test_small_teams_apart_and_together(
    page: Page, server: Server, token: str, assert_accessible: AssertAccessible
) -> None:
    page.goto(f"{server.url}/kleine-teams?dossier={token}")
    at(page, "Kleine teams")
    expect(current(page).get_by_text("Vul eerst in welk deel van de werktijd")).to_be_visible()
    assert_accessible(page)
    fill(page, "Welk deel van de werktijd is één medewerker er niet, in procenten?", "20")
    fill(page, "Mensen met deze kennis in Kustwijk", "2")
    fill(page, "Mensen met deze kennis in Zandhoven", "1")
    expect(current(page).get_by_text("het grootst in Zandhoven: 20%.")).to_be_visible()
    expect(current(page).get_by_text("In het echt is de kans meestal groter")).to_be_visible()
    assert_accessible(page)
    no_sideways_scroll(page)
