"""How many: the figures of a text in English, Ukrainian, Russian and Arabic.

A *figure* counts people or buildings: a *number* with its *bound* ("at least") and its *measure*
(killed, injured, displaced ...), the *population* it counts, who gives it and how they say they
know. A *comparison* is a figure without a number ("far higher than the official toll"). Ages,
distances, money, calibres, votes and numbers of units are none.

>>> text = "At least 312 civilians were killed and 540 injured, the ministry said."
>>> for each in figures_of(text, "en"):
...     source = text[each.source.start:each.source.end]
...     print(each.measure, each.bound, each.low, each.population, "by", source)
killed at_least 312 civilians by the ministry
injured at_least 540 not-stated by the ministry

Its ``low`` and ``high`` follow from the characters of its number alone: `number_of` and
`bounds_of` say so again for whoever checks.
"""

from probatum.read.figures.finding import figures_of
from probatum.read.numbers import bounds_of, number_of

__all__ = ["bounds_of", "figures_of", "number_of"]
