"""A wide table on a narrow screen: what it is about stays in sight, and its sentences stay readable."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.visitor import at, current
from tests.conftest import Server


def box(element: Locator) -> FloatRect:
    found = element.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("width", [320, 400])
def test_the_claims_of_a_score_can_be_read(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 5000})
    page.goto(f"{server.url}/matrix")
    at(page, "Matrix")
    region = current(page).get_by_role("region", name="Waarop deze score rust")
    expect(region).to_be_visible()
    seen = box(region)
    claim = box(region.get_by_role("rowheader").first)
    number = box(region.get_by_role("columnheader", name="Nummer"))
    assert claim["width"] >= 0.8 * seen["width"]
    assert claim["width"] > 2 * number["width"]
    assert claim["x"] < number["x"]


@pytest.mark.parametrize("width", [320, 400])
def test_a_caption_is_not_cut_off(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 5000})
    page.goto(f"{server.url}/matrix")
    at(page, "Matrix")
    region = current(page).get_by_role("region", name="Alle scores van 1")
    caption = region.locator("caption span")
    expect(caption).to_be_visible()
    for scrolled in (0, 200):
        region.evaluate("(table, left) => { table.scrollLeft = left }", scrolled)
        seen, text = box(region), box(caption)
        assert seen["x"] - 1 <= text["x"]
        assert text["x"] + text["width"] <= seen["x"] + seen["width"] + 1
