"""A number in its phrase: which bound stands before or behind it, and whom it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.model.nouns.figures import Bound
from probatum.read.figures.bounding import bound_before
from probatum.read.figures.lexicon import FigureWords, Head, Trigger
from probatum.read.figures.uncounted import PREPOSITIONS, is_no_count
from probatum.read.figures.written_on import dual, is_and, without_prefix
from probatum.read.found import Mark
from probatum.read.numbers import TWO, Amount, first_words, number_at, one_of_many
from probatum.read.tokens import Token, bare, is_beside

_MOST_MODIFIERS = 4
_MOST_OTHERS = 3
_OF_MANY = (
    "ов", "ев", "ей", "век", "ів", "їв", "іб", "тир", "иц", "ат", "іт", "осіб", "сел", "шкіл",
)  # fmt: skip
_BETWEEN = frozenset("between між между بين".split())
_ARTICLES = frozenset("the this that these those which its his her their a an".split())
_MADE_OF_PEOPLE = ("men", "women", "wives", "folk", "people", "ists", "smiths", "keepers")
_OF_A_COUNTRY = ("ans", "ese", "landers", "ites", "iots", "lis", "nis", "qis")
_SHORTEST_MADE = 5
_COLLECTIVE = ("верых", "терых", "мерых", "двоих", "троих")
_QUOTES = frozenset("\"'“”„‟‘’‚«»‹›")
_OF_THE = (["of", "the"], ["of", "these"], ["of", "those"], ["of", "his"], ["of", "her"],
           ["of", "their"], ["of", "its"], ["of", "our"])  # fmt: skip
_ROUGHLY_SO_MANY = frozenset("العشرات الميات الالاف".split())
_OTHER_THINGS = "اخري"
_OUT_OF = frozenset("из із з зі".split())
_FAR_OWNER = 6
_TAKEN = frozenset(
    "abducted kidnapped detained arrested imprisoned jailed interned murdered slain executed "
    "deported displaced destroyed damaged ruined gutted burnt burned demolished flattened".split()
)
_GOES = frozenset("come came comes coming go went gone got get returned return sent made".split())
_FINAL = frozenset({"killed", "bodies-found"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its bound and its noun, as token positions.

    From ``start`` (the bound) over ``number`` to ``end`` (the noun). ``trigger`` is the noun that
    itself says the measure ("12 dead"). ``is_own_bound``: the words before it gave the bound.
    ``offset`` are letters written onto the number word ("و" in Arabic).
    """

    start: int
    number: int
    number_end: int
    end: int
    amount: Amount
    bound: Bound
    is_own_bound: bool
    head: Head
    population: str
    offset: int = 0
    trigger: Trigger | None = None


def counted_in(
    read: Sequence[Token], words: FigureWords, language: str, dates: Iterable[Mark]
) -> list[Counted]:
    """Return the numbers of a sentence that may count people or buildings."""
    taken = sorted(dates)
    firsts = first_words(language)
    found: list[Counted] = []
    at = 0
    while at < len(read):
        token = read[at]
        if _is_in(token, taken) or not _may_begin(token, firsts, language):
            at += 1
            continue
        one, behind = _counted_at(read, at, words, language)
        if one is not None:
            found.append(one)
        at = max(behind, at + 1, one.end if one is not None and language == "ar" else 0)
    return found


def _is_in(token: Token, marks: Sequence[Mark]) -> bool:
    return any(start <= token.start < end for start, end in marks)


def _may_begin(token: Token, firsts: frozenset[str], language: str) -> bool:
    if token.kind == "number":
        return True
    if token.kind != "word":
        return False
    if language == "ar" and token.raw.endswith(TWO):
        return True
    forms = bare(token.word) if language == "ar" else (token.word,)
    return any(form in firsts for form in forms)


