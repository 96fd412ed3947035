"""The work of one session: what is on its screen, and how that stands to what is stored.

Every step gives a new `Werk`, so a session holds one value and a failed step leaves the last one whole.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from dossier.model import Dossier
from dossier.parts import Change, Clash, apply, change_between
from dossier.store import NoSuchDossier, NotSaved, Opened, Saved, Store, Undone

NOT_THERE = "Dit dossier bestaat niet meer. Bewaar uw werk als bestand; u kunt het daarna op Start weer openen."


LEEG = Dossier()


@dataclass(frozen=True)
class Werk:
    """What a session works on."""

    #: As it stands on the screen.
    dossier: Dossier = LEEG
    #: As it was last known to be stored; None until the first change, so who only looks leaves nothing behind.
    opgeslagen: Opened | None = None
    #: What it began as, until it is stored: an empty dossier or an example.
    begin: Dossier = LEEG
    #: The example that it began as.
    voorbeeld: str | None = None
    #: Why the last change is not stored yet.
    niet_opgeslagen: str = ""
    #: Parts that someone else changed as well, to be decided by this session.
    botsingen: tuple[Clash, ...] = ()
    #: What others changed, to be told once.
    van_anderen: Change = field(default_factory=dict)

    @property
    def mag_bewerken(self) -> bool:
        return self.opgeslagen is None or self.opgeslagen.mag_bewerken

    @property
    def token(self) -> str | None:
        """The token that leads back here."""
        if self.opgeslagen is None:
            return None
        return self.opgeslagen.bewerk_token or self.opgeslagen.lees_token


def example(name: str, dossier: Dossier) -> Werk:
    return Werk(dossier=dossier, begin=dossier, voorbeeld=name)


def opened(store: Store, token: str) -> Werk:
    """Raises `NoSuchDossier` and `NotSaved`."""
    found = store.open(token)
    return Werk(dossier=found.dossier, opgeslagen=found)


def changed(store: Store, werk: Werk, dossier: Dossier, *, by: str) -> Werk:
    """Put a changed dossier on the screen and store it; who may only read changes nothing."""
    if not werk.mag_bewerken:
        return werk
    # Validated again, since a copy with other parts may have lists out of order; the store puts them in theirs.
    return _stored(store, replace(werk, dossier=Dossier.model_validate(dict(dossier))), by=by)


def retried(store: Store, werk: Werk, *, by: str) -> Werk:
    """Store what could not be stored before."""
    return _stored(store, werk, by=by) if werk.niet_opgeslagen else werk


def refreshed(store: Store, werk: Werk) -> Werk:
    """Take in what others stored since; what is not stored here yet waits for its own turn."""
    if werk.opgeslagen is None or werk.token is None or werk.niet_opgeslagen:
        return werk
    if store.head(werk.token) == werk.opgeslagen.versie:
        return werk
    found = store.open(werk.token)
    return replace(
        werk,
        dossier=found.dossier,
        opgeslagen=found,
        van_anderen=change_between(werk.dossier, found.dossier),
    )


def decided(store: Store, werk: Werk, clash: Clash, *, mine: bool, by: str) -> Werk:
    """Settle a clash: by one's own value as a new change, or by leaving the other's."""
    rest = replace(werk, botsingen=tuple(other for other in werk.botsingen if other != clash))
    if not mine:
        return rest
    return changed(store, rest, apply(rest.dossier, {clash.part: (clash.theirs, clash.mine)}), by=by)


def reverted(werk: Werk, undone: Undone) -> Werk:
    """What undo or redo made of the dossier."""
    assert werk.opgeslagen is not None
    known = replace(werk.opgeslagen, dossier=undone.dossier, versie=undone.versie, gewijzigd_op=undone.gewijzigd_op)
    return replace(werk, dossier=undone.dossier, opgeslagen=known)


def gone_back(store: Store, werk: Werk, versie: int, *, by: str) -> Werk:
    """Back to how it was at an earlier version, as a new change."""
    assert werk.token is not None
    return _with(werk, store.back_to(werk.token, versie, by=by))


def kept(store: Store, werk: Werk, day: date) -> Werk:
    """Kept at least until a day."""
    assert werk.token is not None
    assert werk.opgeslagen is not None
    return replace(werk, opgeslagen=replace(werk.opgeslagen, verwijderd_na=store.keep_until(werk.token, day)))


def renamed(store: Store, werk: Werk, naam: str, *, was: str) -> Werk:
    """Another name, unless someone else gave it one since: `was` is what stood on the screen."""
    assert werk.token is not None
    assert werk.opgeslagen is not None
    store.rename(werk.token, naam, was=was)
    return replace(werk, opgeslagen=replace(werk.opgeslagen, naam=naam.strip()))


def failed(werk: Werk, dossier: Dossier | None, reason: str) -> Werk:
    """Nothing could be stored: what was entered stays on the screen, to be stored with the next change."""
    return replace(werk, dossier=dossier or werk.dossier, niet_opgeslagen=reason)


def told(werk: Werk) -> Werk:
    """What others changed has been shown."""
    return replace(werk, van_anderen={})


def _stored(store: Store, werk: Werk, *, by: str) -> Werk:
    try:
        if werk.opgeslagen is None:
            found = store.create(werk.dossier, naam="", by=by, begin=werk.begin)
            return replace(werk, opgeslagen=found, niet_opgeslagen="", voorbeeld=None)
        assert werk.token is not None
        saved = store.save(werk.token, werk.opgeslagen.versie, werk.dossier, by=by)
    except NotSaved as error:
        return replace(werk, niet_opgeslagen=error.reason)
    except NoSuchDossier:
        return replace(werk, niet_opgeslagen=NOT_THERE)
    return _with(werk, saved)


def _with(werk: Werk, saved: Saved) -> Werk:
    assert werk.opgeslagen is not None
    known = replace(werk.opgeslagen, dossier=saved.dossier, versie=saved.versie, gewijzigd_op=saved.gewijzigd_op)
    again = {clash.part for clash in saved.clashes}  # an older question about these is overtaken
    beside = {part: step for part, step in saved.van_anderen.items() if part not in again}  # a question tells the rest
    return replace(
        werk,
        dossier=saved.dossier,
        opgeslagen=known,
        niet_opgeslagen="",
        botsingen=(*(old for old in werk.botsingen if old.part not in again), *saved.clashes),
        van_anderen=beside or werk.van_anderen,
    )
