"""The private index of a case: what the logs say, in tables that can be asked.

Nouns: the index *follows* both logs and the vault; its *position* in each log is the size it has
taken and the tree's right edge at that size, kept in the same transaction as the rows. It is never
the truth: delete ``index.db`` at any time and it comes back equal (``spec/archive.md``). It holds
names and texts, so it is SQLite inside SQLCipher, and what is erased in the log goes here too.
A *document* is what search knows of an item, text, note or record; its *traits* are what filters
and facets go by.

>>> from probatum.index.facts import ranges_of, same_bytes_mac
>>> ranges_of("1-3,7")
[(1, 3), (7, 7)]
>>> len(same_bytes_mac(bytes(32), "00" * 32))
32
"""