def _counted_at(
    read: Sequence[Token], at: int, words: FigureWords, language: str
) -> tuple[Counted | None, int]:
    """Return what the number at a token counts, or None; and the token behind the number."""
    ranged = words.between.at(read, at - 1) is not None
    after_change = any(words.changes.at(read, back) for back in range(max(0, at - 5), at))
    reach: Literal["one", "range", "between"] = "between" if ranged else "range"
    if ranged and after_change and read[at - 1].word not in _BETWEEN:
        reach = "one"  # "rose from 20 to 25"
    found, offset = number_at(read, at, language, reach=reach), 0
    if found is None and language == "ar":
        found, offset = without_prefix(read, at, language)
    if found is None:
        return None, at + 1
    amount, end = found
    if is_no_count(read, at, end, words):
        return None, end
    so = words.bounds_behind.at(read, end)  # "thirty or so villagers"
    head, population, noun_end, trigger = _noun(read, at, so[1] if so else end, words, language)
    if so and head not in ("people", "buildings", "counted"):
        head, population, noun_end, trigger = _noun(read, at, end, words, language)
    turned = _turned(read, at, end, words) if head in (None, "bare") else None
    if turned is not None:
        one = Counted(at - 1, at, end, end, amount, "about", True, *turned, offset, None)
        return one, end
    if head is None:
        return None, end
    start, bound, own = bound_before(read, at, end, words, is_range=amount.low != amount.high)
    if ranged and reach == "between" and amount.high is not None and amount.low != amount.high:
        start, bound, own = at - 1, "range", True
    some = words.parts_behind.at(read, end)
    behind = words.bounds_behind.at(read, noun_end) or words.bounds_behind.at(read, end)
    if behind is None and some is not None:
        behind = words.bounds_behind.at(read, some[1])  # "nine of them at least"
    if behind and not own and not _is_of_next(read, behind[1]):
        bound, own = behind[0], True
        noun_end = max(noun_end, behind[1])
    if own and amount.high is None and end == at + 1:
        single = one_of_many(read[at].word)
        if single is not None and bound == "at_least":
            return None, end  # "не меньше сотни": a hundred, or hundreds
        amount = amount if single is None else single
    if amount.high is None and bound not in ("at_least", "more_than"):
        if bound in ("up_to", "less_than"):
            return None, end
        bound = "at_least"
    elif amount.high is not None and amount.low != amount.high and bound in ("exact", "about"):
        bound = "range"
    one = Counted(start, at, end, noun_end, amount, bound, own, head, population, offset, trigger)
    return one, end


def _is_of_next(read: Sequence[Token], at: int) -> bool:
    """Say whether a number follows a bound: "17 погибли и более | 60 пострадали"."""
    return at < len(read) and read[at].kind == "number"


def _turned(
    read: Sequence[Token], at: int, end: int, words: FigureWords
) -> tuple[Head, str] | None:  # fmt: skip
    """Return what stands before a number in words that it counts about ("домов двадцать")."""
    if not words.has_verb_first or at < 2 or read[at].kind != "word":
        return None
    if end < len(read) and read[end].kind == "word" and not words.triggers.at(read, end):
        return None
    noun = read[at - 1].word
    if read[at - 2].kind == "number" or not noun.endswith(_OF_MANY):
        return None
    people = words.people.at(read, at - 1)
    if people is not None:
        return "people", people[0]
    return ("buildings", "not-stated") if words.buildings.at(read, at - 1) else None


