"""The one place where a session keeps its dossier; every screen reads and changes it here."""

import hashlib
import re
import secrets
from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st
from pydantic import ValidationError

from advies.matrix import Matrix, matrix_for
from advies.rangorde import Advies
from advies.weging import entered
from dossier import werk as steps
from dossier.file import from_bytes
from dossier.gemeenten import GemeenteInfo, read_gemeenten
from dossier.model import Dossier, Methode
from dossier.parts import Clash
from dossier.store import Asks, NamedOtherwise, NoSuchDossier, NotSaved, Store, Undone, the_store
from dossier.werk import Werk
from handreiking.faults import faults_from
from handreiking.load import ROOT
from pages.callbacks import carried_out, to_the_end, whole

# Every screen finds these here, beside the dossier that they are about.
from pages.rekenwerk import advies_on as advies_on
from pages.rekenwerk import handreiking as handreiking

VOORBEELDEN = ROOT / "voorbeelden"
#: The names in the address: of the token of a stored dossier, and of an example that nobody changed yet.
ADRES, ADRES_VOORBEELD = "dossier", "voorbeeld"
_KLOK = ZoneInfo("Europe/Amsterdam")


@st.cache_resource(show_spinner=False)
def gemeenten() -> dict[str, GemeenteInfo]:
    return {gemeente.naam: gemeente for gemeente in read_gemeenten()}


@st.cache_resource(show_spinner=False)
def voorbeelden() -> dict[str, Dossier]:
    """The example dossiers by file name, in order."""
    return {path.stem: _example(path) for path in sorted(VOORBEELDEN.glob("*.yaml"))}


def _example(path: Path) -> Dossier:
    return from_bytes(path.read_bytes(), path.name, handreiking())


# The work of this session


def werk() -> Werk:
    """What this session works on; an empty dossier until something was opened or entered."""
    held: Werk = st.session_state.setdefault("werk", Werk())
    return held


def dossier() -> Dossier:
    return werk().dossier


def store() -> Store:
    """Raises `NotSaved` when the database cannot be reached."""
    return the_store()


def auteur() -> str:
    """Who changes something: this browser, so that undo knows one's own after a refresh.

    Known by the cookie that Streamlit sets against forged requests. Of that only a short hash is kept, which tells
    nothing about anyone. Without it each window is someone else.
    """
    if "auteur" not in st.session_state:
        secret = _behind_mask(st.context.cookies.get("_streamlit_xsrf"))
        st.session_state["auteur"] = hashlib.sha256(secret).hexdigest()[:16] if secret else secrets.token_hex(8)
    found: str = st.session_state["auteur"]
    return found


def _behind_mask(cookie: object) -> bytes:
    """What stays the same in the cookie: "2|mask|secret under that mask|time", with another mask each time."""
    found = re.fullmatch(r"2\|([0-9a-f]{8})\|((?:[0-9a-f]{2})+)\|\d+", cookie if isinstance(cookie, str) else "")
    if not found:
        return b""
    mask, masked = (bytes.fromhex(part) for part in found.groups())
    return bytes(a ^ b for a, b in zip(masked, cycle(mask), strict=False))


def begin() -> str:
    """At the start of every run: hold what the address names, with what others changed since.

    Returns what went wrong, in words, or nothing.
    """
    fault = _follow_address()
    if st.session_state.pop("vers", False):
        # Not a count: after a restart a page that was left open would bring its old values to the same keys.
        st.session_state["generatie"] = secrets.token_hex(4)
    return fault


def _follow_address() -> str:
    token, example = st.query_params.get(ADRES), st.query_params.get(ADRES_VOORBEELD)
    held: Werk | None = st.session_state.get("werk")
    try:
        if token and (held is None or held.token != token):
            take(steps.opened(store(), token))
        elif held is None and example in voorbeelden():
            take(steps.example(example, voorbeelden()[example]))
        elif held is not None and held.niet_opgeslagen:
            _hold(steps.retried(store(), held, by=auteur()))
        elif held is not None:
            _hold(steps.refreshed(store(), held))
        else:
            take(Werk())
    except NoSuchDossier:
        take(Werk())
        return "Deze link opent geen dossier. Misschien mist er een stukje, of is het dossier verwijderd."
    except NotSaved as error:
        return f"De opslag is nu niet te bereiken. {error.reason}"
    return ""


