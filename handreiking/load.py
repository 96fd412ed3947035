"""From the knowledge files to one checked `Handreiking`."""

import hashlib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from handreiking.checks import Checked, faults_between
from handreiking.faults import Fault, InvalidFile, faults_from
from handreiking.model import (
    Aandachtspunten,
    Frozen,
    Handreiking,
    Kenmerk,
    Omstandigheden,
    Randvoorwaarden,
    Varianten,
)
from handreiking.yaml_lines import read_yaml

ROOT = Path(__file__).resolve().parent.parent
#: The rows of the guide's matrix that have text; without one of them much of the rest names what is not there.
KENMERKEN = ("deskundigheid", "kosten", "uniformiteit", "continuiteit", "aansluiting", "betrokkenheid")

Model = TypeVar("Model", bound=Frozen)


def load_handreiking(folder: Path = ROOT) -> Handreiking:
    """Read and check every knowledge file below a folder.

    Raises
    ------
    InvalidFile
        With every fault in every file, so that one round of mending is enough.
    """
    faults: list[Fault] = []
    digest = hashlib.sha256()

    def read(path: Path, model: type[Model]) -> Checked[Model] | None:
        file = path.relative_to(folder).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
            digest.update(text.encode())
            raw, lines = read_yaml(text, file)
            return Checked(file, lines, model.model_validate(raw))
        except FileNotFoundError:
            faults.append(Fault(file, None, "", "dit bestand ontbreekt; zet het terug"))
        except (OSError, UnicodeDecodeError):
            faults.append(Fault(file, None, "", "niet te lezen; bewaar het als tekst in UTF-8"))
        except InvalidFile as error:
            faults.extend(error.faults)
        except ValidationError as error:
            faults.extend(faults_from(error, file, lines))
        return None

    paths = sorted((folder / "kenmerken").glob("*.yaml"))
    absent = [id for id in KENMERKEN if id not in {path.stem for path in paths}]
    if not paths:
        faults.append(Fault("kenmerken/", None, "", "er zijn geen kenmerken; zet de bestanden terug"))
    else:
        faults.extend(
            Fault(f"kenmerken/{id}.yaml", None, "", f"kenmerk {id} ontbreekt; zet dit bestand terug") for id in absent
        )
    kenmerken = [read(path, Kenmerk) for path in paths]
    omstandigheden = read(folder / "omstandigheden.yaml", Omstandigheden)
    varianten = read(folder / "varianten.yaml", Varianten)
    aandachtspunten = read(folder / "aandachtspunten.yaml", Aandachtspunten)
    randvoorwaarden = read(folder / "randvoorwaarden.yaml", Randvoorwaarden)
    complete = [kenmerk for kenmerk in kenmerken if kenmerk]
    if faults or not (omstandigheden and varianten and aandachtspunten and randvoorwaarden):
        raise InvalidFile(faults)
    faults.extend(faults_between(complete, omstandigheden, varianten, aandachtspunten, randvoorwaarden))
    if faults:
        raise InvalidFile(faults)
    in_order = sorted((kenmerk.model for kenmerk in complete), key=lambda kenmerk: kenmerk.volgorde)
    return Handreiking(
        document=varianten.model.document,
        kenmerken={kenmerk.id: kenmerk for kenmerk in in_order},
        omstandigheden=omstandigheden.model.omstandigheden,
        varianten=varianten.model,
        aandachtspunten=aandachtspunten.model,
        randvoorwaarden=randvoorwaarden.model,
        versie=digest.hexdigest()[:12],
    )
