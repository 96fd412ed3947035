"""A way of weighing as it stands: what it gives, what is still to do, and how well the answers fit together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from numpy.typing import ArrayLike

from advies.matrix import Weegbaar
from dossier.model import Methode
from scoring.weights import normalised

#: `nul`: everything was answered, and all of it is zero.
Stand = Literal["leeg", "onaf", "nul", "klaar"]


@dataclass(frozen=True)
class Weegwijze:
    """One way of weighing, for one region."""

    methode: Methode
    stand: Stand
    #: What is still to do, in whole sentences; empty when nothing is.
    nog: str = ""
    #: Per kenmerk, together 1; None as long as what was entered gives none.
    gewichten: Mapping[str, float] | None = None
    #: Measures of how well the answers fit together, for those ways in which they can contradict each other.
    consistentie: Mapping[str, float] = field(default_factory=dict)
    #: The same in words, with the answer to look at first.
    samenhang: tuple[str, ...] = ()
    #: The answers contradict each other more than is good.
    tegenstrijdig: bool = False


def shares(kenmerken: Sequence[Weegbaar], weights: ArrayLike) -> dict[str, float]:
    """Weights per kenmerk, together 1."""
    return dict(zip((kenmerk.id for kenmerk in kenmerken), normalised(weights).tolist(), strict=True))
