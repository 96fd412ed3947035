"""Which aandachtspunten follow from going from the present vorm to the chosen one, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from advies.matrix import Optie
from advies.rangorde import Advies
from dossier.model import Dossier
from handreiking.model import Aandachtspunt, Aanleiding, Handreiking, Voorwaarde, Vorm

_MORE_TEAMS = {"een": 1, "een_en_deel": 2, "elke_gemeente": 3}


#: What a comparison looks at: a vorm of the guide, or an option of the region.
Ingericht: TypeAlias = Optie | Vorm


@dataclass(frozen=True)
class Toepassing:
    """An aandachtspunt that applies to this region, with the reason in a sentence."""

    id: str
    punt: Aandachtspunt
    reden: str
    zwak: bool


def chosen_optie(dossier: Dossier, advies: Advies) -> Optie | None:
    """The vorm that the region chose, or else the one that ranks first; None when every vorm is excluded."""
    if dossier.gekozen_vorm:
        return advies.matrix.optie(dossier.gekozen_vorm)
    return advies.beste.optie if advies.beste else None


def aandachtspunten_for(handreiking: Handreiking, dossier: Dossier, advies: Advies) -> tuple[Toepassing, ...]:
    """What the region has to arrange to get from its present vorm to the chosen one."""
    straks = chosen_optie(dossier, advies)
    nu = advies.matrix.optie(dossier.huidige_vorm) if dossier.huidige_vorm else None
    return transition(handreiking, dossier, nu, straks) if straks else ()


def transition(handreiking: Handreiking, dossier: Dossier, nu: Optie | None, straks: Optie) -> tuple[Toepassing, ...]:
    """Every aandachtspunt that applies, in the order of the guide.

    Parameters
    ----------
    nu : Optie or None
        The present vorm. When it is not known, whatever could follow from a change is listed, and says so.
    straks : Optie
        The chosen vorm.
    """
    # Not known: then it may be any other vorm of the guide.
    present = [nu] if nu else [vorm for id, vorm in handreiking.vormen.items() if id != straks.id]
    found = []
    for id, punt in handreiking.aandachtspunten.aandachtspunten.items():
        for aanleiding in punt.wanneer:
            if any(_applies(aanleiding, dossier, before, straks) for before in present):
                found.append(Toepassing(id, punt, _reason(aanleiding, nu), aanleiding.zwak))
                break
    return tuple(found)


def _applies(aanleiding: Aanleiding, dossier: Dossier, nu: Ingericht, straks: Optie) -> bool:
    if aanleiding.soort == "altijd":
        return True
    if nu == straks:
        return False
    return aanleiding.als is None or _holds(aanleiding.als, dossier, nu, straks)


def _holds(voorwaarde: Voorwaarde, dossier: Dossier, nu: Ingericht, straks: Optie) -> bool:
    asked = voorwaarde.model_fields_set
    has_team = straks.inrichting.expertiseteam != "geen"
    facts = {
        "hoofdvariant": straks.hoofdvariant,
        "besluit": straks.inrichting.besluit,
        "lokale_teams": straks.inrichting.lokale_teams,
        "beschikking": dossier.beschikking.straks,
    }
    return (
        all(facts[name] in getattr(voorwaarde, name) for name in asked & facts.keys())
        and (voorwaarde.expertiseteam is None or voorwaarde.expertiseteam == has_team)
        and all(_COMPARISONS[name](nu, straks) for name in asked & _COMPARISONS.keys())
    )


def _crosses_centraal(nu: Ingericht, straks: Ingericht) -> bool:
    return (nu.hoofdvariant == "centraal") != (straks.hoofdvariant == "centraal")


def _local_and_expert_team(nu: Ingericht, straks: Ingericht) -> bool:
    """Between local and an expert team, or between its roles."""
    sides = [(optie.hoofdvariant == "lokaal", optie.inrichting.expertiseteam != "geen") for optie in (nu, straks)]
    return all(local or team for local, team in sides) and any(team for _, team in sides)


def _more_deciding_teams(nu: Ingericht, straks: Ingericht) -> bool:
    before, after = nu.inrichting.beslissende_teams, straks.inrichting.beslissende_teams
    return _MORE_TEAMS[after] > _MORE_TEAMS[before]


_COMPARISONS: Mapping[str, Callable[[Ingericht, Ingericht], bool]] = {
    "van_of_naar_centraal": _crosses_centraal,
    "lokaal_en_expertiseteam": _local_and_expert_team,
    "meer_beslissende_teams": _more_deciding_teams,
}


def _reason(aanleiding: Aanleiding, nu: Optie | None) -> str:
    if nu is None and aanleiding.soort != "altijd":
        return f"Als u van vorm verandert: omdat {aanleiding.omdat}."
    return f"Omdat {aanleiding.omdat}."
