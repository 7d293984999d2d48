"""The nouns: what an entry of the log may say.

A *kind* (``acquire/1``) names a frozen struct that holds the entry's fields. Each field becomes one
disclosure, so a struct is what is *sealed*; the public leaf shows only the kind, the opaque object
id, the predecessor and digests (``spec/entries.md``).

>>> from probatum.model.kinds import Note, fields_of, parse_fields
>>> note = Note(by="A. Analyst", at="2026-01-02T03:04:05Z", text="seal intact")
>>> parse_fields("note/1", fields_of(note)) == note
True
"""
