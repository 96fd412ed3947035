"""The chart of contributions, looked at from inside."""

import pytest

from advies.rangorde import advise
from dossier.model import Dossier
from handreiking.model import Handreiking
from pages.grafieken import bijdragen

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


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
