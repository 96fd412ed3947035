"""The server: Streamlit's own, with our headers, our page around it and our script in it.

`python app.py` starts it, and so does `streamlit run app.py`. What Streamlit leaves open or in English
(no content security policy, `<html lang="en">`, metrics for everyone) is put right here, before its routes.
"""

import argparse
import asyncio
import base64
import hashlib
import importlib
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.file_util import get_static_dir

from dossier.retention import clean_up_daily
from dossier.settings import load_settings
from dossier.store import NotSaved, the_store
from handreiking.faults import InvalidFile

ENTRY = Path(__file__).resolve().parent / "pages" / "ingang.py"

# Streamlit gives these to anyone: metrics tell how many people are in, and the agent API that it is off.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")

# Everything outside these is Streamlit's index.html: the address of a screen, known to the browser only.
NO_PAGE = ("/static/", "/app/static/", "/media/", "/component/", "/_stcore/")

# Relative, as Streamlit's own addresses are, so that the app also works below a path of a larger site.
REWRITES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r'<html lang="en">'), '<html lang="nl">'),
    (re.compile(r"<title>Streamlit</title>"), "<title>Toegangswijzer</title>"),
    (re.compile(r'href="\./favicon\.png"'), 'href="./app/static/icoon.svg"'),
    (re.compile(r'\s*<!--(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*>', re.DOTALL), ""),
    (
        re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
        "<noscript><p>De Toegangswijzer werkt alleen als JavaScript aan staat.</p></noscript>",
    ),
    (re.compile(r"</head>"), '<script defer src="./app/static/toegangswijzer.js"></script></head>'),
)


def rewrite(html: str) -> str:
    """Streamlit's page as ours: Dutch, with our name, our icon and our script."""
    for pattern, replacement in REWRITES:
        html = pattern.sub(replacement, html, count=1)
    return html


def content_security_policy(html: str) -> str:
    """The policy for a page. Its own inline scripts are allowed by their hash; no others run."""
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *(f"'sha256-{value}'" for value in hashes)]),
            "style-src 'self' 'unsafe-inline'",  # Streamlit styles its elements from its own script
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


class SecurityHeaders:
    """Middleware that closes what nobody needs and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        index = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
        self.headers = {
            "Content-Security-Policy": content_security_policy(index),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",  # for browsers that do not know frame-ancestors
            "Referrer-Policy": "no-referrer",  # an address may hold the key to a dossier
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
                if _path(scope).startswith("/app/static/"):
                    # Without it a browser guesses how long our script stays good, and keeps an old one.
                    headers["Cache-Control"] = "no-cache"
            await send(message)

        if _path(scope).startswith(CLOSED):
            await PlainTextResponse("Niet gevonden", status_code=404)(scope, receive, send_with_headers)
        else:
            await self.app(scope, receive, send_with_headers)


class DutchPage:
    """Middleware that rewrites Streamlit's index.html on its way out, whatever screen was asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _path(scope).startswith(NO_PAGE):
            await self.app(scope, receive, send)
            return

        start: Message | None = None
        body = b""

        async def send_rewritten(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                content_type = Headers(scope=message).get("content-type", "")
                if message["status"] == 200 and content_type.startswith("text/html"):
                    start = message  # its length is known once the body is
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body", False):
                    return
                body = rewrite(body.decode()).encode()
                headers = MutableHeaders(scope=start)
                # These are of Streamlit's file. A browser that asks by them would keep an older page of ours.
                del headers["etag"], headers["last-modified"], headers["accept-ranges"]
                if scope["method"] == "HEAD":
                    del headers["content-length"]
                else:
                    headers["content-length"] = str(len(body))
                await send(start)
                message = {"type": "http.response.body", "body": body}
            await send(message)

        # Only a whole and uncompressed page can be rewritten; it is small.
        unwanted = (b"accept-encoding", b"range", b"if-none-match", b"if-modified-since")
        headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
        await self.app({**scope, "headers": headers}, receive, send_rewritten)


def _path(scope: Scope) -> str:
    """The path of a request, below that of the app."""
    path: str = scope["path"]
    return path.removeprefix(_base())


def _base() -> str:
    """The path the app is served under as part of a larger site, empty when it has a site of its own."""
    base = str(config.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Have the heavy imports done before the first visitor comes, then say where to go; clean up every day."""
    for module in ("pandas", "plotly.graph_objects"):
        importlib.import_module(module)
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    host = config.get_option("server.address") or "localhost"
    address = f"{scheme}://{host}:{config.get_option('server.port')}{_base()}"
    try:
        store, hour = the_store(), load_settings().opruimen_uur
    except (InvalidFile, NotSaved) as error:
        # `streamlit run app.py` comes here first. Raised from here, anything ends in a stack trace of the server.
        print(error, file=sys.stderr, flush=True)
        os._exit(2)
    cleaning = asyncio.create_task(clean_up_daily(store, hour=hour))
    print(f"Toegangswijzer draait op {address}", flush=True)
    yield None
    cleaning.cancel()


app = st.App(ENTRY, lifespan=lifespan, middleware=[Middleware(SecurityHeaders), Middleware(DutchPage)])


def main() -> None:
    """Start the server: on the port asked for, else on the first free one from 8501."""
    parser = argparse.ArgumentParser(prog="app.py", description="Start de Toegangswijzer.")
    parser.add_argument("--port", type=int, help="het poortnummer (zonder: de eerste vrije vanaf 8501)")
    parser.add_argument("--address", help="het adres om op te luisteren (zonder: alle adressen van deze computer)")
    asked = {f"server.{name}": value for name, value in vars(parser.parse_args()).items() if value is not None}
    try:
        the_store()  # a wrong setting, or a database that cannot be brought up to date, is said at once
    except (InvalidFile, NotSaved) as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
    with suppress(KeyboardInterrupt):  # Ctrl+C is how one stops it
        app.run(config=asked)


if __name__ == "__main__":
    main()
