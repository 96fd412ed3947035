"""What a visitor does in these tests, in one place: open, go, wait, change."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

#: A first look at a server just started, or a wait for a database that is busy, takes its time.
LONG = 40_000
LINK = re.compile(r"\?dossier=[\w-]{32}(\.\d+)?$")


@contextmanager
def someone_else(browser: Browser) -> Iterator[Page]:
    """A window of a browser that was never here before."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def current(page: Page) -> Locator:
    """What the last drawing put on the screen. A widget that makes way for a new one stands beside it for a moment."""
    return page.locator("[data-stale='false']")


def at(page: Page, title: str) -> None:
    """Wait until this screen is there."""
    expect(current(page).get_by_role("heading", level=1, name=title, exact=True)).to_be_visible(timeout=LONG)


def go(page: Page, link: str, title: str | None = None) -> None:
    """To another screen by the menu, and by what does not fit in it when it is there."""
    in_menu = page.get_by_role("link", name=link, exact=True)
    the_rest = page.get_by_role("button", name=re.compile(r"^Nog \d+$"))
    expect(in_menu.or_(the_rest).first).to_be_visible(timeout=LONG)
    if in_menu.count() == 0:
        the_rest.click()
        in_menu = page.get_by_role("menuitem", name=link, exact=True)
    in_menu.click()
    at(page, title or link.lstrip("12345 "))


def slider(page: Page, kenmerk: str) -> Locator:
    return current(page).get_by_role("slider", name=f"Hoe belangrijk is deze stap bij {kenmerk}?")


def tick(page: Page, label: str) -> None:
    """Tick a box. A click that comes while the part around it still unfolds can miss it, and then one clicks again."""
    box = current(page).get_by_role("checkbox", name=label, exact=True)
    for _ in range(5):
        page.get_by_text(label, exact=True).click()
        with suppress(AssertionError):
            expect(box).to_be_checked(timeout=3_000)
            return
    expect(box).to_be_checked()


def upload(page: Page, file: Path) -> None:
    """Give a file to open, and wait until it has arrived."""
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_text(file.name, exact=True)).to_be_visible(timeout=LONG)


def name_field(page: Page) -> Locator:
    return current(page).get_by_role("textbox", name="Naam van uw regio")


def weigh(page: Page, kenmerk: str, key: str) -> None:
    """Move a slider of Weging by keyboard."""
    slider(page, kenmerk).focus()
    slider(page, kenmerk).press(key)


def name(page: Page, naam: str) -> None:
    """Give the region a name."""
    name_field(page).fill(naam)
    name_field(page).press("Enter")


def saved(page: Page, naam: str) -> None:
    """The line on top of a step says so, of the region by this name."""
    line = page.get_by_text(re.compile(rf"^Stap \d van 5 · {naam} · Opgeslagen om"))
    expect(line).to_have_count(1, timeout=LONG)  # while a screen is drawn anew, the old line may be there too


def weighs(page: Page, kenmerk: str, share: str) -> None:
    """The table below the sliders, which the server makes, has this share."""
    row = page.get_by_role("row").filter(has_text=kenmerk)
    expect(row.get_by_role("cell")).to_have_text(share, timeout=LONG)
