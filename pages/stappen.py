"""The five steps: where one is, the one main action, and the dossier as a file."""

import re
from collections.abc import Mapping

import streamlit as st

from dossier.file import to_json
from pages import opmaak, opslag, toestand

STAPPEN: Mapping[str, str] = {
    "regio.py": "Regio",
    "randvoorwaarden.py": "Randvoorwaarden",
    "weging.py": "Weging",
    "uitkomst.py": "Uitkomst",
    "aandachtspunten.py": "Aandachtspunten",
}


def stap(page: str) -> None:
    """The heading of a step, with where one is."""
    number = list(STAPPEN).index(page) + 1
    naam = toestand.dossier().regio.naam
    st.markdown(
        opmaak.veilig(" · ".join(part for part in (f"Stap {number} van {len(STAPPEN)}", naam, opslag.status()) if part))
    )
    st.title(STAPPEN[page], anchor=False)


def naast(titel: str) -> None:
    """The heading of a screen that goes with the last step."""
    naam = toestand.dossier().regio.naam
    parts = (f"Bij stap {len(STAPPEN)}", naam, opslag.status())
    st.markdown(opmaak.veilig(" · ".join(part for part in parts if part)))
    st.title(titel, anchor=False)


def tot_slot() -> None:
    """The end of such a screen: undo, and the dossier as a file."""
    st.divider()
    opslag.undo_buttons("onder")
    bewaren()


def verder(page: str, label: str) -> None:
    """The one main action of a screen: on to the next, and quietly beside it the dossier as a file."""
    st.divider()
    if st.button(label, type="primary", key="verder"):
        st.switch_page(page)
    opslag.undo_buttons("onder")
    bewaren()


def bewaren() -> None:
    # The file is made on the click, when this session is out of reach: the dossier goes along from here.
    dossier = toestand.dossier()
    st.download_button(
        "Bewaar dossier als bestand",
        data=lambda: to_json(dossier),
        file_name=bestandsnaam(dossier.regio.naam),
        mime="application/json",
        on_click="ignore",
        key="bewaren",
    )
    if toestand.werk().opgeslagen:
        st.caption("Elke wijziging wordt vanzelf opgeslagen. De link om hier terug te komen staat bij Uw dossier.")
    else:
        st.caption("Er is nog niets opgeslagen. Bij uw eerste wijziging gebeurt dat vanzelf.")


def bestandsnaam(regio: str) -> str:
    """A file name that every system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", regio.casefold()).strip("-")[:40]
    return f"toegangswijzer-{words}.json" if words else "toegangswijzer.json"
