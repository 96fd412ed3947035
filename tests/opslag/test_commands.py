"""Cleaning up, backup and restore from the command line, and a start that is refused."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cli
from dossier.model import Dossier
from dossier.store import the_store
from handreiking.load import ROOT

Run = Callable[..., tuple[int, str, str]]

APP = str(ROOT / "app.py")
#: The two ways to start the server.
STARTED = [
    [APP, "--port", "0"],
    ["-m", "streamlit", "run", APP, "--server.port", "0", "--server.headless", "true"],
]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], database_url: str) -> Iterator[Run]:
    """Exit code, output and errors of one call of `toegangswijzer` on a database of its own."""

    def call(*arguments: object) -> tuple[int, str, str]:
        the_store.cache_clear()
        monkeypatch.setattr(sys, "argv", ["toegangswijzer", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    monkeypatch.setenv("TOEGANGSWIJZER_DATABASE_URL", database_url)
    the_store.cache_clear()
    yield call
    the_store.cache_clear()


def test_a_backup_and_its_restore_say_what_they_did(run: Run, tmp_path: Path) -> None:
    made = the_store().create(Dossier(zaad=7), naam="", by="a")
    file = tmp_path / "alles.gz"
    assert run("backup", file) == (0, "Er is 1 dossier bewaard in alles.gz.\n", "")
    the_store().delete(str(made.bewerk_token))
    code, out, _ = run("herstel", file)
    assert (code, out) == (0, "Er is 1 dossier teruggezet uit alles.gz. Wat er eerst stond, is vervangen.\n")
    assert the_store().open(str(made.bewerk_token)) == made


def test_cleaning_up_says_how_much_it_deleted(run: Run) -> None:
    the_store().create(Dossier(), naam="", by="a")
    assert run("opruimen") == (0, "Er zijn 0 dossiers verwijderd.\n", "")


def test_a_bad_backup_is_one_line_and_exit_two(run: Run, tmp_path: Path) -> None:
    (tmp_path / "alles.gz").write_text("iets anders")
    code, out, err = run("herstel", tmp_path / "alles.gz")
    assert (code, out, err) == (2, "", "alles.gz: dit is geen hele backup; neem een ander bestand\n")


def test_a_wrong_setting_is_one_line_and_exit_two(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOEGANGSWIJZER_BEWAARTERMIJN_DAGEN", "0")
    code, out, err = run("opruimen")
    assert (code, out) == (2, "")
    assert err == "instellingen, TOEGANGSWIJZER_BEWAARTERMIJN_DAGEN: te laag; het minste is 1\n"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("KLEUR", "rood", "instellingen, TOEGANGSWIJZER_KLEUR: deze instelling bestaat niet"),
        ("DATABASE_URL", "sqlite:////dev/null/opslag.db", "De server mag niet schrijven"),
    ],
)
@pytest.mark.parametrize("started", STARTED, ids=["python", "streamlit"])
def test_a_server_that_cannot_keep_anything_does_not_start(
    tmp_path: Path, started: list[str], name: str, value: str, said: str
) -> None:
    done = subprocess.run(
        [sys.executable, *started],
        env=os.environ | {f"TOEGANGSWIJZER_{name}": value},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
