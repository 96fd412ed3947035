"""Your dossier: the links that lead back to it, its history, and how long it is kept."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import streamlit as st

from advies.taal import getal
from dossier.store import NotSaved, Opened, Version
from dossier.words import in_words
from pages import opmaak, opslag, stappen, toestand

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
#: How many steps of the history are shown at once.
STAPPEN = 30
EEN_JAAR = timedelta(days=365)
SOORT = {
    "nieuw": "Begonnen",
    "kopie": "Begonnen als kopie",
    "terug": "Teruggegaan naar een eerder moment",
    "ongedaan": "Ongedaan gemaakt",
    "opnieuw": "Toch weer gedaan",
}


def datum(day: datetime) -> str:
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def link(token: str) -> str:
    """The address that opens this dossier, on the host that this browser came by."""
    here = urlsplit(st.context.url or "")
    base = here.path.rsplit("/", 1)[0]
    return f"{here.scheme}://{here.netloc}{base}/?{toestand.ADRES}={token}"


def show_links(opened: Opened) -> None:
    st.header("De links naar dit dossier", anchor=False)
    st.warning(
        "Bewaar deze links goed. Er zijn geen accounts: zonder link kan niemand dit dossier terugvinden, ook wij niet."
    )
    if opened.bewerk_token:
        st.markdown("**Om te bewerken.** Wie deze link heeft, kan alles zien, wijzigen en verwijderen.")
        st.code(link(opened.bewerk_token), language=None, wrap_lines=True)
    st.markdown("**Om mee te kijken.** Wie deze link heeft, kan alles zien en niets wijzigen.")
    st.code(link(opened.lees_token), language=None, wrap_lines=True)


def show_retention(opened: Opened) -> None:
    st.header("Hoe lang wordt dit bewaard?", anchor=False)
    last = datetime.combine(opened.verwijderd_na, datetime.min.time())
    st.markdown(
        f"Als niemand het meer wijzigt, wordt dit dossier verwijderd na **{datum(last)}**. Elke wijziging verlengt dat."
    )
    if toestand.alleen_lezen():
        return
    st.button("Bewaar een jaar vanaf vandaag", key="langer", on_click=keep_longer)
    with st.expander("Verwijder dit dossier nu"):
        st.markdown(
            "Het dossier en zijn hele geschiedenis verdwijnen. Dat is niet terug te draaien. "
            "De links werken daarna niet meer."
        )
        sure = st.checkbox("Ja, verwijder dit dossier voorgoed", key=toestand.key("zeker"))
        if st.button("Verwijder voorgoed", key="verwijder"):
            if sure:
                remove()
            else:
                st.error("Zet eerst een vinkje bij “Ja, verwijder dit dossier voorgoed”.")


def keep_longer() -> None:
    day = (datetime.now(UTC) + EEN_JAAR).date()
    toestand.keep_until(day)


def remove() -> None:
    if toestand.delete():
        st.session_state["verwijderd"] = True
        st.rerun()


def show_history(opened: Opened) -> None:
    st.header("Wat is er gewijzigd?", anchor=False)
    try:
        versions = toestand.store().history(toestand.werk().token or "", limit=STAPPEN)
    except NotSaved as error:
        st.error(opmaak.veilig(f"De geschiedenis is nu niet te lezen. {error.reason}"))
        return
    if not toestand.alleen_lezen():
        opslag.undo_buttons("geschiedenis")
    for version in versions:
        show_version(version, newest=version.nummer == opened.versie)
    if versions and versions[-1].nummer > 1:
        st.caption(f"U ziet de laatste {getal(STAPPEN)} stappen.")


def show_version(version: Version, *, newest: bool) -> None:
    moment = toestand.klok(version.op)
    lines = list(in_words(version.change, toestand.handreiking(), toestand.dossier()))
    lines = [part for part in (version.wat, SOORT.get(version.soort, ""), *lines) if part] or ["Niets gewijzigd"]
    st.markdown(f"**{datum(moment)}, {moment:%H.%M} uur**{' (nu)' if newest else ''}")
    opmaak.lijst(lines[:8] + ([f"en nog {len(lines) - 8} onderdelen"] if len(lines) > 8 else []))
    if not newest and not toestand.alleen_lezen():
        st.button(
            f"Ga terug naar stap {version.nummer}",
            key=f"terug-{version.nummer}",
            on_click=toestand.back_to,
            args=(version.nummer,),
        )


st.title("Uw dossier", anchor=False)
if st.session_state.pop("verwijderd", False):
    st.success("Het dossier is verwijderd, met zijn geschiedenis.")
found = toestand.werk().opgeslagen
if found is None:
    st.markdown(
        "Er is nog niets opgeslagen. Zodra u iets wijzigt, bewaren wij het vanzelf, en krijgt u hier de link waarmee u "
        "terugkomt. Wie alleen kijkt, laat niets achter."
    )
else:
    st.markdown(f"{opmaak.veilig(opslag.status())}. Elke wijziging wordt vanzelf opgeslagen.")
    show_links(found)
    show_retention(found)
    show_history(found)
st.divider()
stappen.bewaren()
