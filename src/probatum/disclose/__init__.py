"""Entries and a choice in, the bytes of a package out.

*Withholding*
    one decision to keep a field back: which field, with which code, on which basis.
*Shown*
    one entry as the recipient will see it: its leaf, the texts that are opened, what is kept back.
*Part*
    one member of the package before it is written: name, size, digests, and where its bytes are.
*Bound*
    the members that the manifest lists, and the manifest; what ``disclose/1`` commits.
*Sealing*
    age encryption around the whole package, to recipients or with a passphrase.

Nothing here opens a case, logs, or decides who may disclose: ``acts`` does. The format is
``spec/disclosure.md``. A field that is kept back stays a digest that nobody can open or guess:

>>> from probatum.disclose.withheld import parse_withholding, show
>>> from probatum.proof import disclosure, entry
>>> texts = [disclosure.field_text(bytes(32), "place", "the invented bridge")]
>>> texts += [disclosure.decoy_text(bytes([number]) * 32) for number in range(1, 8)]
>>> digests = tuple(sorted(map(disclosure.digest, texts)))
>>> leaf = entry.encode(entry.Leaf("record/1", "0" * 32, None, "A" * 22, digests))
>>> rule = parse_withholding("place=protected-person:invented rule 70")
>>> shown = show(4, leaf, texts, [rule], approver="A. Reviewer")
>>> shown.fields, len(shown.opened), [kept.field for kept in shown.kept]
({}, 7, ['place'])
"""
