"""The key of the desk database, as a value that no message, log or listing of settings shows."""

from __future__ import annotations

from typing import NoReturn

LENGTH = 32


class Key:
    """32 bytes that open the desk database. ``repr`` hides them; it cannot be pickled.

    >>> key = Key(bytes(range(32)))
    >>> key, f"{key}", "%s" % key
    (<key of the desk>, '<key of the desk>', '<key of the desk>')
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != LENGTH:
            raise ValueError("the key of the desk has 32 bytes")
        self._secret = bytes(secret)

    def __repr__(self) -> str:
        return "<key of the desk>"

    def __copy__(self) -> Key:
        return self

    def __deepcopy__(self, _memo: object) -> Key:
        return self

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("the key of the desk is not written anywhere")

    def pragma(self) -> str:
        """The statement that hands the key to SQLCipher. Call it in the argument of ``execute``.

        A variable that holds the statement would stand in the frames of a traceback.
        """
        return f"PRAGMA key = \"x'{self._secret.hex()}'\""
