"""The command line: the same advice without a screen, and one Dutch line per fault."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cli
from handreiking.load import ROOT

EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.yaml"))

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, output and errors of one call of `toegangswijzer`."""

    def call(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["toegangswijzer", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


def ranked(run: Run, path: Path) -> dict[str, Any]:
    code, out, err = run("rangschik", path, "--json")
    assert (code, err) == (0, "")
    result: dict[str, Any] = json.loads(out)
    return result


def test_the_knowledge_files_are_right(run: Run) -> None:
    code, out, _ = run("controleer")
    assert code == 0
    assert (
        "6 kenmerken met 73 beweringen, 11 vormen, 11 omstandigheden, 14 randvoorwaarden en 44 aandachtspunten" in out
    )


def test_broken_knowledge_is_one_line_and_exit_two(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "kenmerken", tmp_path / "kenmerken")
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    broken = tmp_path / "kenmerken" / "kosten.yaml"
    broken.write_text(broken.read_text(encoding="utf-8") + "kleur: blauw\n", encoding="utf-8")
    code, out, err = run("controleer", tmp_path)
    assert (code, out) == (2, "")
    assert err.strip().endswith("kleur: onbekend veld; controleer de spelling of haal het weg")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("example", "first"),
    list(zip(EXAMPLES, ["centraal", "lokaal", "hybride"], strict=True)),
    ids=lambda x: str(x)[-20:],
)
def test_three_examples_lead_to_three_answers(run: Run, example: Path, first: str) -> None:
    result = ranked(run, example)
    assert result["hoofdvarianten"][0]["id"] == first
    assert result["oordeel"] == "duidelijk"


def test_in_one_example_a_hard_demand_excludes_what_would_have_been_best(run: Run) -> None:
    vormen = ranked(run, EXAMPLES[2])["vormen"]
    best = max(vormen, key=lambda vorm: vorm["waarde"])
    assert best["uitgesloten_door"] == ["RV-04"]
    assert best["rang"] is None
    assert best["eerste"] is None


def test_the_json_has_the_shape_that_others_build_on(run: Run) -> None:
    result = ranked(run, EXAMPLES[0])
    assert list(result)[:6] == ["gewichten", "vormen", "hoofdvarianten", "oordeel", "kantelpunten", "aandachtspunten"]
    assert set(result["vormen"][0]) == {
        *("id", "hoofdvariant", "waarde", "rang", "eerste", "bijdragen", "uitgesloten_door", "maatregelen")
    }
    assert set(result["hoofdvarianten"][0]) == {"id", "waarde", "beste_vorm", "rang", "eerste"}
    assert set(result["gewichten"]) == set(result["vormen"][0]["bijdragen"])
    assert sum(result["gewichten"].values()) == pytest.approx(1)
    assert {"id", "reden", "soort", "zwak"} == set(result["aandachtspunten"][0])
    assert set(result["risicos"][0]) == {"soort", "id", "reden", "herkomst", "beweringen", "maatregelen"}


def test_the_json_lists_exactly_what_has_to_be_arranged(run: Run, tmp_path: Path) -> None:
    """From one central team to local teams, with a beschikking of the region: all but the three of an expert team."""
    path = tmp_path / "overgang.yaml"
    path.write_text(
        "formaat: toegangswijzer-dossier/1\nhuidige_vorm: C-A2\ngekozen_vorm: L\nbeschikking: {straks: regionaal}\n"
        "weging: {invoer: {schuiven: {uniformiteit: 100}}}\n",
        encoding="utf-8",
    )
    result = ranked(run, path)
    items = {item["id"]: item["reden"] for item in result["aandachtspunten"]}
    assert len(items) == 41
    assert not {"WP-04", "WP-05", "WP-06"} & set(items)
    assert items["WP-03"] == "Omdat het besluit straks lokaal valt en de beschikking regionaal komt."
    assert items["UP-02"] == "Omdat straks meer teams dan nu over beschermd wonen beslissen."
    (risk,) = [risico for risico in result["risicos"] if risico["soort"] == "kenmerk"]
    assert (risk["id"], risk["beweringen"], risk["maatregelen"]) == ("uniformiteit", ["UN-02"], ["M-01"])


def test_the_json_says_how_firm_the_answer_is(run: Run, tmp_path: Path) -> None:
    dossier = tmp_path / "regio.yaml"
    dossier.write_text(
        "formaat: toegangswijzer-dossier/1\nweging: {invoer: {schuiven: {aansluiting: 100, uniformiteit: 20}}}\n",
        encoding="utf-8",
    )
    result = ranked(run, dossier)
    assert sum(places[0] for places in result["plaatsen"].values()) == pytest.approx(1, abs=0.01)
    assert {"kenmerk", "vormen", "nu", "straks", "nieuwe_winnaar", "beweringen"} == set(result["omslagen"][0])
    assert set(result["past_bij"]) == {"centraal", "lokaal", "hybride"}
    assert {"onderwerp": "lezing", "waarde": "strikt"}.items() <= result["anders"][0].items()
    assert {"bovenaan", "eerste", "oordeel"} <= set(result["anders"][0])
    assert (result["zaad"], result["trekkingen"], result["lezing"]) == (1, 10_000, "gewoon")
    again = ranked(run, dossier)
    assert again == result


def test_the_json_has_the_weights_of_each_way_of_weighing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gewogen.yaml"
    path.write_text(
        "formaat: toegangswijzer-dossier/1\nweging:\n  methode: punten\n  invoer:\n"
        "    punten: {kosten: 60, uniformiteit: 20}\n"
        "    rangorde: {deskundigheid: 1, kosten: 1, uniformiteit: 1, continuiteit: 1, aansluiting: 1,"
        " betrokkenheid: 1}\n"
        "    beste_slechtste: {beste: kosten}\n",
        encoding="utf-8",
    )
    wegingen = ranked(run, path)["wegingen"]
    assert list(wegingen) == ["punten", "rangorde", "beste_slechtste"]
    assert [way["telt"] for way in wegingen.values()] == [True, False, False]
    assert [way["klaar"] for way in wegingen.values()] == [False, True, False]
    assert wegingen["punten"]["gewichten"]["kosten"] == pytest.approx(0.75)
    assert sum(wegingen["rangorde"]["gewichten"].values()) == pytest.approx(1)
    assert wegingen["beste_slechtste"]["gewichten"] is None
    code, out, _ = run("rangschik", path)
    assert code == 0
    assert "Gewogen met: 100 punten.\nU hebt nog 20 punten te verdelen." in out


def test_the_percents_that_a_person_reads_add_up(run: Run) -> None:
    _, out, _ = run("rangschik", EXAMPLES[0])
    percents = re.findall(r"^ *(\d+)%  ", out, flags=re.MULTILINE)
    assert sum(map(int, percents)) == 100


def test_without_json_a_person_can_read_it(run: Run) -> None:
    code, out, _ = run("rangschik", EXAMPLES[1])
    assert code == 0
    assert out.startswith("Lokale toegang past het best bij uw weging\n")
    assert "Te regelen bij “een eigen lokaal team in elke gemeente”: " in out
    assert "   4  Begroting\n" not in out
    assert "   3  Begroting\n" in out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("formaat: toegangswijzer-dossier/9", "nieuwere Toegangswijzer"),
        ("formaat: [", "klopt de schrijfwijze"),
        (
            "formaat: toegangswijzer-dossier/1\nweging: {invoer: {schuiven: {kosten: 0}}}",
            "geef ten minste één kenmerk gewicht",
        ),
    ],
)
def test_a_bad_dossier_is_one_line_and_exit_two(run: Run, tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "fout.yaml"
    path.write_text(content, encoding="utf-8")
    code, out, err = run("rangschik", path, "--json")
    assert (code, out) == (2, "")
    assert reason in err
    assert err.startswith("fout.yaml")
    assert err.count("\n") == 1


def test_a_missing_dossier_is_one_line_and_exit_two(run: Run, tmp_path: Path) -> None:
    code, _, err = run("rangschik", tmp_path / "niets.json")
    assert code == 2
    assert "dit bestand is er niet" in err


def test_schemas_are_written_for_every_kind_of_file(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("schema", tmp_path)
    assert code == 0
    assert len(out.splitlines()) == 6
    for path in tmp_path.glob("*.schema.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["type"] == "object"


def test_the_file_itself_is_the_same_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "rangschik", "niets.json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (["rangschik"], "dossier ontbreekt"),
        (["dansen"], "dit commando bestaat niet"),
        (["start", "--port", "abc"], "de waarde bij port kan niet"),
        (["rangschik", "x.json", "--mooi"], "de optie --mooi bestaat niet"),
        (["schema", str(ROOT / "README.md")], "niet te lezen of te schrijven"),
    ],
)
def test_a_wrong_call_is_one_dutch_line_and_exit_two(run: Run, call: list[str], reason: str) -> None:
    code, out, err = run(*call)
    assert (code, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


def test_a_terminal_that_knows_few_characters_still_gets_its_answer() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "rangschik", str(EXAMPLES[1])],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"Lokale toegang past het best")


