"""What the own script and the policy do in a real browser, on the real screens."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Server

SCREENS = [
    *("regio", "randvoorwaarden", "weging", "uitkomst", "aandachtspunten", "proces", "plan", "kosten", "kleine-teams"),
    *("matrix", "verantwoording"),
]


def open_screen(page: Page, server: Server, path: str = "") -> None:
    page.goto(f"{server.url}/{path}")
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    wait_until_done(page)


def wait_until_done(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


# First in this file, so that the server has just started and no screen was drawn before.
def test_a_deep_link_works_first_on_a_server_just_started(server: Server, page: Page) -> None:
    open_screen(page, server, "matrix")
    expect(page).to_have_url(f"{server.url}/matrix")
    expect(page.locator("h1")).to_contain_text("atrix")


@pytest.mark.parametrize("screen", ["", *SCREENS])
def test_a_screen_is_dutch_breaks_no_policy_and_asks_nothing_elsewhere(server: Server, page: Page, screen: str) -> None:
    console: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(f"Uncaught {error.message}"))
    page.on("request", lambda request: asked.append(request.url))
    open_screen(page, server, screen)
    assert [text for text in console if "Content Security Policy" in text or "Uncaught" in text] == []
    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []
    assert [name for name in names_of_elements(page) if ENGLISH.search(name)] == []
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_attached()


# Words that Streamlit's own names and hints are made of, and that no Dutch sentence holds.
ENGLISH = re.compile(
    r"\b(the|options?|help for|remove|close|clear|app pages|sidebar|choose|upload|files?)\b", re.IGNORECASE
)


def names_of_elements(page: Page) -> list[str]:
    """What buttons, fields and landmarks are called, and the hints in fields."""
    names: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((element) =>
            ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name)).filter(Boolean))"""
    )
    return names


def test_what_does_not_fit_in_the_menu_is_counted_in_dutch(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 820, "height": 900})
    open_screen(page, server)
    expect(page.get_by_text(re.compile(r"^Nog \d+$"))).to_be_visible()
    expect(page.get_by_role("link", name="5 Aandachtspunten")).to_be_visible()


def test_the_focus_goes_to_the_heading_of_the_next_screen(server: Server, page: Page) -> None:
    open_screen(page, server)
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("link", name="2 Randvoorwaarden").first.click()
    expect(page).to_have_url(f"{server.url}/randvoorwaarden")
    expect(page.locator("h1")).to_be_focused()
    page.get_by_role("link", name="3 Weging").first.click()
    expect(page).to_have_url(f"{server.url}/weging")
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(page).to_have_url(f"{server.url}/randvoorwaarden")
    expect(page.locator("h1")).to_be_focused()


def test_the_focus_goes_to_the_heading_after_a_button_too(server: Server, page: Page) -> None:
    open_screen(page, server)
    page.get_by_role("button", name=re.compile("stap 1", re.I)).click()
    expect(page).to_have_url(f"{server.url}/regio")
    expect(page.locator("h1")).to_be_focused()


def test_the_focus_stays_in_a_field_while_a_screen_is_drawn_again(server: Server, page: Page) -> None:
    open_screen(page, server, "regio")
    field = page.get_by_role("textbox").first
    field.fill("Rivierenland")
    field.press("Enter")
    wait_until_done(page)
    expect(field).to_be_focused()


def test_a_single_key_does_not_draw_the_screen_again(server: Server, page: Page) -> None:
    open_screen(page, server, "verantwoording")
    assert reruns(page, lambda: page.keyboard.press("r")) == 0
    assert reruns(page, lambda: page.keyboard.press("c")) == 0
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_without_the_own_script_a_single_key_does(server: Server, page: Page) -> None:
    """So that the test above shows something."""
    page.route("**/toegangswijzer.js", lambda route: route.abort())
    open_screen(page, server, "verantwoording")
    assert reruns(page, lambda: page.keyboard.press("r")) > 0


def reruns(page: Page, act: Callable[[], None]) -> int:
    """How often the script of the app started within a moment of doing something."""
    page.evaluate(
        """() => {
            window.runs = 0;
            const app = document.querySelector("[data-testid='stApp']");
            new MutationObserver(() => { window.runs += app.dataset.testScriptState !== "notRunning"; })
                .observe(app, { attributeFilter: ["data-test-script-state"] });
        }"""
    )
    act()
    page.wait_for_timeout(500)
    return int(page.evaluate("window.runs"))


def test_letters_can_be_typed(server: Server, page: Page) -> None:
    open_screen(page, server, "regio")
    field = page.get_by_role("textbox").first
    field.press_sequentially("rc Rc")
    expect(field).to_have_value("rc Rc")


def test_what_a_region_wrote_itself_is_not_translated(server: Server, page: Page) -> None:
    open_screen(page, server)
    page.evaluate("document.querySelector('h1').append('Open', document.createElement('i'), 'Close')")
    expect(page.locator("h1")).to_contain_text("OpenClose")


def test_a_page_that_is_not_there_says_so_in_dutch(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/bestaat-niet")
    expect(page.get_by_role("dialog")).to_contain_text("Deze pagina bestaat niet", timeout=30_000)
    expect(page.get_by_role("dialog")).to_contain_text("U ziet nu het startscherm.")


def test_a_long_wait_is_announced_and_so_is_its_end(server: Server, page: Page) -> None:
    open_screen(page, server)
    state = "document.querySelector(\"[data-testid='stApp']\").dataset.testScriptState"
    status = page.get_by_role("status").filter(has_text=re.compile("Bezig|Klaar"))
    page.evaluate(f"{state} = 'running'")
    page.wait_for_timeout(500)
    expect(status).to_have_count(0)
    expect(status).to_have_text("Bezig, even geduld")
    page.evaluate(f"{state} = 'notRunning'")
    expect(status).to_have_text("Klaar")
    expect(status).to_have_count(0)
