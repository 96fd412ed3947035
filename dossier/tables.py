"""The tables a store is kept in, the same on SQLite and PostgreSQL.

They describe the present; `dossier/migrations/` brings an older database here, and a test holds the two equal.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """A moment, kept as UTC: SQLite has no time zones."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


metadata = MetaData()

#: A dossier with its scenarios. Numbers are never given out twice: an old link must not open a newer scenario.
families = Table(
    "families",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("laatste_nummer", Integer, nullable=False),
)

#: What opens a family: the SHA-256 of a secret, never the secret.
sleutels = Table(
    "sleutels",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("familie", Integer, ForeignKey("families.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mag_bewerken", Boolean, nullable=False),
)

#: Each dossier as it is now, as JSON of its parts.
dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("familie", Integer, ForeignKey("families.id", ondelete="CASCADE"), nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("naam", Text, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("onderdelen", Text, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("bewaren_tot", Date),
    UniqueConstraint("familie", "nummer", name="uq_dossiers_familie_nummer"),
    Index("ix_dossiers_gewijzigd_op", "gewijzigd_op"),
)

#: Every change ever made, as JSON of (part -> old, new); rows are added and never altered.
#: Without a rowid of its own, SQLite keeps the versions of one dossier together.
versies = Table(
    "versies",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=True),
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("op", Moment, nullable=False),
    Column("door", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("van", Integer),
    Column("wat", Text, nullable=False),
    Column("wijziging", Text, nullable=False),
    sqlite_with_rowid=False,
)