def _noun(
    read: Sequence[Token], at: int, end: int, words: FigureWords, language: str
) -> tuple[Head | None, str, int, Trigger | None]:
    """Return what sort of noun follows a number, whom it names, and the token behind it.

    None: some other noun, so that the number counts neither people nor buildings.
    """
    if language == "ar" and read[end - 1].kind == "word":  # the dual holds the noun
        if (two := dual(read[end - 1], words)) is not None:
            return two[0], two[1], end, two[2]
    if language == "ar" and end < len(read) and read[end].word.startswith("وال"):
        return "bare", "not-stated", end, None  # "86 والجرحى": the next count begins
    if language == "ar" and end < len(read) and read[end].word == _OTHER_THINGS:
        return "bare", "not-stated", end + 1, None  # "تضررت مئات أخرى" behind houses
    if language == "ar" and end < len(read) and read[end].word in words.more:
        return "people", "not-stated", end + 1, None
    if language == "en" and end < len(read) and read[end].word == "the":
        return "bare", "not-stated", end, None  # "bringing to 57 the number of dead"
    if (of_them := words.parts_behind.at(read, end)) and not words.people.at(read, of_them[1]):
        return "bare", "not-stated", end, None  # "41 of them seriously"
    if words.gravely and read[end : end + 1] and read[end].word in words.gravely:
        if end + 1 >= len(read) or read[end + 1].kind == "mark":
            return "bare", "not-stated", end, None  # "three critically"
    if (whole := _whole_behind(read, end, words, language)) is not None:
        return whole
    if _is_of_things(read, end, words):
        return None, "", end, None
    here = behind = end
    others = 0
    head: Head | None = None
    population = "not-stated"
    while here < len(read) and others <= _MOST_MODIFIERS:
        token = read[here]
        if token.kind == "word" and token.word in words.small | words.more and not (
            language == "ar" and words.triggers.at(read, here)
        ):  # fmt: skip
            here += 1
            continue
        if language == "ar" and head is not None and is_and(token, words):
            break  # "45 مسلحا | وأسر 12"
        if token.word == "-" and others and here + 1 < len(read) and (
            is_beside(read[here - 1], token) and is_beside(token, read[here + 1])
        ):  # fmt: skip
            here += 1  # "six grape-pickers"
            continue
        if here == end and token.word in _QUOTES:  # 'four "suspected combatants"'
            here += 1
            continue
        trigger = words.triggers.at(read, here)
        if trigger and set(trigger[0].sides) == {"b", "t"}:  # "23 deaths at the site"
            trigger = words.triggers.at(read[: trigger[1] - 1], here) or trigger
        if trigger and (others or head) and read[here - 1].word in ("of", "the"):
            if any(token.word == "of" for token in read[behind if head else end : here]):
                others += _MOST_MODIFIERS  # "64 survivors of the killings"
                break
        if trigger and head is None and not others and token.word in _TAKEN:
            if (whom := words.people.at(read, trigger[1])) is not None:
                return "counted", whom[0], whom[1], trigger[0]  # "14 abducted fishermen"
            if (what := words.buildings.at(read, trigger[1])) is not None:
                return "counted", "not-stated", what[1], trigger[0]  # "52 destroyed houses"
        people = words.people.at(read, here)
        buildings = words.buildings.at(read, here)
        if token.word == "home" and read[here - 1].word in _GOES:
            break  # "eleven came home"
        if people is None and buildings is None and language == "en" and _names_people(token):
            people = "not-stated", here + 1
        if trigger and "n" in trigger[0].sides and _is_counted(read, trigger, words, head):
            if people and people[1] > trigger[1]:
                trigger = None
            elif others and language == "en" and _are_things(read, end, here, words):
                return None, "", end, None  # "one bomb wounded four", "two loads of wounded"
            else:
                return "counted", population, trigger[1], trigger[0]
        if people:
            if others and head is None and language == "en" and read[here - 1].word == "of":
                if _are_things(read, end, here, words):
                    return None, "", end, None  # "three loads of prisoners"
            if head != "people" or population == "not-stated":
                head, population = "people", people[0]
            here = behind = people[1]
        elif buildings:
            head, here = "buildings", buildings[1]
            behind = here
        elif _ends_phrase(read, here, words) or head is not None:
            break
        else:
            others += 1
            here += 1
    if head is not None:
        if head == "people" and words.buildings.at(read, here) and language == "en":
            return "buildings", "not-stated", here + 1, None
        return head, population, behind, None
    if others and not any(words.things.at(read, step) for step in range(end, here)):
        several = others <= _MOST_OTHERS and read[here - 1].word.endswith(("s", "men", "people"))
        if others == 1 or several and language == "en":
            return "other", "not-stated", here, None
        return None, "", end, None
    if others:
        return None, "", end, None
    if read[end - 1].word.endswith(_COLLECTIVE):
        return "people", "not-stated", end, None  # "увели восьмерых"
    if language == "ar" and read[end - 1].word in _ROUGHLY_SO_MANY:
        return "people", "not-stated", end, None
    small = all(token.word in words.small | words.more for token in read[end:here])
    bound = words.bounds.before(read, at) if language == "en" else None
    led = at if bound is None else bound[1]
    if led and read[led - 1].word == "with" and any(t.word == "others" for t in read[end:here]):
        return "people", "not-stated", here, None  # "held with 19 others"
    return "bare", "not-stated", here if here < end + 3 and small else end, None


