"""A dossier goes down and comes up unchanged; what is not a dossier is refused with the place and the reason."""

import json
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dossier.file import from_bytes, to_json
from dossier.model import FORMAAT, Dossier
from handreiking.faults import InvalidFile
from handreiking.load import ROOT, load_handreiking

GUIDE = load_handreiking()
SCORE = {"punt": 4, "laag": 3.5, "hoog": 5}
ACTIE = {"id": "EA-1", "tekst": "Bel de accountant", "groep": "begroting", "volgorde": 1}
BEDRAG = {"gemeente": "Almere", "soort": "team_nu", "euro": 12500}
EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.yaml"))


def read(content: str | bytes, name: str = "dossier.json") -> Dossier:
    return from_bytes(content.encode() if isinstance(content, str) else content, name, GUIDE)


def refusal(content: str | bytes) -> str:
    with pytest.raises(InvalidFile) as refused:
        read(content)
    lines = [str(fault) for fault in refused.value.faults]
    assert all("\n" not in line and len(line) < 400 for line in lines)
    return "\n".join(lines)


def invoer(**entered: Any) -> dict[str, Any]:
    return {"weging": {"invoer": entered}}


def document(**parts: Any) -> str:
    return json.dumps({"formaat": FORMAAT} | parts, indent=1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_goes_down_and_up_unchanged(path: Any) -> None:
    dossier = read(path.read_bytes(), path.name)
    assert read(to_json(dossier)) == dossier


def test_own_parts_go_down_and_up_unchanged() -> None:
    own = Dossier.model_validate(
        {
            "weging": {"invoer": {"schuiven": {"EK-1": 12.5}}},
            "eigen_kenmerken": [
                {"id": "EK-1", "naam": "Draagvlak", "schaal": {1: "Geen", 5: "Veel"}, "scores": {"EV-1": SCORE}}
            ],
            "eigen_vormen": [
                {
                    "id": "EV-1",
                    "naam": "Twee subregio's",
                    "hoofdvariant": "hybride",
                    "inrichting": {"besluit": "regionaal", "lokale_teams": "geen", "beslissende_teams": "een"},
                    "scores": {"kosten": SCORE},
                    "oordelen": {"RV-02": "voldoet", "ER-1": "onbekend"},
                }
            ],
            "randvoorwaarden": [{"id": "ER-1", "naam": "Mooi", "status": "hard", "oordelen": {"L": "voldoet"}}],
            "aanpassingen": [{"kenmerk": "EK-1", "vorm": "L", "motivering": "Gemeten.", **SCORE}],
        }
    )
    assert read(to_json(own)) == own


def test_every_way_of_weighing_goes_down_and_up_unchanged() -> None:
    entered = {
        "schuiven": {"kosten": 80.0},
        "punten": {"kosten": 40, "uniformiteit": 70},
        "rangorde": {"kosten": 1, "uniformiteit": 1},
        "paarsgewijs": {"kosten|uniformiteit": -4},
        "beste_slechtste": {"beste": "kosten", "slechtste": "uniformiteit", "beste_boven": {"uniformiteit": 9}},
        "snelle_start": {
            "stellingen": {"kosten": {"keuze": "neutraal", "extra": True}},
            "doorvragen": {"kosten|uniformiteit": "kosten"},
        },
    }
    weighed = Dossier.model_validate({"weging": {"methode": "rangorde", "invoer": entered}})
    assert read(to_json(weighed)) == weighed


def test_plan_costs_and_teams_go_down_and_up_unchanged() -> None:
    held = Dossier.model_validate(
        {
            "plan": [{"id": "WP-01", "eigenaar": "projectleider", "eind": "2027-02-03", "status": "bezig"}, ACTIE],
            "begroting": [BEDRAG, BEDRAG | {"soort": "overgang", "euro": 0}],
            "teams": {"afwezig": 0, "mensen": [{"gemeente": "Almere", "mensen": 0}]},
        }
    )
    assert read(to_json(held)) == held
    # A date without quotes is a date in YAML.
    by_hand = f"formaat: {FORMAAT}\nplan: [{{id: WP-01, eind: 2027-02-03}}]\n"
    assert str(read(by_hand, "dossier.yaml").plan[0].eind) == "2027-02-03"


def test_what_is_not_filled_in_is_not_in_the_file() -> None:
    assert not json.loads(to_json(Dossier())).keys() & {"plan", "begroting", "teams"}


def test_an_empty_dossier_goes_down_and_up_unchanged() -> None:
    assert read(to_json(Dossier())) == Dossier()


def test_the_file_holds_what_is_needed_to_get_the_same_numbers_again() -> None:
    written = json.loads(to_json(Dossier()))
    assert written["formaat"] == FORMAAT
    assert (written["zaad"], written["trekkingen"], written["lezing"]) == (1, 10_000, "gewoon")


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=100,
    ).filter(str.strip)
)
def test_any_name_survives(name: str) -> None:
    region = Dossier.model_validate({"regio": {"naam": name}})
    assert read(to_json(region)).regio.naam == name.strip()


