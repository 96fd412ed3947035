"""The ways of weighing side by side: does the same variant win, and where do the weights differ most?"""

from collections.abc import Mapping

from advies.rangorde import Advies
from advies.taal import kleine_letter, opsomming, procenten
from advies.weegwijze import Weegwijze
from dossier.words import METHODEN

#: A difference in weight smaller than this is not worth a sentence.
VERSCHIL_KLEIN = 0.05


def named(wijze: Weegwijze) -> str:
    """A way of weighing by name, with whether it is still unfinished."""
    return METHODEN[wijze.methode] + (" (nog niet af)" if wijze.stand == "onaf" else "")


def does_it_hold(answers: Mapping[str, Advies]) -> str:
    """Whether the answer is the same whatever way counts, in a sentence; the advices are by the name of the way."""
    if not any(advies.beste for advies in answers.values()):
        return "Bij geen enkele manier blijft er een vorm over."
    if all(advies.oordeel == "geen_duidelijke_winnaar" for advies in answers.values()):
        return "Bij geen enkele manier is er een duidelijke winnaar."
    found: dict[str, list[str]] = {}
    for name, advies in answers.items():
        found.setdefault(_answer(advies), []).append(name)
    if len(found) == 1:
        return f"De winnaar houdt stand: bij elke manier {next(iter(found))}."
    each = [f"bij {opsomming(names)} {answer}" for answer, names in found.items()]
    return f"De winnaar hangt af van de manier van wegen: {opsomming(each)}."


def _answer(advies: Advies) -> str:
    if not advies.beste:
        return "blijft er geen enkele vorm over"
    if advies.oordeel == "geen_duidelijke_winnaar":
        return "is er geen duidelijke winnaar"
    return f"staat {kleine_letter(advies.hoofdvarianten[0].naam)} bovenaan"


def most_apart(weights: Mapping[str, Mapping[str, float]], namen: Mapping[str, str]) -> str:
    """The kenmerk whose weight differs most between the ways, in a sentence.

    Parameters
    ----------
    weights : weights per kenmerk, by the name of the way
    namen : name per kenmerk
    """

    def ends(id: str) -> tuple[str, str]:
        return min(weights, key=lambda way: weights[way][id]), max(weights, key=lambda way: weights[way][id])

    def apart(id: str) -> float:
        low, high = ends(id)
        return weights[high][id] - weights[low][id]

    most = max(namen, key=apart)
    if apart(most) < VERSCHIL_KLEIN:
        return "De gewichten verschillen nergens veel."
    low, high = ends(most)
    shown = {way: procenten(weights[way])[most] for way in (low, high)}
    return (
        f"Het meest verschilt {kleine_letter(namen[most])}: {shown[low]} bij {low} en {shown[high]} bij {high}. "
        "Bespreek welk van de twee u bedoelt."
    )
