"""The form for a vorm of the region's own: to add one, and to change one that is there."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from advies.randvoorwaarden import OORDEEL_IN_WOORDEN
from dossier.model import EigenOordeel, EigenVorm
from dossier.own import free_id, with_vorm, without_vorm
from pages import opmaak, toestand
from pages.callbacks import whole

BESLUIT = {
    "lokaal": "De eigen gemeente",
    "regionaal": "Eén team in de regio",
    "per_gemeente": "Dat verschilt per gemeente",
}
EXPERTISETEAM = {"geen": "Nee", "adviserend": "Ja, het adviseert", "besluitvormend": "Ja, het beslist"}
LOKALE_TEAMS = {"alle": "Alle gemeenten", "deel": "Een deel van de gemeenten", "geen": "Geen enkele gemeente"}
BESLISSENDE_TEAMS = {
    "een": "Eén team",
    "een_en_deel": "Eén team, en daarnaast een deel van de gemeenten",
    "elke_gemeente": "Een team per gemeente",
}

Choice = TypeVar("Choice", bound=str)


def change_or_remove(vorm: EigenVorm) -> None:
    """What the region said of a vorm of its own, to change, and the way to be rid of it."""
    _form(vorm)
    st.button(
        f"Haal “{opmaak.veilig(vorm.naam)}” weg",
        key=toestand.key(f"weg-{vorm.id}"),
        disabled=toestand.alleen_lezen(),
        on_click=remove,
        args=(vorm.id,),
    )


@whole
def remove(id: str) -> None:
    toestand.put(without_vorm(toestand.dossier(), id))


def add() -> None:
    _form(None)


def _form(vorm: EigenVorm | None) -> None:
    name = vorm.id if vorm else "nieuw"
    with st.form(toestand.key(f"eigen-vorm-{name}"), border=False):
        entered = _fields(vorm, name)
        button = "Bewaar deze vorm" if vorm else "Voeg deze vorm toe"
        sent = st.form_submit_button(button, disabled=toestand.alleen_lezen())
    if not sent:
        return
    if fault := _fault(entered, vorm):
        st.error(fault)
    elif toestand.put_checked(lambda: with_vorm(toestand.dossier(), EigenVorm.model_validate(entered))):
        toestand.fresh_widgets()
        st.rerun()
    else:
        st.rerun()


def _fields(vorm: EigenVorm | None, name: str) -> dict[str, object]:
    """The form itself; what it does not ask stays as it was."""
    held = vorm.model_dump() if vorm else {}
    parts: dict[str, str] = held.get("inrichting", {})
    judged: dict[str, EigenOordeel] = held.get("oordelen", {})

    def pick(field: str, label: str, options: Mapping[Choice, str], chosen: str | None) -> Choice | None:
        ids = list(options)
        return st.selectbox(
            opmaak.veilig(label),
            ids,
            index=[str(id) for id in ids].index(chosen) if chosen else None,
            format_func=options.__getitem__,
            key=toestand.key(f"vorm-{field}-{name}"),
            disabled=toestand.alleen_lezen(),
        )

    naam = st.text_input(
        "Hoe heet de vorm?",
        value=held.get("naam", ""),
        max_chars=120,
        key=toestand.key(f"vorm-naam-{name}"),
        disabled=toestand.alleen_lezen(),
    )
    kern = st.text_area(
        "Wat houdt de vorm in?",
        value=held.get("kern", ""),
        max_chars=2000,
        key=toestand.key(f"vorm-kern-{name}"),
        disabled=toestand.alleen_lezen(),
    )
    guide = toestand.handreiking()
    hoofdvarianten = {id: variant.naam for id, variant in guide.varianten.hoofdvarianten.items()}
    hoofdvariant = pick(
        "hoofdvariant", "Bij welke hoofdvariant hoort de vorm?", hoofdvarianten, held.get("hoofdvariant")
    )
    inrichting = {
        field: pick(field, label, options, parts.get(field))
        for field, label, options in (
            ("besluit", "Wie beslist over de indicatie?", BESLUIT),
            ("expertiseteam", "Is er een expertiseteam?", EXPERTISETEAM),
            ("lokale_teams", "Welke gemeenten hebben een eigen team?", LOKALE_TEAMS),
            ("beslissende_teams", "Hoeveel teams beslissen?", BESLISSENDE_TEAMS),
        )
    }
    st.markdown("Voldoet de vorm aan deze randvoorwaarden?")
    asked = {id: r for id, r in guide.randvoorwaarden.randvoorwaarden.items() if r.gebruik == "keuze"}
    answers = {id: pick(id, eis.naam, OORDEEL_IN_WOORDEN, judged.get(id, "onbekend")) for id, eis in asked.items()}
    others = {id: oordeel for id, oordeel in judged.items() if id not in asked}
    return {
        **held,
        "id": vorm.id if vorm else free_id("EV", (own.id for own in toestand.dossier().eigen_vormen)),
        "naam": naam,
        "kern": kern,
        "hoofdvariant": hoofdvariant,
        "inrichting": {**parts, **inrichting},
        "oordelen": others | {id: oordeel for id, oordeel in answers.items() if oordeel != "onbekend"},
    }


def _fault(entered: Mapping[str, object], vorm: EigenVorm | None) -> str:
    """What is wrong in what was sent, and what to do about it."""
    naam = str(entered["naam"]).strip()
    others = [optie.naam for optie in toestand.matrix().opties if not vorm or optie.id != vorm.id]
    inrichting = entered["inrichting"]
    assert isinstance(inrichting, dict)
    if not naam:
        return "De vorm heeft nog geen naam. Vul bij “Hoe heet de vorm?” een naam in."
    if naam.casefold() in {other.casefold() for other in others}:
        return f"Er is al een vorm met de naam {opmaak.veilig(naam)}. Kies een andere naam."
    if entered["hoofdvariant"] is None or None in inrichting.values():
        return "Er ontbreekt iets. Kies een antwoord op elke vraag over de hoofdvariant en wie wat doet."
    return ""
