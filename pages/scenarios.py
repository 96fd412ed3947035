"""Scenarios: copies of the dossier under a name, set side by side."""

from itertools import pairwise

import streamlit as st

from advies.rangorde import Advies, GeenGewicht, advise
from advies.scenarios import Scenario, side_by_side
from advies.vergelijk import why_different
from dossier.model import Dossier
from dossier.store import FamilyMember, NoSuchDossier, NotSaved
from pages import opmaak, toestand
from pages.callbacks import whole

MEEST = 4

guide = toestand.handreiking()


def make_copy(name: str) -> None:
    token = toestand.werk().token
    if token and toestand.attempt(lambda: toestand.store().copy(token, name, by=toestand.auteur())):
        st.rerun()


def show_family(members: tuple[FamilyMember, ...]) -> None:
    """Every scenario with its name and the way in."""
    here = toestand.werk().token
    for member in members:
        token = member.bewerk_token or member.lees_token
        name = opmaak.veilig(member.titel)
        if token == here:
            st.markdown(f"**{name}** (hier bent u nu)")
            rename(member)
        else:
            st.button(f"Open {name}", key=f"open-{member.nummer}", on_click=toestand.go_to, args=(token,))


def rename(member: FamilyMember) -> None:
    if toestand.alleen_lezen():
        return
    # The name is in the key, so that a name someone else gave is what the field shows next.
    field = f"naam-{member.nummer}-{member.naam}"
    with st.form(f"naamformulier-{member.nummer}", border=False):
        st.text_input("Naam van dit scenario", value=member.naam, max_chars=120, key=field)
        st.form_submit_button("Bewaar deze naam", on_click=set_name, args=(field, member.naam))


@whole
def set_name(field: str, was: str) -> None:
    toestand.rename(st.session_state[field], was=was)


def advice(dossier: Dossier) -> Advies | None:
    try:
        return advise(guide, dossier)
    except GeenGewicht:
        return None


def compare(chosen: list[FamilyMember]) -> None:
    """Two to four scenarios side by side; a row in which they differ says so in words."""
    store = toestand.store()
    names = [member.titel for member in chosen]
    dossiers = [store.open(member.bewerk_token or member.lees_token).dossier for member in chosen]
    st.subheader("Waarom verschilt de uitkomst?", anchor=False)
    named = list(zip(names, dossiers, strict=True))
    opmaak.lijst([why_different(guide, first, second) for first, second in pairwise(named)])
    st.subheader("Wat u invulde en wat eruit komt", anchor=False)
    st.caption("Wat u in geen enkel scenario invulde, staat er niet bij.")
    for groep in side_by_side(guide, [Scenario(dossier, advice(dossier)) for dossier in dossiers]):
        opmaak.tabel(
            groep.titel,
            ["Onderdeel", *names, "Verschil"],
            [[rij.onderdeel, *rij.waarden, "verschilt" if rij.verschilt else "gelijk"] for rij in groep.rijen],
        )


st.title("Scenario's", anchor=False)
st.markdown(
    "Wilt u iets uitproberen zonder uw dossier kwijt te raken? Maak een kopie onder een naam, wijzig die, en zet de "
    "twee naast elkaar. Elk scenario wordt apart bewaard; bij Uw dossier staat tot wanneer."
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
            by_name = {f"{m.titel} ({m.nummer})" if m.naam else m.titel: m for m in members}
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
