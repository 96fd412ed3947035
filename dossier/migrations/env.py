"""How Alembic gets its connection: from `dossier.database`, inside the one transaction that brings all steps."""

from alembic import context

from dossier.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
