"""The words that name somebody: from a verb of saying back, or from "according to" on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from probatum.read.figures.lexicon import FigureWords
from probatum.read.found import Mark
from probatum.read.tokens import Token

ENDS = frozenset('.,;:،؛!?"”»()—–؟')
_IN_NAMES = frozenset({"refugees", "displaced", "missing"})
QUOTES = frozenset("\"'“”„«»")
MOST_WORDS = 12
NO_SUBJECT = frozenset(
    "it he she they i we us me you who which that this there these those one such so what "
    "reportedly nobody everybody everyone whoever anyone anybody neither either none "
    "він вона вони воно ми я ви це хто ніхто так така такий які який яка "
    "это он она они мы я вы кто никто так такова таков такая вот которые который которая "
    "هو هي هم نحن انا هذا هذه ذلك بينما فيما كما حيث حين لكن ما".split()
)
_FIGURES = frozenset(
    "figures figure data count counts records tally list report statement "
    "сообщении сообщение "
    "сообщения заявление заявлении повідомлення повідомленні заява заяві отчет "
    "отчете звіт звіті документе документі докладе доповіді".split()
)
LEADS = frozenset("in on at by from since and but as of for after before when while until though "
                   "у в на за про що а але і та й з із зі до від для під після при "
                   "и но что о об с со из от к ко по для под после при через "
                   "раніше раньше ранее тоді тогда однак однако хотя хоча "
                   "من في على عن إن ان بان الى بعد قبل".split())  # fmt: skip
_VERB_ENDS_NAME = frozenset(
    "had has have also later then earlier not first initially already previously again now just "
    "recently still repeatedly originally himself herself itself themselves keep keeps kept "
    "too even only meanwhile since publicly officially eventually finally "
    "раніше спершу спочатку вже ще пізніше потім згодом також досі "
    "ранее сначала уже еще позже позднее потом затем также пока".split()
)
_ASIDES = frozenset("however meanwhile though instead наоборот однако впрочем напротив навпаки "
                    "однак натомість втім проте зокрема".split())  # fmt: skip
_DESCRIBES = frozenset(
    "a an one part which who whose where led head run based itself formerly founded set "
    "який яка яке які куди де котрий которая который которое которые куда где".split()
)
_ADJECTIVES = ("кий", "ний", "ный", "ший", "щий", "кая", "ная", "кие", "ные", "шие", "щие", "ький")
_DATA = frozenset(
    "figures data information statistics numbers details evidence reports accounts findings "
    "estimates".split()
)
_NEAR_PAPER = 5
_PAPERS = frozenset(
    "report memo memorandum letter note statement document bulletin study survey paper communique "
    "dispatch cable circular leaflet briefing".split()
)
_OCCASIONS = _PAPERS | frozenset(
    "reply interview post message answer response comment email speech address broadcast "
    "conference call appeal".split()
)
_KINDS_OF_PAPER = frozenset(
    "final first second latest new annual draft leaked confidential preliminary previous earlier "
    "official joint internal initial public secret interim".split()
)
_BODIES = frozenset(
    "office ministry agency police army council committee commission union league "
    "department directorate bureau board service court tribunal embassy command "
    "hospital clinic society association authority presidency secretariat".split()
)
_RELATIVE = frozenset("which who".split())
_WHICH = frozenset("which whom".split())
_ASIDE = _RELATIVE | frozenset(
    "quoted cited speaking asked reached interviewed contacted questioned pressed writing standing "
    "flanked surrounded joined citing quoting visiting addressing".split()
)
_HOURS = frozenset("evening morning noon midday midnight nightfall dusk dawn afternoon now".split())
_FIRST_ADVERBS = frozenset("earlier later separately meanwhile yesterday today".split())
_WHATEVER = frozenset("what whatever despite contrary".split())
_OURS = frozenset(
    "فرقنا فريقنا طواقمنا مصادرنا مراسلنا مراسلينا باحثونا باحثينا تقديراتنا معلوماتنا بياناتنا "
    "سجلاتنا منظمتنا مكتبنا وزارتنا قواتنا اطبايينا متطوعينا متطوعونا موظفينا زملاينا "
    "خبراينا".split()
)
_OPENS = frozenset('«„“"')
_CLOSES = frozenset('»”“"')
_MOST_NAMES = 4
_OF_IT = frozenset("به بها بهما عنه عنها الينا".split())
_AGENTLESS = frozenset("в у на by".split())

Found: TypeAlias = tuple[int, int] | None


def name_behind(
    read: Sequence[Token], at: int, last: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:
    """Return the name that begins at a token, up to a mark, "that" or a date."""
    while at < last and (
        read[at].word in QUOTES or read[at].word in _AGENTLESS or _in_date(read[at], dates)
        or (words.titles and _is_told_us(read[at]))
    ):  # fmt: skip
        at += 1
    end = at
    while end < min(last, at + MOST_WORDS):
        token = read[end]
        if token.word in _CLOSES and any(each.word in _OPENS for each in read[at:end]):
            end += 1
            break
        if token.word in ENDS or token.word in words.that or _in_date(token, dates):
            break
        if end > at and (
            token.word in words.cuts
            or words.says.at(read, end)
            or words.parts.at(read, end)
            or (words.has_verb_first and words.numbers.at(read, end))
            or token.kind == "number"
            or (words.titles and words.bounds.at(read, end) is not None)
            or _is_deed(read, end, words)
        ):
            break
        end += 1
    while end > at and (read[end - 1].word in LEADS or read[end - 1].word in QUOTES - _CLOSES):
        end -= 1
    if words.titles and read[at : at + 1] and read[at].word in _OURS:
        return None  # "by the estimates of our teams" is what the publisher says
    if end > at and read[at].word in _DATA and not words.has_verb_first:
        return _of_data(read, at, end, last, words, dates)
    if end <= at or read[at].word in NO_SUBJECT or not _is_name(read, at, end, words):
        return None
    if words.titles:
        at = _behind_titles(read, at, end, words)
    return _apposed(read, at, end, last) or (at, end)


def _is_told_us(token: Token) -> bool:
    """Read "ما صرحت | به لصحيفتنا |": of it, and to whom who publishes it."""
    return token.word in _OF_IT or (token.word.startswith("ل") and token.word.endswith("نا"))


def _of_data(
    read: Sequence[Token], at: int, end: int, last: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:  # fmt: skip
    """Return whose data they are: "figures | the ministry | published", "compiled by | X"."""
    step = at + 1 + (read[at + 1 : at + 2] != [] and read[at + 1].word in ("that", "which"))
    for by in range(step, min(last, step + 3)):
        if read[by].word in ("by", "from", "of"):
            return name_behind(read, by + 1, last, words, dates)
        if read[by].kind != "word":
            return None
    named = step < end and (read[step].word == "the" or read[step].is_capitalised)
    return (step, end) if named else None


def _apposed(read: Sequence[Token], at: int, end: int, last: int) -> Found:
    """Return the person of "their teacher, Yonas Dagne": two names or more between two marks."""
    if read[at].is_capitalised or end >= last or read[end].word != ",":
        return None
    stop = end + 1
    while stop < last and read[stop].kind == "word" and read[stop].is_capitalised:
        stop += 1
    ends = stop >= last or read[stop].word in ENDS
    return (end + 1, stop) if ends and 2 <= stop - end - 1 <= _MOST_NAMES else None


def _behind_titles(read: Sequence[Token], at: int, end: int, words: FigureWords) -> int:
    """Return where the name of a person begins whose titles stand before it (Arabic)."""
    for step in range(end - 2, at, -1):
        if read[step - 1].word in words.titles:
            return step
    return at


def name_before(
    read: Sequence[Token], first: int, at: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:
    """Return the name that ends before a verb, back to a mark, a preposition or a date."""
    end = at
    while end > first and read[end - 1].word in _VERB_ENDS_NAME | words.auxiliaries:
        end -= 1
    if [token.word for token in read[max(first, end - 2) : end]] == ["только", "что"]:
        end -= 2
    end = _before_brackets(read, first, end)
    if end - 3 > first and read[end - 1].word == "," == read[end - 3].word:
        end -= 3 * (read[end - 2].word in _ASIDES)  # "the police, however, reported"
    if end - 2 > first and read[end - 1].word in _RELATIVE and read[end - 2].word == ",":
        whole = name_before(read, first, end - 2, words, dates)  # "the army, which admits 22"
        return whole or _behind_by(read, first, end - 2, words, dates)
    between = end - 1 > first and read[end - 1].word == ","
    if between and (opens := _relative_clause(read, first, end - 1)) is not None:
        return name_before(read, first, opens, words, dates)
    end -= between  # "the minister, Jana Kol, told": the name stands between two commas
    start = _opening(read, first, end)
    while start > first and end - start < MOST_WORDS:
        token = read[start - 1]
        if token.word in ENDS or token.word in words.that or _in_date(token, dates):
            break
        if words.says.at(read, start - 1) and start < end:
            break
        if token.word in _WHICH and not words.has_verb_first:
            break
        start -= 1
    if between and first < start < end and read[start - 1].word == ",":
        described = read[start].word in _DESCRIBES or (
            words.has_verb_first and read[start].word.endswith(_ADJECTIVES)
            and not read[start].is_capitalised
        )  # fmt: skip
        if described:  # "the committee, a network of volunteers, put"
            return name_before(read, first, start - 1, words, dates)
    if between and (
        start == first
        or read[start - 1].word != ","
        or words.parts.at(read, start) is not None
        or any(token.kind == "number" for token in read[start:end])
    ):
        return None
    what = next((at for at in range(start, end) if read[at].word == "what"), start)
    if what > start and read[what - 1].word in ("was", "is"):
        start = what + 1  # "that was what the fire brigade | wrote"
    if any(token.word in _WHATEVER for token in read[start:end]):
        return None  # "despite what the banner says"
    closed = read[end - 1].word in _CLOSES
    while start < end and (
        read[start].word in LEADS
        or read[start].word in _FIRST_ADVERBS
        or (read[start].word in _HOURS and read[start + 1 : start + 2] and end - start > 1)
        or read[start].word in (QUOTES - _OPENS if closed else QUOTES)
    ):
        start += 1
    if end - start > 1 and read[end - 1].word in _FIGURES and not _is_a_paper(read, start, end):
        end -= 1
        if read[end - 1].word in ("'s", "'", "’"):
            end -= 1
    start = _behind_paper(read, start, end)
    start = _behind_occasion(read, start, end)
    if (
        end <= start
        or read[start].word == "'s"
        or (read[start].word.partition("'")[0] in NO_SUBJECT and not _is_one_of(read, start, end))
        or not _is_name(read, start, end, words)
    ):
        return None
    return start, end


def _behind_by(
    read: Sequence[Token], first: int, end: int, words: FigureWords, dates: Sequence[Mark]
) -> Found:  # fmt: skip
    """Return the name of "the figure was dismissed by the army, which | admits 22"."""
    for at in range(end - 1, max(first, end - MOST_WORDS), -1):
        if read[at].kind == "mark":
            return None
        if read[at].word in ("by", "from", "against"):
            return name_before(read, at + 1, end, words, dates)
    return None


def _is_a_paper(read: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a paper itself is the subject: "the final report | gives"."""
    return read[start].word in ("the", "a") and all(
        token.word in _KINDS_OF_PAPER for token in read[start + 1 : end - 1]
    )


