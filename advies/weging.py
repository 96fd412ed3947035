"""From what a region entered to weights of the kenmerken, by each way of weighing, and which of these counts.

What is unfinished gives weights only where that is honest. Sliders always do. Of points, those given so far count. In
a ranking, what has no place yet shares the last ones. Comparisons and statements give none until all are answered:
until then the region has not weighed.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, get_args

from advies.matrix import Weegbaar
from advies.oordeel import GELIJK
from advies.taal import kleine_letter, opsomming, procenten, punten
from advies.vergelijkingen import by_ends, by_pairs
from advies.weegwijze import Weegwijze, shares
from dossier.model import GEWICHT_BEGIN, Dossier, Invoer, Methode, SnelleStart, Weging
from handreiking.model import Handreiking
from scoring.weights import rank_weights

METHODEN: tuple[Methode, ...] = get_args(Methode)
#: Points to divide in all.
TE_VERDELEN = 100
#: The rule of the quick start: points per answer, what extra importance multiplies by, and what a follow-up adds.
PUNTEN_STELLING: Mapping[str, int] = {"oneens": 0, "neutraal": 1, "eens": 2}
EXTRA_MAAL, PUNTEN_DOORVRAAG = 2, 1
#: A kenmerk that takes more than this leaves little to the others.
AANDEEL_GROOT = 0.5

_ALLES_NUL = "Alle kenmerken wegen nu 0. Geef ten minste één kenmerk gewicht, anders is er niets om op te kiezen."


def weegwijze(weging: Weging, kenmerken: Sequence[Weegbaar], methode: Methode | None = None) -> Weegwijze:
    """How one way of weighing stands; without a name, the one that counts."""
    invoer = weging.invoer
    match methode or weging.methode:
        case "schuiven":
            return _by_sliders(invoer.schuiven, kenmerken)
        case "punten":
            return _by_points(invoer.punten, kenmerken)
        case "rangorde":
            return _by_ranking(invoer.rangorde, kenmerken)
        case "paarsgewijs":
            return by_pairs(invoer.paarsgewijs, kenmerken)
        case "beste_slechtste":
            return by_ends(invoer.beste_slechtste, kenmerken)
        case "snelle_start":
            return _by_statements(invoer.snelle_start, kenmerken)


def weegwijzen(weging: Weging, kenmerken: Sequence[Weegbaar]) -> tuple[Weegwijze, ...]:
    """Every way in which something was entered."""
    every = (weegwijze(weging, kenmerken, methode) for methode in METHODEN)
    return tuple(wijze for wijze in every if wijze.stand != "leeg")


def entered(weging: Weging, kenmerken: Sequence[Weegbaar], methode: Methode, value: Any) -> Weging:
    """The weighing after something was entered in one way.

    The first way in which a region enters something is the one that counts, until it chooses another. What is the same
    as before is nothing entered.
    """
    if getattr(weging.invoer, methode) == value:
        return weging
    unused = weegwijze(weging, kenmerken).stand == "leeg"
    return weging.model_copy(
        update={
            "invoer": weging.invoer.model_copy(update={methode: value}),
            "methode": methode if unused else weging.methode,
        }
    )


def counting(dossier: Dossier, methode: Methode) -> Dossier:
    """The same dossier when this way of weighing counts."""
    return dossier.model_copy(update={"weging": dossier.weging.model_copy(update={"methode": methode})})


def as_sliders(weging: Weging, kenmerken: Sequence[Weegbaar]) -> dict[str, float]:
    """The weights that count as sliders would show them: those that were set, or others with the largest at 100."""
    if weging.methode == "schuiven" and weging.invoer.schuiven:
        return {kenmerk.id: weging.invoer.schuiven.get(kenmerk.id, 0.0) for kenmerk in kenmerken}
    wijze = weegwijze(weging, kenmerken)
    if wijze.gewichten is None:
        return dict.fromkeys((kenmerk.id for kenmerk in kenmerken), 0.0 if wijze.stand == "nul" else GEWICHT_BEGIN)
    largest = max(wijze.gewichten.values())
    # Rounding can put the largest a hair above 100, where no slider goes.
    return {id: min(100.0, 100 * weight / largest) for id, weight in wijze.gewichten.items()}


def with_sliders(weging: Weging, sliders: Mapping[str, float]) -> Weging:
    """The weighing when these sliders count; what was entered in other ways stays."""
    invoer = Invoer.model_validate(dict(weging.invoer) | {"schuiven": dict(sliders)})
    return weging.model_copy(update={"invoer": invoer, "methode": "schuiven"})


def points_of(quick: SnelleStart, kenmerk: str) -> int:
    """What the answers of the quick start give a kenmerk."""
    answer = quick.stellingen.get(kenmerk)
    stated = PUNTEN_STELLING[answer.keuze] * (EXTRA_MAAL if answer.extra else 1) if answer else 0
    return stated + PUNTEN_DOORVRAAG * list(quick.doorvragen.values()).count(kenmerk)


def heaviest(gewichten: Mapping[str, float], namen: Mapping[str, str]) -> str:
    """What weighs most, in a sentence."""
    most = max(gewichten.values())
    first = [id for id, weight in gewichten.items() if weight >= most - GELIJK]
    if len(first) == len(gewichten):
        return "Alles telt even zwaar."
    if len(first) == 1:
        return f"Het zwaarst telt {kleine_letter(namen[first[0]])} ({procenten(gewichten)[first[0]]})."
    return f"Het zwaarst tellen, elk even zwaar, {opsomming([kleine_letter(namen[id]) for id in first])}."


def let_op(
    handreiking: Handreiking, dossier: Dossier, kenmerken: Sequence[Weegbaar], gewichten: Mapping[str, float]
) -> Iterator[str]:
    """What to think twice about: one kenmerk that takes most, and two that say the same thing."""
    shown = procenten(gewichten)
    names = {kenmerk.id: kenmerk.naam for kenmerk in kenmerken}
    for id, weight in gewichten.items():
        if weight > AANDEEL_GROOT:
            yield (
                f"{names[id]} krijgt meer dan de helft van het gewicht ({shown[id]}). Dan beslist dit ene kenmerk "
                "bijna alles. Klopt dat voor uw regio?"
            )
    if dossier.dubbele_bewering == "een_keer":
        return
    for one, other, claim in _said_twice(handreiking):
        weights = gewichten.get(one, 0.0), gewichten.get(other, 0.0)
        # Below an equal share for the two together it matters little.
        if min(weights) > 0 and sum(weights) >= 2 / len(gewichten) - GELIJK:
            yield (
                f"{names[one]} en {kleine_letter(names[other])} zeggen voor een deel hetzelfde. Bij allebei telt mee: "
                f"“{claim}” Dat telt nu dubbel. Bij Uitkomst, onder “Anders lezen of wegen”, kunt u het één keer laten "
                "tellen."
            )


def _said_twice(handreiking: Handreiking) -> Iterator[tuple[str, str, str]]:
    """Two kenmerken that rest on one claim, with that claim."""
    for one, other in combinations(handreiking.kenmerken.values(), 2):
        for claim in one.beweringen.values():
            if claim.zelfde_als in other.beweringen:
                yield one.id, other.id, claim.tekst


def _by_sliders(sliders: Mapping[str, float], kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    if not sliders:
        return Weegwijze("schuiven", "leeg", "U hebt nog geen schuif aangeraakt.")
    weights = [sliders.get(kenmerk.id, 0.0) for kenmerk in kenmerken]
    if not any(weights):
        return Weegwijze("schuiven", "nul", _ALLES_NUL)
    return Weegwijze("schuiven", "klaar", gewichten=shares(kenmerken, weights))


def _by_points(given: Mapping[str, int], kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    if not given:
        return Weegwijze("punten", "leeg", f"U hebt nog {TE_VERDELEN} punten te verdelen.")
    points = [given.get(kenmerk.id, 0) for kenmerk in kenmerken]
    left = TE_VERDELEN - sum(points)
    if left == TE_VERDELEN:
        return Weegwijze("punten", "nul", f"{_ALLES_NUL} U hebt nog {TE_VERDELEN} punten te verdelen.")
    weights = shares(kenmerken, points)
    if left == 0:
        return Weegwijze("punten", "klaar", gewichten=weights)
    todo = (
        f"U hebt nog {punten(left)} te verdelen."
        if left > 0
        else f"U gaf {punten(-left)} te veel. Haal ergens iets af."
    )
    return Weegwijze("punten", "onaf", f"{todo} Zolang rekenen wij met de punten die er nu staan.", weights)


def _by_ranking(places: Mapping[str, int], kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    unplaced = [kenmerk for kenmerk in kenmerken if kenmerk.id not in places]
    if len(unplaced) == len(kenmerken):
        return Weegwijze("rangorde", "leeg", "U hebt nog geen kenmerk een plaats gegeven.")
    last = max(places.values()) + 1
    weights = shares(kenmerken, rank_weights([places.get(kenmerk.id, last) for kenmerk in kenmerken]))
    if not unplaced:
        return Weegwijze("rangorde", "klaar", gewichten=weights)
    names = opsomming([kleine_letter(kenmerk.naam) for kenmerk in unplaced])
    todo = f"Nog geen plaats voor {names}. Zolang telt dat als gedeelde laatste plaats."
    return Weegwijze("rangorde", "onaf", todo, weights)


def _by_statements(quick: SnelleStart, kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    open_ = sum(kenmerk.id not in quick.stellingen for kenmerk in kenmerken)
    if open_:
        todo = f"Nog {open_} van de {len(kenmerken)} stellingen te gaan. Pas daarna is er een antwoord."
        return Weegwijze("snelle_start", "leeg" if open_ == len(kenmerken) else "onaf", todo)
    if all(answer.keuze == "oneens" for answer in quick.stellingen.values()):
        again = (
            "U bent het met alle stellingen oneens. Dan telt niets, en is er niets om op te kiezen. Loop ze nog eens "
            "langs: bij welke hebt u er wel iets voor over?"
        )
        return Weegwijze("snelle_start", "nul", again)
    points = [points_of(quick, kenmerk.id) for kenmerk in kenmerken]
    return Weegwijze("snelle_start", "klaar", gewichten=shares(kenmerken, points))
