"""Every way of weighing by keyboard alone on a small phone, with nothing that axe objects to, and nothing lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dossier.file import to_json
from dossier.model import Dossier
from tests.advies.ways import IDS, ends, pairs, statements
from tests.browser.visitor import at, current, go, upload
from tests.conftest import Server

AssertAccessible = Callable[[Page], None]

SMALL = {"width": 320, "height": 800}
KENMERKEN = ("deskundigheid", "kostenbeheersing", "uniformiteit", "continuïteit", "aansluiting", "betrokkenheid")


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this has the focus; what cannot be reached that way fails."""
    expect(wanted.first).to_be_visible()
    for _ in range(60):
        if wanted.first.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"met Tab niet te bereiken: {wanted}")


def choose(page: Page, label: str, typed: str) -> None:
    """Pick an option of a field by typing what it begins with."""
    tab_to(page, current(page).get_by_role("combobox", name=label))
    page.keyboard.type(typed)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(0)


def show_way(page: Page, server: Server, number: int, name: str) -> None:
    """Open Weging and walk down the ways with the arrow keys."""
    page.set_viewport_size({"width": SMALL["width"], "height": SMALL["height"]})
    page.goto(f"{server.url}/weging")
    at(page, "Weging")
    group = current(page).get_by_role("radiogroup", name="Hoe wilt u wegen?")
    tab_to(page, group.get_by_role("radio", checked=True))
    for place in range(1, number + 1):
        page.keyboard.press("ArrowDown")
        expect(group.get_by_role("radio").nth(place)).to_be_checked()
        expect(group.get_by_role("radio").nth(place)).to_be_focused()
    expect(group.get_by_role("radio", name=name)).to_be_checked()


def by_sliders(page: Page) -> None:
    slider = current(page).get_by_role("slider", name="Hoe belangrijk is deze stap bij kostenbeheersing?")
    tab_to(page, slider)
    page.keyboard.press("End")


def by_points(page: Page) -> None:
    for kenmerk, points in (("kostenbeheersing", 45), ("aansluiting", 55)):
        tab_to(page, current(page).get_by_role("spinbutton", name=f"Punten voor {kenmerk}"))
        page.keyboard.press("Control+A")
        page.keyboard.type(str(points))
        page.keyboard.press("Enter")
        if kenmerk == "kostenbeheersing":
            expect(current(page).get_by_text("U hebt nog 55 punten te verdelen.").first).to_be_visible()
    expect(current(page).get_by_text("punten te verdelen.")).to_have_count(0)


def by_ranking(page: Page) -> None:
    for place, kenmerk, after in zip("122345", KENMERKEN, (*KENMERKEN[1:], None), strict=True):
        choose(page, f"Plaats van {kenmerk}", place)
        if after:
            expect(current(page).get_by_text(f"Nog geen plaats voor {after}").first).to_be_visible()
    expect(current(page).get_by_text("Nog geen plaats voor")).to_have_count(0)


def by_pairs(page: Page) -> None:
    for number in range(1, 16):
        group = current(page).get_by_role("radiogroup", name=f"Paar {number} van 15")
        tab_to(page, group.get_by_role("radio"))
        page.keyboard.press("Space" if number == 1 else "ArrowDown")
        expect(group.get_by_role("radio", checked=True)).to_have_count(1)
        todo = current(page).get_by_text(f"Nog {15 - number} van de 15 paren te gaan")
        expect(todo.first).to_be_visible(visible=number < 15)
        if number == 1:
            choose(page, "Hoeveel zwaarder telt deskundigheid dan kostenbeheersing?", "9")
    expect(
        current(page).get_by_text("De maat voor tegenspraak is").or_(current(page).get_by_role("alert"))
    ).to_be_visible()


def by_ends(page: Page) -> None:
    def left(count: int) -> None:
        """The answer has arrived: a list that is opened before that closes again."""
        expect(current(page).get_by_text(f"Nog {count} van de 9 vragen te gaan").first).to_be_visible()

    choose(page, "Welk kenmerk is het belangrijkst?", "Kosten")
    expect(current(page).get_by_text("Kies eerst het belangrijkste").first).to_be_visible()
    choose(page, "Welk kenmerk is het minst belangrijk?", "Uniform")
    others = [f"kostenbeheersing dan {kenmerk}" for kenmerk in KENMERKEN if kenmerk != "kostenbeheersing"]
    others += [kenmerk for kenmerk in KENMERKEN if kenmerk not in ("kostenbeheersing", "uniformiteit")]
    for answered, kenmerk in enumerate(others):
        left(9 - answered)
        choose(page, f"Hoeveel zwaarder telt {kenmerk}", "4" if kenmerk.endswith("uniformiteit") else "2")
    expect(current(page).get_by_text("Uw antwoorden passen precies bij elkaar.")).to_be_visible()


