"""Weighing by comparing kenmerken: all pairs (AHP), or all with the best and the worst (BWM)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from advies.matrix import Weegbaar
from advies.taal import getal, hoofdletter, kleine_letter
from advies.weegwijze import Weegwijze, shares
from dossier.model import BesteSlechtste, pair_of
from scoring.ahp import RANDOM_INDEX
from scoring.weights import ahp_repair, ahp_weights, bwm_input_ratios, bwm_weights

#: Above this consistency ratio the answers are to be looked at again (Saaty, 1980).
VERHOUDING_GOED = 0.10
#: The random indices go no further.
MEESTE_KENMERKEN = len(RANDOM_INDEX) - 1
#: How many times as heavy, in words: Saaty's scale, with the even numbers between his.
STERKTE: Mapping[int, str] = {
    2: "een klein beetje zwaarder",
    3: "iets zwaarder",
    4: "wat zwaarder",
    5: "duidelijk zwaarder",
    6: "flink zwaarder",
    7: "veel zwaarder",
    8: "heel veel zwaarder",
    9: "zo veel zwaarder als maar kan",
}


@dataclass(frozen=True)
class Paarvraag:
    """Which of two kenmerken weighs more; a positive answer says the first."""

    naam: str
    eerste: Weegbaar
    tweede: Weegbaar


def pair_questions(kenmerken: Sequence[Weegbaar]) -> tuple[Paarvraag, ...]:
    """Every pair once, in the order of the guide."""
    by_id = {kenmerk.id: kenmerk for kenmerk in kenmerken}
    names = [pair_of(one.id, other.id) for one, other in combinations(kenmerken, 2)]
    return tuple(Paarvraag(naam, *(by_id[id] for id in naam.split("|"))) for naam in names)


def by_pairs(answers: Mapping[str, int], kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    """Weights by all pairs; there are none until every pair has an answer."""
    if len(kenmerken) > MEESTE_KENMERKEN:
        too_many = f"Met meer dan {MEESTE_KENMERKEN} kenmerken kan deze manier niet. Kies een andere."
        return Weegwijze("paarsgewijs", "onaf" if answers else "leeg", too_many)
    questions = pair_questions(kenmerken)
    open_ = sum(question.naam not in answers for question in questions)
    if open_:
        todo = f"Nog {open_} van de {len(questions)} paren te gaan. Pas daarna zijn er gewichten."
        return Weegwijze("paarsgewijs", "onaf" if open_ < len(questions) else "leeg", todo)
    place = {kenmerk.id: i for i, kenmerk in enumerate(kenmerken)}
    matrix = np.ones((len(kenmerken), len(kenmerken)))
    for question in questions:
        i, j = place[question.eerste.id], place[question.tweede.id]
        answer = answers[question.naam]
        matrix[i, j] = answer if answer > 0 else 1 / -answer
        matrix[j, i] = 1 / matrix[i, j]
    result = ahp_weights(matrix)
    contradicts = result.consistency_ratio > VERHOUDING_GOED
    return Weegwijze(
        "paarsgewijs",
        "klaar",
        gewichten=shares(kenmerken, result.weights),
        consistentie={"verhouding": result.consistency_ratio},
        samenhang=tuple(_of_pairs(matrix, kenmerken, result.consistency_ratio)),
        tegenstrijdig=contradicts,
    )


def _of_pairs(matrix: np.ndarray, kenmerken: Sequence[Weegbaar], ratio: float) -> Iterator[str]:
    good = f"tot en met {getal(VERHOUDING_GOED, 2)} is goed"
    if ratio <= VERHOUDING_GOED:
        fit = "precies" if ratio < 0.0005 else "goed"
        yield f"Uw antwoorden passen {fit} bij elkaar. De maat voor tegenspraak is {getal(ratio, 3)}; {good}."
        return
    yield f"Uw antwoorden spreken elkaar tegen. De maat daarvoor is {getal(ratio, 3)}; {good}."
    repair = ahp_repair(matrix)
    if repair is None:
        yield "Geen enkel ander antwoord helpt op zichzelf. Loop de paren nog eens langs."
        return
    pair = kenmerken[repair.row], kenmerken[repair.column]
    yield f"Dit antwoord past het minst bij de andere: {_said(*pair, float(matrix[repair.row, repair.column]))}."
    left = getal(repair.consistency_ratio, 3)
    enough = "" if repair.consistency_ratio <= VERHOUDING_GOED else " Daarna wijzen wij het volgende paar aan."
    yield (
        f"Zou u zeggen: {_said(*pair, repair.value)}, dan wordt de maat {left}.{enough} "
        "Klopt uw antwoord toch, laat het dan zo en kijk naar de andere paren van deze twee."
    )


def _said(one: Weegbaar, other: Weegbaar, value: float) -> str:
    """An answer about a pair, in words."""
    times = round(max(value, 1 / value))
    if times == 1:
        return f"{kleine_letter(one.naam)} en {kleine_letter(other.naam)} tellen even zwaar"
    more, less = (one, other) if value > 1 else (other, one)
    return f"{kleine_letter(more.naam)} telt {STERKTE[times]} ({times} keer) dan {kleine_letter(less.naam)}"


@dataclass(frozen=True)
class Eindvraag:
    """How many times as heavy one kenmerk is as another, of which one is the best or the worst."""

    zwaarder: Weegbaar
    lichter: Weegbaar


def end_questions(
    ends: BesteSlechtste, kenmerken: Sequence[Weegbaar]
) -> tuple[tuple[Eindvraag, ...], tuple[Eindvraag, ...]]:
    """The best over every other one, and every other one over the worst; none until both ends are chosen.

    The best over the worst is asked once.
    """
    by_id = {kenmerk.id: kenmerk for kenmerk in kenmerken}
    best, worst = by_id.get(ends.beste or ""), by_id.get(ends.slechtste or "")
    if best is None or worst is None or best == worst:
        return (), ()
    over = tuple(Eindvraag(best, kenmerk) for kenmerk in kenmerken if kenmerk != best)
    return over, tuple(Eindvraag(kenmerk, worst) for kenmerk in kenmerken if kenmerk not in (best, worst))


def by_ends(ends: BesteSlechtste, kenmerken: Sequence[Weegbaar]) -> Weegwijze:
    """Weights by the best and the worst; there are none until every question has an answer."""
    over, under = end_questions(ends, kenmerken)
    if not over:
        same = "Het belangrijkste en het minst belangrijke kenmerk zijn nu hetzelfde. Kies twee verschillende."
        todo = "Kies eerst het belangrijkste en het minst belangrijke kenmerk."
        chosen = ends.beste is not None or ends.slechtste is not None
        both = ends.beste is not None and ends.beste == ends.slechtste
        return Weegwijze("beste_slechtste", "onaf" if chosen else "leeg", same if both else todo)
    open_ = sum(question.lichter.id not in ends.beste_boven for question in over)
    open_ += sum(question.zwaarder.id not in ends.boven_slechtste for question in under)
    if open_:
        todo = f"Nog {open_} van de {len(over) + len(under)} vragen te gaan. Pas daarna zijn er gewichten."
        return Weegwijze("beste_slechtste", "onaf", todo)
    ids = [kenmerk.id for kenmerk in kenmerken]
    best, worst = ids.index(str(ends.beste)), ids.index(str(ends.slechtste))
    to_others = [1 if i == best else ends.beste_boven[id] for i, id in enumerate(ids)]
    to_worst = [
        1 if i == worst else to_others[worst] if i == best else ends.boven_slechtste[id] for i, id in enumerate(ids)
    ]
    result = bwm_weights(to_others, to_worst, best, worst)
    return Weegwijze(
        "beste_slechtste",
        "klaar",
        gewichten=shares(kenmerken, result.weights),
        consistentie={"xi": result.xi, "verhouding": result.input_consistency_ratio},
        samenhang=tuple(_of_ends(to_others, to_worst, best, worst, kenmerken, result.xi)),
        tegenstrijdig=_contradicts(to_others, to_worst, worst),
    )


def _contradicts(over: list[int], under: list[int], worst: int) -> bool:
    """Is anything further from the best or the worst than these two are from each other?"""
    return max(over + under) > over[worst]


def _of_ends(
    over: list[int], under: list[int], best: int, worst: int, kenmerken: Sequence[Weegbaar], xi: float
) -> Iterator[str]:
    ratios = bwm_input_ratios(over, under, best, worst)
    names = [kleine_letter(kenmerk.naam) for kenmerk in kenmerken]
    direct = over[worst]
    if not ratios.any():
        yield "Uw antwoorden passen precies bij elkaar."
        return
    most = int(ratios.argmax())
    if _contradicts(over, under, worst):
        # The measure has no upper end then.
        yield "Uw antwoorden spreken elkaar tegen."
    else:
        yield (
            "Uw antwoorden passen niet helemaal bij elkaar. Op een schaal van 0 (alles past) tot 1 (slechter kan niet) "
            f"is dat {getal(float(ratios[most]), 2)}. Na het rekenen blijft een afwijking over van "
            f"{getal(xi * 100, 1)}%."
        )
    for j, name in enumerate(names):
        if j not in (best, worst) and max(over[j], under[j]) > direct:
            yield (
                f"{hoofdletter(names[best])} telt volgens u {_as_heavy(direct, names[worst])}, het minst belangrijke. "
                f"Maar bij {name} noemt u een groter verschil: {max(over[j], under[j])} keer. Dat kan niet allebei."
            )
    yield (
        f"Kijk het eerst naar {names[most]}. Volgens u telt {names[best]} {_as_heavy(over[most], names[most])}, en "
        f"{names[most]} {_as_heavy(under[most], names[worst])}. Samen is dat {_times(over[most] * under[most])}. "
        f"Rechtstreeks zei u: {_times(direct)}."
    )


def _as_heavy(times: int, name: str) -> str:
    return f"even zwaar als {name}" if times == 1 else f"{times} keer zo zwaar als {name}"


def _times(times: int) -> str:
    return "even zwaar" if times == 1 else f"{times} keer"