def _all_at_most_one(dossier: Dossier) -> bool:
    """Such weights are read as shares, and put on sliders that go to 100."""
    return 0 < max(dossier.weging.invoer.schuiven.values(), default=0.0) <= 1


@given(
    st.dictionaries(st.sampled_from(list(GUIDE.kenmerken)), st.floats(0, 100), max_size=6),
    st.floats(0, 100),
    st.floats(0, 0.5),
)
@example({"kosten": 1e-05, "deskundigheid": 50.0}, 1e-05, 1e-05)
def test_any_weight_goes_down_and_up_unchanged(weights: dict[str, float], weight: float, share: float) -> None:
    dossier = Dossier.model_validate(
        {
            "weging": {"invoer": {"schuiven": weights}, "aandeel_randvoorwaarden": share},
            "randvoorwaarden": [{"id": "RV-02", "status": "zacht", "gewicht": weight}],
        }
    )
    assume(not _all_at_most_one(dossier))
    assert read(to_json(dossier)) == dossier


@pytest.mark.parametrize("number", ["1e-05", "1E1", "1.5e1", "15e+0", "0.2e-3", "-0e0"])
def test_every_number_of_json_is_read(number: str) -> None:
    text = (
        f'{{"formaat": "{FORMAAT}", "weging": {{"invoer": {{"schuiven": {{"kosten": {number}, "uniformiteit": 2}}}}}}}}'
    )
    assert read(text).weging.invoer.schuiven["kosten"] == float(number)


def test_json_of_other_programs_is_read_too() -> None:
    """Python's own, for one, writes an emoji as two halves."""
    name = "Regio \U0001f600 \\ud83d"
    assert read(json.dumps({"formaat": FORMAAT, "regio": {"naam": name}})).regio.naam == name


def test_lines_of_other_programs_become_lines() -> None:
    pasted = Dossier.model_validate({"motivering_keuze": "een\r\ntwee\x0bdrie\u2028vier"})
    assert pasted.motivering_keuze == "een\ntwee\ndrie\nvier"
    assert read(to_json(pasted)) == pasted


@pytest.mark.parametrize(
    "parts",
    [
        {"aanpassingen": [{}] * 300_000},
        {"regio": {"gemeenten": [{}] * 300_000}},
        {"plan": [{}] * 300_000},
        {"begroting": [{}] * 300_000},
        {"teams": {"mensen": [{}] * 300_000}},
        {"weging": {"invoer": {"schuiven": {f"k{n}": "x" for n in range(100_000)}}}},
        {"omstandigheden": {f"k{n}": "x" for n in range(100_000)}},
    ],
)
def test_a_file_full_of_faults_is_refused_with_few_words(parts: dict[str, Any]) -> None:
    assert refusal(json.dumps({"formaat": FORMAAT} | parts)).count("\n") < 10