def _whole_behind(
    read: Sequence[Token], end: int, words: FigureWords, language: str
) -> tuple[Head | None, str, int, Trigger | None] | None:
    """Read "four | of the seven wounded soldiers", whatever becomes of them; the dead are dead."""
    found = None
    for at in _wholes(read, end):
        found = found or number_at(read, at, language, reach="one")
    if found is None:
        return None
    head, _, behind, trigger = _noun(read, found[1] - 1, found[1], words, language)
    if head == "counted" and trigger is not None and trigger.measure in _FINAL:
        return "counted", "not-stated", behind, trigger
    if head not in ("people", "buildings", "counted"):
        return None
    return "buildings" if head == "buildings" else "people", "not-stated", behind, None


def _is_of_things(read: Sequence[Token], end: int, words: FigureWords) -> bool:
    """Read "14 | of 31 sheets are missing"."""
    if end + 2 >= len(read) or read[end].word != "of" or read[end + 1].kind != "number":
        return False
    return words.things.at(read, end + 2) is not None


def _wholes(read: Sequence[Token], end: int) -> list[int]:
    """Return where the whole may begin behind "of the", "of the town's", "из", "من أصل"."""
    behind = [token.word for token in read[end : end + 2]]
    if behind in _OF_THE or behind == ["من", "اصل"]:
        first = [end + 2]
    elif behind[:1] and behind[0] in _OUT_OF:
        first = [end + 1]
    else:
        first = []
    if behind[:1] != ["of"]:
        return first
    at = _behind_owner(read, end)  # "1,500 of the town's 9,000 residents"
    return first if at is None else [*first, at]


def _behind_owner(read: Sequence[Token], at: int) -> int | None:
    """Return the token behind "of the town's |"."""
    for step in range(at + 1, min(len(read) - 1, at + _FAR_OWNER)):
        if read[step].word in ("'s", "’", "'"):
            return step + 1
        if read[step].kind != "word":
            return None
    return None


def _are_things(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether a number's own noun is a thing: "three loads of | prisoners"."""
    return any(
        words.things.at(read, at) and (at + 1 == end or read[at + 1].word == "of")
        for at in range(start, end)
    )


def _names_people(token: Token) -> bool:
    """Say whether a word of English is made as words for people are: "Tamrians", "fishwives"."""
    if token.word.endswith(_MADE_OF_PEOPLE) and not token.word.endswith("lists"):
        return len(token.word) > _SHORTEST_MADE
    made = token.is_capitalised and token.word.endswith(_OF_A_COUNTRY)
    return made and len(token.word) > _SHORTEST_MADE


def _is_counted(
    read: Sequence[Token], trigger: tuple[Trigger, int], words: FigureWords, head: Head | None
) -> bool:
    """Say whether a noun or participle behind a number is what it counts, not the next verb."""
    follows = trigger[1]
    if words.titles and follows < len(read) and read[follows].word.startswith("و"):
        return True  # "ثمانية قتلى | ونحو عشرين مصابا"
    if begins_a_number(read, follows, words):
        return "b" not in trigger[0].sides
    return True


def begins_a_number(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a number with its bound begins here: "over 24", and not "over the border"."""
    if at >= len(read):
        return False
    found = words.bounds.at(read, at)
    step = at if found is None else found[1]
    if step >= len(read) or step == at:
        return step < len(read) and read[step].kind == "number"
    return read[step].kind == "number" or (
        read[step].kind == "word" and read[step].word not in _ARTICLES
    )


def _ends_phrase(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    token = read[at]
    return (
        token.kind != "word"
        or token.word in words.auxiliaries
        or token.word in words.links
        or token.word in PREPOSITIONS
        or words.triggers.at(read, at) is not None
        or words.stops.at(read, at) is not None
        or words.parts.at(read, at) is not None
        or words.comparisons.at(read, at) is not None
        or words.bounds_behind.at(read, at) is not None
        or words.says.at(read, at) is not None
    )