def _is_one_of(read: Sequence[Token], start: int, end: int) -> bool:
    """Read "one of the foremen | estimated"."""
    return end - start > 2 and read[start].word in ("one", "some") and read[start + 1].word == "of"


def _before_brackets(read: Sequence[Token], first: int, end: int) -> int:
    """Return the bracket that opens before a verb: "the driver (he gave no name) | said"."""
    if end <= first or read[end - 1].word != ")":
        return end
    for at in range(end - 2, max(first, end - MOST_WORDS), -1):
        if read[at].word == "(":
            return at
    return end


def _behind_paper(read: Sequence[Token], start: int, end: int) -> int:
    """Return where the name of the body begins whose paper says it: "a report by | the League"."""
    for at in range(start, min(start + _NEAR_PAPER, end - 1)):
        if read[at].word in _PAPERS and at + 2 < end:
            by = read[at + 1].word in ("by", "from")
            of = read[at + 1].word == "of" and (
                read[end - 1].word in _BODIES or read[end - 1].is_capitalised
            )
            return at + 2 if by or of else start
    return start


def _behind_occasion(read: Sequence[Token], start: int, end: int) -> int:
    """Return where the name begins behind an occasion: "in an earlier statement | the Front"."""
    for at in range(start + 1, min(end, start + _NEAR_PAPER)):
        said_in = read[at - 1].word in _OCCASIONS
        if said_in and (read[at].word == "the" or read[at].is_capitalised):
            return at
    return start


