"""The script of the app: navigation only.

It lies beside the screens. A `pages` folder beside the entry script is run by Streamlit itself, and a deep link after
a cold start then passes the entry by.
"""

import sys
from pathlib import Path
from typing import Literal

import streamlit as st

# Streamlit puts this folder on the path, and the project is imported from the one above it.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from pages import opslag, toestand  # noqa: E402  the path above comes first

STATIC = Path(__file__).resolve().parent / "static"

page = st.navigation(
    [
        st.Page("start.py", title="Start", url_path="start", default=True),
        st.Page("snelle_start.py", title="Snelle start", url_path="snelle-start"),
        st.Page("regio.py", title="1 Regio", url_path="regio"),
        st.Page("randvoorwaarden.py", title="2 Randvoorwaarden", url_path="randvoorwaarden"),
        st.Page("weging.py", title="3 Weging", url_path="weging"),
        st.Page("uitkomst.py", title="4 Uitkomst", url_path="uitkomst"),
        st.Page("aandachtspunten.py", title="5 Aandachtspunten", url_path="aandachtspunten"),
        st.Page("proces.py", title="Proces", url_path="proces"),
        st.Page("plan.py", title="Plan", url_path="plan"),
        st.Page("begroting.py", title="Kosten", url_path="kosten"),
        st.Page("teams.py", title="Kleine teams", url_path="kleine-teams"),
        st.Page("bewaard.py", title="Uw dossier", url_path="dossier"),
        st.Page("scenarios.py", title="Scenario's", url_path="scenarios"),
        st.Page("matrix.py", title="Matrix", url_path="matrix"),
        st.Page("verantwoording.py", title="Verantwoording", url_path="verantwoording"),
    ],
    position="top",
)
# The matrix is one wide table; everything else reads best in a narrow column.
layout: Literal["wide", "centered"] = "wide" if page.url_path == "matrix" else "centered"
st.set_page_config(page_icon=str(STATIC / "icoon.png"), layout=layout)
st.html(STATIC / "stijl.css")
fault = toestand.begin()
opslag.show_state(fault)
page.run()
