"""Quick start, for a council member: six statements, an answer, and the way to the rest."""

import streamlit as st

from advies.weging import weegwijze
from pages import stappen, toestand
from pages.weegwijzen import resultaat, stellingen

st.title("Snelle start", anchor=False)
st.markdown(
    "Voor raadsleden en wie weinig tijd heeft. In een paar minuten ziet u welke variant bij uw antwoorden past."
)
weging = toestand.dossier().weging
wijze = weegwijze(weging, toestand.matrix().kenmerken, "snelle_start")
unknown = weging.zekerheid == "onbekend"
if unknown:
    st.info(
        "U koos bij Weging “Wij weten het niet”. Dan telt elke weging mee, en doet wat u hier invult niets. Kies bij "
        "Weging, onder “Hoe zeker bent u van deze weging?”, iets anders om de stellingen weer te laten tellen."
    )
    st.page_link("weging.py", label="**Naar Weging** →")
else:
    resultaat.say_state(wijze, toestand.advies())
stellingen.draw(off=toestand.alleen_lezen() or unknown)
if wijze.stand == "klaar":
    resultaat.show(wijze, toestand.advies())
    stappen.verder("uitkomst.py", "Naar de hele uitkomst")
else:
    stappen.bewaren()
