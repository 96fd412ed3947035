"""The settings of an installation: variables of the environment, each described in docs/instellingen.md."""

import os
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dossier.database import database_url
from handreiking.faults import Fault, InvalidFile, faults_from

PREFIX = "TOEGANGSWIJZER_"
BEWAARTERMIJN_DAGEN = 180


def _works_here(url: str) -> str:
    database_url(url)
    return url


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    database_url: Annotated[str, AfterValidator(_works_here)] = "sqlite:///toegangswijzer.db"
    bewaartermijn_dagen: int = Field(default=BEWAARTERMIJN_DAGEN, ge=1, le=3650)
    opruimen_uur: int = Field(default=3, ge=0, le=23)


def load_settings() -> Settings:
    """The settings as the environment has them.

    Raises
    ------
    InvalidFile
        With one fault per setting that is unknown or wrong.
    """
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    faults = [
        Fault("instellingen", None, name, f"deze instelling bestaat niet; kies uit: {', '.join(sorted(known))}")
        for name in sorted(os.environ)
        if name.upper().startswith(PREFIX) and name.upper() not in known
    ]
    try:
        settings = Settings()
    except ValidationError as error:
        wrong = faults_from(error, "instellingen", {})
        faults += [Fault(fault.file, None, f"{PREFIX}{fault.field}".upper(), fault.message) for fault in wrong]
    if faults:
        raise InvalidFile(faults)
    return settings
