"""Numbers that count neither people nor buildings: codes, ages, money, measures, shares."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.tokens import Token, is_beside

_DASHES = frozenset("-–—‑")
_CURRENCY = frozenset("$€£₴₽¥")
_ONE_OF = frozenset("احد احدي".split())
_NOT_ONE = frozenset("not no any every each".split())
_BODIES = frozenset(
    "family household street village house town school crew staff unit class building block team "
    "party garrison population workforce congregation company platoon".split()
)
_FRACTIONS = frozenset(
    "half third thirds quarter quarters percent cent % most fifth majority".split()
)
_SHARES = frozenset(
    "процент процента процентов половина половину половины треть трети четверть четверти "
    "большинство большинства часть % "
    "відсоток відсотка відсотків половина половину половини третина третину чверть чверті "
    "більшість більшості частина".split()
)
_OUT_OF = frozenset("из із з зі".split())
_TENS = frozenset("десяти ста".split())
_OF_TEN = frozenset(
    "один одна два две три четыре пять шесть семь восемь девять "
    "дві чотири п'ять шість сім вісім дев'ять".split()
)
_SMALL = {
    **{word: at for at, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1)},
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_MOST_IN = 100
_NEAR_AGE = 4
_OF_EVERY = (["of", "every"], ["of", "each"], ["من", "كل"], ["из", "каждых"], ["із", "кожних"],
             ["з", "кожних"])  # fmt: skip
_EVERY = frozenset("every each".split())
_NUMBERING = frozenset("/).")
_STRETCHES = frozenset(
    "часа часов минут дня дней недели недель месяца месяцев "
    "години годин хвилин хвилини дні днів тижні тижнів місяці місяців".split()
)
_YOUNGER = frozenset("under over below above".split())
_ELDEST = frozenset(
    "youngest oldest eldest младшему младшей младший старшему старшей старший самому самой "
    "наймолодшому наймолодшій наймолодший найстаршому найстаршій найстарший "
    "اصغرهم اكبرهم اصغرها اكبرها اصغرهن اصغر".split()
)
_BEFORE_AGE = frozenset(
    "of them whom these those was were is just only aged barely not yet the из них з із "
    "было был була було всего лише лишь погибших убитых загиблих вбитих убитих "
    "ребенку дитині منهم عمره عمرها ,".split()
)
_ARE = frozenset("was were is are be been being".split())
_ADVERBS = frozenset("all mostly still only well just also either both not".split())
_ANYBODY = frozenset("anyone anybody everyone everybody those nobody none all many most".split())
PREPOSITIONS = frozenset(
    "in on at by from to for with since during near under after before this last overnight so than "
    "yesterday today across as until through throughout inside outside between within between "
    "у в на за під після до від з із внаслідок унаслідок через біля вчора сьогодні протягом "
    "во при под после от с со из вследствие вчера сегодня ночью в результате "
    "في علي الي حتي من خلال بعد قبل جراء منذ عن مع اثر امس".split()
)


def is_no_count(read: Sequence[Token], at: int, end: int, words: FigureWords) -> bool:
    """Say whether what stands beside a number makes it a code, an age, money, a measure."""
    if at and is_beside(read[at - 1], read[at]):
        before = read[at - 1]
        if before.word in _CURRENCY or before.kind == "number" or before.word in ("#", "№", "+"):
            return True
        if before.word in _DASHES and at > 1 and is_beside(read[at - 2], before):
            return True
    if _is_numbering(read, at, end) or _is_time(read, at):
        return True
    if words.not_before.at(read, at - 1) is not None or words.not_before.before(read, at):
        return True
    if words.units.at(read, end) is not None or _is_age(read, at, end, words):
        return True
    if read[at].word.startswith("сотн") and end < len(read) and read[end].word in "«„“":
        return True  # a company of soldiers by its name
    if _is_ratio(read, at, end, words) or _is_whole_of_share(read, at):
        return True
    if at and read[at - 1].word in _ARE and [t.word for t in read[at : end + 1]] == ["one", "of"]:
        return True  # "he was one of the 12 people killed"
    if end == at + 1 and read[at].word in _ONE_OF and read[end : end + 1]:
        return read[end].word.startswith("ال")  # "one of the survivors"
    if _is_of_a_body(read, at, end):
        return True
    if at and read[at - 1].word in _NOT_ONE and read[at].word == "one":
        return True  # "not one of them had been touched"
    step = at - 1 if at and read[at - 1].word in words.small - {"of"} else at
    of = next((back for back in range(step - 1, max(0, step - 5), -1)
               if read[back].word == "of" or read[back].kind != "word"), 0)  # fmt: skip
    if of and read[of].word == "of" and read[of - 1].word in _FRACTIONS:
        return of == step - 1 or read[step - 1].word in ("'s", "’", "'")  # "of the town's 90 homes"
    if at > 1 and read[at - 1].word == "but" and read[at - 2].word == "all":
        return True  # "all but two of the 16"
    if end < len(read) and is_beside(read[end - 1], read[end]):
        behind = read[end]
        if behind.kind != "mark" or behind.word in _CURRENCY | {"%", "°"}:
            return True
        if behind.word in _DASHES | {"/", ":"} and end + 1 < len(read):
            return is_beside(behind, read[end + 1]) and read[end + 1].word != "odd"
    return False


def _is_of_a_body(read: Sequence[Token], at: int, end: int) -> bool:
    """Read "six members of | one family died", "nine of its crew of | 26 are missing"."""
    if at < 2 or read[at - 1].word != "of" or end >= len(read):
        return False
    if read[at].word == "one" and read[end].word in _BODIES:
        return True
    of = at - 4
    return of > 0 and read[at - 2].word in _BODIES and read[of].word == "of"


def _is_numbering(read: Sequence[Token], at: int, end: int) -> bool:
    """Read "3/ Two houses burnt", "3. On Monday": the number of a point in a list."""
    if at or end + 1 >= len(read) or read[at].kind != "number":
        return False
    mark = read[end]
    return mark.word in _NUMBERING and is_beside(read[end - 1], mark)


def _is_time(read: Sequence[Token], at: int) -> bool:
    """Read "часа через | два пост исчез", "через годину": after how long, not how many."""
    through = at > 1 and read[at - 1].word in ("через", "за")
    return through and read[at - 2].word in _STRETCHES


def _is_age(read: Sequence[Token], at: int, end: int, words: FigureWords) -> bool:
    """Read "nine of the dead were under ten", "two boys under 16": how old, not how many."""
    step = at
    while step and at - step < _NEAR_AGE and read[step - 1].word in _BEFORE_AGE:
        step -= 1
    if step and read[step - 1].word in _ELDEST and words.people.at(read, end) is None:
        return True  # "the youngest of them 13"
    if not at or read[at - 1].word not in _YOUNGER:
        return False
    if end < len(read) and read[end].kind == "word" and read[end].word not in PREPOSITIONS:
        return words.says.at(read, end) is not None
    step = at - 1
    while step and read[step - 1].word in _ADVERBS:
        step -= 1
    if step and read[step - 1].word in _ARE:
        step -= 1
        while step and read[step - 1].word in _ADVERBS:
            step -= 1
        return step > 0 and words.numbers.before(read, step) is None and not any(
            words.totals.at(read, back) or words.numbers.at(read, back)
            for back in range(max(0, step - 5), step)
        )  # fmt: skip
    return step > 0 and (
        words.people.before(read, step) is not None or read[step - 1].word in _ANYBODY
    )


def _is_ratio(read: Sequence[Token], at: int, end: int, words: FigureWords) -> bool:
    """Say whether a number is one of "four out of five", "nine in ten", "девять из десяти"."""
    behind = [token.word for token in read[end : end + 2]]
    before = [token.word for token in read[max(0, at - 2) : at]]
    if ["out", "of"] in (behind, before) or behind in _OF_EVERY or before in _OF_EVERY:
        return True
    every = end + 1 < len(read) and read[end + 1].word in _EVERY
    each = at > 0 and read[at - 1].word in _EVERY
    for one, other in ((at, end + 1 + every), (at - 2 - each, at)):
        if 0 <= one and other < len(read) and read[one + 1].word == "in":
            if _is_in_so_many(read, one, other, words):
                return True
    if len(behind) == 2 and behind[0] in _OUT_OF:
        return read[at].word in _OF_TEN and behind[1] in _TENS
    return len(before) == 2 and before[1] in _OUT_OF and (
        before[0] in _OF_TEN and read[at].word in _TENS
    )  # fmt: skip


def _is_in_so_many(read: Sequence[Token], one: int, other: int, words: FigureWords) -> bool:
    """Read "one in nine", and not "killed 12 in 2031", "wounded three in six days"."""
    low, high = _small(read[one]), _small(read[other])
    apart = words.units.at(read, other + 1) or words.things.at(read, other + 1)
    return 0 < low < high <= _MOST_IN and apart is None


def _small(token: Token) -> int:
    """Return a number of one token, 0 for any other token."""
    if token.kind == "number":
        return int(token.word) if token.word.isdigit() else 0
    return _SMALL.get(token.word, 0)


def _is_whole_of_share(read: Sequence[Token], at: int) -> bool:
    """Say whether a number is what a share is of: "40 процентов из | 2400 домов"."""
    if not at or read[at - 1].word not in _OUT_OF:
        return False
    return at > 1 and read[at - 2].word in _SHARES
