"""A change in words: what changed, from what to what, with the names that are on the screen."""

from typing import Any

import pytest
from hypothesis import given

from dossier.model import GEWICHT_BEGIN, Dossier
from dossier.parts import change_between, parts
from dossier.words import in_words
from handreiking.load import load_handreiking
from tests.dossier.strategies import DOSSIERS

GUIDE = load_handreiking()
SCORE = {"kenmerk": "kosten", "vorm": "L", "punt": 4, "laag": 3.5, "hoog": 5, "motivering": "Gemeten."}
EIGEN = {"id": "EK-1", "naam": "Draagvlak", "schaal": {1: "Geen", 5: "Veel"}}
#: The kenmerken of the guide but for kosten.
OTHERS = [kenmerk for id, kenmerk in GUIDE.kenmerken.items() if id != "kosten"]

ACTIE = {"id": "EA-1", "tekst": "Bel de accountant", "groep": "begroting", "volgorde": 1}
BEDRAG = {"gemeente": "Almere", "soort": "team_nu", "euro": 12500}
TEAM = {"gemeente": "Almere", "mensen": 2}


def words(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    old, new = Dossier.model_validate(before), Dossier.model_validate(after)
    return in_words(change_between(old, new), GUIDE, new)


def weights(**weights: float) -> dict[str, Any]:
    return {"weging": {"invoer": {"schuiven": weights}}}


def invoer(**entered: Any) -> dict[str, Any]:
    return {"weging": {"invoer": entered}}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (weights(kosten=20), weights(kosten=35), "Kostenbeheersing van 20 naar 35"),
        ({}, weights(kosten=37.5), "Kostenbeheersing van 0 naar 37,5"),
        ({}, {"regio": {"naam": "Rijnstreek"}}, "Naam van de regio: “Rijnstreek”"),
        ({}, {"regio": {"gemeenten": [{"naam": "Almere"}]}}, "Gemeente Almere toegevoegd"),
        ({"regio": {"gemeenten": [{"naam": "Almere"}]}}, {}, "Gemeente Almere weggehaald"),
        (
            {"regio": {"gemeenten": [{"naam": "Almere"}]}},
            {"regio": {"gemeenten": [{"naam": "Almere", "inwoners": 226500}]}},
            "Inwoners van Almere: van onbekend naar 226.500",
        ),
        ({}, {"omstandigheden": {"horizon": "kort"}}, "Antwoord op “Termijn”: vooral de eerste tijd"),
        ({"omstandigheden": {"horizon": "kort"}}, {}, "Antwoord op “Termijn” weggehaald"),
        ({}, {"weging": {"zekerheid": "hoog"}}, "Zekerheid over de gewichten: van redelijk zeker naar heel zeker"),
        ({}, {"weging": {"aandeel_randvoorwaarden": 0.3}}, "Aandeel van de zachte eisen: van 20% naar 30%"),
        (
            {"randvoorwaarden": [{"id": "RV-02", "status": "zacht"}]},
            {"randvoorwaarden": [{"id": "RV-02", "status": "zacht", "gewicht": 80}]},
            "gewicht van 50 naar 80",
        ),
        ({}, {"randvoorwaarden": [{"id": "RV-02", "status": "hard"}]}, "”: van geen eis naar hard"),
        (
            {},
            {"randvoorwaarden": [{"id": "ER-1", "naam": "Mooi gebouw", "status": "zacht"}]},
            "Eis “mooi gebouw”: van geen eis naar zacht",
        ),
        ({}, {"aanpassingen": [SCORE]}, "Eigen score voor Kostenbeheersing bij "),
        ({}, {"aanpassingen": [SCORE]}, ": 4 (van 3,5 tot 5)"),
        (
            {"aanpassingen": [SCORE]},
            {"aanpassingen": [SCORE | {"motivering": "Geteld."}]},
            "Motivering van de eigen score voor Kostenbeheersing bij ",
        ),
        ({}, {"eigen_kenmerken": [EIGEN]}, "Eigen kenmerk “Draagvlak” toegevoegd"),
        (
            {"eigen_kenmerken": [EIGEN]},
            {"eigen_kenmerken": [EIGEN], **weights(**{"EK-1": 10})},
            "Draagvlak van 0 naar 10",
        ),
        ({}, invoer(punten={"kosten": 30}), "Punten voor Kostenbeheersing: van 0 naar 30"),
        (
            invoer(rangorde={"kosten": 3}),
            invoer(rangorde={"kosten": 1}),
            "Rangorde, Kostenbeheersing: van plaats 3 naar plaats 1",
        ),
        ({}, invoer(rangorde={"kosten": 1}), "Rangorde, Kostenbeheersing: van nog geen plaats naar plaats 1"),
        (
            {},
            invoer(paarsgewijs={"deskundigheid|kosten": -3}),
            "Vergelijking van Deskundigheid en Kostenbeheersing: Kostenbeheersing telt 3 keer zo zwaar",
        ),
        (
            {},
            invoer(paarsgewijs={"deskundigheid|kosten": 1}),
            "Vergelijking van Deskundigheid en Kostenbeheersing: tellen even zwaar",
        ),
        ({}, invoer(beste_slechtste={"beste": "kosten"}), "Belangrijkste kenmerk: Kostenbeheersing"),
        (
            {},
            invoer(beste_slechtste={"beste_boven": {"kosten": 4}}),
            "Het belangrijkste kenmerk tegenover Kostenbeheersing: 4 keer zo zwaar",
        ),
        (
            {},
            invoer(beste_slechtste={"boven_slechtste": {"kosten": 1}}),
            "Kostenbeheersing tegenover het minst belangrijke kenmerk: even zwaar",
        ),
        (
            {},
            invoer(snelle_start={"stellingen": {"kosten": {"keuze": "eens", "extra": True}}}),
            "Stelling over Kostenbeheersing: eens, extra belangrijk",
        ),
        (
            {},
            invoer(snelle_start={"doorvragen": {"deskundigheid|kosten": "kosten"}}),
            "Vervolgvraag over Deskundigheid en Kostenbeheersing: Kostenbeheersing telt zwaarder",
        ),
        ({}, {"weging": {"methode": "rangorde"}}, "Manier van wegen die telt: van Schuiven naar Rangorde"),
        ({}, {"huidige_vorm": "L"}, f"Huidige vorm: “{GUIDE.vormen['L'].naam}”"),
        ({"huidige_vorm": "L"}, {}, f"Huidige vorm: niet meer “{GUIDE.vormen['L'].naam}”"),
        ({}, {"lezing": "strikt"}, "Lezing: van gewoon naar strikt"),
        ({}, {"trekkingen": 20000}, "Aantal trekkingen: van 10.000 naar 20.000"),
        (
            {},
            {"plan": [{"id": "WP-01", "eigenaar": "projectleider", "eind": "2027-02-03"}]},
            "Plan bij “Wie doet er mee, en op welk moment?”: eigenaar “projectleider”, eind 03-02-2027",
        ),
        (
            {"plan": [{"id": "WP-01", "eigenaar": "projectleider", "notitie": "Eerst bellen"}]},
            {"plan": [{"id": "WP-01", "status": "klaar"}]},
            "eigenaar leeggemaakt, status van te doen naar klaar, notitie gewijzigd",
        ),
        ({}, {"plan": [ACTIE]}, "Eigen actie “Bel de accountant” toegevoegd"),
        ({"plan": [ACTIE]}, {}, "Eigen actie “Bel de accountant” weggehaald"),
        ({"plan": [ACTIE]}, {"plan": [ACTIE | {"volgorde": 3}]}, "Eigen actie “Bel de accountant”: verplaatst"),
        ({"plan": [ACTIE]}, {"plan": [ACTIE | {"tekst": "Bel"}]}, "Eigen actie “Bel”: tekst gewijzigd"),
        ({}, {"begroting": [BEDRAG]}, "Kosten van de toegang nu van Almere: € 12.500"),
        ({"begroting": [BEDRAG]}, {}, "Kosten van de toegang nu van Almere: niet meer € 12.500"),
        (
            {"begroting": [BEDRAG]},
            {"begroting": [BEDRAG | {"euro": 0}]},
            "Kosten van de toegang nu van Almere: van € 12.500 naar € 0",
        ),
        ({}, {"teams": {"afwezig": 12.5}}, "Deel van de tijd dat iemand er niet is: 12,5%"),
        ({"teams": {"afwezig": 0}}, {"teams": {"afwezig": 30}}, "van 0% naar 30%"),
        ({}, {"teams": {"mensen": [TEAM]}}, "Mensen met de kennis in Almere: 2"),
        ({"teams": {"mensen": [TEAM]}}, {}, "Mensen met de kennis in Almere: niet meer 2"),
        ({"teams": {"mensen": [TEAM]}}, {"teams": {"mensen": [TEAM | {"mensen": 0}]}}, "Almere: van 2 naar 0"),
        ({}, {"beschikking": {"nu": "lokaal"}}, "Waar de beschikking nu wordt afgegeven: lokaal"),
        (
            {},
            {"proces": {"nu": {"7": {"wie": "Wijkteam"}}}},
            "Wie nu de stap “Evalueren en bijstellen” doet: “Wijkteam”",
        ),
        ({"proces": {"straks": {"7": {"wie": "Wijkteam"}}}}, {}, "de stap “Evalueren en bijstellen” doet: niet meer “"),
        (
            {"proces": {"straks": {"7": {"wie": "Wijkteam"}}}},
            {"proces": {"straks": {"7": {"wie": "Wijkteam", "baan": "lokaal"}}}},
            "“Wijkteam” hoort bij een andere partij",
        ),
    ],
)
def test_a_change_in_one_part_is_one_sentence(before: dict[str, Any], after: dict[str, Any], said: str) -> None:
    (sentence,) = words(before, after)
    assert said in sentence


