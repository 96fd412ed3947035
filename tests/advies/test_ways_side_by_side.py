"""The ways of weighing side by side, in sentences."""

from advies.naast_elkaar import does_it_hold, most_apart, named
from advies.rangorde import advise
from advies.weging import weegwijze
from dossier.model import Dossier
from tests.advies.ways import GUIDE, KENMERKEN, region

CENTRAAL = {"deskundigheid": 40, "kosten": 30, "uniformiteit": 30}
LOKAAL = {"continuiteit": 20, "aansluiting": 40, "betrokkenheid": 40}


def test_a_winner_that_holds_is_said_to_hold() -> None:
    answers = {name: advise(GUIDE, region("punten", CENTRAAL)) for name in ("Schuiven", "Rangorde")}
    assert does_it_hold(answers) == "De winnaar houdt stand: bij elke manier staat centrale toegang bovenaan."


def test_a_winner_that_does_not_is_named_by_way() -> None:
    answers = {
        "Schuiven": advise(GUIDE, region("punten", CENTRAAL)),
        "Rangorde": advise(GUIDE, region("punten", LOKAAL)),
        "Paarsgewijs": advise(GUIDE, region("punten", CENTRAAL)),
    }
    assert does_it_hold(answers) == (
        "De winnaar hangt af van de manier van wegen: bij Schuiven en Paarsgewijs staat centrale toegang bovenaan en "
        "bij Rangorde staat lokale toegang bovenaan."
    )


def test_without_any_vorm_left_no_winner_is_said_to_hold() -> None:
    demand = {"id": "ER-1", "naam": "Niets", "status": "hard", "oordelen": dict.fromkeys(GUIDE.vormen, "voldoet_niet")}
    nothing = Dossier.model_validate({"randvoorwaarden": [demand]})
    answers = {name: advise(GUIDE, nothing) for name in ("Schuiven", "Rangorde")}
    assert does_it_hold(answers) == "Bij geen enkele manier blijft er een vorm over."


def test_a_lead_that_is_no_clear_win_is_no_winner() -> None:
    close = advise(GUIDE, region("punten", {"kosten": 60, "betrokkenheid": 25, "deskundigheid": 15}))
    assert close.oordeel == "geen_duidelijke_winnaar"
    assert (
        does_it_hold({"Schuiven": close, "Rangorde": close}) == "Bij geen enkele manier is er een duidelijke winnaar."
    )
    answers = {"Schuiven": close, "Rangorde": advise(GUIDE, region("punten", LOKAAL))}
    assert "bij Schuiven is er geen duidelijke winnaar en bij Rangorde staat lokale toegang" in does_it_hold(answers)


def test_where_the_weights_differ_most_is_said_with_both_ends() -> None:
    names = {"kosten": "Kostenbeheersing", "uniformiteit": "Uniformiteit"}
    weights = {"Schuiven": {"kosten": 0.3, "uniformiteit": 0.7}, "Rangorde": {"kosten": 0.625, "uniformiteit": 0.375}}
    said = "Het meest verschilt kostenbeheersing: 30% bij Schuiven en 63% bij Rangorde."
    assert most_apart(weights, names).startswith(said)
    alike = {"Schuiven": {"kosten": 0.5, "uniformiteit": 0.5}, "Rangorde": {"kosten": 0.52, "uniformiteit": 0.48}}
    assert most_apart(alike, names) == "De gewichten verschillen nergens veel."


def test_an_unfinished_way_is_named_as_such() -> None:
    assert named(weegwijze(region("punten", {"kosten": 10}).weging, KENMERKEN)) == "100 punten (nog niet af)"
    assert named(weegwijze(region("punten", {"kosten": 100}).weging, KENMERKEN)) == "100 punten"
