"""What SQLCipher's SQLite can do. Django's answers speak of the standard library's."""

from __future__ import annotations

from django.db.backends.sqlite3 import features
from sqlcipher3 import dbapi2


class DatabaseFeatures(features.DatabaseFeatures):
    """Django's list for SQLite, with the version of the library that is really used."""

    can_alter_table_drop_column = dbapi2.sqlite_version_info >= (3, 35, 5)
    can_return_columns_from_insert = dbapi2.sqlite_version_info >= (3, 35)
    can_return_rows_from_bulk_insert = can_return_columns_from_insert
