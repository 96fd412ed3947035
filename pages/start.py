"""Start: what this is and is not, and the way in."""

import streamlit as st

from dossier import werk as steps
from dossier.file import from_bytes
from dossier.werk import Werk
from handreiking.faults import InvalidFile
from pages import opmaak, stappen, toestand
from pages.callbacks import whole

#: What each example shows, in the words of this screen; the file holds the rest.
VOORBEELDEN = {
    "1-duinstreek": "kleine gemeenten, grip en kennis staan voorop",
    "2-vierstromen": "sterke gemeenten die dicht bij hun inwoners willen werken",
    "3-heuvelrand": "gemengde wensen, en een harde eis die de eerste keus uitsluit",
}


@whole
def open_work(new: Werk, page: str) -> None:
    if toestand.may_leave():
        toestand.take(new)
        st.session_state["openen"] = page


# A callback runs before the screen is drawn, and cannot switch page itself.
if page := st.session_state.pop("openen", None):
    st.switch_page(page)

st.title("Welke toegang past bij uw regio?", anchor=False)
st.markdown(
    "De Toegangswijzer helpt regio's kiezen hoe zij de toegang tot beschermd wonen regelen: centraal, lokaal of "
    "hybride (een mengvorm). "
    "U beschrijft uw regio, stelt eisen en zegt wat u belangrijk vindt; daarna ziet u welke variant past en waarom. "
    "De basis is de handreiking van het Transitieteam Beschermd Thuis van de VNG. "
    "Die handreiking geeft geen cijfers: elke score hier is onze lezing van een zin, en u kunt haar wijzigen. "
    "De uitkomst is dus geen besluit en geen meting, maar een goed begin van het gesprek."
)

with st.expander("Wat is centraal, lokaal en hybride?"):
    for variant in toestand.handreiking().varianten.hoofdvarianten.values():
        st.markdown(f"**{opmaak.veilig(variant.naam)}.** {opmaak.veilig(variant.kern)}")

st.subheader("Bekijk een voorbeeld", anchor=False)
st.markdown("Drie verzonnen regio's. U ziet meteen een uitkomst en kunt alles veranderen.")
for name, example in toestand.voorbeelden().items():
    st.button(
        f"{example.regio.naam}: {VOORBEELDEN.get(name, 'voorbeeld')}",
        key=f"voorbeeld-{name}",
        on_click=open_work,
        args=(steps.example(name, example), "uitkomst.py"),
        width="stretch",
    )

st.subheader("Weinig tijd?", anchor=False)
st.markdown("Met een paar stellingen ziet u snel welke variant bij u past. Handig voor raadsleden.")
if st.button("Doe de snelle start", key="snel"):
    st.switch_page("snelle_start.py")

st.subheader("Begin met uw eigen regio", anchor=False)
if toestand.is_empty():
    if st.button("Begin bij stap 1: Regio", type="primary", key="begin"):
        st.switch_page("regio.py")
else:
    naam = toestand.dossier().regio.naam or "zonder naam"
    st.markdown(f"U hebt een dossier open: **{opmaak.veilig(naam)}**.")
    if st.button("Ga verder met dit dossier", type="primary", key="begin"):
        st.switch_page("regio.py")
    stappen.bewaren()
    st.button(
        "Begin met een leeg dossier",
        key="leeg",
        on_click=open_work,
        args=(Werk(), "regio.py"),
        help="Het dossier dat nu open is, blijft bewaard. U komt er terug met de link bij Uw dossier.",
    )

st.subheader("Open een bewaard dossier", anchor=False)
with st.form("openen-formulier", clear_on_submit=True, border=False):
    upload = st.file_uploader("Dossier (bestand van de Toegangswijzer, hoogstens 2 MB)", type=["json", "yaml", "yml"])
    sent = st.form_submit_button("Open dit dossier")
if sent and upload is None:
    st.error("Er is nog geen bestand gekozen. Kies eerst een bestand en klik dan op Open dit dossier.")
elif sent and upload is not None:
    try:
        opened = from_bytes(upload.getvalue(), upload.name, toestand.handreiking())
    except InvalidFile as error:
        count = len(error.faults)
        st.error(
            f"Dit bestand is niet geopend: {count} {'fout' if count == 1 else 'fouten'}. Misschien is het niet door de "
            "Toegangswijzer gemaakt, of daarna veranderd. Uw dossier van nu is niet veranderd."
        )
        opmaak.lijst([str(fault) for fault in error.faults[:20]])
    else:
        if toestand.take_file(opened):
            st.session_state["openen"] = "regio.py"
        st.rerun()  # to what was opened, or to why not
