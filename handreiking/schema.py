"""JSON Schemas of the knowledge files, so that an editor can complete and check while one types."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from handreiking.model import Aandachtspunten, Frozen, Kenmerk, Omstandigheden, Randvoorwaarden, Varianten

KENNISBESTANDEN: Mapping[str, type[Frozen]] = {
    "kenmerk": Kenmerk,
    "omstandigheden": Omstandigheden,
    "varianten": Varianten,
    "aandachtspunten": Aandachtspunten,
    "randvoorwaarden": Randvoorwaarden,
}


def write_schemas(folder: Path, others: Mapping[str, type[Frozen]]) -> Iterator[Path]:
    """Write one schema per kind of file, those of other models included, and name what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in {**KENNISBESTANDEN, **others}.items():
        path = folder / f"{name}.schema.json"
        text = json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        yield path
