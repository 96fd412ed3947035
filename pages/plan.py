"""The plan: who does what, and when; with actions of the region's own, a timeline, and files to take along."""

import hashlib
from datetime import UTC, date, datetime

import streamlit as st

from advies.plan import Plan, Planregel, plan_for
from advies.plan_agenda import in_agenda, to_ical
from advies.plan_bestand import SOORTEN, to_csv
from advies.taal import aantal, datum, getal, hoofdletter, ingekort
from dossier.plan import moved, with_action, without_planpunt
from dossier.words_uitvoering import VOORTGANG
from pages import opmaak, stappen, toestand
from pages.callbacks import whole
from pages.planpunt import ask_agreed, ask_own_text
from pages.tijdlijn import tijdlijn

GEKOZEN = "plan-punt"

guide = toestand.handreiking()
dossier = toestand.dossier()
advies = toestand.advies()
plan = plan_for(guide, dossier, advies)
vandaag = toestand.klok(datetime.now(UTC)).date()


# Changing


@whole
def next_point(id: str) -> None:
    ids = [regel.id for regel in plan.regels]
    st.session_state[GEKOZEN] = ids[(ids.index(id) + 1) % len(ids)]


@whole
def add_action() -> None:
    text = str(toestand.value("nieuwe-actie")).strip()
    group = str(toestand.value("nieuwe-groep"))
    st.session_state["actie-leeg"] = not text
    if text:
        toestand.put_checked(lambda: with_action(toestand.dossier(), text, group))


@whole
def move(id: str, steps: int) -> None:
    toestand.put_checked(lambda: moved(toestand.dossier(), id, steps))


@whole
def remove(id: str) -> None:
    toestand.put_checked(lambda: without_planpunt(toestand.dossier(), id))


# Showing


def summary(plan: Plan) -> str:
    stand = plan.stand(vandaag)
    said = [
        f"Uw plan heeft {aantal(stand.punten, 'punt', 'punten')}: {getal(stand.verdeeld)} met een eigenaar en een "
        f"datum, {getal(stand.klaar)} klaar."
    ]
    if stand.te_laat:
        said.append(f"{hoofdletter(aantal(stand.te_laat, 'punt is', 'punten zijn'))} over de datum.")
    if stand.vervallen:
        said.append(f"{hoofdletter(aantal(stand.vervallen, 'ander punt vervalt', 'andere punten vervallen'))}.")
    return " ".join(said)


def ask_point() -> None:
    """One point at a time: all of them at once would be some two hundred fields."""
    by_id = {regel.id: regel for regel in plan.regels}
    if st.session_state.get(GEKOZEN) not in by_id:
        st.session_state.pop(GEKOZEN, None)
    id = st.selectbox(
        "Welk punt vult u in?",
        list(by_id),
        format_func=lambda id: f"{plan.groepen[by_id[id].groep]}: {by_id[id].tekst}",
        key=GEKOZEN,
        persist_state="session",
    )
    regel = by_id[id]
    st.markdown(f"**{SOORTEN[regel.soort]}:** {opmaak.veilig(regel.tekst)}")
    if regel.reden:
        st.caption(opmaak.veilig(f"{regel.reden} ({regel.id})"))
    if regel.punt.is_eigen:
        ask_own_text(regel)
    ask_agreed(regel)
    st.button("Naar het volgende punt", key="volgende", on_click=next_point, args=(id,))


def show_groups() -> None:
    st.header("Alle punten", anchor=False)
    for groep, naam in plan.groepen.items():
        if regels := plan.in_groep(groep):
            ready = sum(regel.punt.status == "klaar" for regel in regels)
            with st.expander(f"{naam}: {getal(ready)} van {getal(len(regels))} klaar"):
                show_table(naam, regels)


def show_table(bijschrift: str, regels: tuple[Planregel, ...]) -> None:
    opmaak.tabel(
        bijschrift,
        ["Punt", "Eigenaar", "Begin", "Eind", "Status", "Notitie"],
        [
            [
                regel.tekst,
                regel.punt.eigenaar or "nog geen",
                day(regel.punt.begin),
                day(regel.punt.eind),
                status(regel),
                ingekort(regel.punt.notitie, 200) or "geen",
            ]
            for regel in regels
        ],
        heel=[2, 3],
    )


def day(day: date | None) -> str:
    return datum(day) if day else "nog geen"


def status(regel: Planregel) -> str:
    return f"{VOORTGANG[regel.punt.status]}{', over de datum' if regel.is_te_laat(vandaag) else ''}"


def show_timeline() -> None:
    st.header("Tijdlijn", anchor=False)
    regels = plan.tijdlijn()
    if not regels:
        st.markdown("Nog geen enkel punt heeft een datum. Vul bij een punt een begin of een eind in.")
        return
    first, last = min(regel.begin for regel in regels), max(regel.eind for regel in regels)
    says = (
        f"{hoofdletter(aantal(len(regels), 'punt heeft', 'punten hebben'))} een datum. "
        f"Het eerste begint op {datum(first)}, het laatste is af op {datum(last)}."
    )
    st.markdown(says)
    st.plotly_chart(
        tijdlijn(regels, vandaag), alt=f"Tijdlijn. {says}", config={"displayModeBar": False}, key="tijdlijn", theme=None
    )
    st.caption(
        "Wit is te doen, lichtblauw is bezig, donkerblauw is klaar. Een ruit is één dag. Wat vervalt, staat er niet in."
    )
    with st.expander("Bekijk de tijdlijn als tabel"):
        opmaak.tabel(
            "Tijdlijn",
            ["Nummer en punt", "Begin", "Eind", "Status", "Eigenaar"],
            [
                [
                    f"{regel.nummer}. {regel.regel.tekst}",
                    datum(regel.begin),
                    datum(regel.eind),
                    status(regel.regel),
                    regel.regel.punt.eigenaar or "nog geen",
                ]
                for regel in regels
            ],
            heel=[1, 2],
        )


