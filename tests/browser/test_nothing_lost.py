"""What a region entered is there again: after a refresh, elsewhere, after a killed server, after a busy database."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.file import from_bytes
from dossier.model import Dossier
from dossier.store import open_store
from handreiking.load import ROOT
from handreiking.model import Handreiking
from tests.browser.visitor import (
    LINK,
    LONG,
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
from tests.conftest import Server, StartServer

AssertAccessible = Callable[[Page], None]

SCREENS = {
    "Start": "Welke toegang past bij uw regio?",
    "1 Regio": "Regio",
    "2 Randvoorwaarden": "Randvoorwaarden",
    "3 Weging": "Weging",
    "4 Uitkomst": "Uitkomst",
    "5 Aandachtspunten": "Aandachtspunten",
    "Plan": "Plan",
    "Kosten": "Kosten",
    "Kleine teams": "Kleine teams",
    "Uw dossier": "Uw dossier",
    "Scenario's": "Scenario's",
    "Matrix": "Matrix",
    "Verantwoording": "Verantwoording",
}


@pytest.fixture(scope="module")
def vierstromen(guide: Handreiking) -> Dossier:
    """The example of a region that has weighed; kostenbeheersing counts 35 there, deskundigheid 40."""
    path = ROOT / "voorbeelden" / "2-vierstromen.yaml"
    return from_bytes(path.read_bytes(), path.name, guide)


def kept(server: Server, dossier: Dossier) -> str:
    """The query of the edit link of a dossier that is in the database already."""
    store = open_store(f"sqlite:///{server.database}")
    opened = store.create(dossier, naam="", by="proef")
    store.close()
    return f"dossier={opened.bewerk_token}"


def rows(server: Server) -> list[int]:
    with closing(sqlite3.connect(server.database)) as database:
        tables = ("families", "sleutels", "dossiers", "versies")
        return [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


@contextmanager
def nobody_can_write(server: Server) -> Iterator[None]:
    """Another program holds the database."""
    with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def not_saved(page: Page) -> None:
    alert = current(page).get_by_role("alert").filter(has_text="Uw laatste wijziging is nog niet opgeslagen")
    expect(alert).to_contain_text("De database is even bezet.", timeout=LONG)
    expect(alert).to_contain_text("Wat u invulde, staat nog op het scherm.")


def hard(page: Page) -> None:
    """Make the first constraint hard."""
    page.get_by_role("radiogroup").first.get_by_text("Hard: sluit uit").click()


def test_after_a_refresh_and_in_another_browser(page: Page, browser: Browser, server: Server) -> None:
    page.goto(server.url)
    page.get_by_role("button", name=re.compile("Regio Duinstreek")).click()
    at(page, "Uitkomst")
    go(page, "3 Weging")
    weigh(page, "kostenbeheersing", "Home")
    weighs(page, "Kostenbeheersing", "0%")
    expect(page).to_have_url(LINK)
    token = page.url.partition("?")[2]

    page.reload()
    at(page, "Weging")
    expect(slider(page, "kostenbeheersing")).to_have_value("0")
    expect(page).to_have_url(f"{server.url}/weging?{token}")

    go(page, "2 Randvoorwaarden")
    first = page.get_by_role("radiogroup").first.get_by_role("radio")
    expect(first.first).to_be_checked()
    hard(page)
    expect(first.last).to_be_checked()
    # The first constraint of the guide: it excludes, and the screen says what.
    expect(page.get_by_text("Sluit uit:")).to_be_visible()
    page.reload()
    at(page, "Randvoorwaarden")
    expect(first.last).to_be_checked()

    go(page, "1 Regio")
    name(page, "Regio Proef")
    saved(page, "Regio Proef")
    page.reload()
    at(page, "Regio")
    expect(name_field(page)).to_have_value("Regio Proef")

    for link, title in SCREENS.items():
        go(page, link, title)
        expect(page).to_have_url(re.compile(re.escape(f"?{token}") + "$"))
    address = f"{server.url}/weging?{token}"
    page.context.close()

    with someone_else(browser) as later:
        later.goto(address)
        at(later, "Weging")
        expect(slider(later, "kostenbeheersing")).to_have_value("0")
        saved(later, "Regio Proef")


def test_who_looks_with_the_read_link_changes_nothing(
    page: Page, browser: Browser, server: Server, vierstromen: Dossier
) -> None:
    token = kept(server, vierstromen)
    page.goto(f"{server.url}/dossier?{token}")
    at(page, "Uw dossier")
    links = page.locator("code").filter(has_text="?dossier=")
    expect(links).to_have_count(2)
    edit, read = links.all_inner_texts()
    assert edit == f"{server.url}/?{token}"
    before = rows(server)
    with someone_else(browser) as reader:
        reader.goto(read)
        at(reader, "Welke toegang past bij uw regio?")
        expect(reader.get_by_text("U kijkt mee.")).to_be_visible()
        go(reader, "1 Regio")
        expect(name_field(reader)).to_have_value("Regio Vierstromen")
        for field in reader.get_by_test_id("stMain").get_by_role("textbox").all():
            expect(field).to_be_disabled()
        for radio in reader.get_by_role("radio").all():
            expect(radio).to_be_disabled()
        for chosen in reader.get_by_role("combobox").all():
            expect(chosen).to_be_disabled()
        go(reader, "2 Randvoorwaarden")
        for radio in reader.get_by_role("radio").all():
            expect(radio).to_be_disabled()
        go(reader, "3 Weging")
        for handle in current(reader).get_by_role("slider").all():
            expect(handle).to_be_disabled()
        go(reader, "4 Uitkomst")
        trial = current(reader).get_by_role("slider", name="Gewicht van kostenbeheersing")
        trial.focus()
        trial.press("End")
        expect(reader.get_by_role("button", name="Neem over")).to_be_disabled()
        go(reader, "Uw dossier")
        expect(reader.get_by_text("Begonnen")).to_be_visible()
        expect(reader.locator("code").filter(has_text="?dossier=")).to_have_text([read])
        go(reader, "Scenario's")
        expect(reader.get_by_text("hier bent u nu")).to_be_visible()
        for offer in ("Maak een kopie", "Bewaar deze naam", "Verwijder voorgoed", re.compile("ongedaan")):
            expect(reader.get_by_role("button", name=offer)).to_have_count(0)
    assert rows(server) == before


def test_who_only_looks_leaves_nothing_behind(page: Page, start_server: StartServer) -> None:
    server = start_server()
    page.goto(server.url)
    for link, title in SCREENS.items():
        go(page, link, title)
    go(page, "Start", SCREENS["Start"])
    page.get_by_role("button", name=re.compile("Regio Heuvelrand")).click()
    for link, title in SCREENS.items():
        go(page, link, title)
    go(page, "4 Uitkomst")
    trial = current(page).get_by_role("slider", name="Gewicht van kostenbeheersing")
    trial.focus()
    trial.press("End")
    expect(page.get_by_text("U probeert iets uit. Uw dossier is niet veranderd.")).to_be_visible()
    page.reload()
    at(page, "Uitkomst")
    expect(page.get_by_text("Regio Heuvelrand · Voorbeeld, nog niet opgeslagen")).to_be_visible()
    assert rows(server) == [0, 0, 0, 0]


def test_a_deep_link_is_the_first_thing_a_killed_server_is_asked(
    page: Page, browser: Browser, start_server: StartServer
) -> None:
    server = start_server()
    page.goto(f"{server.url}/weging")
    weigh(page, "kostenbeheersing", "Home")
    weighs(page, "Kostenbeheersing", "0%")
    address = page.url
    assert LINK.search(address)
    page.context.close()
    server.kill()

    start_server(port=server.port)
    with someone_else(browser) as later:
        later.goto(address)
        at(later, "Weging")
        expect(slider(later, "kostenbeheersing")).to_have_value("0")
        expect(later).to_have_url(address)


def test_a_page_left_open_goes_on_after_a_killed_server(
    page: Page, browser: Browser, start_server: StartServer, vierstromen: Dossier
) -> None:
    """And what someone else changed before it was back is kept, and shown."""
    server = start_server()
    address = f"{server.url}/weging?{kept(server, vierstromen)}"
    page.goto(address)
    weigh(page, "uniformiteit", "Home")
    weighs(page, "Uniformiteit", "0%")
    page.context.set_offline(True)
    server.kill()

    start_server(port=server.port)
    with someone_else(browser) as meanwhile:
        meanwhile.goto(address)
        weigh(meanwhile, "deskundigheid", "End")
        weighs(meanwhile, "Deskundigheid", "20%")  # 80% of 100 / 405
    page.context.set_offline(False)
    expect(slider(page, "deskundigheid")).to_have_value("100", timeout=LONG)
    weigh(page, "kostenbeheersing", "End")
    weighs(page, "Kostenbeheersing", "17%")  # 80% of 100 / 470
    expect(page).to_have_url(address)
    page.reload()
    at(page, "Weging")
    for kenmerk, weight in {"uniformiteit": "0", "deskundigheid": "100", "kostenbeheersing": "100"}.items():
        expect(slider(page, kenmerk)).to_have_value(weight)


def test_undo_history_and_going_back(
    page: Page, server: Server, vierstromen: Dossier, assert_accessible: AssertAccessible
) -> None:
    page.goto(f"{server.url}/weging?{kept(server, vierstromen)}")
    undo = page.get_by_role("button", name="Maak mijn laatste wijziging ongedaan")
    redo = page.get_by_role("button", name="Doe haar toch weer")
    expect(slider(page, "kostenbeheersing")).to_have_value("35")
    expect(undo).to_have_count(0)
    weigh(page, "kostenbeheersing", "Home")
    weighs(page, "Kostenbeheersing", "0%")
    undo.click()
    expect(slider(page, "kostenbeheersing")).to_have_value("35")
    expect(undo).to_have_count(0)
    redo.click()
    expect(slider(page, "kostenbeheersing")).to_have_value("0")

    page.reload()  # one's own last change is known after a refresh too
    at(page, "Weging")
    expect(undo).to_be_visible()
    go(page, "Uw dossier")
    history = page.get_by_test_id("stMain").get_by_role("listitem")
    expect(history.filter(has_text="Kostenbeheersing van 35 naar 0")).to_have_count(2)  # done, and done again
    expect(history.filter(has_text="Kostenbeheersing van 0 naar 35")).to_have_count(1)
    expect(history.filter(has_text="Ongedaan gemaakt")).to_have_count(1)
    assert_accessible(page)
    first = page.get_by_role("button", name=re.compile(r"Ga terug naar \d+ \w+ \d{4}, \d\d\.\d\d uur(, stap 1)?$"))
    first.last.click()
    expect(history.filter(has_text="Teruggegaan naar een eerder moment")).to_have_count(1)
    expect(history.filter(has_text="Kostenbeheersing van 0 naar 35")).to_have_count(2)
    undo.click()
    expect(history.filter(has_text="Ongedaan gemaakt")).to_have_count(2)
    go(page, "3 Weging")
    expect(slider(page, "kostenbeheersing")).to_have_value("0")


def test_keeping_longer_and_deleting(page: Page, server: Server, vierstromen: Dossier) -> None:
    before = rows(server)
    address = f"{server.url}/dossier?{kept(server, vierstromen)}"
    page.goto(address)
    at(page, "Uw dossier")
    a_year_on = datetime.now(UTC) + timedelta(days=365)
    page.get_by_role("button", name="Bewaar een jaar vanaf vandaag").click()
    expect(page.get_by_text(re.compile(rf"verwijderd na \d+ \w+ {a_year_on.year}"))).to_be_visible()

    page.get_by_text("Verwijder dit dossier nu").click()
    page.get_by_role("button", name="Verwijder voorgoed").click()
    expect(current(page).get_by_role("alert").filter(has_text="Zet eerst een vinkje")).to_be_visible()
    tick(page, "Ja, verwijder dit voorgoed")
    page.get_by_role("button", name="Verwijder voorgoed").click()
    expect(page.get_by_text("Het dossier is verwijderd, met zijn geschiedenis.")).to_be_visible()
    expect(page).to_have_url(f"{server.url}/dossier")
    assert rows(server) == before

    page.goto(address)
    expect(current(page).get_by_role("alert").filter(has_text="Deze link opent geen dossier")).to_be_visible()
    expect(page.get_by_text("Er is nog niets opgeslagen.").first).to_be_visible()


def test_a_scenario_changes_apart_and_is_compared(
    page: Page, server: Server, vierstromen: Dossier, assert_accessible: AssertAccessible
) -> None:
    page.goto(f"{server.url}/scenarios?{kept(server, vierstromen)}")
    page.get_by_role("textbox", name="Naam van de kopie").fill("Kosten voorop")
    page.get_by_role("button", name="Maak een kopie").click()
    page.get_by_role("button", name="Open Kosten voorop").click()
    expect(page.get_by_text("Kosten voorop (hier bent u nu)")).to_be_visible()
    expect(page).to_have_url(LINK)
    assert page.url.endswith(".2")

    go(page, "3 Weging")
    for kenmerk, key in {"kostenbeheersing": "End", "deskundigheid": "End", "uniformiteit": "End"}.items():
        weigh(page, kenmerk, key)
    for kenmerk in ("aansluiting bij lokaal beleid", "betrokkenheid regiogemeenten"):
        weigh(page, kenmerk, "Home")
    weighs(page, "Aansluiting bij lokaal beleid", "0%")
    weighs(page, "Betrokkenheid regiogemeenten", "0%")

    go(page, "Scenario's")
    weighing = page.get_by_role("table", name="De weging")
    # The soft constraints keep 20%; of the rest 35 / 365 first, and 100 / 390 in the copy.
    weights = weighing.get_by_role("row").filter(has_text="Gewicht: kostenbeheersing")
    expect(weights.get_by_role("cell")).to_have_text(["8%", "21%", "verschilt"])
    demands = page.get_by_role("table", name="De eisen").get_by_role("row").filter(has_text="Eis: ").first
    expect(demands.get_by_role("cell").last).to_have_text("gelijk")
    expect(page.get_by_role("heading", name="Waarom verschilt de uitkomst?")).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_role("listitem")).to_contain_text("Kosten voorop")
    assert_accessible(page)

    page.get_by_role("button", name="Open Zonder naam (1)").click()
    expect(page.get_by_text("Zonder naam (1) (hier bent u nu)")).to_be_visible()
    go(page, "3 Weging")
    expect(slider(page, "kostenbeheersing")).to_have_value("35")


def test_all_scenarios_go_at_once(
    page: Page, server: Server, vierstromen: Dossier, assert_accessible: AssertAccessible
) -> None:
    before = rows(server)
    held = kept(server, vierstromen)
    page.goto(f"{server.url}/scenarios?{held}")
    page.get_by_role("textbox", name="Naam van de kopie").fill("Kosten voorop")
    page.get_by_role("button", name="Maak een kopie").click()
    expect(page.get_by_role("button", name="Open Kosten voorop")).to_be_visible()
    go(page, "Uw dossier")
    page.get_by_text("Verwijder dit dossier nu").click()
    expect(page.get_by_text("Ook dit gaat dan weg: “Kosten voorop”")).to_be_visible()
    assert_accessible(page)
    tick(page, "Ja, verwijder dit voorgoed")
    page.get_by_role("button", name="Verwijder voorgoed").click()
    expect(current(page).get_by_role("alert").filter(has_text="Kies eerst")).to_be_visible()
    page.get_by_text("Alles: dit dossier en zijn andere scenario", exact=True).click()
    page.get_by_role("button", name="Verwijder voorgoed").click()
    expect(page.get_by_text("Het dossier is verwijderd, met al zijn scenario's")).to_be_visible()
    assert rows(server) == before
    page.goto(f"{server.url}/dossier?{held}.2")
    expect(current(page).get_by_role("alert").filter(has_text="Deze link opent geen dossier")).to_be_visible()


def test_a_busy_database_is_said_and_the_input_waits(
    page: Page, server: Server, vierstromen: Dossier, assert_accessible: AssertAccessible
) -> None:
    page.goto(f"{server.url}/weging?{kept(server, vierstromen)}")
    expect(slider(page, "kostenbeheersing")).to_have_value("35")
    with nobody_can_write(server):
        weigh(page, "kostenbeheersing", "Home")
        not_saved(page)
        expect(page.get_by_text(re.compile("· Nog niet opgeslagen"))).to_be_visible()
        expect(slider(page, "kostenbeheersing")).to_have_value("0")
        assert_accessible(page)
    weigh(page, "deskundigheid", "Home")
    weighs(page, "Deskundigheid", "0%")
    expect(page.get_by_role("alert")).to_have_count(0)
    saved(page, "Regio Vierstromen")
    page.reload()
    at(page, "Weging")
    expect(slider(page, "kostenbeheersing")).to_have_value("0")
    expect(slider(page, "deskundigheid")).to_have_value("0")


def test_a_first_change_that_finds_the_database_busy(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/regio")
    at(page, "Regio")
    with nobody_can_write(server):
        name(page, "Regio Geduld")
        not_saved(page)
        expect(name_field(page)).to_have_value("Regio Geduld")
    page.get_by_role("button", name="Sla nu op").click()
    saved(page, "Regio Geduld")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page).to_have_url(LINK)
    page.reload()
    at(page, "Regio")
    expect(name_field(page)).to_have_value("Regio Geduld")
