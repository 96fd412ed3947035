"""Every way of weighing gives weights that one can work out by hand, says what is to do, and never stops the advice."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advies.rangorde import GeenGewicht, advise
from advies.weegwijze import Weegwijze
from advies.weging import METHODEN, as_sliders, entered, heaviest, let_op, weegwijze, weegwijzen, with_sliders
from dossier.model import Dossier, SnelleStart, Weging
from tests.advies.ways import GUIDE, IDS, KENMERKEN, ends, pairs, region, statements

LEEG = Dossier()
AGREED = dict(zip(IDS, [8, 4, 2, 2, 1, 1], strict=True))


def stands(dossier: Dossier) -> Weegwijze:
    return weegwijze(dossier.weging, KENMERKEN)


def by(dossier: Dossier) -> list[float]:
    """The weights that the advice counts with."""
    return list(advise(GUIDE, dossier).gewichten.values())


@pytest.mark.parametrize(
    ("methode", "value", "weights"),
    [
        ("schuiven", {"deskundigheid": 100, "kosten": 25}, [0.8, 0.2, 0, 0, 0, 0]),
        ("punten", {"deskundigheid": 50, "kosten": 30, "betrokkenheid": 20}, [0.5, 0.3, 0, 0, 0, 0.2]),
        # ROC of six: 1/6 (1 + 1/2 + ... + 1/6) = 147/360 and so on; the two that share take the mean of 87 and 57.
        (
            "rangorde",
            dict(zip(IDS, [1, 2, 2, 4, 5, 6], strict=True)),
            [147 / 360, 72 / 360, 72 / 360, 37 / 360, 22 / 360, 10 / 360],
        ),
        ("paarsgewijs", pairs(AGREED), [8 / 18, 4 / 18, 2 / 18, 2 / 18, 1 / 18, 1 / 18]),
        ("beste_slechtste", ends(AGREED), [8 / 18, 4 / 18, 2 / 18, 2 / 18, 1 / 18, 1 / 18]),
        # 2, 1, 0, 2 doubled, 1 doubled and 1: ten points.
        (
            "snelle_start",
            statements(
                "eens", "neutraal", "oneens", "eens", "neutraal", "neutraal", continuiteit=True, aansluiting=True
            ),
            [0.2, 0.1, 0, 0.4, 0.2, 0.1],
        ),
    ],
)
def test_a_finished_way_gives_its_weights(methode: str, value: Any, weights: list[float]) -> None:
    dossier = region(methode, value)
    wijze = stands(dossier)
    assert (wijze.stand, wijze.nog) == ("klaar", "")
    assert by(dossier) == pytest.approx(weights, abs=1e-6)
    assert advise(GUIDE, dossier).oordeel != "nog_niet_gewogen"


@pytest.mark.parametrize(
    ("methode", "value", "todo"),
    [
        ("punten", {"deskundigheid": 50, "kosten": 35}, "U hebt nog 15 punten te verdelen."),
        ("punten", {"deskundigheid": 99}, "U hebt nog 1 punt te verdelen."),
        ("punten", {"deskundigheid": 90, "kosten": 35}, "U gaf 25 punten te veel."),
        (
            "rangorde",
            dict(zip(IDS[:4], [1, 2, 3, 4], strict=True)),
            "Nog geen plaats voor aansluiting bij lokaal beleid en betrokkenheid regiogemeenten.",
        ),
        ("paarsgewijs", dict(list(pairs(AGREED).items())[:12]), "Nog 3 van de 15 paren te gaan."),
        ("beste_slechtste", {"beste": "kosten"}, "Kies eerst het belangrijkste en het minst belangrijke kenmerk."),
        ("beste_slechtste", {"beste": "kosten", "slechtste": "kosten"}, "Kies twee verschillende."),
        ("beste_slechtste", {"beste": "kosten", "slechtste": "uniformiteit"}, "Nog 9 van de 9 vragen te gaan."),
        ("snelle_start", statements("eens", "oneens"), "Nog 4 van de 6 stellingen te gaan."),
    ],
)
def test_an_unfinished_way_says_what_is_to_do(methode: str, value: Any, todo: str) -> None:
    wijze = stands(region(methode, value))
    assert wijze.stand == "onaf"
    assert todo in wijze.nog


def test_points_given_so_far_count() -> None:
    assert by(region("punten", {"deskundigheid": 30, "kosten": 10})) == pytest.approx([0.75, 0.25, 0, 0, 0, 0])


def test_what_has_no_place_yet_shares_the_last_ones() -> None:
    # ROC of six: the first 147/360; the five others share (87 + 57 + 37 + 22 + 10) / 360 / 5.
    assert by(region("rangorde", {"kosten": 1})) == pytest.approx([*[0.11833333], 147 / 360, *[0.11833333] * 4])


@pytest.mark.parametrize("methode", ["paarsgewijs", "beste_slechtste", "snelle_start"])
def test_without_all_comparisons_the_region_has_not_weighed(methode: str) -> None:
    part = {
        "paarsgewijs": dict(list(pairs(AGREED).items())[:14]),
        "beste_slechtste": {"beste": "kosten", "slechtste": "uniformiteit"},
        "snelle_start": statements("eens", "eens", "eens", "eens", "eens"),
    }[methode]
    assert advise(GUIDE, region(methode, part)).oordeel == "nog_niet_gewogen"


@pytest.mark.parametrize(
    ("methode", "value"),
    [
        ("schuiven", {"kosten": 0}),
        ("punten", {"kosten": 0}),
        ("snelle_start", statements(*["oneens"] * 6, kosten=True)),
    ],
)
def test_all_zero_is_an_error_and_not_an_equal_split(methode: str, value: Any) -> None:
    dossier = region(methode, value)
    assert stands(dossier).stand == "nul"
    with pytest.raises(GeenGewicht):
        advise(GUIDE, dossier)
    assert by(region(methode, value, zekerheid="onbekend")) == pytest.approx([1 / 6] * 6)


def test_pairs_that_contradict_say_which_answer_and_what_would_mend_it() -> None:
    wrong = pairs(AGREED) | {"betrokkenheid|deskundigheid": 8}
    wijze = stands(region("paarsgewijs", wrong))
    assert wijze.tegenstrijdig
    assert wijze.consistentie["verhouding"] > 0.10
    said = " ".join(wijze.samenhang)
    assert "Uw antwoorden spreken elkaar tegen" in said
    assert "betrokkenheid regiogemeenten telt heel veel zwaarder (8 keer) dan deskundigheid" in said
    # What the others say: 8 to 1 the other way round.
    assert (
        "deskundigheid telt heel veel zwaarder (8 keer) dan betrokkenheid regiogemeenten, dan wordt de maat 0,000"
        in said
    )


def test_pairs_that_agree_are_said_to_agree() -> None:
    wijze = stands(region("paarsgewijs", pairs(AGREED)))
    assert not wijze.tegenstrijdig
    assert "passen precies bij elkaar" in wijze.samenhang[0]


def test_best_and_worst_say_by_way_of_which_kenmerk_they_contradict() -> None:
    answers = ends(AGREED)
    # Directly 8 (8 to 1); by way of kosten 3 times 4 is 12: 4 off, of at most 8 * 8 - 8 = 56.
    answers["beste_boven"]["kosten"] = 3
    wijze = stands(region("beste_slechtste", answers))
    assert wijze.consistentie["verhouding"] == pytest.approx(4 / 56)
    said = " ".join(wijze.samenhang)
    assert "is dat 0,07" in said
    assert "Kijk het eerst naar kostenbeheersing" in said
    assert "Samen is dat 12 keer. Rechtstreeks zei u: 8 keer." in said


def test_a_kenmerk_further_off_than_the_worst_is_said_to_be_impossible() -> None:
    answers = ends(AGREED)
    answers["beste_boven"]["kosten"] = 9
    wijze = stands(region("beste_slechtste", answers))
    assert wijze.tegenstrijdig
    assert "bij kostenbeheersing noemt u een groter verschil: 9 keer. Dat kan niet allebei." in " ".join(
        wijze.samenhang
    )


@pytest.mark.parametrize("direct", [1, 2])
def test_answers_that_cannot_be_have_no_place_on_a_scale_to_one(direct: int) -> None:
    """Kosten at 9 times 9 against 2 to 1 directly would be (81 - 2) / (4 - 2) = 39.5 on a scale that ends at 1."""
    best, worst, *others = IDS
    answers = {
        "beste": best,
        "slechtste": worst,
        "beste_boven": dict.fromkeys(others, 1) | {others[0]: 9, worst: direct},
        "boven_slechtste": dict.fromkeys(others, 1) | {others[0]: 9},
    }
    wijze = stands(region("beste_slechtste", answers))
    assert wijze.tegenstrijdig
    said = " ".join(wijze.samenhang)
    assert said.startswith("Uw antwoorden spreken elkaar tegen.")
    assert "schaal" not in said
    assert "1 keer" not in said.replace("81 keer", "")
    told = "even zwaar als" if direct == 1 else "2 keer zo zwaar als"
    assert f"telt volgens u {told}" in said
    assert f"Rechtstreeks zei u: {'even zwaar' if direct == 1 else '2 keer'}." in said


def test_more_kenmerken_than_pairs_can_take_is_said() -> None:
    own = [{"id": f"EK-{n}", "naam": f"Eigen {n}", "schaal": {"1": "a", "5": "b"}} for n in range(1, 11)]
    dossier = Dossier.model_validate({"eigen_kenmerken": own, "weging": {"methode": "paarsgewijs"}})
    advies = advise(GUIDE, dossier)
    assert "Met meer dan 15 kenmerken" in weegwijze(dossier.weging, advies.matrix.kenmerken).nog


def test_the_first_way_counts_until_another_is_chosen() -> None:
    first = entered(Weging(), KENMERKEN, "rangorde", {"kosten": 1})
    second = entered(first, KENMERKEN, "punten", {"kosten": 100})
    assert (first.methode, second.methode) == ("rangorde", "rangorde")
    assert second.invoer.rangorde == {"kosten": 1}
    assert [wijze.methode for wijze in weegwijzen(second, KENMERKEN)] == ["punten", "rangorde"]


def test_what_is_the_same_as_before_is_nothing_entered() -> None:
    assert entered(Weging(), KENMERKEN, "rangorde", {}) == Weging()
    held = region("punten", {"kosten": 40}).weging
    assert entered(held, KENMERKEN, "snelle_start", SnelleStart()) == held


def test_only_the_way_that_counts_decides() -> None:
    held = region("punten", {"aansluiting": 100}).weging
    both = held.model_copy(update={"invoer": held.invoer.model_copy(update={"schuiven": {"kosten": 50.0}})})
    points, sliders = (
        Dossier(weging=both.model_copy(update={"methode": methode})) for methode in ("punten", "schuiven")
    )
    assert advise(GUIDE, points).gewichten["aansluiting"] == 1
    assert advise(GUIDE, sliders).gewichten["kosten"] == 1


def test_sliders_show_the_weights_that_count_with_the_largest_at_100() -> None:
    assert as_sliders(Weging(), KENMERKEN) == dict.fromkeys(IDS, 50)
    set_ = region("schuiven", {"kosten": 75, "uniformiteit": 25}).weging
    assert as_sliders(set_, KENMERKEN) == dict.fromkeys(IDS, 0) | {"kosten": 75, "uniformiteit": 25}
    points = region("punten", {"kosten": 40, "uniformiteit": 10}).weging
    assert as_sliders(points, KENMERKEN) == dict.fromkeys(IDS, 0) | {"kosten": 100, "uniformiteit": 25}
    assert as_sliders(region("punten", {"kosten": 0}).weging, KENMERKEN) == dict.fromkeys(IDS, 0)
    assert as_sliders(region("paarsgewijs", {"kosten|uniformiteit": 3}).weging, KENMERKEN) == dict.fromkeys(IDS, 50)


def test_sliders_that_are_taken_over_count_and_the_other_ways_stay() -> None:
    taken = with_sliders(region("punten", {"kosten": 40}).weging, {"kosten": 100.0})
    assert (taken.methode, taken.invoer.schuiven, taken.invoer.punten) == ("schuiven", {"kosten": 100}, {"kosten": 40})


def test_what_weighs_most_is_said() -> None:
    names = {"a": "Aansluiting", "b": "Betrokkenheid", "c": "Continuïteit"}
    assert heaviest({"a": 0.6, "b": 0.4, "c": 0.0}, names) == "Het zwaarst telt aansluiting (60%)."
    assert (
        heaviest({"a": 0.4, "b": 0.2, "c": 0.4}, names)
        == "Het zwaarst tellen, elk even zwaar, aansluiting en continuïteit."
    )
    assert heaviest(dict.fromkeys("abc", 1 / 3), names) == "Alles telt even zwaar."


def warnings(dossier: Dossier = LEEG, **weights: float) -> str:
    return " ".join(let_op(GUIDE, dossier, KENMERKEN, dict.fromkeys(IDS, 0.0) | weights))


def test_one_kenmerk_that_takes_more_than_half_is_said() -> None:
    assert "Uniformiteit krijgt meer dan de helft van het gewicht (60%)" in warnings(uniformiteit=0.6, kosten=0.4)
    assert not warnings(uniformiteit=0.5, kosten=0.5)


def test_two_kenmerken_that_say_the_same_are_named_when_they_weigh() -> None:
    twice = "Kostenbeheersing en betrokkenheid regiogemeenten zeggen voor een deel hetzelfde"
    assert twice in warnings(kosten=0.2, betrokkenheid=0.3, uniformiteit=0.5)
    assert "doorschuiven" in warnings(kosten=0.2, betrokkenheid=0.3, uniformiteit=0.5)
    assert twice not in warnings(kosten=0.5, uniformiteit=0.5)
    once = Dossier(dubbele_bewering="een_keer")
    assert twice not in warnings(once, kosten=0.2, betrokkenheid=0.3, uniformiteit=0.5)
    assert twice not in warnings(kosten=0.1, betrokkenheid=0.1, uniformiteit=0.4, aansluiting=0.4)


_PAIRS = list(pairs(AGREED))
_ENDS = st.none() | st.sampled_from(IDS)
_WEGINGEN = st.fixed_dictionaries(
    {"methode": st.sampled_from(METHODEN), "zekerheid": st.sampled_from(["midden", "onbekend"])},
    optional={
        "invoer": st.fixed_dictionaries(
            {},
            optional={
                "schuiven": st.dictionaries(st.sampled_from(IDS), st.floats(0, 100)),
                "punten": st.dictionaries(st.sampled_from(IDS), st.integers(0, 100)),
                "rangorde": st.dictionaries(st.sampled_from(IDS), st.integers(1, 26)),
                "paarsgewijs": st.fixed_dictionaries(
                    {}, optional=dict.fromkeys(_PAIRS, st.sampled_from([-9, -4, -2, 1, 3, 7]))
                ),
                "beste_slechtste": st.fixed_dictionaries(
                    {"beste": _ENDS, "slechtste": _ENDS},
                    optional={
                        "beste_boven": st.fixed_dictionaries(dict.fromkeys(IDS, st.integers(1, 9))),
                        "boven_slechtste": st.fixed_dictionaries(dict.fromkeys(IDS, st.integers(1, 9))),
                    },
                ),
                "snelle_start": st.fixed_dictionaries(
                    {
                        "stellingen": st.fixed_dictionaries(
                            {},
                            optional=dict.fromkeys(
                                IDS,
                                st.builds(
                                    dict, keuze=st.sampled_from(["oneens", "neutraal", "eens"]), extra=st.booleans()
                                ),
                            ),
                        )
                    }
                ),
            },
        )
    },
)


@given(_WEGINGEN)
def test_whatever_was_entered_there_are_weights_or_a_reason(weging: dict[str, Any]) -> None:
    dossier = Dossier.model_validate({"weging": weging, "trekkingen": 100})
    for methode in METHODEN:
        wijze = weegwijze(dossier.weging, KENMERKEN, methode)
        if wijze.gewichten is None:
            assert wijze.nog
        else:
            assert list(wijze.gewichten) == IDS
            assert sum(wijze.gewichten.values()) == pytest.approx(1)
            assert min(wijze.gewichten.values()) >= 0
    try:
        advies = advise(GUIDE, dossier)
    except GeenGewicht:
        assert stands(dossier).stand == "nul"
    else:
        assert sum(advies.gewichten.values()) == pytest.approx(1)
        assert (advies.oordeel == "nog_niet_gewogen") == (
            stands(dossier).gewichten is None and weging["zekerheid"] != "onbekend"
        )


@given(st.dictionaries(st.sampled_from(IDS), st.integers(1, 26), min_size=1), st.sampled_from(["punten", "rangorde"]))
def test_sliders_made_of_another_way_are_sliders_that_a_dossier_takes(given_: dict[str, int], methode: str) -> None:
    """Divided and multiplied again, the largest can come out a hair above 100, and then no dossier would take it."""
    weging = region(methode, given_).weging
    sliders = as_sliders(weging, KENMERKEN)
    assert max(sliders.values()) == pytest.approx(100)
    assert with_sliders(weging, sliders).invoer.schuiven == sliders
