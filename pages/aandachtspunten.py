"""Step 5: what has to be arranged to get from the present vorm to the chosen one, and why."""

from typing import Literal

import streamlit as st

from advies.aandachtspunten import Verdeling, chosen_optie, present_optie, verdeling_for
from advies.keuze import about_choice
from advies.matrix import Optie
from advies.rangorde import Advies
from advies.risicos import heavy, risicos_for
from advies.taal import kleine_letter, opsomming
from dossier.model import Beschikking
from handreiking.model import Niveau
from pages import opmaak, punten, stappen, toestand
from pages.callbacks import whole

NIVEAU: dict[Niveau | Literal[""], str] = {
    "": "Nog niet bekend",
    "lokaal": "Bij elke gemeente zelf",
    "regionaal": "Op één plek in de regio",
    "per_gemeente": "Dat verschilt per gemeente",
}

guide = toestand.handreiking()
dossier = toestand.dossier()
advies = toestand.advies()


@whole
def set_chosen() -> None:
    toestand.change(gekozen_vorm=toestand.value("gekozen_vorm") or None)


@whole
def set_reason() -> None:
    toestand.change(motivering_keuze=toestand.value("motivering_keuze"))


@whole
def set_beschikking() -> None:
    nu, straks = toestand.value("beschikking-nu"), toestand.value("beschikking-straks")
    toestand.change(beschikking=Beschikking.model_validate({"nu": nu or None, "straks": straks or None}))


@whole
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
    # On a phone the picker cuts a name off before what tells it from the next.
    opmaak.zin(f"{advies.vorm(dossier.gekozen_vorm).optie.naam if dossier.gekozen_vorm else suggestion}.")
    if not dossier.gekozen_vorm:
        return
    keuze = about_choice(advies, dossier.gekozen_vorm)
    if keuze.vraagt_reden:
        say = st.warning if keuze.uitgesloten else st.info
        lines = (*keuze.zinnen, "Deze vorm kiezen mag. Zeg dan waarom.")
        say("\n\n".join(opmaak.veilig(line) for line in lines))
    if keuze.vraagt_reden or dossier.motivering_keuze:
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


def show_risks(advies: Advies) -> None:
    """What the weighting and the demands add, apart from what the change of vorm brings."""
    st.header("Wat uw weging en uw eisen toevoegen", anchor=False)
    if advies.oordeel == "nog_niet_gewogen" or advies.zonder_weging:
        st.markdown("Geen kenmerk weegt bij u zwaarder dan een ander. Daarom volgt hier niets uit uw weging.")
    else:
        names = opsomming([kleine_letter(advies.naam_van(id)) for id in heavy(advies)])
        opmaak.zin(
            f"Zwaarder dan gemiddeld {'weegt' if len(heavy(advies)) == 1 else 'wegen'} bij u: {names}."
            if names
            else "Alle kenmerken wegen bij u even zwaar. Daarom volgt hier niets uit uw weging."
        )
    found = risicos_for(guide, dossier, advies)
    if heavy(advies) and not any(risico.soort == "kenmerk" for risico in found):
        st.markdown("Uw keuze scoort op geen daarvan laag.")
    for risico in found:
        punten.toon_risico(risico)
    st.caption(
        "Zwaar is hier: meer gewicht dan gemiddeld. Laag is: een gemiddelde onder de 3, het midden van de schaal. "
        "Die grenzen kozen wij zelf; de handreiking noemt er geen."
    )


def show_groups(found: Verdeling) -> None:
    total = len(guide.aandachtspunten.aandachtspunten)
    st.markdown(f"{len(found.spelen)} van de {total} aandachtspunten spelen bij u.")
    unknown = [item for item in found.buiten if item.onbekend]
    if unknown:
        st.info(opmaak.veilig(" ".join(f"{item.reden} Het gaat om: “{item.punt.tekst}”" for item in unknown)))
    everything = st.toggle("Toon ook wat niet speelt", key="ook-buiten") if found.buiten else False
    for id, groep in guide.aandachtspunten.groepen.items():
        items = [item for item in found.spelen if item.punt.groep == id]
        others = [item for item in found.buiten if item.punt.groep == id and everything]
        if not items and not others:
            continue
        st.subheader(f"{groep.naam} ({len(items)})", anchor=False)
        st.caption(opmaak.veilig(f"Uit de handreiking: {groep.bron}."))
        for item in items:
            punten.toon_punt(guide, item)
        for other in others:
            punten.toon_buiten(other)
        opmaak.links(groep.links)


stappen.stap("aandachtspunten.py")
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Ga terug naar Weging en geef ten minste één kenmerk gewicht.")
else:
    if advies.oordeel == "nog_niet_gewogen" and not dossier.gekozen_vorm:
        st.info(
            "U hebt nog niet gewogen. Kies zelf een vorm, of weeg eerst; nu staat hier wat bij gelijke gewichten volgt."
        )
    if advies.oordeel == "geen_duidelijke_winnaar" and not dossier.gekozen_vorm:
        st.info(
            "Er is geen duidelijke winnaar bij uw weging. Kies daarom zelf een vorm. Tot die tijd gaat deze pagina uit "
            "van de vorm die in onze lijst bovenaan staat."
        )
    ask_chosen(advies)
    if straks := chosen_optie(dossier, advies):
        ask_details(straks.inrichting.expertiseteam != "geen")
        show_risks(advies)
        st.header("Wat moet u regelen?", anchor=False)
        show_move(present_optie(dossier, advies), straks)
        st.page_link("proces.py", label="**Bekijk wie wat doet en betaalt** →")
        show_groups(verdeling_for(guide, dossier, advies))
    else:
        st.warning("Er is geen vorm over. Kies hierboven een vorm, of maak bij Randvoorwaarden een harde eis zacht.")

st.page_link("plan.py", label="**Maak hiervan een plan: wie doet wat, en wanneer?** →")
st.divider()
stappen.bewaren()
