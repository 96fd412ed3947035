"""A hundred whole points to divide; what is left is said, and nothing is refused."""

import streamlit as st

from advies.taal import kleine_letter
from advies.weging import TE_VERDELEN
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen import schaal


def draw(*, off: bool) -> None:
    st.markdown(
        f"Verdeel {TE_VERDELEN} punten over de kenmerken. Let steeds op **de stap van 1 naar 5**: hoe meer die stap "
        "voor uw regio uitmaakt, hoe meer punten. Boven en onder de lijst staat wat u nog over hebt."
    )
    entered = toestand.dossier().weging.invoer.punten
    for kenmerk in toestand.matrix().kenmerken:
        schaal.show(kenmerk)
        st.number_input(
            f"Punten voor {opmaak.veilig(kleine_letter(kenmerk.naam))}",
            min_value=0,
            max_value=100,
            value=entered.get(kenmerk.id, 0),
            step=1,
            key=toestand.key(f"punten-{kenmerk.id}"),
            disabled=off,
            on_change=_put,
            args=(kenmerk.id,),
        )


@whole
def _put(kenmerk: str) -> None:
    entered = toestand.dossier().weging.invoer.punten
    points = int(str(toestand.value(f"punten-{kenmerk}")))
    if points != entered.get(kenmerk, 0):
        toestand.enter("punten", {**entered, kenmerk: points})
