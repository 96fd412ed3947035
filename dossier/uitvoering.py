"""From choice to action, as a region enters it: the plan, the costs per gemeente, and the size of each team."""

import re
from datetime import date, datetime
from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, FailFast, Field, field_validator, model_validator

from dossier.texts import LangeTekst, MagLeeg, Naam, Zin
from handreiking.model import Frozen

Voortgang = Literal["te_doen", "bezig", "klaar", "vervalt"]
#: What a region pays for: the team in a year, now and then; what runs on beside it in a year; and what it costs once.
Kostensoort = Literal["team_nu", "team_straks", "doorlopend", "overgang", "desintegratie"]
KOSTENSOORTEN: Final[tuple[Kostensoort, ...]] = ("team_nu", "team_straks", "doorlopend", "overgang", "desintegratie")

#: A limit of the technique and not a judgement: far above what any gemeente can pay for this.
MEESTE_EUROS = 1_000_000_000
MEESTE_MENSEN = 100
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


def _day(value: object) -> object:
    """A day as a file has it, 2027-02-03; other notations are refused, since 03-02 is two days."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value} bestaat niet; controleer dag en maand") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("hier hoort een datum als 2027-02-03: jaar, maand, dag")
    if not EERSTE_JAAR <= value.year <= LAATSTE_JAAR:
        raise ValueError(f"het jaar ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}; controleer de datum")
    return value


Dag = Annotated[date, BeforeValidator(_day)]


class PlanPunt(Frozen):
    """What was agreed about an aandachtspunt or a measure, or an action of the region's own with its text and group.

    What no longer applies keeps its PlanPunt, so that nothing is lost when the region chooses again.
    """

    id: Annotated[str, Field(pattern=r"^([A-Z]{2}-[0-9]{2}|M-[0-9]{2}|EA-[0-9]{1,6})$")]
    tekst: Zin | None = None
    groep: str | None = None
    #: The place among the actions of the region's own. A number per action and not a place in a list, so that
    #: moving one changes one, and two people can move different ones at once.
    volgorde: Annotated[float, Field(ge=0, le=1e9)] | None = None
    eigenaar: MagLeeg = ""
    begin: Dag | None = None
    eind: Dag | None = None
    status: Voortgang = "te_doen"
    notitie: LangeTekst = ""

    @property
    def is_eigen(self) -> bool:
        return self.id.startswith("EA-")

    @property
    def is_leeg(self) -> bool:
        """Whether it says nothing; an action of one's own says at least what it is."""
        return not self.is_eigen and self == PlanPunt(id=self.id)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.is_eigen != (self.tekst is not None) or self.is_eigen != (self.groep is not None):
            raise ValueError("een eigen actie (EA-1) heeft een tekst en een groep; elk ander punt heeft die al")
        if not self.is_eigen and self.volgorde is not None:
            raise ValueError("alleen een eigen actie heeft een volgorde; haal haar hier weg")
        if self.begin and self.eind and self.eind < self.begin:
            raise ValueError("de einddatum ligt voor de begindatum; wijzig een van de twee")
        return self


class Bedrag(Frozen):
    """What one gemeente pays for one kind of costs, in whole euros. What is not there was not filled in; 0 was."""

    gemeente: Naam
    soort: Kostensoort
    euro: Annotated[int, Field(ge=0, le=MEESTE_EUROS, strict=True)]


class Team(Frozen):
    """How many people of one gemeente have the expertise."""

    gemeente: Naam
    mensen: Annotated[int, Field(ge=0, le=MEESTE_MENSEN, strict=True)]


class Teams(Frozen):
    #: The share of the time that one person is absent, in percents; None until the region says so.
    afwezig: Annotated[float, Field(ge=0, le=100, strict=True)] | None = None
    mensen: Annotated[tuple[Team, ...], FailFast()] = Field(default=(), max_length=400)

    @field_validator("mensen")
    @classmethod
    def _by_gemeente(cls, teams: tuple[Team, ...]) -> tuple[Team, ...]:
        return tuple(sorted(teams, key=lambda team: team.gemeente.casefold()))

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [team.gemeente.casefold() for team in self.mensen]
        for name in {name for name in names if names.count(name) > 1}:
            raise ValueError(f"het team van {name} staat er twee keer; laat er een staan")
        return self
