"""What it means to choose this vorm: which one ranks first and by how much, or which demand excludes it and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from advies.oordeel import GELIJK
from advies.rangorde import Advies, VormUitkomst
from advies.taal import getal, kleine_letter


@dataclass(frozen=True)
class Keuze:
    """A chosen vorm beside the ranking. When it is not the first, the region is asked for its reason."""

    uitgesloten: bool
    vraagt_reden: bool
    zinnen: tuple[str, ...]


def about_choice(advies: Advies, vorm: str) -> Keuze:
    """Say plainly what choosing a vorm means; nothing when it ranks first."""
    chosen = advies.vorm(vorm)
    excluded = bool(chosen.uitgesloten_door)
    return Keuze(excluded, chosen.rang != 1, tuple(_sentences(advies, chosen)) if chosen.rang != 1 else ())


def _sentences(advies: Advies, chosen: VormUitkomst) -> Iterator[str]:
    for eis in chosen.uitgesloten_door:
        reden = eis.toetsen[chosen.optie.id].reden
        yield f"Deze vorm valt af door uw harde eis “{kleine_letter(eis.naam)}”. {reden}"
    unranked = chosen.optie.id in advies.matrix.niet_gerangschikt
    if unranked:
        yield f"Deze vorm krijgt geen plaats in uw uitkomst. {_why_unranked(advies, chosen)}"
    elif not chosen.uitgesloten_door:
        yield "Deze vorm staat niet bovenaan in uw uitkomst."
    best = advies.beste
    if best is None:
        yield "Er staat geen enkele vorm bovenaan, want er is er geen die aan uw harde eisen voldoet."
        return
    equal = " Alle kenmerken tellen daarbij even zwaar." if advies.oordeel == "nog_niet_gewogen" else ""
    top = f"Bovenaan staat “{kleine_letter(best.optie.naam)}” met {_points(best.waarde)}"
    if unranked:
        yield f"{top}.{equal}"
    else:
        yield f"{top}. {_distance(best, chosen)}{equal}"


def _distance(best: VormUitkomst, chosen: VormUitkomst) -> str:
    demands = len(chosen.uitgesloten_door)
    subject = "Zonder die eisen kreeg" if demands > 1 else "Zonder die eis kreeg"
    own = f"{subject} uw keuze {_points(chosen.waarde)}" if demands else f"Uw keuze krijgt {_points(chosen.waarde)}"
    if abs(best.waarde - chosen.waarde) <= GELIJK:
        return f"{own}, dus evenveel."
    # Of the rounded totals, so that what is on the screen adds up.
    lead = round(best.waarde, 1) - round(chosen.waarde, 1)
    if abs(lead) < 0.05:
        return f"{own}. Dat scheelt minder dan {_points(0.1)}."
    return f"{own}. Dat is {_points(abs(lead))} {'minder' if best.waarde > chosen.waarde else 'meer'}."


def _points(value: float) -> str:
    return f"{getal(value, 1)} {'punt' if round(value, 1) <= 1 else 'punten'}"


def _why_unranked(advies: Advies, chosen: VormUitkomst) -> str:
    if chosen.optie in advies.matrix.zonder_scores:
        return "U gaf deze eigen vorm nog niet op elk kenmerk een score."
    return "De handreiking zegt er te weinig over voor de strikte lezing."
