"""Number words of English."""

from probatum.read.numbers.wording import NumberWords, numbered

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

ENGLISH = NumberWords(
    values={
        **{word: value for value, word in enumerate(f"{_UNITS} {_TEENS}".split()) if value},
        **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    },
    scales=numbered({
        "hundred": 100, "dozen": 12, "k": 1_000, "thousand": 1_000, "million mln": 10**6,
        "billion bn": 10**9,
    }),
    open_ends=numbered({
        "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6,
    }),
    open_phrases={
        ("tens", "of", "thousands"): 20_000, ("hundreds", "of", "thousands"): 200_000,
        ("tens", "of", "millions"): 2 * 10**7, ("hundreds", "of", "millions"): 2 * 10**8,
        **{
            (*some, word): least for some in (("several",), ("a", "few"))
            for word, least in (("dozen", 24), ("hundred", 200), ("thousand", 2_000),
                                ("million", 2 * 10**6))
        },
        ("dozens", "and", "dozens"): 24, ("hundreds", "and", "hundreds"): 200,
    },
    phrases={
        ("half", "a", "dozen"): 6, ("half", "a", "million"): 500_000,
        ("half", "a", "hundred"): 50, ("a", "half", "dozen"): 6,
        ("a", "dozen"): 12, ("a", "hundred"): 100, ("a", "thousand"): 1_000,
        ("a", "million"): 10**6, ("a", "quarter", "of", "a", "million"): 250_000,
        ("a", "billion"): 10**9,
    },
    ands=frozenset({"and"}),
    halves=frozenset({("and", "a", "half")}),
    ones=frozenset({"a"}),
    between=frozenset({"to", "or"}),
    both=frozenset({"and"}),
)  # fmt: skip
