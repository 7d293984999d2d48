"""Django's database of the desk, as a file that only the case's key opens.

The *desk database* (``desk.db`` in the case folder) holds what is not a fact of the case: people,
their sessions, drafts, saved searches. It is SQLite inside SQLCipher: every page, the write-ahead
log included, is encrypted and authenticated. Its *key* is derived from the key of the case, so it
opens when the case does, and no passphrase is stretched a second time.

In Django's settings the engine is this package. The key hides itself wherever it is shown:

>>> from probatum.desk.database.key import Key
>>> {"ENGINE": "probatum.desk.database", "NAME": "desk.db", "OPTIONS": {"key": Key(bytes(32))}}
{'ENGINE': 'probatum.desk.database', 'NAME': 'desk.db', 'OPTIONS': {'key': <key of the desk>}}
"""
