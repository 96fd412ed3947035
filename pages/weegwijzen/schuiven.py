"""Swing: the most important step from 1 to 5 gets 100, the others relative to it."""

import streamlit as st

from advies.taal import kleine_letter
from dossier.model import GEWICHT_BEGIN
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen import schaal


def draw(*, off: bool) -> None:
    st.markdown(
        "Per kenmerk ziet u wat de slechtste en de beste stand is. Vraag u af: **hoe belangrijk is de stap van 1 naar "
        "5 voor onze regio?** Geef de belangrijkste stap 100, en de andere in verhouding daarmee. Nul is: telt niet "
        "mee."
    )
    entered = toestand.dossier().weging.invoer.schuiven
    if not entered:
        st.button("Wij vinden alles even belangrijk", key="gelijk", disabled=off, on_click=_put)
    for kenmerk in toestand.matrix().kenmerken:
        schaal.show(kenmerk)
        st.slider(
            f"Hoe belangrijk is deze stap bij {opmaak.veilig(kleine_letter(kenmerk.naam))}?",
            0,
            100,
            value=round(entered.get(kenmerk.id, 0.0) if entered else GEWICHT_BEGIN),
            step=5,
            key=toestand.key(f"gewicht-{kenmerk.id}"),
            disabled=off,
            on_change=_put,
            args=(kenmerk.id,),
        )


@whole
def _put(moved: str | None = None) -> None:
    """Put the slider that was moved on record; the first touch does so for all of them, as they stand."""
    held = toestand.dossier().weging.invoer.schuiven
    weights = dict(held) or dict.fromkeys((kenmerk.id for kenmerk in toestand.matrix().kenmerken), GEWICHT_BEGIN)
    if moved:
        value = float(str(toestand.value(f"gewicht-{moved}")))
        if value == round(weights.get(moved, 0.0)):
            return  # nobody moved it
        weights[moved] = value
    toestand.enter("schuiven", weights)