def _keep_address() -> None:
    """Put the way back here into the address. A click in the menu drops it, so this is done at every run."""
    held = werk()
    wanted = {ADRES: held.token, ADRES_VOORBEELD: None if held.token else held.voorbeeld}
    for name, value in wanted.items():
        if value is None and name in st.query_params:
            del st.query_params[name]
        elif value is not None and st.query_params.get(name) != value:
            st.query_params[name] = value


# Changing


def change(**parts: object) -> bool:
    """Replace parts of the dossier, checked again as a whole, and store it.

    What cannot be in a dossier is refused with the reason at the top of the screen, and leaves the dossier as it was.
    """
    return put_checked(lambda: Dossier.model_validate(dict(dossier()) | parts))


def put_checked(build: Callable[[], Dossier]) -> bool:
    """Store what is built, unless it makes no valid dossier."""
    st.session_state.pop("geweigerd", None)
    try:
        changed = build()
    except ValidationError as error:
        reasons = dict.fromkeys(fault.message for fault in faults_from(error, "", {}))
        st.session_state["geweigerd"] = " ".join(f"{reason[:1].upper()}{reason[1:]}." for reason in reasons)
        return False
    put(changed)
    return True


def put(changed: Dossier) -> None:
    """Store a changed version of the dossier that is open."""
    if changed != dossier():
        _step(lambda: steps.changed(store(), werk(), changed, by=auteur()), shown=changed)


def take(new: Werk) -> None:
    """Work on something else from here on."""
    st.session_state["werk"] = new
    st.session_state.pop("weegwijze", None)
    _keep_address()
    fresh_widgets()


def take_file(opened: Dossier) -> bool:
    """A dossier from a file is kept as a new one; whether that was done, since what is not stored goes first."""
    if not may_leave():
        return False
    take(Werk())
    put(opened)
    fresh_widgets()
    return True


@whole
def decide(clash: Clash, *, mine: bool) -> None:
    _step(lambda: steps.decided(store(), werk(), clash, mine=mine, by=auteur()))


@whole
def revert(*, redo: bool = False, anyway: bool = False) -> None:
    """Undo or redo one's own last change; when others changed the same since, that is asked first."""
    token = werk().token or ""
    st.session_state.pop("vraag", None)

    def reverted() -> None:
        answer = (store().redo if redo else store().undo)(token, by=auteur(), anyway=anyway)
        carried_out()
        if isinstance(answer, Asks):
            st.session_state["vraag"] = (answer, redo)
        elif isinstance(answer, Undone):
            _hold(steps.reverted(werk(), answer))

    attempt(reverted)


def can_revert() -> tuple[bool, bool]:
    """Whether this session has something to undo, and something to do again."""
    token = werk().token
    if token is None or alleen_lezen():
        return False, False
    try:
        return store().can_undo(token, by=auteur())
    except (NotSaved, NoSuchDossier):
        return False, False


@whole
def leave_it() -> None:
    """Answer a question by changing nothing."""
    st.session_state.pop("vraag", None)


@whole
def back_to(versie: int) -> None:
    """Go back to an earlier version, as a new change."""
    attempt(lambda: _hold(steps.gone_back(store(), werk(), versie, by=auteur())))


def keep_until(day: date) -> None:
    attempt(lambda: _hold(steps.kept(store(), werk(), day)))


def rename(naam: str, *, was: str) -> None:
    attempt(lambda: _hold(steps.renamed(store(), werk(), naam, was=was)))


@whole
def go_to(token: str) -> None:
    """Work on another scenario from here on."""
    if may_leave():
        attempt(lambda: take(steps.opened(store(), token)))


def may_leave() -> bool:
    """Whether what is on the screen is stored, so that something else can be opened; if not, that is tried first."""
    if werk().niet_opgeslagen:
        _step(lambda: steps.retried(store(), werk(), by=auteur()))
    if werk().niet_opgeslagen:
        st.session_state["vraag"] = "Uw laatste wijziging is nog niet opgeslagen en zou anders verloren gaan."
        return False
    return True


