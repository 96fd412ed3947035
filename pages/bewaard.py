"""Your dossier: the links that lead back to it, its history, and how long it is kept."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import streamlit as st

from advies.taal import getal, opsomming
from dossier.store import FamilyMember, NoSuchDossier, NotSaved, Opened, Version
from dossier.words import in_words
from pages import opmaak, opslag, stappen, toestand
from pages.callbacks import whole

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
#: How many steps of the history are shown at first, and how many more at each click.
STAPPEN = 30
#: What the visitor can choose to delete.
ALLEEN_DIT, ALLES = "dit", "alles"
EEN_JAAR = timedelta(days=365)
SOORT = {
    "nieuw": "Begonnen",
    "kopie": "Begonnen als kopie",
    "terug": "Teruggegaan naar een eerder moment",
    "ongedaan": "Ongedaan gemaakt",
    "opnieuw": "Toch weer gedaan",
}


def datum(day: date) -> str:
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


def show_retention(opened: Opened, others: Sequence[FamilyMember]) -> None:
    st.header("Hoe lang wordt dit bewaard?", anchor=False)
    what = "dit scenario" if others else "dit dossier"
    st.markdown(
        f"Als niemand het meer wijzigt, wordt {what} verwijderd na **{datum(opened.verwijderd_na)}**. "
        "Elke wijziging verlengt dat."
    )
    if others:
        st.markdown("Elk scenario heeft een eigen datum. Wie in het ene werkt, verlengt de datum van het andere niet:")
        opmaak.lijst([f"“{other.titel}”: na {datum(other.verwijderd_na)}" for other in others])
    if toestand.alleen_lezen():
        return
    st.button("Bewaar een jaar vanaf vandaag", key="langer", on_click=keep_longer)
    with st.expander("Verwijder dit dossier nu"):
        ask_what_goes(others)


def ask_what_goes(others: Sequence[FamilyMember]) -> None:
    """What goes and what stays, said before anything is deleted."""
    chosen: str | None = ALLES
    if others:
        names = opmaak.veilig(opsomming([f"“{other.titel}”" for other in others]))
        count = "andere scenario" if len(others) == 1 else f"{len(others)} andere scenario's"
        options = {ALLEEN_DIT: "Alleen dit scenario", ALLES: f"Alles: dit dossier en zijn {count}"}
        chosen = st.radio(
            "Wat wilt u verwijderen?",
            list(options),
            index=None,
            format_func=options.__getitem__,
            captions=[f"Dit blijft bewaard, met zijn links: {names}", f"Ook dit gaat dan weg: {names}"],
            key=toestand.key("wat-weg"),
        )
    st.markdown(
        "Wat u verwijdert, verdwijnt met zijn hele geschiedenis. Dat is niet terug te draaien. "
        "De links ernaar werken daarna niet meer."
    )
    sure = st.checkbox("Ja, verwijder dit voorgoed", key=toestand.key("zeker"))
    if st.button("Verwijder voorgoed", key="verwijder"):
        if chosen is None:
            st.error("Kies eerst bij “Wat wilt u verwijderen?” wat er weg moet.")
        elif not sure:
            st.error("Zet eerst een vinkje bij “Ja, verwijder dit voorgoed”.")
        else:
            remove(others, whole=chosen == ALLES)


@whole
def keep_longer() -> None:
    day = (datetime.now(UTC) + EEN_JAAR).date()
    toestand.keep_until(day)


def remove(others: Sequence[FamilyMember], *, whole: bool) -> None:
    if toestand.delete_all() if whole else toestand.delete():
        if not others:
            said = "Het dossier is verwijderd, met zijn geschiedenis."
        elif whole:
            said = "Het dossier is verwijderd, met al zijn scenario's en hun geschiedenis."
        else:
            said = "Het scenario is verwijderd, met zijn geschiedenis. Hieronder ziet u een scenario dat er nog wel is."
        st.session_state["verwijderd"] = said
    st.rerun()  # also to say why it was not done


def show_history(opened: Opened) -> None:
    st.header("Wat is er gewijzigd?", anchor=False)
    shown = st.session_state.get(f"stappen-{toestand.werk().token}", STAPPEN)
    # One more than is shown tells whether there is more, and whether that was in the same minute.
    versions = toestand.store().history(toestand.werk().token or "", limit=shown + 1)
    if not toestand.alleen_lezen():
        opslag.undo_buttons("geschiedenis")
    minutes = Counter(moment(version) for version in versions)
    for version in versions[:shown]:
        step = f", stap {version.nummer}" if minutes[moment(version)] > 1 else ""
        show_version(version, f"{moment(version)}{step}", newest=version.nummer == opened.versie)
    if len(versions) > shown:
        st.caption(f"U ziet de laatste {getal(shown)} stappen.")
        st.button("Toon eerdere stappen", key="eerder", on_click=show_more, args=(shown,))


@whole
def show_more(shown: int) -> None:
    st.session_state[f"stappen-{toestand.werk().token}"] = shown + STAPPEN


def moment(version: Version) -> str:
    op = toestand.klok(version.op)
    return f"{datum(op)}, {op:%H.%M} uur"


def show_version(version: Version, when: str, *, newest: bool) -> None:
    lines = list(in_words(version.change, toestand.handreiking(), toestand.dossier()))
    lines = [part for part in (version.wat, SOORT.get(version.soort, ""), *lines) if part] or ["Niets gewijzigd"]
    st.markdown(f"**{when}**{' (nu)' if newest else ''}")
    opmaak.lijst(lines[:8] + ([f"en nog {len(lines) - 8} onderdelen"] if len(lines) > 8 else []))
    if not newest and not toestand.alleen_lezen():
        st.button(
            f"Ga terug naar {when}",
            key=f"terug-{version.nummer}",
            on_click=toestand.back_to,
            args=(version.nummer,),
        )


def scenarios_beside() -> Sequence[FamilyMember]:
    """The other scenarios of this dossier."""
    token = toestand.werk().token or ""
    return [m for m in toestand.store().family(token) if token not in (m.bewerk_token, m.lees_token)]


st.title("Uw dossier", anchor=False)
if removed := st.session_state.pop("verwijderd", ""):
    st.success(removed)
found = toestand.werk().opgeslagen
if found is None:
    st.markdown(
        "Er is nog niets opgeslagen. Zodra u iets wijzigt, bewaren wij het vanzelf, en krijgt u hier de link waarmee u "
        "terugkomt. Wie alleen kijkt, laat niets achter."
    )
else:
    st.markdown(f"{opmaak.veilig(opslag.status())}. Elke wijziging wordt vanzelf opgeslagen.")
    show_links(found)
    try:
        show_retention(found, scenarios_beside())
        show_history(found)
    except NotSaved as error:
        st.error(opmaak.veilig(f"De rest is nu niet te lezen. {error.reason}"))
    except NoSuchDossier:
        st.error("Dit dossier bestaat niet meer.")
st.divider()
stappen.bewaren()
