"""From most to least important: a place per kenmerk, and the same place is a tie."""

import streamlit as st

from advies.taal import kleine_letter
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen import schaal

#: An option of its own: Streamlit takes its way to empty a field away once there is something in it.
GEEN = 0
NAAM = {GEEN: "Nog geen plaats", 1: "1 (het belangrijkst)"}


def draw(*, off: bool) -> None:
    st.markdown(
        "Geef elk kenmerk een plaats. Plaats 1 is voor het kenmerk waarvan **de stap van 1 naar 5** voor uw regio het "
        "meest uitmaakt. Vindt u er twee even belangrijk, geef ze dan dezelfde plaats."
    )
    entered = toestand.dossier().weging.invoer.rangorde
    kenmerken = toestand.matrix().kenmerken
    for kenmerk in kenmerken:
        schaal.show(kenmerk)
        # A kenmerk that was taken away can leave a place that is higher than there are kenmerken now.
        places = [GEEN, *sorted({*range(1, len(kenmerken) + 1), *entered.values()})]
        st.selectbox(
            f"Plaats van {opmaak.veilig(kleine_letter(kenmerk.naam))}",
            places,
            index=places.index(entered.get(kenmerk.id, GEEN)),
            format_func=lambda place: NAAM.get(place, str(place)),
            key=toestand.key(f"plaats-{kenmerk.id}"),
            disabled=off,
            on_change=_put,
            args=(kenmerk.id,),
        )


@whole
def _put(kenmerk: str) -> None:
    places = dict(toestand.dossier().weging.invoer.rangorde)
    place = int(str(toestand.value(f"plaats-{kenmerk}")))
    if place == GEEN:
        places.pop(kenmerk, None)
    else:
        places[kenmerk] = place
    toestand.enter("rangorde", places)