def test_a_few_parts_are_named_and_many_are_counted() -> None:
    assert len(words({}, weights(kosten=1, deskundigheid=2))) == 2
    many = {f"k{number}": 5.0 for number in range(14)}
    assert words({}, weights(**many)) == ("Dossier geopend: 14 onderdelen",)
    assert words(weights(**many), {}) == ("14 onderdelen gewijzigd",)


def all_weighed(**weights: float) -> dict[str, Any]:
    """As the screen stores the first move of a slider: every kenmerk, where it then stands."""
    return {"weging": {"invoer": {"schuiven": dict.fromkeys(GUIDE.kenmerken, GEWICHT_BEGIN) | weights}}}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, all_weighed(kosten=100), ("Kostenbeheersing van 50 naar 100",)),
        ({}, all_weighed(kosten=0), ("Kostenbeheersing van 50 naar 0",)),
        ({}, all_weighed(), ("Alle kenmerken even zwaar gewogen",)),
        (all_weighed(kosten=100), {}, ("Weging weggehaald",)),
        (
            {"eigen_kenmerken": [EIGEN]},
            {"eigen_kenmerken": [EIGEN], **all_weighed(**{"EK-1": 50, "kosten": 20})},
            ("Kostenbeheersing van 50 naar 20",),
        ),
        (
            {},
            {"huidige_vorm": "L", **all_weighed(kosten=20)},
            ("Kostenbeheersing van 50 naar 20", f"Huidige vorm: “{GUIDE.vormen['L'].naam}”"),
        ),
        # A later move is one slider, and a file may leave out what weighs nothing.
        (all_weighed(kosten=100), all_weighed(kosten=0), ("Kostenbeheersing van 100 naar 0",)),
        (weights(kosten=50), all_weighed(), tuple(f"{k.naam} van 0 naar 50" for k in OTHERS)),
    ],
)
def test_the_first_weighing_starts_where_the_sliders_stand(
    before: dict[str, Any], after: dict[str, Any], said: tuple[str, ...]
) -> None:
    assert set(words(before, after)) == set(said)
    assert len(words(before, after)) == len(said)


@given(DOSSIERS, DOSSIERS)
def test_there_are_words_for_any_change(before: Dossier, after: Dossier) -> None:
    for part, step in change_between(before, after).items():
        (sentence,) = in_words({part: step}, GUIDE)
        assert not sentence.startswith(part), f"voor {part} zijn er nog geen woorden"
        assert "None" not in sentence or "None" in repr(parts(before) | parts(after)).replace(": None", "")
