"""How many: numbers in digits and words, in English, Ukrainian, Russian and Arabic.

An *amount* is what number words say by themselves: from ``low`` to ``high``, the same if it is one
number; ``high`` None if the words have no upper end ("dozens" are at least 24, as the annotation
guide counts). A *bound* is what the words around add ("at least"); `bounds_of` joins the two, and
is how the host checks that a figure's numbers follow from its characters.

>>> number_of("two dozen", "en"), number_of("1,2 мільйона", "uk")
(Amount(low=24, high=24), Amount(low=1200000, high=1200000))
>>> number_of("от 20 до 25", "ru") is None, number_of("20 до 25", "ru")
(True, Amount(low=20, high=25))
>>> bounds_of("312", "en", "at_least"), bounds_of("Dozens", "en", "at_least")
((312, None), (24, None))
>>> bounds_of("خمسة وعشرون", "ar", "exact"), bounds_of("far higher", "en", "exact")
((25, 25), None)
"""

from probatum.read.numbers.amounts import (
    TWO,
    Amount,
    bounded,
    bounds_of,
    first_words,
    number_at,
    number_of,
    one_of_many,
)

__all__ = [
    "TWO",
    "Amount",
    "bounded",
    "bounds_of",
    "first_words",
    "number_at",
    "number_of",
    "one_of_many",
]
