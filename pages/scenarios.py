"""Scenarios: copies of the dossier under a name, set side by side."""

from itertools import pairwise

import streamlit as st

from advies.rangorde import Advies, GeenGewicht, advise
from advies.taal import getal, procenten
from advies.uitleg import explain
from advies.vergelijk import why_different
from dossier.model import Dossier, Status
from dossier.store import FamilyMember, NoSuchDossier, NotSaved
from pages import opmaak, toestand

MEEST = 4
STATUS: dict[Status, str] = {"nvt": "geen eis", "zacht": "zacht", "hard": "hard"}

guide = toestand.handreiking()


def name_of(member: FamilyMember) -> str:
    return member.naam or f"Zonder naam ({member.nummer})"


def make_copy(name: str) -> None:
    token = toestand.werk().token
    if token and toestand.attempt(lambda: toestand.store().copy(token, name, by=toestand.auteur())):
        st.rerun()


def show_family(members: tuple[FamilyMember, ...]) -> None:
    """Every scenario with its name and the way in."""
    here = toestand.werk().token
    for member in members:
        token = member.bewerk_token or member.lees_token
        name = opmaak.veilig(name_of(member))
        if token == here:
            st.markdown(f"**{name}** (hier bent u nu)")
            rename(member)
        else:
            st.button(f"Open {name}", key=f"open-{member.nummer}", on_click=toestand.go_to, args=(token,))


def rename(member: FamilyMember) -> None:
    if toestand.alleen_lezen():
        return
    with st.form(f"naam-{member.nummer}", border=False):
        name = st.text_input("Naam van dit scenario", value=member.naam, max_chars=120)
        if st.form_submit_button("Bewaar deze naam") and toestand.rename(name):
            st.rerun()


def advice(dossier: Dossier) -> Advies | None:
    try:
        return advise(guide, dossier)
    except GeenGewicht:
        return None


def compare(chosen: list[FamilyMember]) -> None:
    """Two to four scenarios side by side; a row in which they differ says so in words."""
    store = toestand.store()
    dossiers = [store.open(member.bewerk_token or member.lees_token).dossier for member in chosen]
    results = [advice(dossier) for dossier in dossiers]
    names = [name_of(member) for member in chosen]
    opmaak.tabel(
        "De scenario's naast elkaar",
        ["Onderdeel", *names, "Verschil"],
        [[row[0], *row[1:], "verschilt" if len(set(row[1:])) > 1 else "gelijk"] for row in rows(dossiers, results)],
    )
    st.subheader("Waarom verschilt de uitkomst?", anchor=False)
    named = list(zip(names, dossiers, strict=True))
    opmaak.lijst([why_different(guide, first, second) for first, second in pairwise(named)])


def rows(dossiers: list[Dossier], results: list[Advies | None]) -> list[list[str]]:
    answers = [explain(guide, advies).kop if advies else "Alle gewichten zijn 0" for advies in results]
    found = [["Uitkomst", *answers]]
    for hoofdvariant, variant in guide.varianten.hoofdvarianten.items():
        found.append([f"Punten: {variant.naam.lower()}", *(points(advies, hoofdvariant) for advies in results)])
    kenmerken = {k.id: k.naam for advies in results if advies for k in advies.matrix.kenmerken}
    percents = [procenten(advies.gewichten) if advies else {} for advies in results]
    for kenmerk, naam in kenmerken.items():
        weights = [shown.get(kenmerk, "0%") for shown in percents]
        found.append([f"Gewicht: {naam.lower()}", *weights])
    demands = {keuze.id: keuze.naam or "" for dossier in dossiers for keuze in dossier.randvoorwaarden}
    for eis, own in sorted(demands.items()):
        known = guide.randvoorwaarden.randvoorwaarden.get(eis)
        kept = [dossier.status_of(eis) for dossier in dossiers]
        found.append([f"Eis: {known.naam if known else own}", *(STATUS[k.status] if k else "geen eis" for k in kept)])
    for vraag, omstandigheid in guide.omstandigheden.items():
        given = [dossier.omstandigheden.get(vraag) for dossier in dossiers]
        if any(given):
            said = [omstandigheid.antwoorden[answer] if answer else "niet beantwoord" for answer in given]
            found.append([f"Antwoord: {omstandigheid.naam.lower()}", *said])
    return found


def points(advies: Advies | None, hoofdvariant: str) -> str:
    waarde = next((h.waarde for h in advies.hoofdvarianten if h.id == hoofdvariant), None) if advies else None
    return "valt af" if waarde is None else getal(waarde)


st.title("Scenario's", anchor=False)
st.markdown(
    "Wilt u iets uitproberen zonder uw dossier kwijt te raken? Maak een kopie onder een naam, wijzig die, en zet de "
    "twee naast elkaar."
)
token = toestand.werk().token
if token is None:
    st.info("Er is nog niets opgeslagen. Wijzig eerst iets in uw dossier; daarna kunt u er een kopie van maken.")
else:
    try:
        members = toestand.store().family(token)
        st.header("Uw scenario's", anchor=False)
        show_family(members)
        if not toestand.alleen_lezen():
            with st.form("kopie", clear_on_submit=True, border=False):
                new_name = st.text_input("Naam van de kopie", max_chars=120)
                sent = st.form_submit_button("Maak een kopie")
            if sent and not new_name.strip():
                st.error("De kopie heeft nog geen naam. Vul bij “Naam van de kopie” een naam in.")
            elif sent:
                make_copy(new_name)
        if len(members) > 1:
            st.header("Naast elkaar", anchor=False)
            by_name = {f"{name_of(m)} ({m.nummer})" if m.naam else name_of(m): m for m in members}
            picked = st.multiselect(
                "Welke scenario's vergelijkt u? Kies er twee tot vier",
                list(by_name),
                list(by_name)[:MEEST],
                max_selections=MEEST,
            )
            if len(picked) < 2:
                st.info("Kies ten minste twee scenario's.")
            else:
                compare([by_name[name] for name in picked])
    except NotSaved as error:
        st.error(opmaak.veilig(f"De scenario's zijn nu niet te lezen. {error.reason}"))
    except NoSuchDossier:
        st.error("Dit dossier bestaat niet meer.")
