"""A page with the widgets, texts, tables and chart of Uitkomst and nothing behind them: the reference."""

import streamlit as st

from pages import toestand
from pages.grafieken import bijdragen


@st.cache_resource
def drawn() -> object:
    advies = toestand.advies()
    assert advies is not None
    best = [h.beste_vorm for h in advies.hoofdvarianten if h.beste_vorm]
    return bijdragen(advies, best, [h.id for h in advies.hoofdvarianten if h.beste_vorm])


st.markdown("Stap 4 van 5")
st.title("Uitkomst", anchor=False)
st.header("Kop", anchor=False)
st.markdown("Kern.")
for heading in ("Waarom", "Tegenover", "Punten"):
    st.subheader(heading, anchor=False)
    st.markdown("- Een\n- Twee")
st.plotly_chart(drawn(), config={"displayModeBar": False}, theme=None, key="grafiek", alt="Grafiek.")
st.caption("Zin.")
for label in ("Tabel", "Alle vormen"):
    with st.expander(label):
        st.html("<table>" + "<tr><td>cel</td></tr>" * 12 + "</table>")
for n in range(6):
    st.slider(f"Gewicht {n}", 0, 100, 50, 5, key=f"watals-{n}")
st.divider()
st.button("Verder", type="primary", key="verder")
st.download_button("Bewaar", data=lambda: "", file_name="x.json", on_click="ignore", key="bewaren")
st.caption("Uw werk.")
