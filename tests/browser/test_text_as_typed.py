"""What people type is shown as typed, whatever Markdown would make of it; a label is read out without backslashes."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

TYPED = [
    ":red[x]",
    ":red-background[x] :blue-badge[y]",
    ":material/home: :material/x:",
    ":smile: en :+1:",
    ":streamlit:",
    "[tekst](https://example.org)",
    "![plaatje](https://example.org/a.png)",
    "[^1] en [x]: y",
    "<b>vet</b> <img src=x onerror=alert(1)>",
    "<https://example.org>",
    "https://example.org/pad?a=1&b=2",
    "www.example.nl",
    "iemand@voorbeeld.nl",
    "mailto:iemand@voorbeeld.nl",
    "# kop",
    "## kop #",
    "kop ===",
    "=== kop",
    "---",
    "- punt",
    "+ punt",
    "* punt",
    "1. punt",
    "1) punt",
    "- [ ] taak",
    "> citaat",
    "| a | b |",
    "$x^2$ en $$y$$",
    "~~weg~~ en ~weg~",
    "`code` en ```code```",
    "**vet** _schuin_ __vet__",
    "a -- b -> c <- d <-> e >= f <= g ~= h",
    "&amp; &lt; &#65; A&B C & D",
    "eind \\",
    "\\*niet\\* schuin",
    "{a} (b) #c !d +e |f| 10:30 Gemengd: een",
]
LABEL = "Gemengd: een deel (vaak kleinere)"
SCREEN = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import streamlit as st
from pages import opmaak

typed = {TYPED!r}
for text in typed:
    opmaak.zin(text)
opmaak.lijst(typed)
for n, text in enumerate(typed):
    st.checkbox(opmaak.veilig(text), key=str(n))
st.selectbox(opmaak.veilig({LABEL!r}), ["een"])
st.text("Klaar")
"""
JOINER = "\u2060"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A screen that only shows these texts."""
    folder: Path = tmp_path_factory.mktemp("typed")
    (folder / "proef.py").write_text(SCREEN, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"server.port": port, "server.headless": "true", "browser.gatherUsageStats": "false"}
    command = [sys.executable, "-m", "streamlit", "run", str(folder / "proef.py")]
    command += [part for name, value in options.items() for part in (f"--{name}", str(value))]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://localhost:{port}"
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{url}/_stcore/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_every_text_is_shown_as_typed_and_makes_nothing(page: Page, screen: str) -> None:
    page.goto(screen)
    expect(page.get_by_text("Klaar")).to_be_visible()
    blocks = page.get_by_test_id("stMarkdownContainer")
    expect(blocks).to_have_count(2 * len(TYPED) + 2)  # besides the list and the last label
    expect(blocks.locator("li")).to_have_count(len(TYPED))
    shown = [text.replace(JOINER, "").strip() for text in blocks.all_inner_texts()]
    for text in TYPED:
        assert shown.count(text) == 2, (text, shown)  # as a sentence, and as the label of a box
    items = [text.replace(JOINER, "").strip() for text in blocks.locator("li").all_inner_texts()]
    assert items == TYPED
    made = blocks.locator(
        "a, b, strong, em, del, code, img, svg, table, blockquote, hr, h1, h2, ol, .katex, li ul, input"
    )
    assert made.evaluate_all("found => found.map(one => one.outerHTML)") == []


def test_a_label_is_read_out_without_backslashes(page: Page, screen: str) -> None:
    page.goto(screen)
    expect(page.get_by_role("combobox", name=LABEL, exact=True)).to_have_count(1)
