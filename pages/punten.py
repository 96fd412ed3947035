"""How one aandachtspunt, and one thing that the weighting adds, stands on the screen: kind, text, reason."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from advies.aandachtspunten import Buiten, Toepassing
from advies.risicos import Middel, Risico
from advies.taal import hoofdletter
from handreiking.model import Aandachtspunt, Basis, Handreiking, Tijdstatus
from pages import opmaak

SOORT: Mapping[Literal["vraag", "actie", "let_op"], str] = {"vraag": "Vraag", "actie": "Actie", "let_op": "Let op"}
STATUS: Mapping[Literal["geldt", "verlopen", "onzeker"], str] = {
    "verlopen": "Verlopen",
    "onzeker": "Onzeker",
    "geldt": "Geldt",
}
BASIS: Mapping[Basis, str] = {"handreiking": "uit de handreiking", "eigen kennis": "onze aanvulling"}


def toon_punt(guide: Handreiking, item: Toepassing) -> None:
    """An aandachtspunt that applies, in a box of its own."""
    with st.container(border=True):
        weak = " Dit is een zwakke aanwijzing: de handreiking zegt het niet met zoveel woorden." if item.zwak else ""
        _kind_text_reason(item.punt, f"{item.reden}{weak} ({item.id})")
        if item.punt.tijd:
            opmaak.zin(_status(item.punt.tijd))
        if item.punt.maatregelen:
            names = guide.randvoorwaarden.maatregelen
            opmaak.lijst([f"Maatregel: {names[id].naam}." for id in item.punt.maatregelen])
        opmaak.links(item.punt.links)
        if item.punt.bron != guide.aandachtspunten.groepen[item.punt.groep].bron:
            st.caption(opmaak.veilig(f"Uit de handreiking: {item.punt.bron}."))


def toon_buiten(item: Buiten) -> None:
    """An aandachtspunt that does not apply, and why not."""
    with st.container(border=True):
        _kind_text_reason(item.punt, f"{item.reden} ({item.id})")


def toon_risico(risico: Risico) -> None:
    """What the weighting or a demand adds, with what carries it and what may help."""
    with st.container(border=True):
        st.markdown(f"**{opmaak.veilig(risico.kop)}**")
        opmaak.zin(" ".join((*risico.zinnen, *(risico.waarom if risico.soort != "kenmerk" else ()))))
        if risico.soort == "kenmerk" and risico.waarom:
            st.markdown("Waarom scoort het laag? De handreiking zegt, in onze woorden:")
            opmaak.lijst(risico.waarom)
        if risico.slot:
            opmaak.zin(risico.slot)
        if risico.middelen:
            st.markdown("Wat kunt u doen?")
            opmaak.lijst([_measure(middel) for middel in risico.middelen])
        st.caption(opmaak.veilig(_source(risico)))


def _kind_text_reason(punt: Aandachtspunt, reden: str) -> None:
    # Two spaces and a new line keep both in one paragraph, so that a box stays small.
    st.markdown(f"**{SOORT[punt.soort]}: {opmaak.veilig(punt.tekst)}**  \n{opmaak.veilig(reden)}")


def _status(tijd: Tijdstatus) -> str:
    return f"{STATUS[tijd.status]} (bekeken op {tijd.peildatum}): {tijd.uitleg}"


def _measure(middel: Middel) -> str:
    return f"{hoofdletter(middel.naam)} ({BASIS[middel.basis]}, {middel.id})."


def _source(risico: Risico) -> str:
    ids = risico.beweringen if risico.soort == "kenmerk" else (risico.id,)
    return f"{risico.herkomst} ({', '.join(ids)})" if ids else risico.herkomst
