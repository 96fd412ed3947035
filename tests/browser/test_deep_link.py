"""The first thing a server just started is asked for may be any screen."""

from playwright.sync_api import Page, expect

from tests.conftest import Server


def test_a_deep_link_is_the_first_thing_asked(page: Page, server: Server) -> None:
    """One test in this module, so that nothing came before it."""
    page.goto(f"{server.url}/weging?van=mail")
    expect(page.get_by_role("heading", level=1, name="Weging", exact=True)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("slider")).to_have_count(6)
    expect(page).to_have_url(f"{server.url}/weging?van=mail")
    expect(page).to_have_title("3 Weging – Toegangswijzer")
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Welke toegang past bij uw regio?")).to_be_visible()
