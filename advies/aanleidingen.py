"""Whether the condition of an aandachtspunt holds for one change of vorm, and if not, why not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from advies.matrix import Optie
from dossier.model import Beschikking
from handreiking.model import BeslissendeTeams, LokaleTeams, Niveau, Voorwaarde, Vorm

#: What a comparison looks at: a vorm of the guide, or an option of the region.
Ingericht: TypeAlias = Optie | Vorm


@dataclass(frozen=True)
class Overgang:
    """From one vorm to another, and where the region issues the beschikking before and after."""

    nu: Ingericht
    straks: Ingericht
    beschikking: Beschikking


@dataclass(frozen=True)
class Tegen:
    """One part of a condition that does not hold, as an end to "Speelt niet: ...".

    Not `zeker` when it hangs on something that the region did not enter yet.
    """

    zin: str
    zeker: bool = True


_BESLUIT: Mapping[Niveau, str] = {
    "lokaal": "het besluit valt straks bij elke gemeente zelf",
    "regionaal": "het besluit valt straks op één plek in de regio",
    "per_gemeente": "wie beslist, verschilt straks per gemeente",
}
_BESCHIKKING: Mapping[Niveau, str] = {
    "lokaal": "de beschikking komt straks van de gemeente zelf",
    "regionaal": "de beschikking komt straks van één plek in de regio",
    "per_gemeente": "waar de beschikking straks vandaan komt, verschilt per gemeente",
}
_LOKALE_TEAMS: Mapping[LokaleTeams, str] = {
    "geen": "in de gekozen vorm heeft geen gemeente een eigen team",
    "deel": "in de gekozen vorm heeft een deel van de gemeenten een eigen team",
    "alle": "in de gekozen vorm heeft elke gemeente een eigen team",
}
#: More is more teams that decide.
_AANTAL: Mapping[BeslissendeTeams, int] = {"een": 1, "een_en_deel": 2, "elke_gemeente": 3}


def tegen(voorwaarde: Voorwaarde, overgang: Overgang) -> tuple[Tegen, ...]:
    """Every part of a condition that does not hold; none means that it holds."""
    return tuple(_against(voorwaarde, overgang))


def _against(voorwaarde: Voorwaarde, overgang: Overgang) -> Iterator[Tegen]:
    straks, inrichting = overgang.straks, overgang.straks.inrichting
    if voorwaarde.hoofdvariant and straks.hoofdvariant not in voorwaarde.hoofdvariant:
        yield Tegen(f"de gekozen vorm is {_HOOFDVARIANT[straks.hoofdvariant]}")
    if voorwaarde.besluit and inrichting.besluit not in voorwaarde.besluit:
        yield Tegen(_BESLUIT[inrichting.besluit])
    if voorwaarde.expertiseteam is not None and voorwaarde.expertiseteam != _has_team(straks):
        yield Tegen(f"in de gekozen vorm is {'een' if _has_team(straks) else 'geen'} expertiseteam")
    if voorwaarde.lokale_teams and inrichting.lokale_teams not in voorwaarde.lokale_teams:
        yield Tegen(_LOKALE_TEAMS[inrichting.lokale_teams])
    for name, (holds, text) in _COMPARISONS.items():
        if getattr(voorwaarde, name) and not holds(overgang.nu, straks):
            yield Tegen(text)
    nu, then = overgang.beschikking.nu, overgang.beschikking.straks
    if voorwaarde.beschikking and then not in voorwaarde.beschikking:
        yield Tegen(
            _BESCHIKKING[then] if then else "waar de beschikking straks wordt afgegeven", zeker=then is not None
        )
    if voorwaarde.andere_beschikking and (nu is None or then is None):
        yield Tegen("waar de beschikking nu en straks wordt afgegeven", zeker=False)
    elif voorwaarde.andere_beschikking and nu == then:
        yield Tegen("de beschikking komt straks van dezelfde plek als nu")


def _has_team(optie: Ingericht) -> bool:
    return optie.inrichting.expertiseteam != "geen"


def _crosses_centraal(nu: Ingericht, straks: Ingericht) -> bool:
    return (nu.hoofdvariant == "centraal") != (straks.hoofdvariant == "centraal")


def _local_and_expert_team(nu: Ingericht, straks: Ingericht) -> bool:
    """Between local and an expert team, or between its roles."""
    sides = (nu, straks)
    return all(o.hoofdvariant == "lokaal" or _has_team(o) for o in sides) and any(map(_has_team, sides))


def _role(optie: Ingericht) -> tuple[str, bool]:
    return optie.inrichting.expertiseteam, optie.inrichting.stuurt


def _more_deciding_teams(nu: Ingericht, straks: Ingericht) -> bool:
    return _AANTAL[straks.inrichting.beslissende_teams] > _AANTAL[nu.inrichting.beslissende_teams]


_HOOFDVARIANT = {"centraal": "een centrale toegang", "lokaal": "een lokale toegang", "hybride": "een hybride toegang"}
_COMPARISONS: Mapping[str, tuple[Callable[[Ingericht, Ingericht], bool], str]] = {
    "van_of_naar_centraal": (_crosses_centraal, "u gaat niet van of naar een centrale toegang"),
    "lokaal_en_expertiseteam": (
        _local_and_expert_team,
        "er komt, vervalt of verandert geen expertiseteam naast lokale teams",
    ),
    "meer_beslissende_teams": (_more_deciding_teams, "er beslissen straks niet meer teams dan nu"),
    "minder_beslissende_teams": (
        lambda nu, straks: _more_deciding_teams(straks, nu),
        "er beslissen straks niet minder teams dan nu",
    ),
    "ander_besluit": (
        lambda nu, straks: nu.inrichting.besluit != straks.inrichting.besluit,
        "het besluit valt straks op dezelfde plek als nu",
    ),
    "expertiseteam_komt": (
        lambda nu, straks: _has_team(straks) and not _has_team(nu),
        "er komt straks geen expertiseteam bij",
    ),
    "expertiseteam_vervalt": (
        lambda nu, straks: _has_team(nu) and not _has_team(straks),
        "er vervalt straks geen expertiseteam",
    ),
    "andere_rol": (
        lambda nu, straks: _has_team(nu) and _has_team(straks) and _role(nu) != _role(straks),
        "de rol van een expertiseteam verandert niet",
    ),
}
