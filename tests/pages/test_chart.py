"""The charts, looked at from inside."""

import pytest

from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.model import Handreiking
from pages.grafieken import bijdragen, gewichten, lijnen, plaatsen

REGION = Dossier.model_validate(
    {
        "weging": {"invoer": {"schuiven": {"kosten": 60, "aansluiting": 40}}},
        "randvoorwaarden": [{"id": "RV-03", "status": "zacht"}],
    }
)


def test_parts_of_a_bar_add_up_to_the_points_beside_it(guide: Handreiking) -> None:
    advies = advise(guide, REGION)
    best = [h.beste_vorm for h in advies.hoofdvarianten if h.beste_vorm]
    figure = bijdragen(advies, best, ["Een", "Twee", "Drie"])
    for n, vorm in enumerate(best):
        assert sum(bar.x[n] for bar in figure.data) == pytest.approx(vorm.waarde)
        assert figure.layout.annotations[n].x == vorm.waarde


def test_every_part_can_be_told_without_colour(guide: Handreiking) -> None:
    advies = advise(guide, REGION)
    assert advies.beste is not None
    figure = bijdragen(advies, [advies.beste], ["Een"])
    assert [bar.text[0] for bar in figure.data] == list("ABCDEFG")
    assert [bar.name for bar in figure.data] == [advies.naam_van(id) for id in advies.gewichten]


def test_white_letters_are_readable_on_every_colour(guide: Handreiking) -> None:
    advies = advise(guide, REGION)
    assert advies.beste is not None
    for bar in bijdragen(advies, [advies.beste], ["Een"]).data:
        assert 1.05 / (luminance(bar.marker.color) + 0.05) >= 4.5


def test_places_of_each_option_fill_its_bar_and_are_named_in_it() -> None:
    figure = plaatsen(["Een", "Twee"], [(0.98, 0.02), (0.004, 0.996)], [98, 0])
    assert [sum(bar.x[n] for bar in figure.data) for n in range(2)] == pytest.approx([100, 100])
    assert [bar.text for bar in figure.data] == [("1e: 98", "1e: &lt;1"), ("2e: 2", "2e: &gt;99")]


def test_places_are_readable_on_their_colours() -> None:
    figure = plaatsen(["Een", "Twee", "Drie"], [(0.2, 0.3, 0.5)] * 3, [34, 33, 33])
    for bar in figure.data:
        light, dark = sorted((luminance(bar.marker.color), luminance(bar.textfont.color)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_lines_can_be_told_without_colour_and_mark_where_they_are_now(guide: Handreiking) -> None:
    verloop = advise(guide, REGION).lijnen("kosten")
    figure = lijnen(verloop, ["Een", "Twee", "Drie"], "kosten")
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert len({trace.line.dash for trace in lines}) == 3
    # Kosten and aansluiting share four fifths: the soft randvoorwaarde has its own fifth.
    assert figure.layout.shapes[0].x0 == pytest.approx(60 * 0.8)
    crossings = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert [list(trace.x) for trace in crossings] == [[100 * punt.gewicht for punt in verloop.kantelpunten]]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_bar_per_weight_says_its_name_and_percent() -> None:
    figure = gewichten(["Kosten", "<b>x</b>", "n" * 40], [0.6, 0.3, 0.1], ["60%", "30%", "10%"])
    assert list(figure.data[0].x) == [0.6, 0.3, 0.1]
    assert [line.text for line in figure.layout.annotations] == [
        "<b>60%</b> Kosten",
        "<b>30%</b> &lt;b&gt;x&lt;/b&gt;",
        f"<b>10%</b> {'n' * 36}...",
    ]
