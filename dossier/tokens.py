"""The keys in the links to a dossier.

A family (a dossier and its scenarios) has two secrets of 192 bits: one to edit with, drawn at random, and one to
read with, which is HMAC-SHA-256 of the first. Who holds the edit link can so always be given the read link, while the
way back would take the secret itself. Stored is only the SHA-256 of either: with this many random bits nothing can be
guessed from it, so neither the database nor a backup opens a dossier, and no slow hash is needed.

A token is a secret, followed by a dot and a number for a scenario after the first. Who may open one scenario may open
all of its family, in the same way, so a secret for each would protect nothing, and one token leads to all of them.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Self

_BYTES = 24
_TOKEN = re.compile(r"([A-Za-z0-9_-]{32})(?:\.([1-9][0-9]{0,5}))?")


@dataclass(frozen=True)
class Key:
    """A token taken apart; it may still be one that opens nothing."""

    secret: str
    nummer: int = 1

    @classmethod
    def new(cls) -> Self:
        """A new secret to edit with."""
        return cls(secrets.token_urlsafe(_BYTES))

    @classmethod
    def read(cls, token: str) -> Self | None:
        """None when no token looks like this."""
        found = _TOKEN.fullmatch(token)
        return cls(found[1], int(found[2] or 1)) if found else None

    def numbered(self, nummer: int) -> "Key":
        """The key to another scenario of the same family."""
        return Key(self.secret, nummer)

    def read_only(self) -> "Key":
        """The key to read with that belongs to this key to edit with."""
        derived = hmac.digest(self.secret.encode(), b"toegangswijzer: lezen", hashlib.sha256)
        return Key(base64.urlsafe_b64encode(derived[:_BYTES]).decode(), self.nummer)

    @property
    def hash(self) -> str:
        """What is stored of the secret."""
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def __str__(self) -> str:
        return self.secret if self.nummer == 1 else f"{self.secret}.{self.nummer}"
