"""What the server answers: a Dutch page, our headers on everything, and nothing to who has no business there."""

import asyncio
import base64
import hashlib
import re
import urllib.error
import urllib.request
from email import message

import pytest
from starlette.types import Message, Receive, Scope, Send

from app import SecurityHeaders, content_security_policy, rewrite
from tests.conftest import Server

# The start, a screen, one that is not there, and what is no page.
PAGES = ["/", "/regio", "/uitkomst", "/verantwoording?dossier=abc", "/bestaat-niet"]
OTHERS = ["/_stcore/health", "/app/static/toegangswijzer.js", "/app/static/bestaat-niet", "/_stcore/metrics"]


def get(url: str, method: str = "GET", **headers: str) -> tuple[int, message.Message, str]:
    request = urllib.request.Request(url, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_dutch_and_has_our_name_icon_and_script(server: Server, path: str) -> None:
    status, headers, html = get(server.url + path)
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert '<html lang="nl">' in html
    assert re.findall("<title>(.*?)</title>", html) == ["Toegangswijzer"]
    assert html.count('<script defer src="./app/static/toegangswijzer.js"></script>') == 1
    assert 'href="./app/static/icoon.svg"' in html
    assert "werkt alleen als JavaScript aan staat" in html
    assert "Streamlit app" not in html
    assert "agent" not in html


def test_a_page_is_whole_whatever_the_browser_asks_for(server: Server) -> None:
    _, plain, html = get(f"{server.url}/regio")
    assert int(plain["Content-Length"]) == len(html.encode())
    assert get(f"{server.url}/regio", **{"Accept-Encoding": "gzip"})[2] == html
    assert get(f"{server.url}/regio", Range="bytes=0-99")[2] == html
    assert get(f"{server.url}/regio", method="HEAD")[0] == 200


def test_a_page_of_an_older_release_is_not_kept(server: Server) -> None:
    _, headers, _ = get(server.url)
    assert headers["Cache-Control"] == "no-cache"
    assert headers["ETag"] is None
    assert headers["Last-Modified"] is None
    later = get(server.url, **{"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
    assert later[0] == 200


@pytest.mark.parametrize("path", PAGES + OTHERS)
def test_every_answer_has_the_security_headers(server: Server, path: str) -> None:
    _, headers, _ = get(server.url + path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_only_the_inline_script_of_the_page_may_run(server: Server) -> None:
    _, headers, html = get(server.url)
    (inline,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in headers["Content-Security-Policy"]


def test_the_policy_follows_the_scripts_of_the_page() -> None:
    # echo -n 'x=1' | openssl dgst -sha256 -binary | base64
    assert "'sha256-HyBrEcI+KMwlDe1/wAmNOCOoRnpUNA8axOU1y4VEST8='" in content_security_policy("<script>x=1</script>")
    assert "sha256" not in content_security_policy('<script src="x.js"></script>')


def test_a_page_that_is_ours_already_stays_as_it_is() -> None:
    page = '<html lang="nl"><title>Toegangswijzer</title><body>Streamlit</body></html>'
    assert rewrite(page) == page


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json"])
def test_what_nobody_needs_is_closed(server: Server, path: str) -> None:
    status, _, body = get(server.url + path)
    assert status == 404
    assert body == "Niet gevonden"


def test_it_is_closed_too_when_the_app_is_part_of_a_larger_site(monkeypatch: pytest.MonkeyPatch) -> None:
    async def streamlit(_scope: Scope, _receive: Receive, _send: Send) -> None:
        pytest.fail("the request came through")

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(part: Message) -> None:
        sent.append(part)

    sent: list[Message] = []
    monkeypatch.setattr("app._base", lambda: "/keuze")
    scope = {"type": "http", "path": "/keuze/_stcore/metrics", "headers": []}
    asyncio.run(SecurityHeaders(streamlit)(scope, receive, send))
    assert sent[0]["status"] == 404


def test_the_own_script_is_asked_for_again_each_time(server: Server) -> None:
    status, headers, script = get(f"{server.url}/app/static/toegangswijzer.js")
    assert status == 200
    assert "javascript" in headers["Content-Type"]
    assert headers["Cache-Control"] == "no-cache"
    assert "Naar de inhoud" in script


def test_the_own_script_makes_no_requests(server: Server) -> None:
    _, _, script = get(f"{server.url}/app/static/toegangswijzer.js")
    assert not re.search(r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import\(|https?://", script)


def test_files_outside_static_are_out_of_reach(server: Server) -> None:
    for path in ("/app/static/../ingang.py", "/app/static/%2e%2e/ingang.py", "/app/static/..%2fingang.py"):
        _, _, body = get(server.url + path)
        assert "st.navigation" not in body


def test_starting_says_where_and_nothing_else(server: Server) -> None:
    assert server.log.read_text().splitlines() == [f"Toegangswijzer draait op {server.url}"]
