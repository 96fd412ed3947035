"""All ways of weighing that give weights, side by side: the answer under each, and which one counts."""

import streamlit as st

from advies.naast_elkaar import does_it_hold, most_apart, named
from advies.taal import procenten
from advies.uitleg import explain
from advies.weging import counting, weegwijzen
from dossier.words import METHODEN
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen.resultaat import let_count


def show() -> None:
    """Nothing, until there are two to compare."""
    dossier = toestand.dossier()
    kenmerken = toestand.matrix().kenmerken
    wijzen = {wijze.methode: wijze for wijze in weegwijzen(dossier.weging, kenmerken) if wijze.gewichten}
    if len(wijzen) < 2:
        return
    st.header("Vergelijk de manieren", anchor=False)
    if dossier.weging.zekerheid == "onbekend":
        # The advice is the same then, whatever was entered, so a table would show a winner that holds by itself.
        st.markdown("Zolang u “Wij weten het niet” kiest, telt geen enkele manier. Er valt dan niets te vergelijken.")
        return
    names = {methode: named(wijze) for methode, wijze in wijzen.items()}
    weights = {names[methode]: wijze.gewichten or {} for methode, wijze in wijzen.items()}
    found = {names[methode]: toestand.advies_on(counting(dossier, methode)) for methode in wijzen}
    answers = {name: advies for name, advies in found.items() if advies}
    opmaak.zin(does_it_hold(answers))
    opmaak.zin(most_apart(weights, {kenmerk.id: kenmerk.naam for kenmerk in kenmerken}))
    shown = [procenten(shares) for shares in weights.values()]
    opmaak.tabel(
        "Gewicht per kenmerk en de uitkomst, per manier van wegen",
        ["Onderdeel", *weights],
        [
            *([kenmerk.naam, *(column[kenmerk.id] for column in shown)] for kenmerk in kenmerken),
            ["Uitkomst", *(explain(toestand.handreiking(), advies).kop for advies in answers.values())],
        ],
    )
    # When the way that counts gives no weights yet, none of these is chosen.
    counts = list(wijzen).index(dossier.weging.methode) if dossier.weging.methode in wijzen else None
    st.radio(
        "Welke manier telt voor uw advies?",
        list(wijzen),
        index=counts,
        format_func=METHODEN.__getitem__,
        # By what counts, since that can also be chosen above.
        key=toestand.key(f"telt-{dossier.weging.methode}"),
        disabled=toestand.alleen_lezen(),
        on_change=_choose,
        args=(f"telt-{dossier.weging.methode}",),
    )
    st.caption("De andere blijven bewaard in uw dossier.")


@whole
def _choose(key: str) -> None:
    chosen = toestand.value(key)
    if chosen is not None:
        toestand.show_weegwijze(toestand.weegwijze())  # what is on the screen stays
        let_count(str(chosen))
