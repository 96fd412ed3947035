"""What people type is read as they mean it, or refused in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.invoer import Onleesbaar, lees_bedrag, lees_datum, lees_mensen, lees_procent
from advies.taal import datum, euro


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("03-12-2027", date(2027, 12, 3)),
        ("3-12-2027", date(2027, 12, 3)),
        (" 3/12/2027 ", date(2027, 12, 3)),
        ("3.12.2027", date(2027, 12, 3)),
        ("3 12 2027", date(2027, 12, 3)),
        ("2027-12-03", date(2027, 12, 3)),
        ("29-02-2028", date(2028, 2, 29)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_date_is_read_day_first(typed: str, meant: date | None) -> None:
    assert lees_datum(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30-02-2027", "Dag 30 bestaat niet in februari 2027: die maand heeft 28 dagen."),
        ("29-02-2027", "die maand heeft 28 dagen"),
        ("30-02-2028", "die maand heeft 29 dagen"),
        ("00-01-2027", "Dag 0 bestaat niet in januari 2027"),
        ("31-04-2027", "april 2027: die maand heeft 30 dagen"),
        ("12-31-2027", "Maand 31 bestaat niet. Schrijf eerst de dag en dan de maand"),
        ("01-01-1999", "Het jaar 1999 kan niet. Kies een jaar van 2000 tot en met 2100."),
        ("01-01-2101", "Het jaar 2101 kan niet"),
        ("01-01-27", "Schrijf het jaar met vier cijfers"),
        ("01-01-20277", "Schrijf het jaar met vier cijfers"),
        ("volgende week", "Deze datum kunnen wij niet lezen"),
        ("01-02", "Deze datum kunnen wij niet lezen"),
    ],
)
def test_a_date_that_is_none_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(Onleesbaar) as refused:
        lees_datum(typed)
    assert said in str(refused.value)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_date_as_it_is_shown_is_read_again(day: date) -> None:
    assert lees_datum(datum(day)) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1234", 1234),
        ("1.234", 1234),
        ("€ 1.234.567", 1234567),
        ("12 500", 12500),
        ("1.234,00", 1234),
        ("1234,-", 1234),
        ("0", 0),
        ("007", 7),
        ("1000000000", 1_000_000_000),
        ("", None),
        ("€", None),
    ],
)
def test_an_amount_is_read_as_dutch_whole_euros(typed: str, meant: int | None) -> None:
    assert lees_bedrag(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-5", "Een bedrag kan niet lager zijn dan nul"),
        ("−5", "Een bedrag kan niet lager zijn dan nul"),
        ("€ -1.000", "Een bedrag kan niet lager zijn dan nul"),
        ("1.234,50", "Vul hele euro's in, zonder centen"),
        ("12.50", "Vul hele euro's in, zonder centen"),
        ("1000000001", "boven 1 miljard euro nemen wij niet aan"),
        ("9" * 5000, "boven 1 miljard euro nemen wij niet aan"),
        ("12.3456", "Dit bedrag kunnen wij niet lezen"),
        ("1,234", "Dit bedrag kunnen wij niet lezen"),
        ("tien", "Dit bedrag kunnen wij niet lezen"),
        ("1e9", "Dit bedrag kunnen wij niet lezen"),
        ("10k", "Dit bedrag kunnen wij niet lezen"),
    ],
)
def test_an_amount_that_is_none_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(Onleesbaar) as refused:
        lees_bedrag(typed)
    assert said in str(refused.value)


@given(st.integers(0, 1_000_000_000))
def test_an_amount_as_it_is_shown_is_read_again(amount: int) -> None:
    assert lees_bedrag(euro(amount)) == amount


@pytest.mark.parametrize(("typed", "meant"), [("3", 3), (" 0 ", 0), ("100", 100), ("", None)])
def test_a_number_of_people(typed: str, meant: int | None) -> None:
    assert lees_mensen(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2,5", "geen fte"),
        ("-1", "Vul een heel getal in"),
        ("twee", "Vul een heel getal in"),
        ("²", "Vul een heel getal in"),
        ("101", "Meer dan 100 mensen"),
        ("9" * 5000, "Meer dan 100 mensen"),
    ],
)
def test_a_number_of_people_that_is_none(typed: str, said: str) -> None:
    with pytest.raises(Onleesbaar, match=said):
        lees_mensen(typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("35 %", 35), ("0", 0), ("100", 100), ("", None)]
)
def test_a_percentage(typed: str, meant: float | None) -> None:
    assert lees_procent(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [("101", "Meer dan 100%"), ("-1", "van 0 tot en met 100"), ("nan", "van 0 tot"), ("9" * 400, "Meer dan 100%")],
)
def test_a_percentage_that_is_none(typed: str, said: str) -> None:
    with pytest.raises(Onleesbaar, match=said):
        lees_procent(typed)