COMMANDS = [command.callback.__name__ for command in cli.app.registered_commands if command.callback]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch(run: Run, command: str) -> None:
    code, out, err = run(*filter(None, [command]), "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Gebruik: ")
    assert command in out.partition("\n")[0]
    assert "Toon deze uitleg." in out
    assert not re.search(r"Usage|Options|Commands|Arguments|Show this|default|required|FILE", out)


def test_every_command_is_in_the_help_and_in_the_changelog(run: Run) -> None:
    _, out, _ = run("--help")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"\n  {command} " in out
        assert f"`{command}`" in changes


def test_a_way_in_which_nothing_weighs_has_no_answer_in_the_json(run: Run, tmp_path: Path) -> None:
    """All sliders at zero and "wij weten het niet": an answer now, none for who is sure of those sliders."""
    dossier = tmp_path / "regio.yaml"
    dossier.write_text(
        "formaat: toegangswijzer-dossier/1\nweging: {zekerheid: onbekend, invoer: {schuiven: {kosten: 0}}}\n",
        encoding="utf-8",
    )
    ways = {way["waarde"]: way for way in ranked(run, dossier)["anders"]}
    assert ways["strikt"]["bovenaan"] is not None
    assert ways["hoog"] == {
        "onderwerp": "zekerheid",
        "waarde": "hoog",
        "bovenaan": None,
        "eerste": None,
        "oordeel": None,
    }