def _relative_clause(read: Sequence[Token], first: int, end: int) -> int | None:
    """Return the comma that opens an aside ("who ...", "quoted by ..."), closed by ``end``."""
    for at in range(end - 1, max(first, end - MOST_WORDS), -1):
        if read[at].word in ENDS:
            return at if read[at].word == "," and read[at + 1].word in _ASIDE else None
    return None


def _opening(read: Sequence[Token], first: int, end: int) -> int:
    """Return where the quotation marks of a name open that ends there: "центр «Маяк»"."""
    if end - 1 <= first or read[end - 1].word not in _CLOSES:
        return end
    for at in range(end - 2, max(first, end - 2 - _MOST_NAMES) - 1, -1):
        if read[at].word in _OPENS:
            return at if read[at + 1].is_capitalised else end
        if read[at].kind != "word":
            return end
    return end


def _is_name(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether the words can name somebody: not a number with what it counts, not a verb."""
    if end - start == 1 and (read[start].word in _FIGURES or words.numbers.at(read, start)):
        return False
    if read[start].word in ("our", "my"):
        return False  # who speaks of them gives it
    return any(token.kind == "word" for token in read[start:end]) and not (
        read[start].kind == "number"
        or any(_is_deed(read, at, words) for at in range(start, end))
        or any(words.bounds.at(read, at) for at in (start,))
    )


def _is_deed(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a word tells what happened, not for whom an agency works."""
    trigger = words.triggers.at(read, at)
    return trigger is not None and trigger[0].measure not in _IN_NAMES


def _in_date(token: Token, dates: Sequence[Mark]) -> bool:
    return any(begin <= token.start < end for begin, end in dates)
