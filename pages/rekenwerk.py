"""What is worked out from the knowledge files, for any dossier; read and worked out once, and remembered."""

import streamlit as st

from advies.rangorde import Advies, GeenGewicht, advise
from dossier.model import Dossier
from handreiking.load import load_handreiking
from handreiking.model import Handreiking

#: The dossier, the other ways to read and weigh it that Uitkomst and Weging can show, and what is being tried.
ADVIEZEN = 18


@st.cache_resource(show_spinner=False)
def handreiking() -> Handreiking:
    return load_handreiking()


def advies_on(asked: Dossier) -> Advies | None:
    """The advice on any dossier; the last few are remembered, since a screen is drawn again at every click."""
    known: list[tuple[Dossier, Advies | None]] = st.session_state.setdefault("adviezen", [])
    for dossier, answer in known:
        if dossier == asked:
            return answer
    try:
        found: Advies | None = advise(handreiking(), asked)
    except GeenGewicht:
        found = None
    st.session_state["adviezen"] = [(asked, found), *known][:ADVIEZEN]
    return found