def test_yaml_and_json_are_both_read() -> None:
    assert read(f"formaat: {FORMAAT}\nhuidige_vorm: L\n").huidige_vorm == "L"


def test_a_newer_format_is_refused_as_newer() -> None:
    assert "nieuwere Toegangswijzer" in refusal('{"formaat": "toegangswijzer-dossier/2"}')


@pytest.mark.parametrize("content", ["{}", "[]", "3", '"tekst"', '{"formaat": 1}', '{"formaat": "iets-anders/1"}'])
def test_another_file_is_refused(content: str) -> None:
    assert "dit is geen dossier van de Toegangswijzer" in refusal(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "dit bestand is leeg"),
        ("{", "klopt de schrijfwijze"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "geen tekstbestand"),
        ("[" * 100_000, "lagen diep"),
        ("a: &a [*a]", "ankers en verwijzingen"),
        ("a: !!python/object/apply:os.system [ls]", "soortnaam"),
        (f'{{"formaat": "{FORMAAT}", "formaat": "x"}}', "twee keer"),
        (" " * 2_000_001, "te groot"),
        ("? [a, b]\n: c", "een naam moet een woord of getal zijn"),
    ],
)
def test_hostile_and_broken_files_are_refused(content: str | bytes, reason: str) -> None:
    assert reason in refusal(content)