def delete() -> bool:
    """Delete this scenario for good, and go on in another one if there is; whether that was done."""

    def gone() -> None:
        token = werk().token or ""
        others = [member for member in store().family(token) if member.bewerk_token != token]
        store().delete(token)
        take(steps.opened(store(), others[0].bewerk_token or "") if others else Werk())

    return attempt(gone)


def delete_all() -> bool:
    """Delete the dossier with all its scenarios for good; whether that was done."""

    def gone() -> None:
        store().delete_family(werk().token or "")
        take(Werk())

    return attempt(gone)


@whole
def seen() -> None:
    """What others changed has been read."""
    _hold(steps.told(werk()))


def attempt(job: Callable[[], object]) -> bool:
    """Do something with the store; when that fails, say so at the top of the next screen."""
    try:
        job()
    except NotSaved as error:
        st.session_state["vraag"] = error.reason
    except NoSuchDossier:
        st.session_state["vraag"] = steps.NOT_THERE
    except NamedOtherwise as error:
        st.session_state["vraag"] = (
            f"Iemand anders gaf dit scenario intussen de naam “{error.naam}”. Die staat er nu. Wilt u toch uw eigen "
            "naam, vul die dan opnieuw in en bewaar hem."
        )
    except ValidationError:
        st.session_state["vraag"] = "Deze naam kan niet. Gebruik hoogstens 120 tekens."
    else:
        return True
    return False


def _step(step: Callable[[], Werk], shown: Dossier | None = None) -> None:
    """Take a step. When the database cannot be reached at all, what was entered stays on the screen."""
    try:
        _hold(step(), shown=shown)
    except NotSaved as error:
        st.session_state["werk"] = steps.failed(werk(), shown, error.reason)


def _hold(new: Werk, shown: Dossier | None = None) -> None:
    """Keep the work; when it differs from what the widgets show, they get new keys and read it again."""
    carried_out()

    def keep() -> None:
        # Looked up before it is replaced, and not again when this is done twice.
        nonlocal shown
        shown = dossier() if shown is None else shown
        st.session_state["werk"] = new
        _keep_address()
        if new.dossier != shown:
            fresh_widgets()

    to_the_end(keep)


def fresh_widgets() -> None:
    """Let every widget read the dossier again, also one that was filled in and not sent.

    From the next run on: until then callbacks of other widgets still look for the keys that are on the screen.
    """
    st.session_state["vers"] = True


def key(name: str) -> str:
    """A widget key that belongs to the dossier as it was last read."""
    return f"{name}-{st.session_state.get('generatie', 0)}"


def value(name: str) -> object:
    """What a widget with such a key holds now."""
    return st.session_state[key(name)]


def alleen_lezen() -> bool:
    """Whether this link only allows looking; every widget that changes the dossier is off then."""
    return not werk().mag_bewerken


def is_empty() -> bool:
    return werk() == Werk()


def klok(moment: datetime) -> datetime:
    """A moment on a Dutch clock."""
    return moment.astimezone(_KLOK)


# The way of weighing that is on the screen, which need not be the one that counts


def weegwijze() -> Methode:
    """Until another was picked, the one that counts."""
    picked: Methode | None = st.session_state.get("weegwijze")
    return picked or dossier().weging.methode


def show_weegwijze(methode: object) -> None:
    st.session_state["weegwijze"] = methode


def enter(methode: Methode, value: object) -> None:
    """Store what was entered in one way of weighing.

    When ways follow each other fast, Streamlit reports fields as changed that nobody touched. So every way sends what
    its fields hold, and what is the same changes nothing.
    """
    change(weging=entered(dossier().weging, matrix().kenmerken, methode, value))


# Advice


def advies() -> Advies | None:
    """The advice on this session's dossier; None when every weight is zero."""
    return advies_on(dossier())


def matrix() -> Matrix:
    """The scores that count for this session's dossier, weighed or not."""
    return matrix_for(handreiking(), dossier())
