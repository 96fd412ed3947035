"""Dossiers with their versions, in families that keys open."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "families",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("laatste_nummer", sa.Integer, nullable=False),
    )
    op.create_table(
        "sleutels",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("familie", sa.Integer, sa.ForeignKey("families.id", ondelete="CASCADE"), nullable=False),
        sa.Column("mag_bewerken", sa.Boolean, nullable=False),
    )
    op.create_index("ix_sleutels_familie", "sleutels", ["familie"])
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("familie", sa.Integer, sa.ForeignKey("families.id", ondelete="CASCADE"), nullable=False),
        sa.Column("nummer", sa.Integer, nullable=False),
        sa.Column("naam", sa.Text, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("onderdelen", sa.Text, nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime, nullable=False),
        sa.Column("bewaren_tot", sa.Date),
        sa.UniqueConstraint("familie", "nummer", name="uq_dossiers_familie_nummer"),
    )
    op.create_index("ix_dossiers_gewijzigd_op", "dossiers", ["gewijzigd_op"])
    op.create_table(
        "versies",
        sa.Column("dossier", sa.Integer, sa.ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("nummer", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("op", sa.DateTime, nullable=False),
        sa.Column("door", sa.Text, nullable=False),
        sa.Column("soort", sa.Text, nullable=False),
        sa.Column("van", sa.Integer),
        sa.Column("wat", sa.Text, nullable=False),
        sa.Column("wijziging", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