def by_statements(page: Page) -> None:
    for number in range(1, 7):
        group = current(page).get_by_role("radiogroup", name=f"Stelling {number}:")
        tab_to(page, group.get_by_role("radio"))
        page.keyboard.press("ArrowRight")
        expect(group.get_by_role("radio", name="Neutraal")).to_be_checked()
    # Agreed with the last one only: that is close, and questions follow.
    page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="Eens", exact=True)).to_be_checked()
    expect(current(page).get_by_role("checkbox", name="Extra belangrijk: betrokkenheid")).to_be_enabled()
    expect(current(page).get_by_role("heading", name="Uw antwoord:")).to_contain_text("maar nipt")
    first = current(page).get_by_role("radiogroup", name="Wat telt zwaarder").first
    tab_to(page, first.get_by_role("radio"))
    page.keyboard.press("Space")
    expect(first.get_by_role("radio").first).to_be_checked()


WAYS: list[tuple[int, str, Callable[[Page], None]]] = [
    (0, "Schuiven", by_sliders),
    (1, "100 punten", by_points),
    (2, "Rangorde", by_ranking),
    (3, "Paarsgewijs", by_pairs),
    (4, "Beste en slechtste", by_ends),
    (5, "Snelle start", by_statements),
]


@pytest.mark.parametrize(("number", "name", "fill_in"), WAYS, ids=lambda part: str(part).replace(" ", "-")[:20])
def test_by_keyboard_alone_on_a_small_phone(
    page: Page,
    server: Server,
    assert_accessible: AssertAccessible,
    number: int,
    name: str,
    fill_in: Callable[[Page], None],
) -> None:
    show_way(page, server, number, name)
    fill_in(page)
    expect(current(page).get_by_text("Het zwaarst tel")).to_be_visible()
    expect(current(page).get_by_role("table", name="Zo zwaar telt elk onderdeel nu")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    assert_accessible(page)


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A dossier with every way filled in."""
    agreed = dict(zip(IDS, [8, 4, 2, 2, 1, 1], strict=True))
    invoer = {
        "schuiven": {"kosten": 80.0, "uniformiteit": 37.5},
        "punten": {"kosten": 60, "aansluiting": 30},
        "rangorde": dict(zip(IDS, [1, 1, 3, 4, 5, 6], strict=True)),
        "paarsgewijs": pairs(agreed) | {"betrokkenheid|deskundigheid": 8},
        "beste_slechtste": ends(agreed),
        "snelle_start": statements(*["eens"] * 6, kosten=True) | {"doorvragen": {"kosten|uniformiteit": "kosten"}},
    }
    path = tmp_path / "alles.json"
    path.write_text(to_json(Dossier.model_validate({"weging": {"methode": "rangorde", "invoer": invoer}})), "utf-8")
    return path


def test_a_file_with_every_way_goes_in_and_out_unchanged(
    page: Page, server: Server, assert_accessible: AssertAccessible, everything: Path, tmp_path: Path
) -> None:
    page.goto(server.url)
    upload(page, everything)
    page.get_by_role("button", name="Open dit dossier").click()
    at(page, "Regio")
    go(page, "3 Weging")
    ways = current(page).get_by_role("radiogroup", name="Hoe wilt u wegen?")
    expect(ways.get_by_role("radio", name="Rangorde")).to_be_checked()
    for name in ("Paarsgewijs", "Snelle start", "Beste en slechtste", "100 punten", "Schuiven"):
        ways.get_by_text(name, exact=True).click()
        expect(current(page).get_by_role("table", name=f"Gewichten volgens {name}")).to_be_visible()
        expect(current(page).get_by_role("heading", name="Vergelijk de manieren")).to_be_visible()
    assert_accessible(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Bewaar dossier als bestand").click()
    kept = tmp_path / "terug.json"
    started.value.save_as(kept)
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (everything, kept))
    assert after["weging"] == before["weging"]


def test_another_way_is_made_to_count_where_they_are_compared(page: Page, server: Server, everything: Path) -> None:
    page.goto(server.url)
    upload(page, everything)
    page.get_by_role("button", name="Open dit dossier").click()
    at(page, "Regio")
    go(page, "3 Weging")
    counts = current(page).get_by_role("radiogroup", name="Welke manier telt voor uw advies?")
    counts.get_by_text("Schuiven", exact=True).click()
    expect(current(page).get_by_text("Voor uw advies telt nu een andere manier: Schuiven.")).to_be_visible()
    go(page, "4 Uitkomst")
    expect(current(page).get_by_role("slider", name="Gewicht van kostenbeheersing")).to_have_value("80")
