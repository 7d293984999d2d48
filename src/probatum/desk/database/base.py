"""Django's SQLite backend with SQLCipher in the place of SQLite.

Django's backend names the standard library's ``sqlite3`` in four places: the module whose errors
are translated, the connection, the cursor, and the version that decides what SQL may be used. These
are the four that are overridden; the SQL itself stays Django's.
"""

from __future__ import annotations

import datetime
import decimal
import os
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.asyncio import async_unsafe
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from probatum.desk.database.errors import does_not_open, meant
from probatum.desk.database.features import DatabaseFeatures
from probatum.desk.database.key import Key
from probatum.desk.database.operations import DatabaseOperations

LOCK_SECONDS = 30

# What Django's backend tells the sqlite3 module about values, told to this one. Converters work
# only on connections that ask for them; the index does not.
dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", sqlite.decoder(parse_date))
dbapi2.register_converter("time", sqlite.decoder(parse_time))
dbapi2.register_converter("datetime", sqlite.decoder(parse_datetime))
dbapi2.register_converter("timestamp", sqlite.decoder(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, sqlite.adapt_date)
dbapi2.register_adapter(datetime.datetime, sqlite.adapt_datetime)


class Cursor(dbapi2.Cursor):
    """A cursor that takes Django's placeholders, and says what the machine refused in our words."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Run one statement with ``%s`` or ``%(name)s`` placeholders."""
        if params is None:
            return self._run(super().execute, query)
        names = list(params) if isinstance(params, dict) else None
        return self._run(super().execute, self._placed(query, names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        """Run one statement for each set of parameters; the first decides the placeholders."""
        rows = iter(param_list)
        first = next(rows, None)
        if first is None:
            return self
        names = list(first) if isinstance(first, dict) else None
        return self._run(super().executemany, self._placed(query, names), chain([first], rows))

    def fetchone(self) -> Any:
        """The next row, or None."""
        return self._run(super().fetchone)

    def fetchmany(self, *size: int) -> Any:
        """The next rows."""
        return self._run(super().fetchmany, *size)

    def fetchall(self) -> Any:
        """All rows that are left."""
        return self._run(super().fetchall)

    def __next__(self) -> Any:
        return self._run(super().__next__)

    def _placed(self, query: str, names: list[str] | None) -> str:
        placed: str = sqlite.SQLiteCursorWrapper.convert_query(self, query, param_names=names)
        return placed

    def _run(self, how: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return how(*arguments)
        except dbapi2.DatabaseError as error:
            ours = meant(error)
            if ours is None:
                raise
            raise ours from error


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """One thread's connection to the desk database."""

    display_name = "SQLCipher"
    Database = dbapi2
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def __init__(self, settings_dict: dict[str, Any], *arguments: Any, **named: Any) -> None:
        options = settings_dict.setdefault("OPTIONS", {})
        if isinstance(options.get("key"), bytes):
            options["key"] = Key(options["key"])  # from here on no listing of settings shows it
        super().__init__(settings_dict, *arguments, **named)
        self._opened: tuple[str, Key] | None = None

    @async_unsafe
    def connect(self) -> None:
        """Open the file, and keep it open: unlocking costs more than most questions."""
        super().connect()
        self.close_at = None
        self._opened = self._meant()

    def close_if_unusable_or_obsolete(self) -> None:
        """Before and after each request: let go of a case that another one has taken the place of.

        Each thread has a connection of its own, and whoever closes a case reaches only theirs.
        """
        if self.connection is not None and self._opened != self._meant():
            self.close()
        else:
            super().close_if_unusable_or_obsolete()

    def _meant(self) -> tuple[str, Key]:
        return str(self.settings_dict["NAME"]), self.settings_dict["OPTIONS"]["key"]

    def get_connection_params(self) -> dict[str, Any]:
        """What ``get_new_connection`` takes: Django's, the key, and waiting for other writers."""
        params: dict[str, Any] = super().get_connection_params()
        if not isinstance(params.get("key"), Key):
            raise ImproperlyConfigured("OPTIONS of the desk database have no key")
        params["database"] = str(params["database"])
        params.setdefault("timeout", LOCK_SECONDS)
        # A transaction that begins with a read and then writes fails at once if somebody else
        # wrote in between, however long the timeout: take the lock at its beginning.
        self.transaction_mode = "IMMEDIATE"
        return params

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file with its key. Raises WorldError ``io-error`` if the key does not fit."""
        key = conn_params.pop("key")
        if not self.is_in_memory_db():
            _made_for_its_owner(Path(conn_params["database"]))
        try:
            connection = dbapi2.connect(**conn_params)
            _unlock(connection, key)
        except dbapi2.DatabaseError as error:
            raise meant(error) or does_not_open() from error
        register_functions(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor of ours."""
        return self.connection.cursor(factory=Cursor)


def _made_for_its_owner(path: Path) -> None:
    """Make the file readable by its owner alone; SQLite gives its log the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except OSError:
        return  # it exists, or SQLite says itself why it cannot be made


def _unlock(connection: Any, key: Key) -> None:
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
        connection.execute(key.pragma())
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # does the key fit?
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")
    except dbapi2.DatabaseError:
        connection.close()
        raise
