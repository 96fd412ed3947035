"""Step 5: what has to be arranged to get from the present vorm to the chosen one, and why."""

from typing import Literal

import streamlit as st

from advies.aandachtspunten import Toepassing, aandachtspunten_for, chosen_optie
from advies.matrix import Optie
from advies.randvoorwaarden import measures_named
from advies.rangorde import Advies
from advies.taal import kleine_letter, opsomming
from dossier.model import Beschikking
from handreiking.model import Niveau
from pages import opmaak, stappen, toestand

SOORT = {"vraag": "Vraag", "actie": "Actie", "let_op": "Let op"}
NIVEAU: dict[Niveau | Literal[""], str] = {
    "": "Nog niet bekend",
    "lokaal": "Bij elke gemeente zelf",
    "regionaal": "Op één plek in de regio",
    "per_gemeente": "Dat verschilt per gemeente",
}

guide = toestand.handreiking()
dossier = toestand.dossier()
advies = toestand.advies()


def set_chosen() -> None:
    toestand.change(gekozen_vorm=toestand.value("gekozen_vorm") or None)


def set_reason() -> None:
    toestand.change(motivering_keuze=toestand.value("motivering_keuze"))


def set_beschikking() -> None:
    nu, straks = toestand.value("beschikking-nu"), toestand.value("beschikking-straks")
    toestand.change(beschikking=Beschikking.model_validate({"nu": nu or None, "straks": straks or None}))


def set_staffing() -> None:
    chosen = [id for id in guide.varianten.bemensing if toestand.value(f"bemensing-{id}")]
    toestand.change(bemensing=tuple(chosen))


def ask_chosen(advies: Advies) -> None:
    best = advies.beste
    options = ["", *(vorm.optie.id for vorm in advies.vormen)]
    suggestion = f"De vorm die bovenaan staat: {kleine_letter(best.optie.naam)}" if best else "Nog niet gekozen"
    st.selectbox(
        "Welke vorm kiest uw regio?",
        options,
        index=options.index(dossier.gekozen_vorm or ""),
        format_func=lambda id: advies.vorm(id).optie.naam if id else suggestion,
        key=toestand.key("gekozen_vorm"),
        disabled=toestand.alleen_lezen(),
        on_change=set_chosen,
    )
    if not dossier.gekozen_vorm:
        return
    chosen = advies.vorm(dossier.gekozen_vorm)
    if chosen.uitgesloten_door:
        names = opsomming([f"“{kleine_letter(eis.naam)}”" for eis in chosen.uitgesloten_door])
        demand = "harde eis" if len(chosen.uitgesloten_door) == 1 else "harde eisen"
        st.warning(opmaak.veilig(f"Deze vorm valt af door uw {demand} {names}. Kiezen mag; zeg dan waarom."))
    elif chosen.rang != 1:
        st.info("Deze vorm staat niet bovenaan in uw uitkomst. Kiezen mag; zeg dan waarom.")
    if chosen.rang != 1 or dossier.motivering_keuze:
        st.text_area(
            "Waarom kiest u deze vorm?",
            value=dossier.motivering_keuze,
            max_chars=2000,
            key=toestand.key("motivering_keuze"),
            disabled=toestand.alleen_lezen(),
            on_change=set_reason,
        )


def ask_details(expert_team: bool) -> None:
    """What some triggers need to know and the guide leaves to the region."""
    levels = list(NIVEAU)
    st.selectbox(
        "Waar wordt de beschikking (het besluit op papier) nu afgegeven?",
        levels,
        index=levels.index(dossier.beschikking.nu or ""),
        format_func=NIVEAU.__getitem__,
        key=toestand.key("beschikking-nu"),
        disabled=toestand.alleen_lezen(),
        on_change=set_beschikking,
    )
    st.selectbox(
        "En waar straks?",
        levels,
        index=levels.index(dossier.beschikking.straks or ""),
        format_func=NIVEAU.__getitem__,
        key=toestand.key("beschikking-straks"),
        disabled=toestand.alleen_lezen(),
        on_change=set_beschikking,
    )
    if not expert_team:
        return
    st.markdown("Wie komen er in het expertiseteam? U kunt meer dan één antwoord kiezen.")
    for id, text in guide.varianten.bemensing.items():
        st.checkbox(
            opmaak.veilig(text),
            value=id in dossier.bemensing,
            key=toestand.key(f"bemensing-{id}"),
            disabled=toestand.alleen_lezen(),
            on_change=set_staffing,
        )
    for eis in guide.randvoorwaarden.randvoorwaarden.values():
        if eis.sluit_bemensing_uit in dossier.bemensing:
            st.warning(opmaak.veilig(f"{eis.naam}? {eis.toelichting}"))


def show(items: list[Toepassing]) -> None:
    for item in items:
        weak = " (zwakke aanwijzing)" if item.zwak else ""
        st.markdown(f"**{SOORT[item.punt.soort]}:** {opmaak.veilig(item.punt.tekst)}")
        notes = [f"{item.reden.rstrip('.')}{weak}."]
        if item.punt.tijd:
            status = {"verlopen": "Verlopen", "onzeker": "Onzeker", "geldt": "Geldt"}[item.punt.tijd.status]
            notes.append(f"{status} (bekeken op {item.punt.tijd.peildatum}): {item.punt.tijd.uitleg}")
        if item.punt.maatregelen:
            notes.append(f"Maatregel: {measures_named(guide, item.punt.maatregelen)}.")
        st.caption(f"{opmaak.veilig(' '.join(notes))} ({item.id})")
        opmaak.links(item.punt.links)


def show_move(nu: Optie | None, straks: Optie) -> None:
    """From where to where."""
    if nu is None:
        st.info("U vulde bij Regio nog niet in hoe u de toegang nu regelt. Daarom ziet u alles wat kan spelen.")
        opmaak.zin(f"Naar: {kleine_letter(straks.naam)}.")
    elif nu.id == straks.id:
        opmaak.zin(f"U houdt de vorm van nu: {kleine_letter(straks.naam)}.")
        st.markdown("Dan blijft alleen de korte lijst over die altijd geldt.")
    else:
        opmaak.zin(f"Van: {kleine_letter(nu.naam)}. Naar: {kleine_letter(straks.naam)}.")


def show_groups(applying: tuple[Toepassing, ...]) -> None:
    total = len(guide.aandachtspunten.aandachtspunten)
    st.markdown(f"{len(applying)} van de {total} aandachtspunten spelen bij u.")
    for id, groep in guide.aandachtspunten.groepen.items():
        if items := [item for item in applying if item.punt.groep == id]:
            st.subheader(f"{groep.naam} ({len(items)})", anchor=False)
            show(items)
            opmaak.links(groep.links)


stappen.stap("aandachtspunten.py")
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Ga terug naar Weging en geef ten minste één kenmerk gewicht.")
else:
    if advies.oordeel == "nog_niet_gewogen" and not dossier.gekozen_vorm:
        st.info(
            "U hebt nog niet gewogen. Kies zelf een vorm, of weeg eerst; nu staat hier wat bij gelijke gewichten volgt."
        )
    ask_chosen(advies)
    if straks := chosen_optie(dossier, advies):
        ask_details(straks.inrichting.expertiseteam != "geen")
        st.header("Wat moet u regelen?", anchor=False)
        show_move(advies.matrix.optie(dossier.huidige_vorm) if dossier.huidige_vorm else None, straks)
        show_groups(aandachtspunten_for(guide, dossier, advies))
    else:
        st.warning("Er is geen vorm over. Kies hierboven een vorm, of maak bij Randvoorwaarden een harde eis zacht.")

st.divider()
stappen.bewaren()
