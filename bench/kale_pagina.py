"""A page with the widgets, texts, tables and charts of Uitkomst and nothing behind them: the reference."""

import streamlit as st

from advies.taal import hoofdletter
from pages import toestand
from pages.grafieken import bijdragen, plaatsen


@st.cache_resource
def drawn() -> tuple[object, object]:
    advies = toestand.advies()
    assert advies is not None
    left = [h for h in advies.hoofdvarianten if h.beste_vorm]
    names = [hoofdletter(h.id) for h in left]
    best = [h.beste_vorm for h in left if h.beste_vorm]
    places = plaatsen(names, [h.plaatsen for h in left], [h.eerste_van_100 for h in left])
    return bijdragen(advies, best, names), places


st.markdown("Stap 4 van 5")
st.title("Uitkomst", anchor=False)
st.info("U probeert iets uit. Uw dossier is niet veranderd.")
st.header("Kop", anchor=False)
st.markdown("Kern.")
st.markdown("Wat u nu doet.")
with st.expander("Vorm"):
    st.markdown("Kern.")
for heading in ("Waarom", "Tegenover", "Maatregelen", "Let op"):
    st.subheader(heading, anchor=False)
    st.markdown("- Een\n- Twee")
for key, figure, tables in zip(("punten", "plaatsen"), drawn(), (1, 2), strict=True):
    st.subheader(key, anchor=False)
    st.plotly_chart(figure, config={"displayModeBar": False}, theme=None, key=f"grafiek-{key}", alt="Grafiek.")
    st.caption("Zin.")
    with st.expander(f"Tabel van {key}"):
        for _ in range(tables):
            st.html("<table>" + "<tr><td>cel</td></tr>" * 12 + "</table>")
st.markdown("De letters.")
with st.expander("Alle vormen"):
    st.html("<table>" + "<tr><td>cel</td></tr>" * 12 + "</table>")
st.subheader("Wat als?", anchor=False)
st.markdown("Schuif.")
st.info("Nu uitgeprobeerd.")
left, right = st.columns(2)
left.button("Neem over", key="neem-over", width="stretch")
right.button("Zet terug", key="zet-terug", width="stretch")
for n in range(6):
    st.slider(f"Gewicht {n}", 0, 100, 50, 5, key=f"watals-{n}")
st.caption("Kleine letters.")
st.divider()
st.button("Verder", type="primary", key="verder")
st.download_button("Bewaar", data=lambda: "", file_name="x.json", on_click="ignore", key="bewaren")
st.caption("Uw werk.")
