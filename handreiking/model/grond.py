"""What every part of the guide is made of: its words, its scale, and values that never change."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Hoofdvariant = Literal["centraal", "lokaal", "hybride"]
Richting = Literal["gunstig", "ongunstig", "neutraal"]
Soort = Literal["feit", "risico", "verwachting", "voorwaarde", "maatregel", "context"]
Steun = Literal["sterk", "zwak", "geen"]
Herkomst = Literal["handreiking", "afgeleid", "eigen lezing"]
Basis = Literal["handreiking", "eigen kennis"]
Oordeel = Literal["voldoet", "met_maatregel", "voldoet_niet"]
Niveau = Literal["lokaal", "regionaal", "per_gemeente"]
Expertiseteam = Literal["geen", "adviserend", "besluitvormend"]
LokaleTeams = Literal["geen", "deel", "alle"]
BeslissendeTeams = Literal["een", "een_en_deel", "elke_gemeente"]
#: The lanes of the picture of the process: each is a party that can do a step.
Baan = Literal["inwoner", "lokaal", "expertiseteam", "regio", "back_office", "zorgaanbieder"]

#: Strongest first: a combination of two supports is as strong as the weaker one.
STEUN_VOLGORDE: tuple[Steun, ...] = ("sterk", "zwak", "geen")

SCHAAL_LAAG, SCHAAL_HOOG = 1, 5


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("deze tekst is leeg; vul hem in of laat het veld weg")
    return text


Tekst = Annotated[str, AfterValidator(_not_blank)]


def number_keys(value: object) -> object:
    """JSON has text for keys, YAML numbers; both mean the same end of the scale."""
    if not isinstance(value, Mapping):
        return value
    numbered = {int(key) if key in ("1", "5") else key: text for key, text in value.items()}
    if len(numbered) < len(value):
        raise ValueError("een uiteinde van de schaal staat er twee keer; laat er een staan")
    return numbered


def both_ends(schaal: Mapping[Literal[1, 5], str]) -> Mapping[Literal[1, 5], str]:
    if len(schaal) != 2:
        raise ValueError("schaal noemt niet beide uiteinden; geef een tekst bij 1 en bij 5")
    return schaal


#: What the worst (1) and the best (5) on a kenmerk look like, in words.
Schaal = Annotated[Mapping[Literal[1, 5], Tekst], BeforeValidator(number_keys), AfterValidator(both_ends)]
Schaalpunt = Annotated[float, Field(ge=SCHAAL_LAAG, le=SCHAAL_HOOG, strict=True)]


class Frozen(BaseModel):
    """Base of every model: unknown keys are refused and values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Link(Frozen):
    titel: Tekst
    url: Annotated[str, Field(pattern=r"^https://[^\s]+$")]


class Interval(Frozen):
    """A reading on the scale from 1 (worst) to 5 (best), with the room the text leaves."""

    punt: Schaalpunt
    laag: Schaalpunt
    hoog: Schaalpunt

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.laag <= self.punt <= self.hoog:
            raise ValueError(
                f"score {self.punt:g} ligt buiten het interval van {self.laag:g} tot {self.hoog:g}; "
                "zorg dat laag <= punt <= hoog"
            )
        return self
