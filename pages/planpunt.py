"""One point of the plan, to fill in: who, when, how far, and a note."""

import streamlit as st

from advies.invoer import Onleesbaar, lees_datum
from advies.plan import Planregel
from advies.taal import datum, hoofdletter
from dossier.plan import planpunt_of, with_planpunt
from dossier.uitvoering import PlanPunt, Voortgang
from dossier.words_uitvoering import VOORTGANG
from pages import toestand
from pages.callbacks import whole
from pages.velden import gelezen, leesveld


def ask_own_text(regel: Planregel) -> None:
    text = st.text_input(
        "Wat moet er gebeuren?",
        value=regel.tekst,
        max_chars=300,
        key=toestand.key(f"tekst-{regel.id}"),
        disabled=toestand.alleen_lezen(),
        on_change=set_field,
        args=(regel.id, "tekst"),
    )
    if not text.strip():
        st.error("Een eigen actie heeft een tekst nodig. Vul hem in, of haal de actie hieronder weg.")


def ask_agreed(regel: Planregel) -> None:
    id, punt = regel.id, regel.punt
    locked = toestand.alleen_lezen()
    st.text_input(
        "Eigenaar (rol, geen naam van een persoon)",
        value=punt.eigenaar,
        max_chars=120,
        placeholder="Bijvoorbeeld: projectleider",
        key=toestand.key(f"eigenaar-{id}"),
        disabled=locked,
        on_change=set_field,
        args=(id, "eigenaar"),
        autocomplete="off",
    )
    first, last = st.columns(2)
    with first:
        leesveld(
            "Begin (dd-mm-jjjj)", f"begin-{id}", datum(punt.begin) if punt.begin else "", lees_datum, set_dates, id
        )
    with last:
        leesveld(
            "Eind (dd-mm-jjjj)",
            f"eind-{id}",
            datum(punt.eind) if punt.eind else "",
            lambda text: read_end(id, text),
            set_dates,
            id,
        )
    statuses: list[Voortgang] = list(VOORTGANG)
    st.radio(
        "Status",
        statuses,
        index=statuses.index(punt.status),
        format_func=lambda status: hoofdletter(VOORTGANG[status]),
        horizontal=True,
        key=toestand.key(f"status-{id}"),
        disabled=locked,
        on_change=set_field,
        args=(id, "status"),
    )
    st.text_area(
        "Notitie",
        value=punt.notitie,
        max_chars=2000,
        key=toestand.key(f"notitie-{id}"),
        disabled=locked,
        on_change=set_field,
        args=(id, "notitie"),
    )
    st.caption("Schrijf hier geen gegevens over inwoners of medewerkers. Iedereen met de link kan dit lezen.")


def read_end(id: str, text: str) -> None:
    """An end that can be read, and is not before the beginning as it is typed beside it."""
    end = lees_datum(text)
    try:
        begin = lees_datum(str(toestand.value(f"begin-{id}")))
    except Onleesbaar:
        return  # said beside that field
    if begin and end and end < begin:
        raise Onleesbaar(f"Het eind ligt voor het begin ({datum(begin)}). Wijzig een van de twee.")


def store(id: str, **fields: object) -> None:
    held = toestand.dossier()
    toestand.put_checked(lambda: with_planpunt(held, PlanPunt.model_validate(dict(planpunt_of(held, id)) | fields)))


@whole
def set_field(id: str, field: str) -> None:
    store(id, **{field: toestand.value(f"{field}-{id}")})


@whole
def set_dates(id: str) -> None:
    """Keep both dates, as far as they can be read and one is not before the other."""
    found = {}
    for field in ("begin", "eind"):
        readable, day = gelezen(f"{field}-{id}", lees_datum, lambda day: datum(day) if day else "")
        found[field] = day if readable else getattr(planpunt_of(toestand.dossier(), id), field)
    if not (found["begin"] and found["eind"] and found["eind"] < found["begin"]):
        store(id, **found)
