"""Places that a text names: where something may have happened, and capitals that only speak.

A *mention* is a stretch of text that names a place; a *metonym* is one that acts instead of a
government ("Norland denied"): nothing happened there. Names of persons and organisations that look
like places are neither. A place that no gazetteer knows, or that may be any of several, has no
position.

>>> from probatum.read.gazetteer import Gazetteer
>>> text = "Shells fell on the village of Dorna, residents said. Norland denied it."
>>> [(each.name, len(each.mentions), len(each.metonyms)) for each in
...  places_of(text, "en", Gazetteer())]
[('Dorna', 1, 0), ('Norland', 0, 1)]
"""

from probatum.read.places.finding import places_of

__all__ = ["places_of"]
