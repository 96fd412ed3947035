"""Step 5 in a browser: choose, see what that adds and asks, fill in who does what; axe looks along at every width."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.visitor import LONG, at, current, go, upload
from tests.conftest import Server

AssertAccessible = Callable[[Page], None]

REGION: dict[str, Any] = {
    "formaat": "toegangswijzer-dossier/1",
    "regio": {"naam": "Regio Proef"},
    "huidige_vorm": "C-A2",
    "weging": {"invoer": {"schuiven": {"deskundigheid": 90, "uniformiteit": 80, "aansluiting": 20}}},
    "randvoorwaarden": [{"id": "RV-05", "status": "zacht"}],
}


def open_region(page: Page, server: Server, folder: Path, **parts: Any) -> None:
    file = folder / "dossier.json"
    file.write_text(json.dumps(REGION | parts), encoding="utf-8")
    page.goto(server.url)
    upload(page, file)
    page.get_by_role("button", name="Open dit dossier").click()
    at(page, "Regio")


def choose(page: Page, label: str, option: str) -> None:
    """Pick from a list by keyboard and mouse. One that opens while the screen still scrolls to it closes again."""
    box = current(page).get_by_role("combobox", name=label)
    choice = page.get_by_role("option", name=option, exact=True)
    box.focus()
    for _ in range(5):
        box.press("ArrowDown")
        with suppress(TimeoutError):
            choice.wait_for(timeout=3000)
            break
    choice.click()


def test_choosing_what_is_not_first_and_what_follows(
    page: Page, server: Server, tmp_path: Path, assert_accessible: AssertAccessible
) -> None:
    open_region(page, server, tmp_path)
    go(page, "5 Aandachtspunten")
    choose(page, "Welke vorm kiest uw regio?", "Een eigen lokaal team in elke gemeente")
    expect(current(page).get_by_text("Deze vorm staat niet bovenaan in uw uitkomst.")).to_be_visible(timeout=LONG)
    reason = current(page).get_by_role("textbox", name="Waarom kiest u deze vorm?")
    reason.fill("Onze raden willen het dicht bij huis.")
    reason.press("Control+Enter")
    expect(current(page).get_by_text("Deskundigheid weegt zwaar, en juist daar scoort uw keuze laag")).to_be_visible()
    expect(current(page).get_by_text("40 van de 44 aandachtspunten spelen bij u.")).to_be_visible()
    assert_accessible(page)

    choose(page, "En waar straks?", "Op één plek in de regio")
    expect(
        current(page).get_by_text("Omdat het besluit straks lokaal valt en de beschikking regionaal komt.")
    ).to_be_visible(timeout=LONG)
    expect(current(page).get_by_text("Speelt niet:")).to_have_count(0)
    current(page).get_by_text("Toon ook wat niet speelt").click()
    expect(current(page).get_by_text("Speelt niet: in de gekozen vorm is geen expertiseteam.")).to_have_count(3)
    assert_accessible(page)

    page.reload()
    at(page, "Aandachtspunten")
    expect(current(page).get_by_role("textbox", name="Waarom kiest u deze vorm?")).to_have_value(
        "Onze raden willen het dicht bij huis."
    )


def test_the_process_now_and_then(
    page: Page, server: Server, tmp_path: Path, assert_accessible: AssertAccessible
) -> None:
    open_region(page, server, tmp_path, gekozen_vorm="H-TA", beschikking={"nu": "regionaal", "straks": "lokaal"})
    go(page, "5 Aandachtspunten")
    current(page).get_by_role("link", name=re.compile("Bekijk wie wat doet")).click()
    at(page, "Proces en betaling")
    row = page.get_by_role("row").filter(has_text="Beschikking afgeven")
    expect(row).to_contain_text("één plek in de regio (ingevuld door uw regio)")
    expect(row).to_contain_text("Verandert")
    expect(page.get_by_role("table", name="Wie betaalt wat, nu en straks")).to_contain_text("regio of subregio")
    assert_accessible(page)

    field = current(page).get_by_role("textbox", name="Wie doet straks stap 7: evalueren en bijstellen?")
    field.fill("Zorgregisseur")
    field.press("Enter")
    evaluated = page.get_by_role("row").filter(has_text="Evalueren en bijstellen")
    expect(evaluated).to_contain_text("Zorgregisseur (ingevuld door uw regio)", timeout=LONG)
    picture = current(page).get_by_role("figure", name="Het proces per partij")
    expect(picture.get_by_text("Zorgregisseur")).to_be_visible()
    choose(page, "Bij welke partij hoort dat? (stap 7, straks)", "Gemeente of lokaal team")
    expect(picture).not_to_contain_text("Een ander", timeout=LONG)
    assert_accessible(page)

    page.reload()
    at(page, "Proces en betaling")
    expect(field).to_have_value("Zorgregisseur")


def test_lanes_stack_on_a_small_phone(page: Page, server: Server, tmp_path: Path) -> None:
    open_region(page, server, tmp_path, gekozen_vorm="H-GM")
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(page.url.replace("/regio", "/proces"))
    at(page, "Proces en betaling")
    picture = current(page).get_by_role("figure", name="Het proces per partij")
    expect(picture.get_by_text("Nog niet te zeggen").first).to_be_visible()
    blocks = [block.bounding_box() for block in picture.locator(".blok:visible").all()]
    assert len(blocks) >= 10
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in blocks)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
