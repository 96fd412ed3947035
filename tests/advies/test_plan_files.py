"""The plan as a spreadsheet and as a calendar, held against what Excel does and against RFC 5545."""

import csv
import io
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.plan import Plan, plan_for
from advies.plan_agenda import escaped, in_agenda, to_ical
from advies.plan_bestand import KOLOMMEN, to_csv
from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.load import load_handreiking

GUIDE = load_handreiking()
CHANGED = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
NASTY = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), max_size=200
).map(lambda text: f"{text};,\\\n{text}")


def plan_with(*agreed: dict[str, Any], **parts: Any) -> Plan:
    dossier = Dossier.model_validate({"huidige_vorm": "C-A2", "gekozen_vorm": "L", "plan": agreed} | parts)
    return plan_for(GUIDE, dossier, advise(GUIDE, dossier))


def own(tekst: str, **fields: Any) -> dict[str, Any]:
    return {"id": "EA-1", "tekst": tekst, "groep": "begroting", "volgorde": 1, **fields}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def ical(plan: Plan, *, regio: str = "Regio Test", bron: str = "abc", versie: int = 7) -> bytes:
    return to_ical(plan, regio=regio, bron=bron, versie=versie, gewijzigd=CHANGED)


def properties(data: bytes) -> list[list[str]]:
    """The content lines of each event, unfolded as section 3.1 says."""
    text = data.decode().replace("\r\n ", "")
    return [event.split("\r\n") for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)\r\nEND:VEVENT", text, re.DOTALL)]


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL)


def test_excel_in_dutch_reads_it_as_columns_in_utf8() -> None:
    data = to_csv(plan_with(own("Één; twee")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.split(b"\r\n")[0].decode("utf-8-sig") == ";".join(KOLOMMEN)
    (found,) = (row for row in rows(data) if row["Nummer"] == "EA-1")
    assert found["Punt"] == "Één; twee"


def test_every_point_is_a_row_with_what_was_agreed_and_the_parked_ones_last() -> None:
    agreed = {"eigenaar": "projectleider", "begin": "2027-02-01", "eind": "2027-03-01", "status": "bezig"}
    found = rows(to_csv(plan_with({"id": "WP-01", "notitie": "Een\nTwee", **agreed}, {"id": "WP-05", "eigenaar": "x"})))
    assert len(found) == 42
    row = next(row for row in found if row["Nummer"] == "WP-01")
    assert (row["Onderwerp"], row["Soort"], row["Eigenaar"]) == ("Werkprocessen", "Vraag", "projectleider")
    assert (row["Begin"], row["Eind"], row["Status"], row["Notitie"]) == (
        "2027-02-01",
        "2027-03-01",
        "bezig",
        "Een\nTwee",
    )
    assert row["Geldt nu"] == "ja"
    assert (found[-1]["Nummer"], found[-1]["Geldt nu"]) == ("WP-05", "nee, geparkeerd")


@pytest.mark.parametrize("typed", ["=1+1", "+31 6", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "＝1"])
def test_what_a_spreadsheet_would_run_stays_text(typed: str) -> None:
    found = rows(to_csv(plan_with(own(typed, eigenaar=typed, notitie=typed))))
    row = next(row for row in found if row["Nummer"] == "EA-1")
    assert (row["Punt"], row["Eigenaar"], row["Notitie"]) == (f"'{typed}",) * 3


@given(NASTY, NASTY)
def test_no_cell_begins_a_formula_and_every_text_comes_back(note: str, text: str) -> None:
    plan = plan_with(own(f"x{text}"[:300], notitie=note))
    found = rows(to_csv(plan))
    for row in found:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    row = next(row for row in found if row["Nummer"] == "EA-1")
    assert row["Notitie"].removeprefix("'") == plan.eigen[0].punt.notitie.removeprefix("'")
    assert row["Punt"] == plan.eigen[0].tekst


def test_a_calendar_is_what_the_standard_asks_for() -> None:
    data = ical(plan_with({"id": "WP-01", "eigenaar": "projectleider", "begin": "2027-02-01", "eind": "2027-02-28"}))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Toegangswijzer//Plan//NL\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert properties(data) == [
        [
            "UID:WP-01.abc@toegangswijzer",
            "DTSTAMP:20270102T030405Z",
            "SEQUENCE:7",
            "DTSTART;VALUE=DATE:20270228",
            "DTEND;VALUE=DATE:20270301",
            "SUMMARY:Wie doet er mee\\, en op welk moment?",
            "DESCRIPTION:Werkprocessen (vraag)\\nRegio: Regio Test\\nEigenaar: projectleider\\nStatus: te doen",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
        ]
    ]


def test_only_points_with_a_date_are_in_it_and_a_beginning_counts_when_there_is_no_end() -> None:
    data = ical(plan_with({"id": "WP-01", "begin": "2027-02-01"}, {"id": "WP-02", "eigenaar": "projectleider"}))
    (event,) = properties(data)
    assert "DTSTART;VALUE=DATE:20270201" in event


def test_what_was_dropped_is_cancelled() -> None:
    (event,) = properties(ical(plan_with({"id": "WP-01", "eind": "2027-02-01", "status": "vervalt"})))
    assert "STATUS:CANCELLED" in event


def test_the_name_of_an_event_stays_when_all_else_changes() -> None:
    before = properties(ical(plan_with({"id": "WP-01", "eind": "2027-02-01"})))
    after = properties(
        ical(plan_with({"id": "WP-01", "eind": "2028-02-01", "eigenaar": "x"}), versie=9, regio="Anders")
    )
    assert before[0][0] == after[0][0]
    other = properties(ical(plan_with({"id": "WP-01", "eind": "2027-02-01"}), bron="def"))
    assert other[0][0] != before[0][0]


def test_without_any_date_it_is_an_empty_calendar() -> None:
    assert properties(ical(plan_with())) == []
    assert in_agenda(plan_with()) == ()  # so the screen offers none: it would not be valid


def test_special_characters_are_escaped() -> None:
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"


@given(NASTY, NASTY, st.text(st.characters(categories=["L", "So"]), max_size=50))
def test_lines_are_short_whole_and_come_back(note: str, text: str, regio: str) -> None:
    plan = plan_with(own(f"x{text}"[:300], eind="2027-02-01", notitie=note))
    data = ical(plan, regio=regio)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        line.decode()  # no character is cut through
        assert b"\n" not in line
        assert b"\r" not in line
    (event,) = properties(data)
    values = dict(line.split(":", 1) for line in event)
    assert unescaped(values["SUMMARY"]) == plan.eigen[0].tekst
    assert unescaped(values["DESCRIPTION"]).endswith(plan.eigen[0].punt.notitie)
