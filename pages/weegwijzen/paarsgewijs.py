"""Every pair in words: first which of the two weighs more, then how much (AHP)."""

import streamlit as st

from advies.taal import kleine_letter
from advies.vergelijkingen import MEESTE_KENMERKEN, STERKTE, Paarvraag, pair_questions
from dossier.model import Dossier
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen import schaal

#: How much more, when someone only said which.
BEGIN = 3


def draw(*, off: bool) -> None:
    st.markdown(
        "U ziet steeds twee kenmerken. Welke **stap van 1 naar 5** maakt voor uw regio het meeste uit? Kies daarna hoe "
        "veel zwaarder die telt. Uw antwoorden kunnen elkaar tegenspreken; onderaan ziet u of dat zo is."
    )
    kenmerken = toestand.matrix().kenmerken
    if len(kenmerken) > MEESTE_KENMERKEN:
        return  # what that means is said where the weights would be
    schaal.show_all(kenmerken)
    questions = pair_questions(kenmerken)
    for number, question in enumerate(questions, start=1):
        _draw(question, f"{number} van {len(questions)}", off=off)


def _draw(question: Paarvraag, place: str, *, off: bool) -> None:
    answer = _answer(toestand.dossier(), question.naam)
    one, other = question.eerste, question.tweede
    names = {one.id: one.naam, "gelijk": "Even zwaar", other.id: other.naam}
    chosen = None if answer is None else "gelijk" if answer == 1 else one.id if answer > 0 else other.id
    st.radio(
        f"Paar {place}: {opmaak.veilig(kleine_letter(one.naam))} of {opmaak.veilig(kleine_letter(other.naam))}?",
        list(names),
        index=None if chosen is None else list(names).index(chosen),
        format_func=lambda id: opmaak.veilig(names[id]),
        key=toestand.key(f"paar-{question.naam}"),
        disabled=off,
        on_change=_put,
        args=(question,),
    )
    if answer is not None and abs(answer) > 1:
        more, less = (one, other) if answer > 0 else (other, one)
        st.selectbox(
            f"Hoeveel zwaarder telt {opmaak.veilig(kleine_letter(more.naam))} dan "
            f"{opmaak.veilig(kleine_letter(less.naam))}?",
            list(STERKTE),
            index=list(STERKTE).index(abs(answer)),
            format_func=lambda times: f"{times} keer: {STERKTE[times]}",
            key=toestand.key(f"sterkte-{question.naam}"),
            disabled=off,
            on_change=_put,
            args=(question,),
        )


def _answer(dossier: Dossier, pair: str) -> int | None:
    return dossier.weging.invoer.paarsgewijs.get(pair)


@whole
def _put(question: Paarvraag) -> None:
    held = _answer(toestand.dossier(), question.naam)
    chosen = toestand.value(f"paar-{question.naam}")
    if chosen is None:
        return
    times = BEGIN
    if held is not None and abs(held) > 1:
        times = int(str(toestand.value(f"sterkte-{question.naam}")))
    answer = 1 if chosen == "gelijk" else times if chosen == question.eerste.id else -times
    toestand.enter("paarsgewijs", {**toestand.dossier().weging.invoer.paarsgewijs, question.naam: answer})
