"""The case on disk: keys, vault, journal, logs, outside state, integrity check.

Nouns: a *case* is a folder with ``keys/``, ``vault/``, ``log/`` and an index that can be made anew.
A *log* (evidence, access) is a journal, C2SP tiles and a signed checkpoint. The *vault* holds
encrypted originals. The *key ring* holds one key per object, and forgetting it is erasure.
Everything here takes values and returns values; who may do what is decided in ``acts``.

Specified in ``spec/archive.md``, ``spec/log.md`` and ``spec/erasure.md``.

>>> from probatum.preserve.slots import Root, new_recovery_key
>>> root = Root(bytes(32), "00" * 16)
>>> root.derive("journal evidence") != root.derive("journal access")
True
>>> len(new_recovery_key().replace("-", ""))
54
"""
