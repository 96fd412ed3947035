"""The whole main job once, in a browser, on the real matrix; and nothing that axe objects to on the way."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import current, go, name_field, upload
from tests.conftest import Server

AssertAccessible = Callable[[Page], None]


def at(page: Page, title: str) -> None:
    """Wait until this screen is there: its own heading, and the end of its drawing."""
    expect(current(page).get_by_role("heading", level=1, name=title, exact=True)).to_be_visible(timeout=20_000)
    expect(page.get_by_role("button", name="Bewaar dossier als bestand")).to_be_visible(timeout=20_000)


def move(page: Page, slider: str, key: str) -> None:
    """Move a slider by keyboard."""
    handle = current(page).get_by_role("slider", name=slider)
    handle.focus()
    handle.press(key)


def test_from_start_to_aandachtspunten(page: Page, server: Server, assert_accessible: AssertAccessible) -> None:
    page.goto(server.url)
    expect(page.get_by_role("heading", level=1, name="Welke toegang past bij uw regio?")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Begin bij stap 1: Regio").click()

    at(page, "Regio")
    name_field(page).fill("Regio Proef")
    name_field(page).press("Enter")
    gemeenten = page.get_by_role("combobox", name="Gemeenten in uw regio")
    gemeenten.fill("Laren")
    gemeenten.press("Enter")
    expect(page.get_by_text("inwoners in 1 gemeente.")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Huidige vorm").fill("kassiersgemeente, melden in de eigen")
    page.get_by_role("option").first.click()
    expect(page.get_by_text("De inwoner meldt zich eerst in de eigen gemeente")).to_be_visible()
    page.get_by_text("Vooral de jaren daarna").click()
    assert_accessible(page)
    page.get_by_role("button", name="Naar stap 2: Randvoorwaarden").click()

    at(page, "Randvoorwaarden")
    first = page.get_by_role("radiogroup").first
    first.get_by_text("Hard: sluit uit").click()
    expect(page.get_by_text("Sluit uit:", exact=True)).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Naar stap 3: Weging").click()

    at(page, "Weging")
    move(page, "Hoe belangrijk is deze stap bij aansluiting bij lokaal beleid?", "End")
    expect(page.get_by_text("U hebt nog niet gewogen")).to_have_count(0)
    assert_accessible(page)
    page.get_by_role("button", name="Naar stap 4: Uitkomst").click()

    at(page, "Uitkomst")
    answer = current(page).get_by_role("heading", level=2).first
    expect(answer).to_contain_text("past het best")
    before = answer.inner_text()
    for kenmerk in ("deskundigheid", "kostenbeheersing", "uniformiteit"):
        move(page, f"Gewicht van {kenmerk}", "End")
    for kenmerk in ("aansluiting bij lokaal beleid", "betrokkenheid regiogemeenten"):
        move(page, f"Gewicht van {kenmerk}", "Home")
    expect(page.get_by_text("U probeert iets uit. Uw dossier is niet veranderd.")).to_be_visible()
    expect(answer).to_contain_text("Centrale toegang")
    assert_accessible(page)
    page.get_by_role("button", name="Zet terug").click()
    expect(answer).to_have_text(before)
    page.get_by_role("button", name="Naar stap 5: Aandachtspunten").click()

    at(page, "Aandachtspunten")
    expect(page.get_by_role("heading", name="Wat moet u regelen?")).to_be_visible()
    expect(page.get_by_text(re.compile(r"van de 44 aandachtspunten spelen bij u"))).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize(("link", "title"), [("Matrix", "Matrix"), ("Verantwoording", "Verantwoording")])
def test_the_screens_beside_the_steps(
    page: Page, server: Server, assert_accessible: AssertAccessible, link: str, title: str
) -> None:
    page.goto(server.url)
    go(page, link, title)
    expect(page.get_by_role("table").first).to_be_visible()
    assert_accessible(page)


def test_open_parts_are_accessible_too(page: Page, server: Server, assert_accessible: AssertAccessible) -> None:
    page.goto(server.url)
    page.get_by_role("button", name=re.compile("Regio Heuvelrand")).click()
    at(page, "Uitkomst")
    for name in (
        *("Bekijk als tabel, ook per vorm", "Bekijk als tabel", "Bekijk alle 11 vormen", "Bekijk per vorm waarom"),
        *("Bekijk één gewicht van 0 tot 100%", "Bij welke weging past welke variant?"),
    ):
        page.get_by_text(name, exact=True).click()
    expect(page.get_by_role("table", name="Alle vormen, de beste eerst")).to_be_visible()
    expect(page.get_by_role("table", name="Punten van de beste vorm van elke variant")).to_be_visible()
    assert_accessible(page)


def test_another_reading_is_chosen_with_its_effect_in_sight(
    page: Page, server: Server, assert_accessible: AssertAccessible
) -> None:
    page.goto(server.url)
    page.get_by_role("button", name=re.compile("Regio Vierstromen")).click()
    at(page, "Uitkomst")
    page.get_by_text("Anders lezen of wegen: wat doet dat?", exact=True).click()
    expect(page.get_by_text(re.compile("^In de strikte lezing staat ook lokale toegang bovenaan"))).to_be_visible()
    assert_accessible(page)
    current(page).get_by_text("De strikte lezing: alleen wat er staat").click()
    expect(page.get_by_text(re.compile("^In onze gewone lezing staat ook lokale toegang bovenaan"))).to_be_visible()
    expect(page.get_by_text(re.compile("Opgeslagen om"))).to_be_visible()
    page.reload()
    page.get_by_text("Anders lezen of wegen: wat doet dat?", exact=True).click()
    expect(current(page).get_by_role("radio", name=re.compile("^De strikte lezing"))).to_be_checked()


def test_a_dossier_goes_down_and_comes_up_again(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto(server.url)
    page.get_by_role("button", name=re.compile("Regio Vierstromen")).click()
    at(page, "Uitkomst")
    with page.expect_download() as started:
        page.get_by_role("button", name="Bewaar dossier als bestand").click()
    assert started.value.suggested_filename == "toegangswijzer-regio-vierstromen.json"
    kept = tmp_path / "dossier.json"
    started.value.save_as(kept)

    page.goto(server.url)
    upload(page, kept)
    page.get_by_role("button", name="Open dit dossier").click()
    at(page, "Regio")
    expect(name_field(page)).to_have_value("Regio Vierstromen")


def test_a_hostile_file_is_refused_in_words(page: Page, server: Server, tmp_path: Path) -> None:
    hostile = tmp_path / "kwaad.json"
    hostile.write_text('{"formaat": "toegangswijzer-dossier/1", "<img src=x onerror=alert(1)>": 1}', encoding="utf-8")
    page.goto(server.url)
    upload(page, hostile)
    page.get_by_role("button", name="Open dit dossier").click()
    expect(current(page).get_by_role("alert").filter(has_text="Dit bestand is niet geopend")).to_be_visible()
    expect(page.get_by_text("kwaad.json, regel 1, <img src=x onerror=alert(1)>: onbekend veld")).to_be_visible()
    expect(page.locator("img[src='x']")).to_have_count(0)


def test_on_a_phone_the_menu_makes_way(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 400, "height": 860})
    page.goto(server.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Menu openen").click()
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_focused()
    page.get_by_role("link", name="3 Weging").click()
    expect(page.get_by_role("heading", level=1, name="Weging", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("link", name="3 Weging")).not_to_be_in_viewport()
    page.get_by_role("button", name="Menu openen").click()
    expect(page.get_by_role("link", name="3 Weging")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="3 Weging")).not_to_be_in_viewport()
