"""What to arrange, and when it plays (`aandachtspunten.yaml`)."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from handreiking.model.grond import Frozen, Hoofdvariant, Link, LokaleTeams, Niveau, Tekst


class Voorwaarde(Frozen):
    """When an aandachtspunt applies; everything that is given must hold.

    `besluit`, `expertiseteam`, `lokale_teams` and `hoofdvariant` look at the chosen vorm, `beschikking`
    at where the region will issue decisions. The others compare the present and the chosen vorm, and
    `andere_beschikking` where the region issues decisions now and then.
    """

    hoofdvariant: tuple[Hoofdvariant, ...] | None = None
    besluit: tuple[Niveau, ...] | None = None
    expertiseteam: bool | None = None
    lokale_teams: tuple[LokaleTeams, ...] | None = None
    beschikking: tuple[Niveau, ...] | None = None
    van_of_naar_centraal: Literal[True] | None = None
    lokaal_en_expertiseteam: Literal[True] | None = None
    meer_beslissende_teams: Literal[True] | None = None
    minder_beslissende_teams: Literal[True] | None = None
    ander_besluit: Literal[True] | None = None
    expertiseteam_komt: Literal[True] | None = None
    expertiseteam_vervalt: Literal[True] | None = None
    andere_rol: Literal[True] | None = None
    andere_beschikking: Literal[True] | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("deze voorwaarde is leeg; noem ten minste één eigenschap")
        return self


#: What stands in an `omdat` for "u van centrale naar lokale toegang gaat".
OVERGANG = "{overgang}"


def _one_gap(text: str) -> str:
    if re.search(r"[{}]", text.replace(OVERGANG, "")):
        raise ValueError(f"tussen accolades kan alleen {OVERGANG} staan; verbeter het of haal de accolades weg")
    return text


class Aanleiding(Frozen):
    """One reason for an aandachtspunt to apply. `omdat` completes the sentence "omdat ...".

    In it, `{overgang}` stands for the region's own change: "u van centrale naar lokale toegang gaat".
    The first that holds gives the reason, so the most telling one stands first.

    `elke`: the chosen vorm is another than the present one. `als`: that, and the condition holds.
    `altijd`: also without a change of vorm.
    """

    soort: Literal["elke", "als", "altijd"]
    als: Voorwaarde | None = None
    omdat: Annotated[Tekst, AfterValidator(_one_gap)]
    zwak: bool = False

    @model_validator(mode="after")
    def _condition_fits(self) -> Self:
        if (self.soort == "als") != (self.als is not None):
            raise ValueError("alleen soort 'als' heeft een veld als, en die heeft het nodig")
        return self


class Tijdstatus(Frozen):
    """What became of a time-bound fact."""

    status: Literal["geldt", "verlopen", "onzeker"]
    peildatum: Tekst
    uitleg: Tekst


class Aandachtspunt(Frozen):
    """One thing to arrange or to ask when a region changes vorm."""

    groep: str
    soort: Literal["vraag", "actie", "let_op"]
    tekst: Tekst
    bron: Tekst
    wanneer: tuple[Aanleiding, ...] = Field(min_length=1)
    tijd: Tijdstatus | None = None
    hangt_aan: str | None = None
    maatregelen: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


class Groep(Frozen):
    naam: Tekst
    bron: Tekst
    links: tuple[Link, ...] = ()


class Aandachtspunten(Frozen):
    """`aandachtspunten.yaml`."""

    groepen: Mapping[str, Groep]
    aandachtspunten: Mapping[str, Aandachtspunt]
