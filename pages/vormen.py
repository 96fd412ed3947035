"""What a vorm of the guide comes down to: who does what, who pays, and how sure the guide lets us be of that."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from advies.taal import hoofdletter
from handreiking.model import Betaling, Uitvoerder, Vorm
from pages import opmaak, toestand

STATUS: Mapping[Literal["genoemd", "afgeleid", "niet_genoemd"], str] = {
    "genoemd": "Staat er",
    "afgeleid": "Leiden wij af",
    "niet_genoemd": "Niet genoemd",
}
ZEKER = "In de handreiking"


def who_pays(vorm: Vorm) -> None:
    """Who pays what. An inference of ours says that it is one."""
    opmaak.tabel("Wie betaalt wat?", ["Kosten", "Wie", ZEKER], [[hoofdletter(b.wat), *_who(b)] for b in vorm.betaling])


def details(vorm: Vorm) -> None:
    """All that the guide says of a vorm and of its hoofdvariant, apart from the scores."""
    guide = toestand.handreiking()
    opmaak.zin(vorm.kern)
    if vorm.let_op:
        opmaak.zin(f"Let op: {vorm.let_op}")
    opmaak.tabel(
        "Wie doet welke stap?",
        ["Stap", "Wie", ZEKER],
        [
            [f"{id}. {stap.naam}", *_who(vorm.stappen[id])]
            for id, stap in guide.varianten.processtappen.items()
            if id in vorm.stappen
        ],
    )
    who_pays(vorm)
    if vorm.bemensing:
        st.markdown("Hoe komt het expertiseteam aan mensen? Dit noemt de handreiking:")
        opmaak.lijst([guide.varianten.bemensing[id] for id in vorm.bemensing])
    hoofdvariant = guide.varianten.hoofdvarianten[vorm.hoofdvariant]
    opmaak.zin(f"Dit is een vorm van {hoofdvariant.naam.lower()}. {hoofdvariant.kern}")
    opmaak.lijst(hoofdvariant.toelichting)
    opmaak.links(vorm.links)
    places = dict.fromkeys((*vorm.bron.split("; "), *hoofdvariant.bron.split("; ")))
    if vorm.bemensing:
        places[guide.varianten.bemensing_bron] = None
    st.caption(opmaak.veilig(f"Plaats in de handreiking: {'; '.join(places)}."))


def _who(part: Betaling | Uitvoerder) -> list[str]:
    wie = "Onbekend" if part.status == "niet_genoemd" else hoofdletter(part.wie)
    return [wie, STATUS[part.status]]
