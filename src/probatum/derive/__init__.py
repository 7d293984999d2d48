"""What can be made of an item's bytes by a machine, without judging what it means.

A *derivation* takes bytes and gives a value: the text of an item (``derive.text``), a redacted copy
(``derive.redaction``). It runs in a *worker*, a separate process with limits on memory and time,
because the bytes may be hostile and the libraries that read them are large. Nothing here stores
anything or knows a case.

>>> from probatum.derive.text.anchoring import anchor, quote
>>> said = "At six the bridge was open. At seven the bridge was closed."
>>> cited = quote(said, 28, 58)
>>> cited.exact
'At seven the bridge was closed'
>>> anchor(cited, "Correction follows. " + said)
Anchored(start=48, end=78, how='moved')
>>> anchor(cited, "The page was taken down.")
Lost(reason='missing')
"""
