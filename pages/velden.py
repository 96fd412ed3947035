"""Text fields that are read: what cannot be read is not kept, and says why beside the field."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from advies.invoer import Onleesbaar
from pages import opmaak, toestand

T = TypeVar("T")


def leesveld(
    label: str,
    naam: str,
    waarde: str,
    lees: Callable[[str], object],
    on_change: Callable[..., None],
    *args: object,
    uitleg: str | None = None,
) -> None:
    """A text field, with below it why what stands in it cannot be read."""
    text = st.text_input(
        label,
        value=waarde,
        key=toestand.key(naam),
        disabled=toestand.alleen_lezen(),
        on_change=on_change,
        args=args,
        autocomplete="off",
    )
    try:
        lees(text)
    except Onleesbaar as error:
        st.error(opmaak.veilig(f"{error} Dit is niet bewaard."))
    if uitleg:
        st.caption(opmaak.veilig(uitleg))


def gelezen(naam: str, lees: Callable[[str], T], toon: Callable[[T], str]) -> tuple[bool, T | None]:
    """In a callback: whether a field could be read, and as what. What was read is shown in its plain form."""
    typed = str(toestand.value(naam))
    try:
        read = lees(typed)
    except Onleesbaar:
        return False, None
    # Only when it differs: what is set here goes to the browser, over what is being typed there in the meantime.
    if typed != toon(read):
        st.session_state[toestand.key(naam)] = toon(read)
    return True, read
