"""What must hold for the ranking whatever a region enters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.rangorde import GeenGewicht, advise
from dossier.model import Dossier
from handreiking.load import load_handreiking

GUIDE = load_handreiking()
KENMERKEN = list(GUIDE.kenmerken)
CHOICES = [id for id, r in GUIDE.randvoorwaarden.randvoorwaarden.items() if r.gebruik == "keuze"]

some_weights = st.fixed_dictionaries({id: st.integers(0, 100) for id in KENMERKEN}).filter(lambda w: any(w.values()))
some_demands = st.lists(st.sampled_from(CHOICES), unique=True, max_size=4).flatmap(
    lambda ids: st.tuples(
        *(
            st.fixed_dictionaries(
                {"id": st.just(id), "status": st.sampled_from(["hard", "zacht"]), "gewicht": st.integers(0, 100)}
            )
            for id in ids
        )
    )
)
some_answers = st.fixed_dictionaries(
    {}, optional={id: st.sampled_from(list(o.antwoorden)) for id, o in GUIDE.omstandigheden.items()}
)
dossiers = st.builds(
    lambda weights, demands, answers, share, reading: Dossier.model_validate(
        {
            "weging": {"invoer": {"schuiven": weights}, "aandeel_randvoorwaarden": share},
            "randvoorwaarden": demands,
            "omstandigheden": answers,
            "lezing": reading,
        }
    ),
    some_weights,
    some_demands,
    some_answers,
    st.sampled_from([0.0, 0.2, 0.5]),
    st.sampled_from(["gewoon", "strikt"]),
)


def scaled(dossier: Dossier, factor: float) -> Dossier:
    weights = {id: weight * factor for id, weight in dossier.weging.invoer.schuiven.items()}
    return Dossier.model_validate(dict(dossier) | {"weging": dict(dossier.weging) | {"invoer": {"schuiven": weights}}})


@given(dossiers)
def test_contributions_add_up_to_the_points_and_weights_to_one(dossier: Dossier) -> None:
    advies = advise(GUIDE, dossier)
    assert sum(advies.gewichten.values()) == pytest.approx(1)
    for vorm in advies.vormen:
        assert sum(vorm.bijdragen.values()) == pytest.approx(vorm.waarde)
        assert -1e-9 <= vorm.waarde <= 100 + 1e-9


@given(dossiers, st.floats(0.01, 0.99))
def test_only_the_proportion_of_weights_matters(dossier: Dossier, factor: float) -> None:
    before, after = advise(GUIDE, dossier), advise(GUIDE, scaled(dossier, factor))
    for vorm in before.vormen:
        assert after.vorm(vorm.optie.id).waarde == pytest.approx(vorm.waarde)


@given(dossiers)
def test_the_order_of_vormen_in_the_files_does_not_matter(dossier: Dossier) -> None:
    turned = GUIDE.varianten.model_copy(update={"vormen": dict(reversed(list(GUIDE.varianten.vormen.items())))})
    before, after = advise(GUIDE, dossier), advise(GUIDE.model_copy(update={"varianten": turned}), dossier)
    for vorm in before.vormen:
        again = after.vorm(vorm.optie.id)
        assert again.rang == vorm.rang
        assert again.waarde == pytest.approx(vorm.waarde)


@given(dossiers, st.sampled_from(list(GUIDE.vormen)), st.floats(0, 1))
def test_a_dominated_option_never_changes_the_winner(dossier: Dossier, like: str, less: float) -> None:
    """An own vorm that is nowhere better than another, and somewhere worse."""
    before = advise(GUIDE, dossier)
    cells = {id: before.matrix.cellen[like, id] for id in KENMERKEN}
    scores = {
        id: {
            "punt": max(1.0, cel.punt - less),
            "laag": max(1.0, cel.laag - less),
            "hoog": max(1.0, cel.hoog - less),
        }
        for id, cel in cells.items()
    }
    own = {
        "id": "EV-1",
        "naam": "Kopie, iets minder",
        "hoofdvariant": GUIDE.vormen[like].hoofdvariant,
        "inrichting": GUIDE.vormen[like].inrichting.model_dump(),
        "scores": scores,
        "oordelen": dict.fromkeys(CHOICES, "voldoet_niet"),
    }
    after = advise(GUIDE, Dossier.model_validate(dict(dossier) | {"eigen_vormen": [own]}))
    first = {h.id for h in before.hoofdvarianten if h.rang == 1}
    assert {h.id for h in after.hoofdvarianten if h.rang == 1} == first or before.oordeel == "geen_toegestaan"
    for vorm in before.vormen:
        assert after.vorm(vorm.optie.id).waarde == pytest.approx(vorm.waarde), "an extra option moved another"


@given(dossiers)
def test_a_hoofdvariant_is_as_good_as_its_best_vorm_that_is_left(dossier: Dossier) -> None:
    advies = advise(GUIDE, dossier)
    for hoofdvariant in advies.hoofdvarianten:
        left = [v.waarde for v in advies.vormen if v.optie.hoofdvariant == hoofdvariant.id and v.doet_mee]
        assert hoofdvariant.waarde == (pytest.approx(max(left)) if left else None)


@given(dossiers)
def test_a_dominated_vorm_is_never_alone_on_top(dossier: Dossier) -> None:
    advies = advise(GUIDE, dossier)
    for vorm in advies.vormen:
        if vorm.gedomineerd_door:
            better = advies.vorm(vorm.gedomineerd_door.id)
            assert better.waarde >= vorm.waarde - 1e-9
            assert better.doet_mee


@given(dossiers)
def test_the_same_dossier_gives_the_same_advice(dossier: Dossier) -> None:
    assert advise(GUIDE, dossier) == advise(GUIDE, dossier)


def test_all_weights_at_zero_is_refused_and_not_shared_out() -> None:
    nothing = Dossier.model_validate({"weging": {"invoer": {"schuiven": dict.fromkeys(KENMERKEN, 0)}}})
    with pytest.raises(GeenGewicht, match="alle kenmerken wegen nu 0"):
        advise(GUIDE, nothing)
