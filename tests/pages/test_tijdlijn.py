"""The timeline, looked at from inside."""

from datetime import date

import plotly.graph_objects as go

from advies.plan import Planregel, Tijdregel
from dossier.uitvoering import PlanPunt, Voortgang
from pages.tijdlijn import tijdlijn

TODAY = date(2027, 2, 1)


def line(nummer: int, begin: date, eind: date, status: Voortgang = "te_doen", tekst: str = "Bellen") -> Tijdregel:
    punt = PlanPunt(id="WP-01", begin=begin, eind=eind, status=status)
    return Tijdregel(nummer, Planregel("WP-01", tekst, "werkprocessen", "actie", "", punt), begin, eind)


def labels(figure: go.Figure) -> list[str]:
    return [label.text for label in figure.layout.annotations]


def test_a_bar_runs_from_the_first_day_through_the_last() -> None:
    figure = tijdlijn([line(1, date(2027, 1, 1), date(2027, 1, 31))], TODAY)
    bar = figure.data[0]
    assert (bar.base[0], bar.x[0] / (24 * 60 * 60 * 1000)) == ("2027-01-01", 31)


def test_one_day_is_a_diamond_that_can_be_seen_however_long_the_rest_is() -> None:
    figure = tijdlijn(
        [line(1, date(2027, 1, 1), date(2029, 1, 31)), line(2, date(2028, 1, 1), date(2028, 1, 1))], TODAY
    )
    bars, diamonds = figure.data
    assert (list(bars.y), list(diamonds.y), list(diamonds.x)) == ([1], [2], ["2028-01-01"])
    assert diamonds.marker.size >= 10


def test_status_is_told_in_words_too() -> None:
    days = date(2027, 1, 1), date(2027, 1, 31)
    figure = tijdlijn([line(1, *days), line(2, *days, "bezig"), line(3, *days, "klaar")], date(2030, 1, 1))
    assert labels(figure) == ["1. Te doen: Bellen", "2. Bezig: Bellen", "3. Klaar: Bellen"]
    assert len(set(figure.data[0].marker.color)) == 3


def test_what_was_typed_is_no_markup_and_no_longer_than_a_phone_is_wide() -> None:
    figure = tijdlijn([line(1, TODAY, TODAY, tekst="<b>vet</b> " + "x" * 100)], date(2030, 1, 1))
    (label,) = labels(figure)
    assert label.startswith("1. Te doen: &lt;b&gt;vet&lt;/b&gt; xxx")
    assert label.endswith("x...")
    assert len(label) < 70


def test_today_is_marked_when_it_is_in_sight() -> None:
    days = date(2027, 1, 1), date(2027, 3, 31)
    assert labels(tijdlijn([line(1, *days)], TODAY))[-1] == "vandaag"
    assert "vandaag" not in labels(tijdlijn([line(1, *days)], date(2030, 1, 1)))


def test_every_point_is_inside_the_figure() -> None:
    lines = [line(n, date(2027, n, 1), date(2027, n, 28)) for n in range(1, 13)]
    figure = tijdlijn(lines, TODAY)
    bottom, top = figure.layout.yaxis.range
    assert top < 1
    assert bottom > 12
    assert figure.layout.xaxis.range[0] < "2027-01-01"
    assert figure.layout.xaxis.range[1] > "2027-12-28"
    assert figure.layout.height >= 12 * 44
