"""What a weight refers to: the two ends of the scale of a kenmerk in words, and where the variants lie on it."""

from collections.abc import Sequence

import streamlit as st

from advies.matrix import Matrix, Weegbaar
from advies.taal import getal
from pages import opmaak, toestand


def show(kenmerk: Weegbaar) -> None:
    """A kenmerk by name, with its question and its scale."""
    guide = toestand.handreiking()
    st.subheader(opmaak.veilig(kenmerk.naam), anchor=False)
    if kenmerk.id in guide.kenmerken:
        opmaak.zin(guide.kenmerken[kenmerk.id].vraag)
    worst, best = st.columns(2)
    worst.markdown(f"**1, het slechtst:** {opmaak.veilig(kenmerk.schaal[1])}")
    best.markdown(f"**5, het best:** {opmaak.veilig(kenmerk.schaal[5])}")
    st.caption(opmaak.veilig(positions(toestand.matrix(), kenmerk.id)))


def show_all(kenmerken: Sequence[Weegbaar]) -> None:
    """The same for all of them, for who wants to read it again."""
    with st.expander("Wat is bij elk kenmerk de slechtste en de beste stand?"):
        for kenmerk in kenmerken:
            show(kenmerk)


def positions(matrix: Matrix, kenmerk: str) -> str:
    """Where the hoofdvarianten lie on the scale of a kenmerk, by the mean of each reading."""
    parts = []
    for id in toestand.handreiking().varianten.hoofdvarianten:
        cells = [matrix.cellen[o.id, kenmerk] for o in matrix.opties if o.hoofdvariant == id]
        means = sorted(round(cel.gemiddeld, 1) for cel in cells)
        spread = getal(means[0], 1) if means[0] == means[-1] else f"{getal(means[0], 1)} tot {getal(means[-1], 1)}"
        own = " (met eigen scores van uw regio)" if any(cel.is_eigen for cel in cells) else ""
        parts.append(f"{id} {spread}{own}")
    return f"Waar de varianten nu staan: {'; '.join(parts)}."