@pytest.mark.parametrize(
    ("parts", "place", "reason"),
    [
        ({"kleur": "blauw"}, "regel 3, kleur", "onbekend veld"),
        ({"regio": {"naam": "a\u0000b"}}, "regio.naam", "onzichtbaar teken"),
        ({"regio": {"naam": "a" * 121}}, "regio.naam", "hoogstens 120 tekens"),
        ({"regio": {"gemeenten": [{"naam": "A", "inwoners": 1e400}]}}, "regio.gemeenten[1].inwoners", "getal"),
        ({"regio": {"gemeenten": [{"naam": "A", "inwoners": -5}]}}, "regio.gemeenten[1].inwoners", "te laag"),
        ({"regio": {"gemeenten": [{"naam": "A"}, {"naam": "a"}]}}, "regio", "staat er twee keer"),
        ({"huidige_vorm": "X-1"}, "huidige_vorm", "vorm X-1 bestaat niet; kies een van: C-A1"),
        ({"omstandigheden": {"weer": "mooi"}}, "omstandigheden.weer", "omstandigheid weer bestaat niet"),
        ({"omstandigheden": {"horizon": "eeuwig"}}, "omstandigheden.horizon", "antwoord eeuwig bestaat niet"),
        ({"weging": {"invoer": {"schuiven": {"kosten": 101}}}}, "weging.invoer.schuiven.kosten", "te hoog"),
        ({"weging": {"invoer": {"schuiven": {"smaak": 1}}}}, "weging.invoer.schuiven", "kenmerk smaak bestaat niet"),
        ({"weging": {"aandeel_randvoorwaarden": 0.6}}, "weging.aandeel_randvoorwaarden", "het meeste is 0.5"),
        ({"weging": {"methode": "gokken"}}, "weging.methode", "kies een van: schuiven"),
        (invoer(punten={"smaak": 1}), "weging.invoer.punten", "kenmerk smaak bestaat niet"),
        (invoer(punten={"kosten": 10.5}), "weging.invoer.punten.kosten", "heel getal"),
        (invoer(rangorde={"kosten": 0}), "weging.invoer.rangorde.kosten", "te laag"),
        (invoer(paarsgewijs={"kosten|smaak": 3}), "weging.invoer.paarsgewijs", "kenmerk smaak bestaat niet"),
        (invoer(paarsgewijs={"kosten|aansluiting": 3}), "weging.invoer.paarsgewijs", "op volgorde van het alfabet"),
        (invoer(paarsgewijs={"kosten": 3}), "weging.invoer.paarsgewijs", "noem twee kenmerken"),
        (invoer(paarsgewijs={"kosten|uniformiteit": 0}), "paarsgewijs.kosten|uniformiteit", "oordeel 0 kan niet"),
        (invoer(paarsgewijs={"kosten|uniformiteit": 10}), "paarsgewijs.kosten|uniformiteit", "te hoog"),
        (invoer(beste_slechtste={"beste": "smaak"}), "beste_slechtste.beste", "kenmerk smaak bestaat niet"),
        (invoer(beste_slechtste={"beste_boven": {"kosten": 12}}), "beste_boven.kosten", "te hoog"),
        (
            invoer(snelle_start={"stellingen": {"kosten": {"keuze": "misschien"}}}),
            "stellingen.kosten.keuze",
            "kies een van: oneens",
        ),
        (
            invoer(snelle_start={"doorvragen": {"kosten|uniformiteit": "aansluiting"}}),
            "snelle_start.doorvragen.kosten|uniformiteit",
            "antwoord aansluiting bestaat niet; kies een van: kosten, uniformiteit, gelijk",
        ),
        ({"randvoorwaarden": [{"id": "RV-14", "status": "hard"}]}, "randvoorwaarden[1].id", "geldt altijd"),
        ({"randvoorwaarden": [{"id": "RV-99", "status": "hard"}]}, "randvoorwaarden[1].id", "bestaat niet"),
        ({"randvoorwaarden": [{"id": "RV-02", "status": "hard"}] * 2}, "dossier.json", "RV-02 staat er twee keer"),
        (
            {"aanpassingen": [{"kenmerk": "kosten", "vorm": "L", "punt": 5, "laag": 1, "hoog": 4, "motivering": "x"}]},
            "aanpassingen[1]",
            "buiten het interval",
        ),
        (
            {"aanpassingen": [{"kenmerk": "kosten", "vorm": "L", "punt": 3, "laag": 1, "hoog": 4, "motivering": " "}]},
            "aanpassingen[1].motivering",
            "deze tekst is leeg",
        ),
        ({"trekkingen": 10**12}, "trekkingen", "te hoog"),
        ({"zaad": "een"}, "zaad", "hier hoort een heel getal"),
        ({"regio": 3}, "regio", "hier hoort een blok"),
        (
            {"randvoorwaarden": [{"id": "kosten", "naam": "x", "status": "zacht"}]},
            "randvoorwaarden[1].id",
            "goede vorm",
        ),
        (
            {"randvoorwaarden": [{"id": "RV-88", "naam": "x", "status": "zacht"}]},
            "randvoorwaarden[1].id",
            "bestaat niet",
        ),
        (
            {"randvoorwaarden": [{"id": "ER-1", "naam": "x", "status": "zacht", "oordelen": {"L": "ja"}}]},
            "randvoorwaarden[1].oordelen.L",
            "kies een van: voldoet",
        ),
        (
            {"weging": {"invoer": {"schuiven": {"kosten": True}}}},
            "weging.invoer.schuiven.kosten",
            "hier hoort een getal",
        ),
        ({"bemensing": ["vrijwilligers"]}, "bemensing", "bemensing vrijwilligers bestaat niet"),
        ({"proces": {"nu": {"9": {"wie": "Wijkteam"}}}}, "proces.nu", "processtap 9 bestaat niet; kies een van: 1, 1b"),
        ({"proces": {"straks": {"7": {"wie": "Wijkteam", "baan": "maan"}}}}, "proces.straks.7.baan", "kies een van: "),
        ({"proces": {"straks": {"7": {"wie": "x" * 121}}}}, "proces.straks.7.wie", "hoogstens 120 tekens"),
        (
            {"eigen_kenmerken": [{"id": "EK-1", "naam": "x", "schaal": {"1": "a" * 121, "5": "b"}}]},
            "eigen_kenmerken[1].schaal.1",
            "hoogstens 120 tekens",
        ),
        ({"plan": [{"id": "WP-99"}]}, "plan[1].id", "punt WP-99 bestaat niet"),
        ({"plan": [ACTIE | {"groep": "feest"}]}, "plan[1].groep", "groep feest bestaat niet"),
        ({"plan": [{"id": "EA-1"}]}, "plan[1]", "een eigen actie (EA-1) heeft een tekst en een groep"),
        ({"plan": [ACTIE | {"id": "WP-01"}]}, "plan[1]", "elk ander punt heeft die al"),
        ({"plan": [ACTIE | {"tekst": "a" * 301}]}, "plan[1].tekst", "hoogstens 300 tekens"),
        ({"plan": [{"id": "WP-01"}, {"id": "WP-01"}]}, "dossier.json", "planpunt WP-01 staat er twee keer"),
        ({"plan": [{"id": "WP-01", "eind": "2027-02-30"}]}, "plan[1].eind", "2027-02-30 bestaat niet"),
        ({"plan": [{"id": "WP-01", "eind": "03-02-2027"}]}, "plan[1].eind", "hier hoort een datum als 2027-02-03"),
        ({"plan": [{"id": "WP-01", "eind": 20270203}]}, "plan[1].eind", "hier hoort een datum als 2027-02-03"),
        ({"plan": [{"id": "WP-01", "eind": "1999-12-31"}]}, "plan[1].eind", "niet tussen 2000 en 2100"),
        (
            {"plan": [{"id": "WP-01", "begin": "2027-02-03", "eind": "2027-02-02"}]},
            "plan[1]",
            "de einddatum ligt voor de begindatum",
        ),
        ({"plan": [{"id": "WP-01", "status": "ooit"}]}, "plan[1].status", "kies een van: te_doen"),
        ({"plan": [{"id": "WP-01", "notitie": "a" * 2001}]}, "plan[1].notitie", "hoogstens 2000 tekens"),
        ({"begroting": [BEDRAG | {"euro": -1}]}, "begroting[1].euro", "te laag"),
        ({"begroting": [BEDRAG | {"euro": 1_000_000_001}]}, "begroting[1].euro", "te hoog"),
        ({"begroting": [BEDRAG | {"euro": 1.5}]}, "begroting[1].euro", "hier hoort een heel getal"),
        ({"begroting": [BEDRAG | {"soort": "feest"}]}, "begroting[1].soort", "kies een van: team_nu"),
        (
            {"begroting": [BEDRAG, BEDRAG | {"gemeente": "ALMERE"}]},
            "dossier.json",
            "bedrag voor team_nu van almere staat er twee keer",
        ),
        ({"teams": {"afwezig": 101}}, "teams.afwezig", "te hoog"),
        ({"teams": {"mensen": [{"gemeente": "Almere", "mensen": 101}]}}, "teams.mensen[1].mensen", "te hoog"),
        ({"teams": {"mensen": [{"gemeente": "Almere", "mensen": -1}]}}, "teams.mensen[1].mensen", "te laag"),
        (
            {"teams": {"mensen": [{"gemeente": "Almere", "mensen": 1}, {"gemeente": "almere", "mensen": 2}]}},
            "teams",
            "het team van almere staat er twee keer",
        ),
        ({"eigen_vormen": [{"id": "EV-1", "naam": "x"}]}, "eigen_vormen[1].hoofdvariant", "dit veld ontbreekt"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(parts: dict[str, Any], place: str, reason: str) -> None:
    said = refusal(document(**parts))
    assert reason in said
    assert place in said


def test_script_text_is_kept_as_text() -> None:
    name = "<script>alert(1)</script>"
    assert read(document(regio={"naam": name})).regio.naam == name


def test_every_fault_is_named_at_once() -> None:
    assert refusal(document(kleur="blauw", huidige_vorm=3, zaad=-1)).count("\n") == 2
