"""The verdict: how firm the answer is, in one of six words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Oordeelscode = Literal["duidelijk", "nipt", "geen_duidelijke_winnaar", "enige", "geen_toegestaan", "nog_niet_gewogen"]

#: Points that the highest total must lead by, and the share of first places it must have, to be called clear.
VOORSPRONG_DUIDELIJK, AANDEEL_DUIDELIJK = 5.0, 0.60
#: Below this share of first places, or with the two largest shares nearer than this, there is no clear winner.
AANDEEL_WINNAAR, VERSCHIL_AANDELEN = 0.40, 0.10
#: Totals nearer than this are equal: what is left is rounding in the sums.
GELIJK = 1e-9


@dataclass(frozen=True)
class Stand:
    """Where a hoofdvariant stands: points from 0 to 100, and the share of first places from 0 to 1."""

    waarde: float
    eerste: float


def verdict(standing: Mapping[str, Stand], *, weighed: bool) -> Oordeelscode:
    """The verdict on the hoofdvarianten that are left.

    Parameters
    ----------
    standing : mapping of hoofdvariant to Stand
        Only those with an admissible vorm.
    weighed : bool
        Has the region touched a weight?
    """
    if not standing:
        return "geen_toegestaan"
    if len(standing) == 1:
        return "enige"
    if not weighed:
        return "nog_niet_gewogen"
    first = max(standing.values(), key=lambda stand: stand.waarde)
    share, next_share, *_ = sorted((stand.eerste for stand in standing.values()), reverse=True)
    lead = voorsprong(standing)
    near = share - next_share < VERSCHIL_AANDELEN - GELIJK
    if lead <= GELIJK or first.eerste < share or share < AANDEEL_WINNAAR - GELIJK or near:
        return "geen_duidelijke_winnaar"
    clear = lead >= VOORSPRONG_DUIDELIJK - GELIJK and share >= AANDEEL_DUIDELIJK - GELIJK
    return "duidelijk" if clear else "nipt"


def voorsprong(standing: Mapping[str, Stand]) -> float:
    """Points between the highest and the next; 0 when there is no next."""
    first, *others = sorted((stand.waarde for stand in standing.values()), reverse=True) or [0.0]
    return first - others[0] if others else 0.0
