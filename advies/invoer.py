"""Reading what people type in Dutch: dates, amounts, numbers. What cannot be read is refused in words."""

import calendar
import re
from datetime import date

from dossier.uitvoering import EERSTE_JAAR, LAATSTE_JAAR, MEESTE_EUROS, MEESTE_MENSEN

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d+)")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
#: A point only where thousands are: "12.50" is half twelve for one person and a typing error for another.
_WHOLE = re.compile(r"\d+|\d{1,3}([. ]\d{3})+")


class Onleesbaar(ValueError):
    """What was typed cannot be taken; the message says why and what to do."""


def lees_datum(text: str) -> date | None:
    """A date as 03-02-2027, day first; None when nothing was typed."""
    typed = " ".join(text.split())
    if not typed:
        return None
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(typed):
        day, month, year = found.groups()
    else:
        raise Onleesbaar("Deze datum kunnen wij niet lezen. Schrijf dag, maand en jaar, zoals 03-12-2027.")
    if len(year) != 4:
        raise Onleesbaar("Schrijf het jaar met vier cijfers, zoals 03-12-2027.")
    return _existing(int(day), int(month), int(year))


def _existing(day: int, month: int, year: int) -> date:
    if not EERSTE_JAAR <= year <= LAATSTE_JAAR:
        raise Onleesbaar(f"Het jaar {year} kan niet. Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
    if not 1 <= month <= 12:
        raise Onleesbaar(f"Maand {month} bestaat niet. Schrijf eerst de dag en dan de maand, zoals 03-12-2027.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise Onleesbaar(
            f"Dag {day} bestaat niet in {_MAANDEN[month - 1]} {year}: die maand heeft {days} dagen. Controleer de dag."
        )
    return date(year, month, day)


def lees_bedrag(text: str) -> int | None:
    """Whole euros as 1.234 or € 1234; None when nothing was typed."""
    typed = " ".join(text.replace("€", " ").split())
    if not typed:
        return None
    if typed.startswith(("-", "−")):
        raise Onleesbaar("Een bedrag kan niet lager zijn dan nul. Vul de kosten in zonder minteken.")
    whole = re.sub(r",(00|-|--|—)?$", "", typed)
    if not _WHOLE.fullmatch(whole):
        if re.fullmatch(r"[\d. ]+[,.]\d{1,2}", typed):
            raise Onleesbaar("Vul hele euro's in, zonder centen: 1.234 en niet 1.234,50.")
        raise Onleesbaar("Dit bedrag kunnen wij niet lezen. Vul alleen cijfers in, zoals 1.234 of 1234.")
    euro = _number(whole)
    if euro > MEESTE_EUROS:
        raise Onleesbaar(
            "Een bedrag boven 1 miljard euro nemen wij niet aan. Controleer of er geen cijfer te veel staat."
        )
    return euro


def lees_mensen(text: str) -> int | None:
    """A number of people; None when nothing was typed."""
    typed = " ".join(text.split())
    if not typed:
        return None
    if re.fullmatch(r"\d+[.,]\d+", typed):
        raise Onleesbaar("Vul een heel aantal mensen in, geen fte: iemand die deels werkt, telt als 1.")
    if not typed.isascii() or not typed.isdigit():
        raise Onleesbaar("Dit aantal kunnen wij niet lezen. Vul een heel getal in, zoals 3.")
    people = _number(typed)
    if people > MEESTE_MENSEN:
        raise Onleesbaar(f"Meer dan {MEESTE_MENSEN} mensen per gemeente nemen wij niet aan. Controleer het aantal.")
    return people


def lees_procent(text: str) -> float | None:
    """A percentage as 12 or 12,5; None when nothing was typed."""
    typed = text.replace("%", " ").strip()
    if not typed:
        return None
    if not re.fullmatch(r"\d+([.,]\d{1,2})?", typed, re.ASCII):
        raise Onleesbaar("Dit percentage kunnen wij niet lezen. Vul een getal van 0 tot en met 100 in, zoals 12,5.")
    share = float(typed.replace(",", "."))
    if share > 100:
        raise Onleesbaar("Meer dan 100% van de tijd kan niet. Vul een getal van 0 tot en met 100 in.")
    return share


def _number(digits: str) -> int:
    """Digits with points or spaces between; cut off where it is beyond any limit, since long ones cost time."""
    return int(re.sub(r"\D", "", digits).lstrip("0")[:20] or "0")
