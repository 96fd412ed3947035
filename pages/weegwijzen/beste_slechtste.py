"""The best and the worst, and how the others lie between them: nine questions for six kenmerken (BWM)."""

from typing import Literal

import streamlit as st

from advies.taal import kleine_letter
from advies.vergelijkingen import STERKTE, Eindvraag, end_questions
from pages import opmaak, toestand
from pages.callbacks import whole
from pages.weegwijzen import schaal

Einde = Literal["beste", "slechtste"]
Kant = Literal["beste_boven", "boven_slechtste"]

TIMES = {1: "even zwaar", **STERKTE}


def draw(*, off: bool) -> None:
    st.markdown(
        "Kies het kenmerk waarvan **de stap van 1 naar 5** voor uw regio het meest uitmaakt, en dat waarvan die stap "
        "het minst uitmaakt. Daarna vergelijkt u de andere alleen met die twee."
    )
    kenmerken = toestand.matrix().kenmerken
    schaal.show_all(kenmerken)
    _choose("beste", "Welk kenmerk is het belangrijkst?", off=off)
    _choose("slechtste", "Welk kenmerk is het minst belangrijk?", off=off)
    over, under = end_questions(toestand.dossier().weging.invoer.beste_slechtste, kenmerken)
    if over:
        st.subheader("Het belangrijkste tegenover de andere", anchor=False)
        for question in over:
            _ask("beste_boven", question, question.lichter.id, off=off)
        st.subheader("De andere tegenover het minst belangrijke", anchor=False)
        for question in under:
            _ask("boven_slechtste", question, question.zwaarder.id, off=off)


def _choose(end: Einde, label: str, *, off: bool) -> None:
    names = {kenmerk.id: kenmerk.naam for kenmerk in toestand.matrix().kenmerken}
    chosen = getattr(toestand.dossier().weging.invoer.beste_slechtste, end)
    st.selectbox(
        label,
        list(names),
        index=list(names).index(chosen) if chosen else None,
        format_func=names.__getitem__,
        placeholder="Kies een kenmerk",
        key=toestand.key(end),
        disabled=off,
        on_change=_put_end,
        args=(end,),
    )


def _ask(side: Kant, question: Eindvraag, id: str, *, off: bool) -> None:
    more, less = (opmaak.veilig(kleine_letter(kenmerk.naam)) for kenmerk in (question.zwaarder, question.lichter))
    answer = getattr(toestand.dossier().weging.invoer.beste_slechtste, side).get(id)
    # Named after both, so that another best or worst starts without an answer.
    key = f"{question.zwaarder.id}-boven-{question.lichter.id}"
    st.selectbox(
        f"Hoeveel zwaarder telt {more} dan {less}?",
        list(TIMES),
        index=None if answer is None else list(TIMES).index(answer),
        format_func=lambda times: TIMES[times].capitalize() if times == 1 else f"{times} keer: {TIMES[times]}",
        placeholder="Nog geen antwoord",
        key=toestand.key(key),
        disabled=off,
        on_change=_put,
        args=(side, id, key),
    )


@whole
def _put_end(end: Einde) -> None:
    """Another best or worst: what was said of the old one says nothing about the new one."""
    side: Kant = "beste_boven" if end == "beste" else "boven_slechtste"
    ends = toestand.dossier().weging.invoer.beste_slechtste
    chosen = toestand.value(end)
    if chosen not in (None, getattr(ends, end)):
        toestand.enter("beste_slechtste", ends.model_copy(update={end: chosen, side: {}}))


@whole
def _put(side: Kant, id: str, key: str) -> None:
    ends = toestand.dossier().weging.invoer.beste_slechtste
    times = toestand.value(key)
    if times is not None:
        answers = {**getattr(ends, side), id: int(str(times))}
        toestand.enter("beste_slechtste", ends.model_copy(update={side: answers}))
