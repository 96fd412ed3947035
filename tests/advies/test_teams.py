"""The chances of small teams, from what a region entered."""

import pytest

from advies.taal import kans
from advies.teams import kwetsbaarheid, teams_for
from dossier.model import Dossier


def dossier(afwezig: float | None, **mensen: int) -> Dossier:
    gemeenten = [{"naam": naam} for naam in ("Zandhoven", "Kustwijk", "Helmwaard")]
    teams = {"afwezig": afwezig, "mensen": [{"gemeente": naam, "mensen": n} for naam, n in mensen.items()]}
    return Dossier.model_validate({"regio": {"gemeenten": gemeenten}, "teams": teams})


def test_apart_and_together_by_hand() -> None:
    # at 20%: one person 0.2, two people 0.04; three in one team 0.008
    # on average 0.2 + 0.04 = 0.24; somewhere 1 - 0.8 * 0.96 = 0.232
    found = kwetsbaarheid(dossier(20, Zandhoven=1, Kustwijk=2))
    assert found is not None
    assert found.apart == pytest.approx({"Zandhoven": 0.2, "Kustwijk": 0.04})
    assert (found.samen, found.gemiddeld, found.ergens) == pytest.approx((0.008, 0.24, 0.232))


def test_who_did_not_say_is_left_out_and_named() -> None:
    teams = teams_for(dossier(20, Kustwijk=2))
    assert teams.bekend == {"Kustwijk": 2}
    assert teams.open == ["Helmwaard", "Zandhoven"]


def test_nothing_is_said_before_it_is_asked() -> None:
    assert kwetsbaarheid(dossier(None, Zandhoven=1)) is None
    assert kwetsbaarheid(dossier(20)) is None


def test_zero_is_an_answer() -> None:
    found = kwetsbaarheid(dossier(0, Zandhoven=0, Kustwijk=1))
    assert found is not None
    assert found.apart == {"Kustwijk": 0, "Zandhoven": 1}


def test_a_gemeente_that_left_is_parked() -> None:
    teams = teams_for(dossier(20, Weg=3, zandhoven=1))
    assert teams.geparkeerd == {"Weg": 3}
    assert teams.bekend == {"Zandhoven": 1}


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0, "0%"),
        (1e-9, "minder dan 0,1%"),
        (0.001, "0,1%"),
        (0.042, "4,2%"),
        (0.2345, "23%"),
        (0.995, "99,5%"),
        (0.9999, "meer dan 99,9%"),
        (1, "100%"),
    ],
)
def test_a_chance_in_words(chance: float, said: str) -> None:
    assert kans(chance) == said
