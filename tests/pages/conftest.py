"""A screen as a user has it open, without a browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dossier.model import Dossier
from dossier.store import the_store
from dossier.werk import Werk
from handreiking.load import ROOT

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test has a database of its own."""
    monkeypatch.setenv("TOEGANGSWIJZER_DATABASE_URL", f"sqlite:///{tmp_path / 'toegangswijzer.db'}")
    the_store.cache_clear()
    yield
    the_store().close()
    the_store.cache_clear()


@pytest.fixture
def open_page() -> OpenPage:
    """Open a screen on a dossier that is given in parts; nothing may go wrong in drawing it."""

    def open_(page: str, **parts: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / "ingang.py"), default_timeout=30)
        dossier = Dossier.model_validate(parts)
        app.session_state["werk"] = Werk(dossier=dossier, begin=dossier)
        app.run()
        if page != "start.py":
            app.switch_page(page).run()
        assert not app.exception
        return app

    return open_


def dossier_of(app: AppTest) -> Dossier:
    """What the session holds now."""
    held: Werk = app.session_state["werk"]
    return held.dossier


def words(app: AppTest) -> str:
    """Everything that is said on the screen, tables included, as it reads."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "html")
    said = "\n".join(str(getattr(element, "value", "")) for kind in kinds for element in app.get(kind))
    return re.sub(r"\\(.)", r"\1", said)


def labelled(app: AppTest, kind: str, start: str) -> Any:
    """The one widget of a kind whose label starts like this."""
    widgets: list[Any] = list(app.get(kind))
    found = [widget for widget in widgets if widget.label.startswith(start)]
    assert len(found) == 1, [widget.label for widget in widgets]
    return found[0]


def open_to_read(app: AppTest) -> AppTest:
    """The same screen as somebody sees it who has the link to read only."""
    made = the_store().create(dossier_of(app), naam="", by="someone else")
    app.query_params["dossier"] = made.lees_token
    app.run()
    assert not app.exception
    return app


def fields_that_can_be_filled_in(app: AppTest) -> list[str]:
    kinds = ("selectbox", "text_input", "text_area", "number_input", "radio", "slider", "checkbox", "multiselect")
    widgets: list[Any] = [widget for kind in kinds for widget in app.get(kind)]
    return [widget.label for widget in widgets if not widget.disabled]


def token_of(app: AppTest) -> str:
    """The token in the address."""
    token = app.query_params["dossier"]
    return token if isinstance(token, str) else token[0]
