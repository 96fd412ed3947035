"""The region's own amounts, added up by hand."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from advies.begroting import Som, begroting_for
from dossier.model import Dossier
from dossier.uitvoering import KOSTENSOORTEN

A, B = {"naam": "Zandhoven"}, {"naam": "Kustwijk"}


def dossier(*gemeenten: dict[str, str], **amounts: dict[str, int]) -> Dossier:
    begroting = [
        {"gemeente": naam, "soort": soort, "euro": euro}
        for naam, kinds in amounts.items()
        for soort, euro in kinds.items()
    ]
    return Dossier.model_validate({"regio": {"gemeenten": gemeenten}, "begroting": begroting})


FULL = {"team_nu": 80_000, "team_straks": 100_000, "doorlopend": 10_000, "overgang": 25_000, "desintegratie": 12_500}


def test_one_gemeente_by_hand() -> None:
    # later: 100,000 + 10,000 = 110,000 a year, 30,000 more than the 80,000 of now; once 25,000 + 12,500 = 37,500
    kosten = begroting_for(dossier(A, Zandhoven=FULL)).gemeenten["Zandhoven"]
    assert (kosten.per_jaar_nu.euro, kosten.per_jaar_straks.euro, kosten.verschil) == (80_000, 110_000, 30_000)
    assert (kosten.eenmalig.euro, kosten.open) == (37_500, 0)


def test_the_region_is_the_sum_of_its_gemeenten() -> None:
    # now 80,000 + 300,000; later 110,000 + 250,000: 20,000 less a year
    other = {"team_nu": 300_000, "team_straks": 250_000, "doorlopend": 0, "overgang": 0, "desintegratie": 500}
    regio = begroting_for(dossier(A, B, Zandhoven=FULL, Kustwijk=other)).regio
    assert (regio.per_jaar_nu.euro, regio.per_jaar_straks.euro, regio.verschil) == (380_000, 360_000, -20_000)
    assert regio.eenmalig.euro == 38_000


def test_nothing_filled_in_is_not_zero() -> None:
    found = begroting_for(dossier(A, B, Zandhoven={"team_nu": 0}))
    assert found.gemeenten["Zandhoven"].per_jaar_nu == Som(0, 0, 1)
    assert found.gemeenten["Kustwijk"].per_jaar_nu == Som(None, 1, 1)
    assert found.regio.per_jaar_nu == Som(0, 1, 2)
    assert (found.regio.open, found.regio.totaal) == (9, 10)


def test_no_difference_is_named_until_both_years_are_complete() -> None:
    assert begroting_for(dossier(A, Zandhoven={"team_nu": 5, "team_straks": 7})).regio.verschil is None
    whole = {"team_nu": 5, "team_straks": 7, "doorlopend": 0}
    assert begroting_for(dossier(A, Zandhoven=whole)).regio.verschil == 2
    assert begroting_for(dossier(A, B, Zandhoven=whole)).regio.verschil is None


def test_a_gemeente_that_left_is_parked_and_does_not_count() -> None:
    found = begroting_for(dossier(B, Zandhoven=FULL, Kustwijk={"team_nu": 1}))
    assert found.regio.per_jaar_nu.euro == 1
    assert list(found.gemeenten) == ["Kustwijk"]
    assert found.geparkeerd["Zandhoven"].eenmalig.euro == 37_500


def test_capitals_make_no_other_gemeente() -> None:
    found = begroting_for(dossier({"naam": "ZANDHOVEN"}, Zandhoven=FULL))
    assert found.regio.per_jaar_nu.euro == 80_000
    assert not found.geparkeerd


AMOUNTS = st.dictionaries(
    st.tuples(st.sampled_from(["Zandhoven", "Kustwijk", "Weg"]), st.sampled_from(KOSTENSOORTEN)),
    st.integers(0, 1_000_000_000),
)


@given(AMOUNTS)
def test_every_amount_is_counted_once(amounts: dict[tuple[str, str], int]) -> None:
    entered: dict[str, dict[str, int]] = {}
    for (naam, soort), euro in amounts.items():
        entered.setdefault(naam, {})[soort] = euro
    found = begroting_for(dossier(A, B, **entered))
    parts: list[Any] = [*found.gemeenten.values(), *found.geparkeerd.values()]
    total = sum(som.euro or 0 for kosten in parts for som in kosten.bedragen.values())
    assert total == sum(amounts.values())
    for kosten in parts:
        yearly = kosten.per_jaar_nu, kosten.per_jaar_straks, kosten.eenmalig
        assert sum(som.euro or 0 for som in yearly) == sum(som.euro or 0 for som in kosten.bedragen.values())
