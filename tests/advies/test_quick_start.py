"""The quick start: statements that trade something off, and questions when the answers leave it close."""

from itertools import product

import pytest

from advies.matrix import Weegbaar
from advies.rangorde import Advies, advise
from advies.snelle_start import MEESTE_VRAGEN, follow_ups, on_statements, stelling
from advies.weging import points_of, weegwijze
from dossier.model import Dossier
from tests.advies.ways import GUIDE, IDS, KENMERKEN, region, statements


def every_answer() -> list[Dossier]:
    """Agree or neutral to each of the statements: 64 regions."""
    return [region("snelle_start", statements(*keuzes)) for keuzes in product(["eens", "neutraal"], repeat=6)]


@pytest.fixture(scope="module")
def close() -> list[tuple[Dossier, Advies]]:
    """Those of them that are close."""
    advised = [(dossier, advise(GUIDE, on_statements(dossier))) for dossier in every_answer()]
    found = [pair for pair in advised if pair[1].oordeel in ("nipt", "geen_duidelijke_winnaar")]
    assert found
    return found


def test_an_own_kenmerk_has_a_statement_made_of_its_scale() -> None:
    own = Weegbaar("EK-1", "Draagvlak", {1: "Niemand wil het.", 5: "Iedereen wil het."}, is_eigen=True)
    said = "Liever “iedereen wil het” dan “niemand wil het”, ook als een ander kenmerk daardoor slechter uitkomt."
    assert stelling(GUIDE, own) == said
    assert stelling(GUIDE, KENMERKEN[0]) == GUIDE.kenmerken["deskundigheid"].stelling


def test_questions_set_what_helps_the_second_against_what_keeps_the_first(close: list[tuple[Dossier, Advies]]) -> None:
    for _, advies in close:
        asked = follow_ups(advies, [])
        assert 1 <= len(asked) <= MEESTE_VRAGEN
        first, second = (h.beste_vorm for h in advies.hoofdvarianten[:2])
        assert first
        assert second
        for pair in asked:
            ahead = [advies.waarden[first.optie.id, id] - advies.waarden[second.optie.id, id] for id in pair.split("|")]
            assert max(ahead) > 0
            assert min(ahead) < 0 or any(
                punt.criterium in pair.split("|") and punt.nieuwe_winnaar == advies.hoofdvarianten[1].id
                for punt in advies.kantelpunten
            )


def test_a_clear_answer_is_not_followed_up() -> None:
    clear = [a for d in every_answer() if (a := advise(GUIDE, on_statements(d))).oordeel == "duidelijk"]
    assert clear
    assert not any(follow_ups(advies, []) for advies in clear)


def test_questions_stay_while_they_are_answered(close: list[tuple[Dossier, Advies]]) -> None:
    dossier, advies = close[0]
    asked = follow_ups(advies, [])
    quick = dossier.weging.invoer.snelle_start.model_copy(update={"doorvragen": {asked[0]: asked[0].split("|")[0]}})
    answered = region("snelle_start", quick.model_dump())
    assert on_statements(answered) == on_statements(dossier)
    assert set(follow_ups(advise(GUIDE, on_statements(answered)), [asked[0]])) == set(asked)


def test_an_answered_question_stays_because_it_counts() -> None:
    clear = next(a for d in every_answer() if (a := advise(GUIDE, on_statements(d))).oordeel == "duidelijk")
    assert follow_ups(clear, ["kosten|uniformiteit"]) == ("kosten|uniformiteit",)


def test_what_is_chosen_in_a_question_gets_one_point_more() -> None:
    answers = statements(*["neutraal"] * 6) | {
        "doorvragen": {
            "kosten|uniformiteit": "kosten",
            "aansluiting|kosten": "kosten",
            "aansluiting|uniformiteit": "gelijk",
        }
    }
    dossier = region("snelle_start", answers)
    points = [points_of(dossier.weging.invoer.snelle_start, id) for id in IDS]
    assert points == [1, 3, 1, 1, 1, 1]
    weights = weegwijze(dossier.weging, KENMERKEN).gewichten
    assert weights is not None
    assert weights["kosten"] == pytest.approx(3 / 8)


def test_all_disagreed_asks_again() -> None:
    wijze = weegwijze(region("snelle_start", statements(*["oneens"] * 6)).weging, KENMERKEN)
    assert wijze.stand == "nul"
    assert "Loop ze nog eens langs" in wijze.nog
