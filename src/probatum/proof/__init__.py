"""Proof: what two strangers must compute alike, from bytes alone.

Nothing here opens a file, reads a clock, draws a random number or signs. Every check that the
case's own ``check`` and the verifier share lives here, in standard Python from 3.9 on.

*Entry* (or leaf)
    what the log keeps of an act: canonical JSON that holds digests and nothing personal.
*Field*, *disclosure*, *decoy*
    a named value; the text that opens the digest of a field; a digest with nothing behind it.
*Tree*, *root*, *proof*
    RFC 6962: all entries in order under one hash, and the few hashes that show an entry's place
    (inclusion) or that an older tree begins a newer one (consistency).
*Tile*, *bundle*
    the files in which the tree's hashes and the entries lie, 256 to a file.
*Checkpoint*, *note*, *verifier key*
    size and root of the tree; a text with signatures; whose signature counts.

An entry commits to a place without saying it; its proof then shows that it is in the tree:

>>> from probatum.proof import disclosure, entry, merkle
>>> texts = [disclosure.field_text(bytes(32), "place", "the invented bridge")]
>>> texts += [disclosure.decoy_text(bytes([number]) * 32) for number in range(1, 8)]
>>> digests = tuple(sorted(map(disclosure.digest, texts)))
>>> data = entry.encode(entry.Leaf("record/1", "0" * 32, None, "A" * 22, digests))
>>> b"bridge" in data
False
>>> leaves = [merkle.leaf_hash(b"an earlier entry"), merkle.leaf_hash(data)]
>>> root = merkle.root_of(leaves)
>>> path = merkle.inclusion_proof(1, 2, lambda level, index: leaves[index])
>>> merkle.verify_inclusion(merkle.leaf_hash(data), 1, 2, path, root)

Whoever is given the disclosure, the entry, the path and the root can open the field:

>>> entry.open_leaf(entry.parse(data), texts[:1]).fields
{'place': 'the invented bridge'}

What a log's key signs is the root and the number of entries below it:

>>> from probatum.proof.checkpoint import Checkpoint
>>> Checkpoint.parse(Checkpoint("9f4c2a6e", 2, root).text()).root == root
True
"""
