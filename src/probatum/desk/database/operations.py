"""The SQL of Django's SQLite backend, as SQLCipher's SQLite understands it."""

from __future__ import annotations

from django.db.backends.sqlite3 import operations
from sqlcipher3 import dbapi2


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with the version of the library that is really used."""

    def force_group_by(self) -> list[str]:
        """Older SQLite needs GROUP BY TRUE where HAVING stands alone."""
        return ["GROUP BY TRUE"] if dbapi2.sqlite_version_info < (3, 39) else []
