"""What a store tells of a dossier: as it was opened, saved, undone, and each line of its history."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from dossier.model import Dossier
from dossier.parts import Change, Clash

#: How a version came to be: the first of a dossier or of a scenario, a change, going back to an earlier moment,
#: undone, or done again.
Soort: TypeAlias = Literal["nieuw", "kopie", "wijziging", "terug", "ongedaan", "opnieuw"]


class NoSuchDossier(Exception):
    """No dossier has this token: it is wrong, or the dossier was deleted."""


class MayNotEdit(Exception):
    """This token only allows reading."""


class NamedOtherwise(Exception):
    """Someone else gave the scenario another name since; that one stands."""

    def __init__(self, naam: str) -> None:
        super().__init__(naam)
        self.naam = naam


@dataclass(frozen=True)
class Opened:
    """A dossier as it was when it was opened, with what its links are and what they allow."""

    dossier: Dossier
    versie: int
    mag_bewerken: bool
    naam: str
    #: None for who may only read.
    bewerk_token: str | None
    lees_token: str
    gewijzigd_op: datetime
    #: The last day it is certainly kept.
    verwijderd_na: date


@dataclass(frozen=True)
class Saved:
    """A dossier after a change was saved."""

    versie: int
    dossier: Dossier
    gewijzigd_op: datetime
    #: What others changed since the version this change was made on.
    van_anderen: Change
    #: What of the change was left out, because others changed it as well; theirs stands.
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True)
class Version:
    """One line of the history."""

    nummer: int
    op: datetime
    by: str
    soort: Soort
    change: Change
    #: The version that was undone, done again or gone back to.
    van: int | None = None
    #: Said by who made it, when the parts alone do not tell.
    wat: str = ""


@dataclass(frozen=True)
class Undone:
    """A change of one's own that was undone, or done again, as a new version."""

    versie: int
    dossier: Dossier
    gewijzigd_op: datetime
    change: Change
    #: The version that was reverted.
    van: int


@dataclass(frozen=True)
class Asks:
    """Nothing happened yet: others changed parts of it since. Their value stands under `theirs`, what it would become
    under `mine`, and what one left behind oneself under `base`."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class FamilyMember:
    """A scenario of the same dossier, with the tokens that lead there."""

    naam: str
    nummer: int
    bewerk_token: str | None
    lees_token: str
    gewijzigd_op: datetime
    #: The last day it is certainly kept: what is done in one scenario does not prolong another.
    verwijderd_na: date

    @property
    def titel(self) -> str:
        """What it is called on the screen."""
        return self.naam or f"Zonder naam ({self.nummer})"
