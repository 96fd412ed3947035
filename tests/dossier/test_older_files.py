"""A file of an older format is brought to the present one, and a fault is named where the file has it."""

import pytest

from dossier import file
from dossier.model import FORMAAT
from handreiking.faults import InvalidFile
from handreiking.load import load_handreiking

GUIDE = load_handreiking()


def test_a_file_of_an_older_format_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(file.MIGRATIONS, 0, lambda old: {"huidige_vorm": old["vorm"]})
    read = file.from_bytes(b'{"formaat": "toegangswijzer-dossier/0", "vorm": "L"}', "oud.json", GUIDE)
    assert (read.formaat, read.huidige_vorm) == (FORMAAT, "L")


def test_a_format_that_never_was_is_refused() -> None:
    with pytest.raises(InvalidFile, match="geen dossier van de Toegangswijzer"):
        file.from_bytes(b'{"formaat": "toegangswijzer-dossier/0"}', "oud.json", GUIDE)


def test_a_fault_in_a_list_is_named_where_the_file_has_it() -> None:
    lines = [
        f"formaat: {FORMAAT}",
        "randvoorwaarden:",
        "  - {id: RV-99, status: hard}",
        "  - {id: RV-02, status: hard}",
    ]
    with pytest.raises(InvalidFile) as refused:
        file.from_bytes("\n".join(lines).encode(), "dossier.yaml", GUIDE)
    (fault,) = refused.value.faults
    assert (fault.line, fault.field) == (3, "randvoorwaarden[1].id")
