"""Numbers, dates and lists in Dutch sentences."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


def getal(value: float, decimals: int = 0) -> str:
    """1234.5 as "1.234,5"; a half goes away from zero, as people round; never "-0"."""
    return _shown(_exact(value), decimals)


def _exact(value: float) -> Decimal:
    """The number as it would be written down: 2.675 is that, and not the binary fraction just below it."""
    return Decimal(repr(float(value)))


def _shown(value: Decimal, decimals: int) -> str:
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def procent(share: float, decimals: int = 0) -> str:
    """0.176 as "18%"."""
    return f"{_shown(_exact(share) * 100, decimals)}%"


def procenten(shares: Mapping[str, float]) -> dict[str, str]:
    """Parts of a whole as whole percents that add up to 100."""
    return {id: f"{value}%" for id, value in van_100(shares).items()}


def van_100(shares: Mapping[str, float]) -> dict[str, int]:
    """Parts of a whole as whole numbers that add up to 100."""
    total = sum(shares.values())
    return _verdeeld({id: 100 * share / total if total else 0.0 for id, share in shares.items()}, 100 if total else 0)


def verdeeld(parts: Mapping[str, float], total: float, decimals: int = 1) -> dict[str, str]:
    """Parts of a total, rounded so that what is shown adds up to the total as `getal` shows it."""
    unit = 10**decimals
    exact = {id: unit * part for id, part in parts.items()}
    shown = int((_exact(total) * unit).quantize(Decimal(1), ROUND_HALF_UP))
    return {id: getal(value / unit, decimals) for id, value in _verdeeld(exact, shown).items()}


def plaatsen_van_100(shares: Sequence[float], eerste: int, *, kort: bool = False) -> list[str]:
    """The share of each place as `van_de_100` says it, together 100; the first as it was rounded among its rivals."""
    others = {str(n): share for n, share in enumerate(shares[1:])}
    total, left = sum(others.values()), 100 - eerste
    exact = {id: left * share / total if total else 0.0 for id, share in others.items()}
    whole = [eerste, *_verdeeld(exact, left if total else 0).values()]
    return [
        van_de_100(number / 100 if 0.005 <= share < 0.995 else share, kort=kort)
        for number, share in zip(whole, shares, strict=True)
    ]


def _verdeeld(exact: Mapping[str, float], total: int) -> dict[str, int]:
    """Parts as whole numbers that add up to a total that is theirs, give or take its rounding.

    Each is rounded down, and what is left goes to those that lost most by that, of equal ones to the first.
    """
    # Rounded first, so that what is rounding in the sums does not decide.
    steady = {id: round(value, 9) for id, value in exact.items()}
    whole = {id: math.floor(value) for id, value in steady.items()}
    left = total - sum(whole.values())
    for id in sorted(steady, key=lambda id: whole[id] - steady[id])[:left]:
        whole[id] += 1
    return whole


def van_de_100(share: float, *, kort: bool = False) -> str:
    """0.176 as "18", for a share that was counted in draws: near 0 and 1 it says no more than the count can."""
    if share < 0.005:
        return "<1" if kort else "minder dan 1"
    if share >= 0.995:
        return ">99" if kort else "meer dan 99"
    return getal(share * 100)


def opsomming(items: Sequence[str], voegwoord: str = "en") -> str:
    """["a", "b", "c"] as "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {voegwoord} {items[-1]}"


def hoofdletter(text: str) -> str:
    return text[:1].upper() + text[1:]


def kleine_letter(text: str) -> str:
    """For a name inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def afgekapt(value: float) -> str:
    """With one decimal, cut off: 4.97 as "4,9", so that it stays on its side of a threshold that is named."""
    return getal(math.floor(value * 10) / 10, 1)


def punten(value: float) -> str:
    """A number of points; "1 punt" and "12 punten"."""
    shown = getal(value)
    return f"{shown} punt" if shown in ("1", "-1") else f"{shown} punten"


def euro(value: int) -> str:
    """1234 as "€ 1.234", on one line."""
    return f"€\u00a0{getal(value)}"


def datum(day: date) -> str:
    """As it is typed and shown: "03-02-2027"."""
    return f"{day:%d-%m-%Y}"


def aantal(number: int, een: str, meer: str) -> str:
    """As in "1 punt" and "1.234 punten"."""
    return f"{getal(number)} {een if number == 1 else meer}"


def kans(chance: float) -> str:
    """An exact chance, no finer than anyone can picture: "23%", "4,2%", "minder dan 0,1%"."""
    if 0 < chance < 0.001:
        return "minder dan 0,1%"
    if 0.999 < chance < 1:
        return "meer dan 99,9%"
    return f"{getal(chance * 100, 1 if 0 < chance < 0.1 or 0.99 < chance < 1 else 0)}%"


def ingekort(text: str, most: int = 50) -> str:
    """The beginning of a text, where the whole of it stands elsewhere."""
    return text if len(text) <= most else f"{text[:most].rstrip()}..."
