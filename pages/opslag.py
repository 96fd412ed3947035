"""What every screen says about saving: quietly when it went well, loudly when it did not."""

import streamlit as st

from dossier.parts import Clash
from dossier.store import Asks
from dossier.words import in_words
from pages import opmaak, toestand


def show_state(fault: str) -> None:
    """Above every screen: what is not saved, what clashes, what others changed."""
    if fault:
        st.error(opmaak.veilig(fault))
        if "werk" not in st.session_state:
            st.button("Probeer het opnieuw", key="opnieuw-openen")
            st.stop()
    werk = toestand.werk()
    if werk.niet_opgeslagen:
        st.error(
            opmaak.veilig(
                f"Uw laatste wijziging is nog niet opgeslagen. {werk.niet_opgeslagen} Wat u invulde, staat nog op het "
                "scherm. Bij uw volgende stap proberen wij het weer."
            )
        )
        st.button("Sla nu op", key="nu-opslaan")
    if refused := st.session_state.pop("geweigerd", None):
        st.error(opmaak.veilig(f"Dit is niet gewijzigd. {refused}"))
    if toestand.alleen_lezen():
        st.info("U kijkt mee. Met deze link kunt u alles bekijken en niets wijzigen.")
    for clash in werk.botsingen:
        _ask(clash)
    _ask_about_undo()
    if werk.van_anderen:
        st.info("Iemand anders werkte intussen ook aan dit dossier:")
        opmaak.lijst(in_words(werk.van_anderen, toestand.handreiking(), werk.dossier))
        st.button("Gezien", key="gezien", on_click=toestand.seen)


def status() -> str:
    """How the dossier on the screen stands to what is stored, in a few quiet words."""
    werk = toestand.werk()
    if werk.niet_opgeslagen:
        return "Nog niet opgeslagen"
    if werk.opgeslagen is None:
        return "Voorbeeld, nog niet opgeslagen" if werk.voorbeeld else "Nog niets opgeslagen"
    return f"Opgeslagen om {toestand.klok(werk.opgeslagen.gewijzigd_op):%H.%M} uur"


def undo_buttons(place: str) -> None:
    """Undo and redo of one's own last change, where there is one."""
    undoable, redoable = toestand.can_revert()
    if undoable:
        st.button("Maak mijn laatste wijziging ongedaan", key=f"ongedaan-{place}", on_click=toestand.revert)
    if redoable:
        st.button("Doe haar toch weer", key=f"opnieuw-{place}", on_click=toestand.revert, kwargs={"redo": True})


def _ask(clash: Clash) -> None:
    mine, theirs = (_said(clash, value) for value in (clash.mine, clash.theirs))
    st.warning(
        opmaak.veilig(
            f"U en iemand anders wijzigden hetzelfde. Uw wijziging: {mine} Die van de ander: {theirs} "
            "Nu staat die van de ander in het dossier. Welke moet er staan?"
        )
    )
    st.button(
        "Houd de mijne", key=f"mijne-{clash.part}", on_click=toestand.decide, args=(clash,), kwargs={"mine": True}
    )
    st.button(
        "Houd die van de ander",
        key=f"ander-{clash.part}",
        on_click=toestand.decide,
        args=(clash,),
        kwargs={"mine": False},
    )


def _said(clash: Clash, value: object) -> str:
    lines = in_words({clash.part: (clash.base, value)}, toestand.handreiking(), toestand.dossier())
    return " ".join(line if line.endswith(".") else f"{line}." for line in lines) or "Terug naar hoe het was."


def _ask_about_undo() -> None:
    question = st.session_state.get("vraag")
    if isinstance(question, str):
        del st.session_state["vraag"]  # said once is enough
        st.error(opmaak.veilig(f"Dat lukte niet. {question}"))
    elif question is not None:
        asked, redo = question
        assert isinstance(asked, Asks)
        changes = {clash.part: (clash.theirs, clash.mine) for clash in asked.clashes}
        st.warning("Iemand anders heeft dit na u ook gewijzigd. Gaat u door, dan verandert dat mee:")
        opmaak.lijst(in_words(changes, toestand.handreiking(), toestand.dossier()))
        st.button("Ga toch door", key="toch", on_click=toestand.revert, kwargs={"redo": redo, "anyway": True})
        st.button("Laat het zo", key="zo-laten", on_click=toestand.leave_it)
