"""Two browsers on one dossier: what they change apart comes together, and of the same part nothing goes in silence."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.file import from_bytes
from dossier.store import open_store
from handreiking.load import ROOT
from handreiking.model import Handreiking
from tests.browser.visitor import (
    at,
    current,
    go,
    name,
    name_field,
    saved,
    slider,
    someone_else,
    tick,
    weigh,
    weighs,
)
from tests.conftest import Server

AssertAccessible = Callable[[Page], None]


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    with someone_else(browser) as page:
        yield page


@pytest.fixture
def token(server: Server, guide: Handreiking) -> str:
    """The edit token of the example in which kostenbeheersing counts 35 and deskundigheid 40."""
    path = ROOT / "voorbeelden" / "2-vierstromen.yaml"
    store = open_store(f"sqlite:///{server.database}")
    token = store.create(from_bytes(path.read_bytes(), path.name, guide), naam="", by="proef").bewerk_token
    store.close()
    assert token is not None
    return token


def both_open(page: Page, other: Page, address: str, title: str) -> None:
    for window in (page, other):
        window.goto(address)
        at(window, title)


def asked(page: Page) -> None:
    expect(page.get_by_text("U en iemand anders wijzigden hetzelfde.")).to_be_visible()


def test_changes_of_different_parts_come_together(page: Page, other: Page, server: Server, token: str) -> None:
    both_open(page, other, f"{server.url}/weging?dossier={token}", "Weging")
    weigh(page, "kostenbeheersing", "End")
    weighs(page, "Kostenbeheersing", "19%")  # 80% of 100 / 430
    weigh(other, "deskundigheid", "End")
    # 80% of 100 / 490 is 16.3%: both changes count. What rounding leaves to add up to 100 comes here first.
    weighs(other, "Deskundigheid", "17%")
    expect(slider(other, "kostenbeheersing")).to_have_value("100")
    expect(other.get_by_text("Iemand anders werkte intussen ook aan dit dossier:")).to_be_visible()
    expect(other.get_by_text("Kostenbeheersing van 35 naar 100")).to_be_visible()
    other.get_by_role("button", name="Gezien").click()
    expect(other.get_by_text("Iemand anders werkte intussen ook aan dit dossier:")).to_have_count(0)

    go(page, "1 Regio")  # any action will do
    expect(page.get_by_text("Deskundigheid van 40 naar 100")).to_be_visible()
    go(page, "3 Weging")
    expect(slider(page, "deskundigheid")).to_have_value("100")
    expect(page.get_by_role("button", name="Houd de mijne")).to_have_count(0)


@pytest.mark.parametrize(
    ("choice", "outcome"), [("Houd de mijne", "Mijn regio"), ("Houd die van de ander", "Uw regio")]
)
def test_a_change_of_the_same_part_asks(
    page: Page, other: Page, server: Server, token: str, assert_accessible: AssertAccessible, choice: str, outcome: str
) -> None:
    both_open(page, other, f"{server.url}/regio?dossier={token}", "Regio")
    name(other, "Uw regio")
    saved(other, "Uw regio")
    name(page, "Mijn regio")
    asked(page)
    # Both values are there, and until it is decided the other's stands.
    expect(page.get_by_text(re.compile("Uw wijziging: .*Mijn regio.* Die van de ander: .*Uw regio"))).to_be_visible()
    expect(name_field(page)).to_have_value("Uw regio")
    assert_accessible(page)
    page.get_by_role("button", name=choice).click()
    expect(page.get_by_text("U en iemand anders wijzigden hetzelfde.")).to_have_count(0)
    saved(page, outcome)
    go(other, "2 Randvoorwaarden")
    saved(other, outcome)


def test_the_same_part_again_while_a_question_is_open(page: Page, other: Page, server: Server, token: str) -> None:
    """Who does not answer goes on working, and is asked about the last only."""
    both_open(page, other, f"{server.url}/regio?dossier={token}", "Regio")
    name(other, "Een")
    saved(other, "Een")
    name(page, "Twee")
    asked(page)
    name(other, "Drie")
    saved(other, "Drie")
    name(page, "Vier")
    expect(page.get_by_text(re.compile("Uw wijziging: .*Vier.* Die van de ander: .*Drie"))).to_be_visible()
    expect(name_field(page)).to_have_value("Drie")
    expect(page.get_by_role("button", name="Houd de mijne")).to_have_count(1)
    page.get_by_role("button", name="Houd de mijne").click()
    saved(page, "Vier")


def test_undo_asks_when_the_other_changed_the_same_since(page: Page, other: Page, server: Server, token: str) -> None:
    both_open(page, other, f"{server.url}/regio?dossier={token}", "Regio")
    name(page, "Eerst")
    saved(page, "Eerst")
    go(other, "2 Randvoorwaarden")  # any action, to see what the first did
    go(other, "1 Regio")
    saved(other, "Eerst")
    name(other, "Later")
    saved(other, "Later")
    page.get_by_role("button", name="Maak mijn laatste wijziging ongedaan").click()
    expect(page.get_by_text("Iemand anders heeft dit na u ook gewijzigd.")).to_be_visible()
    expect(page.get_by_text("van “Later” naar “Regio Vierstromen”")).to_be_visible()
    page.get_by_role("button", name="Laat het zo").click()
    saved(page, "Later")
    page.get_by_role("button", name="Maak mijn laatste wijziging ongedaan").click()
    page.get_by_role("button", name="Ga toch door").click()
    saved(page, "Regio Vierstromen")


def test_a_dossier_that_the_other_deleted(page: Page, other: Page, server: Server, token: str) -> None:
    both_open(page, other, f"{server.url}/regio?dossier={token}", "Regio")
    go(other, "Uw dossier")
    other.get_by_text("Verwijder dit dossier nu").click()
    tick(other, "Ja, verwijder dit voorgoed")
    other.get_by_role("button", name="Verwijder voorgoed").click()
    expect(other.get_by_text("Het dossier is verwijderd, met zijn geschiedenis.")).to_be_visible()
    name(page, "Regio Weg")
    expect(current(page).get_by_role("alert")).to_contain_text("Dit dossier bestaat niet meer.")
    expect(name_field(page)).to_have_value("Regio Weg")
