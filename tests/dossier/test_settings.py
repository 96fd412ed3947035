"""Every setting is described, and one that is unknown or wrong is refused by its name."""

import re
from pathlib import Path

import pytest

from dossier.database import VAR, database_url
from dossier.settings import PREFIX, Settings, load_settings
from handreiking.faults import InvalidFile
from handreiking.load import ROOT

DESCRIBED = (ROOT / "docs" / "instellingen.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def test_every_setting_is_described_with_its_default_and_no_others_are() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| `([^`]+)` \|$", DESCRIBED, re.MULTILINE))
    assert rows == {f"{PREFIX}{name.upper()}": str(field.default) for name, field in Settings.model_fields.items()}


def test_without_settings_everything_lies_in_var() -> None:
    assert database_url(load_settings().database_url).database == str(VAR / "toegangswijzer.db")


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOEGANGSWIJZER_BEWAARTERMIJN_DAGEN", "30")
    monkeypatch.setenv("TOEGANGSWIJZER_DATABASE_URL", "sqlite:////srv/dossiers.db")
    settings = load_settings()
    assert settings.bewaartermijn_dagen == 30
    assert database_url(settings.database_url).database == "/srv/dossiers.db"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("BEWAARTERMIJN", "30", "deze instelling bestaat niet; kies uit: TOEGANGSWIJZER_BEWAARTERMIJN_DAGEN"),
        ("BEWAARTERMIJN_DAGEN", "0", "te laag; het minste is 1"),
        ("BEWAARTERMIJN_DAGEN", "lang", "hier hoort een heel getal"),
        ("OPRUIMEN_UUR", "24", "te hoog; het meeste is 23"),
        ("DATABASE_URL", "", "geen adres van een database"),
        ("DATABASE_URL", "mysql://server/naam", "dit soort database kan niet"),
        ("DATABASE_URL", "sqlite://", "deze database onthoudt niets"),
    ],
)
def test_a_setting_that_is_unknown_or_wrong_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(f"{PREFIX}{name}", value)
    with pytest.raises(InvalidFile) as refused:
        load_settings()
    (fault,) = refused.value.faults
    assert str(fault).startswith(f"instellingen, {PREFIX}{name}: ")
    assert reason in str(fault)


def test_a_password_is_never_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}DATABASE_URL", "mysql://beheer:geheim@server/naam")
    with pytest.raises(InvalidFile) as refused:
        load_settings()
    assert "geheim" not in str(refused.value)


def test_postgresql_works_under_each_of_its_names() -> None:
    for name in ("postgres", "postgresql", "postgresql+psycopg2"):
        assert database_url(f"{name}://server/naam").drivername == "postgresql+psycopg"


def test_the_manual_names_no_setting_that_does_not_exist() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    documents = [*Path(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    named = {name for path in documents for name in re.findall(rf"{PREFIX}[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert named <= known
