"""A dossier as a file: JSON out, JSON or YAML in, and a clear refusal of everything else."""

import json
import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from dossier.check import misfits
from dossier.model import FORMAAT, Dossier
from handreiking.faults import Fault, InvalidFile, Path, fault_at, faults_from
from handreiking.model import Handreiking
from handreiking.yaml_lines import read_yaml

MAX_BYTES = 2_000_000
PRESENT = int(FORMAAT.rpartition("/")[2])
#: Makes a document of this version into one of the next; there has been no older version yet.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def to_json(dossier: Dossier) -> str:
    """The dossier as JSON that a person can read; parts that were left empty are left out."""
    document = dossier.model_dump(mode="json", exclude_none=True)
    filled = {name: value for name, value in document.items() if not _is_empty(value)}
    return json.dumps(filled, ensure_ascii=False, indent=2) + "\n"


def _is_empty(value: object) -> bool:
    inside = value.values() if isinstance(value, dict) else [value]
    return all(item in ("", [], {}) for item in inside)


def from_bytes(data: bytes, file: str, handreiking: Handreiking) -> Dossier:
    """Read a dossier of JSON or YAML and check it against the guide.

    Raises
    ------
    InvalidFile
        With one fault per thing that is wrong, each with its line.
    """
    if len(data) > MAX_BYTES:
        raise InvalidFile([Fault(file, None, "", "dit bestand is te groot; gebruik hoogstens 2 MB")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "dit is geen tekstbestand in UTF-8; kies een dossier dat u hier hebt bewaard"
        raise InvalidFile([Fault(file, None, "", message)]) from None
    raw, lines = read_yaml(_HALVES.sub(_whole, text), file)
    raw = _in_present_format(raw, file)
    try:
        dossier = Dossier.model_validate(raw)
    except ValidationError as error:
        raise InvalidFile(faults_from(error, file, lines)) from None
    dossier = _on_the_sliders(dossier)
    faults = [
        fault_at(file, lines, _as_in_file(path, dossier, raw), message)
        for path, message in misfits(dossier, handreiking)
    ]
    if faults:
        raise InvalidFile(faults)
    return dossier


def _on_the_sliders(dossier: Dossier) -> Dossier:
    """Weights of 0 to 1, as other programs have them, in proportion on sliders that go to 100."""
    weights = dossier.weging.invoer.schuiven
    most = max(weights.values(), default=0.0)
    if not 0 < most <= 1:
        return dossier
    scaled = {kenmerk: 100 * weight / most for kenmerk, weight in weights.items()}
    invoer = dossier.weging.invoer.model_copy(update={"schuiven": scaled})
    return dossier.model_copy(update={"weging": dossier.weging.model_copy(update={"invoer": invoer})})


#: JSON writes a character beyond the first 65,536 as two halves, which YAML does not know.
_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def _whole(found: re.Match[str]) -> str:
    pair = bytes.fromhex(found[2]) + bytes.fromhex(found[3])
    return found[1] + pair.decode("utf-16-be")


def _in_present_format(raw: Any, file: str) -> Any:
    found = raw.get("formaat") if isinstance(raw, dict) else None
    version = re.fullmatch(r"toegangswijzer-dossier/(\d{1,6})", str(found))
    if version is None or (int(version[1]) < PRESENT and int(version[1]) not in MIGRATIONS):
        message = f"dit is geen dossier van de Toegangswijzer; bovenin hoort te staan: formaat: {FORMAAT}"
        raise InvalidFile([Fault(file, None, "formaat", message)])
    if int(version[1]) > PRESENT:
        message = "dit dossier is gemaakt met een nieuwere Toegangswijzer; open het daar, of werk deze bij"
        raise InvalidFile([Fault(file, None, "formaat", message)])
    for older in range(int(version[1]), PRESENT):
        raw = MIGRATIONS[older](raw)
    return raw | {"formaat": FORMAAT}


def _as_in_file(path: Path, dossier: Dossier, raw: Any) -> Path:
    """The same place in the file, where a list may stand in another order than in the dossier."""
    match path:
        case (str(field), int(index), *rest):
            item = getattr(dossier, field)[index]
            named = {name: getattr(item, name) for name in ("id", "kenmerk", "vorm") if hasattr(item, name)}
            return (field, next(i for i, held in enumerate(raw[field]) if named.items() <= held.items()), *rest)
    return path