def show_own() -> None:
    st.header("Eigen acties", anchor=False)
    if not plan.eigen:
        st.markdown("U hebt nog geen eigen acties. Mist u iets in de lijst hierboven? Voeg het hier toe.")
    for place, regel in enumerate(plan.eigen):
        short = opmaak.veilig(ingekort(regel.tekst, 30))
        st.markdown(f"**{place + 1}. {opmaak.veilig(regel.tekst)}** ({opmaak.veilig(plan.groepen[regel.groep])})")
        if toestand.alleen_lezen():
            continue
        with st.container(horizontal=True):
            if place:
                st.button(f"Eerder: {short}", key=f"eerder-{regel.id}", on_click=move, args=(regel.id, -1))
            if place < len(plan.eigen) - 1:
                st.button(f"Later: {short}", key=f"later-{regel.id}", on_click=move, args=(regel.id, 1))
            st.button(f"Haal weg: {short}", key=f"weg-{regel.id}", on_click=remove, args=(regel.id,))
    if toestand.alleen_lezen():
        return
    if plan.eigen:
        st.caption("Per ongeluk iets weggehaald? Helemaal onderaan maakt u dat ongedaan.")
    with st.form("eigen-actie", clear_on_submit=True, border=False):
        st.text_input("Nieuwe actie: wat moet er gebeuren?", max_chars=300, key=toestand.key("nieuwe-actie"))
        st.selectbox(
            "Bij welk onderwerp hoort dat?",
            list(plan.groepen_voor_eigen),
            format_func=plan.groepen.__getitem__,
            key=toestand.key("nieuwe-groep"),
        )
        st.form_submit_button("Voeg deze actie toe", on_click=add_action)
    if st.session_state.pop("actie-leeg", False):
        st.error("De actie heeft nog geen tekst. Schrijf eerst wat er moet gebeuren.")


def show_parked() -> None:
    if not plan.geparkeerd:
        return
    st.header("Geparkeerd", anchor=False)
    why = "Bij de vorm die u nu kiest, spelen deze punten niet." if advies else "Zolang u niets weegt, spelen zij niet."
    st.markdown(
        f"U vulde hier eerder iets in. {why} Wij bewaren wat u invulde; kiest u anders, dan staat het weer in uw plan."
    )
    show_table("Punten die nu niet spelen", plan.geparkeerd)
    if toestand.alleen_lezen():
        return
    for regel in plan.geparkeerd:
        st.button(
            f"Wis wat bij “{opmaak.veilig(ingekort(regel.tekst))}” staat",
            key=f"wis-{regel.id}",
            on_click=remove,
            args=(regel.id,),
        )


def offer_files() -> None:
    """Made on the click, when this session is out of reach: all that is needed goes along from here."""
    st.header("Neem het plan mee", anchor=False)
    held, regio, shown = toestand.werk().opgeslagen, dossier.regio.naam, plan
    versie, changed = (held.versie, held.gewijzigd_op) if held else (0, datetime.now(UTC))
    # Of the secret in the link only a hash leaves, and of that a part: nobody gets back from it to the link.
    secret = held.lees_token if held else toestand.werk().voorbeeld or ""
    bron = hashlib.sha256(f"agenda {secret}".encode()).hexdigest()[:16]
    name = stappen.bestandsnaam(regio).removesuffix(".json")
    st.download_button(
        "Bewaar als tabel voor Excel (CSV)",
        data=lambda: to_csv(shown),
        file_name=f"{name}-plan.csv",
        mime="text/csv",
        on_click="ignore",
        key="csv",
    )
    if not in_agenda(shown):
        st.caption(
            "Een bestand voor uw agenda kan nog niet: geen enkel punt heeft een datum. Vul bij een punt een begin of "
            "een eind in, dan kunt u het hier bewaren."
        )
        return
    st.download_button(
        "Bewaar voor uw agenda (ICS)",
        data=lambda: to_ical(shown, regio=regio, bron=bron, versie=versie, gewijzigd=changed),
        file_name=f"{name}-plan.ics",
        mime="text/calendar",
        on_click="ignore",
        key="ics",
    )
    st.caption("In de agenda staat elk punt met een datum, als hele dag op de einddatum.")


stappen.naast("Plan")
if advies is None:
    st.error("Alle kenmerken wegen nu 0. Ga terug naar Weging en geef ten minste één kenmerk gewicht.")
if plan.regels:
    opmaak.zin(summary(plan))
    ask_point()
    show_groups()
    show_timeline()
else:
    st.info("Er staat nog niets in uw plan. Kies eerst bij Aandachtspunten een vorm, of voeg een eigen actie toe.")
    st.page_link("aandachtspunten.py", label="**Naar stap 5: Aandachtspunten** →")
show_own()
show_parked()
offer_files()
st.header("Reken het na", anchor=False)
st.page_link("begroting.py", label="**Vul in wat het kost** →")
st.page_link("teams.py", label="**Bekijk hoe kwetsbaar kleine teams zijn** →")
stappen.tot_slot()
