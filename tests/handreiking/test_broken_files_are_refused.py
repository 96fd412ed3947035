"""A broken knowledge file gives one Dutch line with file, line, field and mend; nothing is read by halves."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handreiking.faults import InvalidFile
from handreiking.load import ROOT, load_handreiking

FILES = ["omstandigheden.yaml", "varianten.yaml", "aandachtspunten.yaml", "randvoorwaarden.yaml"]

Break = Callable[[str, str, str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "kenmerken", tmp_path / "kenmerken")
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def fault_after(folder: Path) -> Break:
    """Replace a text in a file once, and give the faults that the loader then names."""

    def change(name: str, old: str, new: str) -> str:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(InvalidFile) as refused:
            load_handreiking(folder)
        return str(refused.value)

    return change


def test_the_files_as_they_are_load(folder: Path) -> None:
    assert load_handreiking(folder) == load_handreiking()


def test_unknown_key(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "volgorde: 2", "volgorde: 2\nkleur: blauw")
    assert fault == "kenmerken/kosten.yaml, regel 5, kleur: onbekend veld; controleer de spelling of haal het weg"


def test_missing_field(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "volgorde: 2\n", "")
    assert fault == "kenmerken/kosten.yaml, regel 2, volgorde: dit veld ontbreekt; vul het in"


def test_a_kenmerk_needs_a_statement_for_the_quick_start(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "stelling: ", "stelling: ' '\nopmerking: ")
    assert "stelling: deze tekst is leeg" in fault


def test_score_outside_its_interval(fault_after: Break) -> None:
    fault = fault_after(
        "kenmerken/uniformiteit.yaml", "C-A1: {punt: 5, laag: 4, hoog: 5", "C-A1: {punt: 3, laag: 4, hoog: 5"
    )
    assert "kenmerken/uniformiteit.yaml, regel " in fault
    assert "scores.C-A1: score 3 ligt buiten het interval van 4 tot 5" in fault


def test_score_off_the_scale(fault_after: Break) -> None:
    fault = fault_after(
        "kenmerken/uniformiteit.yaml", "C-A1: {punt: 5, laag: 4, hoog: 5", "C-A1: {punt: 5, laag: 4, hoog: 6"
    )
    assert fault.endswith("scores.C-A1.hoog: te hoog; het meeste is 5")


def test_claim_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after("kenmerken/uniformiteit.yaml", "op_grond_van: [UN-01]", "op_grond_van: [UN-01, UN-99]")
    assert "scores.C-A1.op_grond_van: bewering UN-99 bestaat niet" in fault


def test_claim_that_is_about_another_vorm(fault_after: Break) -> None:
    fault = fault_after("kenmerken/uniformiteit.yaml", "op_grond_van: [UN-01]", "op_grond_van: [UN-01, UN-05]")
    assert "bewering UN-05 geldt niet voor C-A1" in fault


def test_claim_that_is_left_out(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "[KO-01, KO-02, ", "[KO-01, ")
    assert "scores.C-A1.op_grond_van: bewering KO-02 geldt voor C-A1 maar staat er niet bij" in fault


def test_score_without_support(fault_after: Break) -> None:
    fault = fault_after("kenmerken/uniformiteit.yaml", ", op_grond_van: [UN-01]", "")
    assert "score zonder beweringen kan geen steun 'sterk' hebben" in fault


def test_vorm_without_a_score(folder: Path, fault_after: Break) -> None:
    line = next(
        line
        for line in (folder / "kenmerken/uniformiteit.yaml").read_text(encoding="utf-8").splitlines()
        if line.startswith("  H-IR: {punt")
    )
    fault = fault_after("kenmerken/uniformiteit.yaml", line + "\n", "")
    assert "kenmerken/uniformiteit.yaml, regel " in fault
    assert "scores: vorm H-IR heeft geen score" in fault


def test_yaml_syntax(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "volgorde: 2", "volgorde: [2")
    assert fault.startswith("kenmerken/kosten.yaml, regel ")
    assert "klopt de schrijfwijze van het bestand niet" in fault


def test_same_name_twice_in_one_block(fault_after: Break) -> None:
    fault = fault_after("kenmerken/kosten.yaml", "volgorde: 2", "volgorde: 2\nvolgorde: 3")
    assert fault == "kenmerken/kosten.yaml, regel 5, volgorde: deze naam staat hier twee keer; laat er een staan"


def test_same_claim_in_two_files(fault_after: Break) -> None:
    fault = fault_after("kenmerken/uniformiteit.yaml", "  UN-01:\n", "  KO-01:\n")
    assert "bewering KO-01 staat ook in kenmerken/kosten.yaml" in fault


def test_anchors_that_expand_without_end(folder: Path) -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))
    (folder / "varianten.yaml").write_text(f"a0: &a0 [x]\n{levels}\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as refused:
        load_handreiking(folder)
    assert str(refused.value).startswith("varianten.yaml, regel 1: ankers en verwijzingen")


def test_nesting_without_end(folder: Path) -> None:
    (folder / "varianten.yaml").write_text("a: " + "[" * 50_000, encoding="utf-8")
    with pytest.raises(InvalidFile, match="lagen diep"):
        load_handreiking(folder)


def test_python_objects_are_not_built(folder: Path) -> None:
    (folder / "varianten.yaml").write_text("document: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    with pytest.raises(InvalidFile, match="soortnaam"):
        load_handreiking(folder)


@pytest.mark.parametrize("content", ["", "# leeg\n", "- een\n- twee\n", "los woord\n"])
def test_file_of_another_shape(folder: Path, content: str) -> None:
    (folder / "varianten.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidFile, match=r"varianten\.yaml"):
        load_handreiking(folder)


def test_file_that_is_no_text(folder: Path) -> None:
    (folder / "varianten.yaml").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(InvalidFile, match="bewaar het als tekst in UTF-8"):
        load_handreiking(folder)


@pytest.mark.parametrize("name", FILES)
def test_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(InvalidFile, match="dit bestand ontbreekt"):
        load_handreiking(folder)


@pytest.mark.parametrize("kenmerk", [path.stem for path in sorted((ROOT / "kenmerken").glob("*.yaml"))])
def test_missing_kenmerk_is_said_and_not_all_that_follows_from_it(folder: Path, kenmerk: str) -> None:
    (folder / "kenmerken" / f"{kenmerk}.yaml").unlink()
    with pytest.raises(InvalidFile) as refused:
        load_handreiking(folder)
    assert str(refused.value) == f"kenmerken/{kenmerk}.yaml: kenmerk {kenmerk} ontbreekt; zet dit bestand terug"


def test_wrong_kind_of_trigger_is_one_fault(fault_after: Break) -> None:
    fault = fault_after("aandachtspunten.yaml", "soort: elke", "soort: soms")
    assert fault.endswith("wanneer[1].soort: kies een van: elke, als of altijd")
    assert "\n" not in fault


def test_vorm_without_a_judgement(fault_after: Break) -> None:
    fault = fault_after("randvoorwaarden.yaml", "vormen: [C-A1, C-B1]", "vormen: [C-A1]")
    assert fault.endswith("oordelen: vorm C-B1 heeft geen oordeel; voeg het toe")


def test_answer_that_widens_an_interval(fault_after: Break) -> None:
    old = "{als: {afwegingskader: ja}, punt: 3, laag: 2, hoog: 3"
    fault = fault_after("kenmerken/uniformiteit.yaml", old, "{als: {afwegingskader: ja}, punt: 3, laag: 2, hoog: 4")
    assert "een antwoord mag alleen versmallen" in fault


def test_answer_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after(
        "kenmerken/uniformiteit.yaml", "{als: {afwegingskader: ja}", "{als: {afwegingskader: misschien}"
    )
    assert "antwoord misschien bestaat niet; kies een van: ja, nee, weet_niet" in fault


def test_vorm_judged_twice(fault_after: Break) -> None:
    fault = fault_after("randvoorwaarden.yaml", "vormen: [C-A1, C-B1]", "vormen: [C-A1, C-B1, L]")
    assert "vorm L is al eerder beoordeeld" in fault


def test_measure_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after("randvoorwaarden.yaml", "maatregelen: [M-17]", "maatregelen: [M-99]")
    assert "maatregel M-99 bestaat niet" in fault


def test_party_without_a_name(fault_after: Break) -> None:
    fault = fault_after("varianten.yaml", "  zorgaanbieder: Zorgaanbieder\n\n", "\n")
    assert "banen: baan zorgaanbieder heeft geen naam; voeg haar toe" in fault


def test_doer_without_a_party(fault_after: Break) -> None:
    named = "{wie: lokaal team, status: genoemd, banen: [lokaal]}"
    fault = fault_after("varianten.yaml", named, "{wie: lokaal team, status: genoemd}")
    assert "stappen.1: banen horen bij wie genoemd of afgeleid is" in fault


def test_party_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after("varianten.yaml", "banen: [regio, back_office]", "banen: [regio, postkamer]")
    assert "kies een van: inwoner, lokaal, expertiseteam, regio, back_office of zorgaanbieder" in fault


def test_gap_in_a_reason_that_nothing_fills(fault_after: Break) -> None:
    fault = fault_after("aandachtspunten.yaml", "{overgang} en daarmee", "{wissel} en daarmee")
    assert "tussen accolades kan alleen {overgang} staan" in fault


def test_condition_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after("aandachtspunten.yaml", "meer_beslissende_teams: true", "meer_teams: true")
    assert "wanneer[1].als.meer_teams: onbekend veld" in fault


def test_measure_of_a_chosen_vorm_that_does_not_exist(fault_after: Break) -> None:
    fault = fault_after("randvoorwaarden.yaml", "H-TB-S], maatregel: M-27}", "H-TX], maatregel: M-77}")
    assert "maatregel_bij_gekozen_vorm.vormen: vorm H-TX bestaat niet" in fault
    assert "maatregel_bij_gekozen_vorm.maatregel: maatregel M-77 bestaat niet" in fault


def test_every_fault_is_named_in_one_go(folder: Path) -> None:
    for name in ("kenmerken/kosten.yaml", "kenmerken/uniformiteit.yaml"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\nkleur: blauw\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as refused:
        load_handreiking(folder)
    assert len(refused.value.faults) == 2
    assert all("\n" not in str(fault) for fault in refused.value.faults)


ONCE = "een_keer: {punt: 5, laag: 4, hoog: 5}"


def test_reading_without_a_doubled_claim_where_there_is_none(fault_after: Break) -> None:
    old = "L: {punt: 2, laag: 1, hoog: 4, steun: sterk,"
    fault = fault_after("kenmerken/kosten.yaml", old, f"{old} {ONCE},")
    assert "deze score rust op geen bewering die ook bij een ander kenmerk staat; haal een_keer weg" in fault


def test_answer_that_forgets_the_reading_without_the_doubled_claim(fault_after: Break) -> None:
    line = "{als: {horizon: kort}, punt: 4, laag: 4, hoog: 5, steun: zwak,"
    fault = fault_after("kenmerken/kosten.yaml", f"{line} {ONCE},", line)
    assert "een_keer hoort bij C-A1 en bij deze regel, of bij geen van beide" in fault


def test_answer_that_widens_the_reading_without_the_doubled_claim(fault_after: Break) -> None:
    line = "{als: {horizon: kort}, punt: 4, laag: 4, hoog: 5, steun: zwak,"
    fault = fault_after("kenmerken/kosten.yaml", f"{line} {ONCE}", f"{line} {ONCE.replace('laag: 4', 'laag: 3')}")
    assert "een antwoord mag alleen versmallen: 3 tot 5 past niet in 4 tot 5 van C-A1" in fault
