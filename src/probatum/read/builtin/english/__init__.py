"""Built-in English rules: who says what, through whom, and where they stand.

A *cue* is the word or phrase that says somebody says something ("said", "denial", "according to");
its *stance* is where they stand. ``parse.parse`` makes a ``Parsed`` of a text, once;
``attribution.attributions`` finds what others say in it.
"""
