"""Those counted who are free or safe again: "six of the hostages were freed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.patterns import Patterns
from probatum.read.tokens import Token, bare

_NEAR = 4
_LOST = frozenset({"detained", "abducted", "missing"})
_LEADS = frozenset(
    "were was are have has had been since all already also now later then since "
    "було були был были уже вже".split()
)
_BE = frozenset("were was been are".split())
_PASSIVE: Patterns[bool] = Patterns({
    "freed|released|liberated|exchanged|swapped|rescued|returned|let go|set free|handed over"
    "|handed back|sent home|sent back|allowed home|allowed to leave|allowed to go|brought home"
    "|found alive|found safe|rescued alive|pulled out alive|brought out alive|dug out alive"
    "|brought to the surface alive|brought up alive":
    True,
})  # fmt: skip
_ACTIVE: Patterns[bool] = Patterns({
    "escaped|survived|broke free|broken free|walked free|got out alive|made it out alive"
    "|escaped alive|came out alive|managed to escape|managed to flee|got out unhurt"
    "|escaped unhurt|escape alive|survive": True,
})  # fmt: skip
_SLAVIC: Patterns[bool] = Patterns({
    "вижили|вижив|вижило|врятувалися|врятувались|вціліли|уціліли|вирвалися|живі"
    "|выжили|выжил|выжило|спаслись|спаслися|уцелели|вырвались|удалось бежать|удалось спастись"
    "|вдалося втекти|вдалося врятуватися": True,
})  # fmt: skip
_SLAVIC_BACK: Patterns[bool] = Patterns({
    "втекли|утекли|повернулися|повернулись|повернулися додому|удома|вдома"
    "|сбежали|бежали|вернулись|вернулися|вернулись домой|дома": True,
})  # fmt: skip
_BACK: Patterns[bool] = Patterns({
    "came home|come home|came back|come back|returned|returned home|got home|got away|gone home"
    "|got out|are home|were home|are free|went free|are safe": True,
})  # fmt: skip
"""Of whom it is known that they were taken or lost."""
_FREES = frozenset("freed released liberated rescued".split())
_LETS = frozenset("let lets letting".split())
_SURVIVORS = frozenset("survivors survivor".split())
_SAVES = frozenset("pulled pull found saved brought dug carried lifted recovered".split())
_NO_MORE = frozenset("said told say says recalled tell".split())
_FREE = frozenset(
    "звільнили звільнив звільнила звільнено звільнені визволили визволив визволено відпустили "
    "відпустив відпустила відпущено відпущені випустили випущено обміняли обміняно "
    "освободили освободил освободила освобождены освобождено отпустили отпустил отпустила отпущены "
    "отпущено выпустили выпущены обменяли обменяны".split()
)
_FREE_ARABIC = frozenset("افرج اطلق الافراج اطلاق".split())
_SURVIVE = frozenset("نجا نجت نجوا".split())
_FROM = frozenset("عن سراح عنهم عنهما عنهن سراحهم سراحهما سراحهن".split())


def freed(
    read: Sequence[Token], one: Counted, words: FigureWords, before: str | None = None
) -> Measured | None:  # fmt: skip
    """Return a number of those who were freed, exchanged or saved, and nothing else.

    Not of whom somebody only asks to free, or will. ``before`` is the measure of the figure before
    this one: of the taken and the lost, it says that they came back.
    """
    if words.titles:
        return _freed_in_arabic(read, one, words)
    if one.head == "other" and one.end == one.number_end + 1:
        one = replace(one, head="bare", end=one.number_end)  # "two | managed to escape"
    if one.head not in ("people", "counted", "bare") or one.start == one.end:
        return None
    some = words.parts_behind.at(read, one.number_end) if one.head == "bare" else None
    at = one.end if some is None else max(some[1], one.end)
    if end := _goes_free(read, at, words, whom=one.head != "bare", were_lost=before in _LOST):
        return Measured(one, "other", one.start, end, by_own_verb=True)
    at = one.start
    if at and not words.has_verb_first and (start := _saved(read, one)) is not None:
        return Measured(one, "other", start, one.end, by_own_verb=True)
    if one.head == "bare" and before not in _LOST and not words.has_verb_first or not at:
        return None
    if words.has_verb_first and (survived := _SLAVIC.before(read, at)) is not None:
        return Measured(one, "other", survived[1], one.end, by_own_verb=True)
    verbs = _FREE if words.has_verb_first else _FREES
    helped = at > 1 and read[at - 2].word in _BE | {"be", "the"}
    if read[at - 1].word in verbs and not helped:
        return Measured(one, "other", at - 1, one.end, by_own_verb=True)
    return None


def _saved(read: Sequence[Token], one: Counted) -> int | None:
    """Return the verb of "pulled eleven survivors", "let the 12 women | go"."""
    verb = read[one.start - 1].word
    if verb in _SAVES and read[one.end - 1].word in _SURVIVORS:
        return one.start - 1
    goes = one.end < len(read) and read[one.end].word == "go"
    near = range(one.start - 1, max(-1, one.start - 3), -1)
    return next((at for at in near if goes and read[at].word in _LETS), None)


def _goes_free(
    read: Sequence[Token], at: int, words: FigureWords, *, whom: bool, were_lost: bool
) -> int | None:  # fmt: skip
    """Return the token behind "had since been freed", which begins at a token.

    ``whom``: a noun says who they are, and "freed" alone may follow: "prisoners | handed over".
    """
    step, passive = at, words.has_verb_first
    while step < len(read) and step - at < _NEAR and read[step].word in _LEADS:
        passive = passive or read[step].word in _BE
        step += 1
    if step >= len(read):
        return None
    if words.has_verb_first:
        if read[step].word in _FREE:
            return step + 1
        found = _SLAVIC.at(read, step) or (_SLAVIC_BACK.at(read, step) if were_lost else None)
        return None if found is None else found[1]
    found = None
    if passive or (whom and step == at):
        found = _PASSIVE.at(read, step)
    if found is None and not (passive and step > at):
        found = _ACTIVE.at(read, step) or (_BACK.at(read, step) if were_lost else None)
    if found is None or (found[1] < len(read) and read[found[1]].word in _NO_MORE):
        return None  # "two of those released told the paper"
    if not passive and read[step].word == "returned" and not were_lost:
        return None
    return found[1]


def _freed_in_arabic(
    read: Sequence[Token], one: Counted, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "أفرج عن 12 معتقلا", "اثنين منهم أفرج عنهما"."""
    near = range(max(0, one.start - 3), one.start)
    for at in near:
        if _is_free(read, at) and all(token.kind == "word" for token in read[at : one.start]):
            return Measured(one, "other", at, one.end, by_own_verb=True)
    if any(form in _SURVIVE for at in near for form in bare(read[at].word)):
        return Measured(one, "other", near[0], one.end, by_own_verb=True)
    some = words.parts_behind.at(read, one.number_end)
    at = one.end if some is None else max(some[1], one.end)
    if _is_free(read, at):
        return Measured(one, "other", one.start, at + 2, by_own_verb=True)
    return None


def _is_free(read: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(read) or read[at + 1].word not in _FROM:
        return False
    return any(form in _FREE_ARABIC for form in bare(read[at].word))
