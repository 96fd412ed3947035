"""What a user types, as a dossier keeps it: lines as a file has them, a limit on length, nothing unprintable."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: What no file can hold: control characters, halves of characters and what Unicode keeps for itself.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _plain(text: str) -> str:
    """Text on lines as a file has them: Word, for one, has other ends of lines."""
    lines = _LINE_ENDS.sub("\n", text)
    if _UNPRINTABLE.search(lines):
        raise ValueError("deze tekst bevat een onzichtbaar teken; typ hem opnieuw")
    return lines.strip()


def _named(text: str) -> str:
    if not text:
        raise ValueError("deze tekst is leeg; vul hem in")
    return text


Naam = Annotated[str, Field(max_length=120), AfterValidator(_plain), AfterValidator(_named)]
Zin = Annotated[str, Field(max_length=300), AfterValidator(_plain), AfterValidator(_named)]
MagLeeg = Annotated[str, Field(max_length=120), AfterValidator(_plain)]
LangeTekst = Annotated[str, Field(max_length=2000), AfterValidator(_plain)]
Motivering = Annotated[str, Field(max_length=2000), AfterValidator(_plain), AfterValidator(_named)]
