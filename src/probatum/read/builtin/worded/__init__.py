"""Reading by tables of words: what languages without a parser share.

A *lexicon* holds the words of one language. A *passage* is a sentence as printed, quotations
whole. A *saying* is one attributed statement with the *phrase* that names who says it; the *cast*
tells which phrases name the same person or body.
"""
