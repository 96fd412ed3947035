"""Step 3: how much each kenmerk counts, in one of several ways, as the weight of the step from 1 to 5 on its scale."""

from collections.abc import Callable, Mapping

import streamlit as st

from advies.taal import aantal, procent
from advies.weging import weegwijze
from dossier.model import AANDEEL_GEWOON, AANDEEL_MEEST, Methode
from dossier.words import METHODEN
from pages import opmaak, stappen, toestand
from pages.callbacks import whole
from pages.weegwijzen import (
    beste_slechtste,
    paarsgewijs,
    punten,
    rangorde,
    resultaat,
    schuiven,
    stellingen,
    vergelijk,
)

#: What each way asks, for who has to choose one.
MANIEREN: Mapping[Methode, tuple[str, Callable[..., None]]] = {
    "schuiven": ("Een schuif per kenmerk. Het belangrijkste krijgt 100.", schuiven.draw),
    "punten": ("U verdeelt 100 punten.", punten.draw),
    "rangorde": ("U zet de kenmerken op volgorde. Het snelst.", rangorde.draw),
    "paarsgewijs": ("Steeds twee kenmerken tegenover elkaar. Laat tegenspraak zien.", paarsgewijs.draw),
    "beste_slechtste": ("Alles tegenover het belangrijkste en het minst belangrijke.", beste_slechtste.draw),
    "snelle_start": ("Een stelling per kenmerk, voor wie weinig tijd heeft.", stellingen.draw),
}

dossier = toestand.dossier()
unknown = dossier.weging.zekerheid == "onbekend"


@whole
def set_way() -> None:
    toestand.show_weegwijze(toestand.value("manier"))


def choose_way() -> Methode:
    """The way that is on the screen. Looking at another one changes nothing in the dossier."""
    chosen = toestand.weegwijze()
    st.radio(
        "Hoe wilt u wegen?",
        list(MANIEREN),
        index=list(MANIEREN).index(chosen),
        format_func=METHODEN.__getitem__,
        captions=[caption for caption, _ in MANIEREN.values()],
        key=toestand.key("manier"),
        on_change=set_way,
    )
    st.caption("U kunt wisselen. Wat u bij een andere manier invulde, blijft staan, en onderaan kunt u vergelijken.")
    return chosen


@whole
def set_certainty() -> None:
    weging = toestand.dossier().weging
    toestand.change(weging=weging.model_copy(update={"zekerheid": toestand.value("zekerheid")}))


@whole
def set_share() -> None:
    share = int(str(toestand.value("aandeel"))) / 100
    weging = toestand.dossier().weging
    toestand.change(weging=weging.model_copy(update={"aandeel_randvoorwaarden": share}))


def ask_certainty() -> None:
    st.subheader("Hoe zeker bent u van deze weging?", anchor=False)
    st.radio(
        "Hoe zeker bent u van deze weging?",
        list(opmaak.ZEKERHEID_IN_WOORDEN),
        index=list(opmaak.ZEKERHEID_IN_WOORDEN).index(dossier.weging.zekerheid),
        format_func=opmaak.ZEKERHEID_IN_WOORDEN.__getitem__,
        key=toestand.key("zekerheid"),
        disabled=toestand.alleen_lezen(),
        on_change=set_certainty,
        label_visibility="collapsed",
    )
    st.caption("Hoe minder zeker u bent, hoe meer andere wegingen wij meenemen in het antwoord.")


def ask_share() -> None:
    """The one share of the soft randvoorwaarden, whatever way the kenmerken were weighed."""
    soft = [keuze for keuze in dossier.randvoorwaarden if keuze.status == "zacht"]
    if not soft:
        return
    counting = sum(keuze.gewicht > 0 for keuze in soft)
    zero = len(soft) - counting
    st.subheader("Uw zachte eisen", anchor=False)
    if zero:
        st.markdown(
            f"{aantal(zero, 'zachte eis heeft', 'zachte eisen hebben')} gewicht 0 en "
            f"{'telt' if zero == 1 else 'tellen'} dus niet mee. Het gewicht kiest u bij Randvoorwaarden."
        )
    if not counting:
        return
    st.markdown(
        f"U hebt bij Randvoorwaarden {aantal(counting, 'eis', 'eisen')} zacht gemaakt en gewicht gegeven. "
        f"{'Die eis krijgt' if counting == 1 else 'Samen krijgen die'} één deel van het totaal. Meer dan de helft kan "
        "niet, want veel eisen zeggen ook iets over een kenmerk."
    )
    st.slider(
        "Deel van het totaal voor zachte eisen, in procenten",
        0,
        round(AANDEEL_MEEST * 100),
        value=round(dossier.weging.aandeel_randvoorwaarden * 100),
        step=5,
        key=toestand.key("aandeel"),
        disabled=toestand.alleen_lezen(),
        on_change=set_share,
        help=f"Gewoonlijk {procent(AANDEEL_GEWOON)}.",
    )


stappen.stap("weging.py")
viewed = choose_way()
matrix = toestand.matrix()
advies = toestand.advies()
wijze = weegwijze(dossier.weging, matrix.kenmerken, viewed)
resultaat.say_state(wijze, advies)
MANIEREN[viewed][1](off=toestand.alleen_lezen() or unknown)
resultaat.show(wijze, advies)
vergelijk.show()
ask_certainty()
ask_share()
stappen.verder("uitkomst.py", "Naar stap 4: Uitkomst")
