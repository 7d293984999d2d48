"""What a content is about: kind of proposition, what is denied, hedges, how one knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.worded.lexicon import Kinds, Lexicon
from probatum.read.contract import PropositionType
from probatum.read.figures.patterns import Patterns
from probatum.read.found import Mark
from probatum.read.tokens import Token, tokens

_LONGEST = 2_000
_BESIDE = 5
_FAR = 9
_PRONOUN = 3
_IT = ("это", "це", "то", "оце")
_TRUE = re.compile(
    "^(?:верн|правд|достовер|обоснован|справедлив|правильн|точн|убедит|важн|серьезн"
    "|вірн|слушн|достовірн|обґрунтован|переконл|доказ|підтвердж|подтвержд)"
)
_STRIKES = ("shelling", "air-strike", "shooting", "other")
_ACTS_WITHIN = 8
_SUFFERED = ("загин", "погиб", "помер", "умер", "смерт", "гибел", "قتل", "сталі")


class Weighed(NamedTuple):
    """What the words of a content make of it."""

    stance: Stance
    proposition: PropositionType
    denies: Aspect | None
    hedges: tuple[Mark, ...]
    basis: Literal["saw", "heard"] | None


def weigh(
    text: str, content: Mark, stance: Stance, lexicon: Lexicon, figures: Sequence[Mark], *,
    is_reply: bool = False,
) -> Weighed:  # fmt: skip
    """Return stance, proposition, denial, hedges and basis. ``is_reply``: direct speech."""
    words = tokens(text, content.start, min(content.end, content.start + _LONGEST))
    stance = _shaded(words, stance, lexicon, is_reply=is_reply)
    denies = _denied(words, stance, lexicon, figures, is_reply=is_reply)
    return Weighed(
        stance, _kind(words, content, stance, denies, lexicon, figures), denies,
        _hedges(words, lexicon), _basis(words, lexicon),
    )  # fmt: skip


def has(patterns: Patterns[bool], words: Sequence[Token]) -> bool:
    """Say whether one of the phrases stands among the words."""
    return any(patterns.at(words, at) is not None for at in range(len(words)))


def _shaded(
    words: Sequence[Token], stance: Stance, lexicon: Lexicon, *, is_reply: bool
) -> Stance:  # fmt: skip
    if (
        stance == "disputes"
        and not has(lexicon.doubts, words)
        and words
        and (words[0].word in ("удар", "обстріл", "обстрел", "напад", "нападение"))
    ):
        return "asserts"
    if stance != "asserts":
        return stance
    if excuses(words, lexicon) or negates(words, lexicon):
        return "denies"
    called_lies = not is_reply and has(lexicon.lies, words) and has(lexicon.objects, words[:3])
    if has(lexicon.baseless, words) or called_lies:
        return "denies"
    if any(one.word in lexicon.let for one in words):
        return "calls_for"
    if not is_reply and has(lexicon.promise, words[:2]):
        return "commits_to"
    promises = any(
        lexicon.promise.at(words, at) is not None
        and not (at and words[at - 1].word in lexicon.nots)
        for at in range(len(words))
    )
    if is_reply and (has(lexicon.we_will, words) or promises):
        happened = any(lexicon.happenings.at(words, at) for at in range(len(words)))
        return stance if happened and not has(lexicon.we_will, words) else "commits_to"
    return stance


def calls_untrue(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "called the reports N" disputes them, whatever N is but a word for true."""
    if has(lexicon.doubts, words) or has(lexicon.lies, words):
        return True
    said = has(lexicon.objects, words[:2]) or has(lexicon.claims, words[:2])
    return said and bool(lexicon.finite) and not any(_TRUE.search(one.word) for one in words[1:])


def excuses(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether it was "not us": what others did not do, as "they did not fire", is no denial."""
    return any(
        lexicon.not_us.at(words, at) is not None and not _is_of_others(words, at, lexicon)
        for at in range(len(words))
    )


def _is_of_others(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return any(one.word in lexicon.others for one in words[max(0, at - _BESIDE) : at])


def negates(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a content says of an event or of those who did it that it was not so."""
    for at, one in enumerate(words):
        if one.word in lexicon.nobody and _is_one_of_us(words, at, lexicon):
            return True  # "none of our men was there"
        if one.word not in lexicon.none_of or not any(
            other.word in lexicon.absent or other.word == "не"
            for other in words[at + 1 : at + _FAR]
        ):
            continue
        if has(lexicon.ours, words[at + 1 : at + 4]) or has(
            lexicon.presence, words[at + 1 : at + 3]
        ):
            return True  # "not one of our boats left", "no orders were given"
    for at in range(1, len(words)):
        if words[at - 1].word not in lexicon.nots | lexicon.none_of:
            continue
        found = lexicon.happenings.at(words, at)
        if found is not None and words[at - 1].word in lexicon.none_of:
            return True
        finite = any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
        if found is not None and found[0].firm and (finite or not lexicon.finite):
            return not _is_of_others(words, at, lexicon)
    return any(
        has(lexicon.presence, words[max(0, at - _BESIDE) : at + _BESIDE])
        or _lacks_us(words, at, lexicon)
        for at, one in enumerate(words)
        if one.word in lexicon.absent and not (at and lexicon.gone.at(words, at - 1))
        or one.word in lexicon.nots and at + 1 < len(words) and words[at + 1].word in lexicon.was
    )  # fmt: skip


def _is_one_of_us(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Say whether "of us" stands behind "nobody", and a denial behind that."""
    behind = words[at + 1 : at + _FAR]
    return bool(behind) and behind[0].word in lexicon.of_them and has(
        lexicon.ours, behind[1:3]
    ) and any(one.word in lexicon.absent or one.word == "не" for one in behind)  # fmt: skip


def _lacks_us(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Say whether "of ours" stands before "was not", with no preposition ("we were not there").

    By itself "we were not" is no denial: "we were not at home".
    """
    if words[at].word not in lexicon.nots:
        return False
    there = any(one.word in lexicon.there for one in words[max(0, at - 3) : at + 4])
    return any(
        lexicon.ours.at(words, place) is not None
        and not (place and words[place - 1].word in lexicon.prepositions)
        and (there or len(words[place].word) > _PRONOUN)
        for place in range(max(0, at - 3), at)
    )


def _denied(
    words: Sequence[Token], stance: Stance, lexicon: Lexicon, figures: Sequence[Mark], *,
    is_reply: bool,
) -> Aspect | None:  # fmt: skip
    if stance not in ("denies", "disputes"):
        return None
    if stance == "disputes" and is_reply:
        return "other"
    ours = has(lexicon.ours, words)
    if (
        ours
        or has(lexicon.not_us, words)
        or has(lexicon.responsibility, words)
        or is_reply
        and any(one.word in lexicon.first_person for one in words)
        or _actor(words, lexicon)
    ):
        return "attribution"
    if figures or has(lexicon.scale, words):
        return "scale"
    return "occurrence"


def _kind(
    words: Sequence[Token], content: Mark, stance: Stance, denies: Aspect | None,
    lexicon: Lexicon, figures: Sequence[Mark],
) -> PropositionType:  # fmt: skip
    if stance in ("calls_for", "commits_to"):
        return "measure"
    if denies == "scale":
        return "figure"
    if denies == "attribution" or stance == "claims_responsibility":
        return "attribution"
    found = _kind_in(lexicon.propositions, words)
    named = _named(words, lexicon) if stance in ("asserts", "reports", "estimates") else None
    if named is not None and not figures:
        return named
    if found == "characterisation" and stance not in ("denies", "condemns"):
        return found
    if has(lexicon.responsibility, words) and stance != "condemns":
        return "attribution"
    if stance == "declines_to_comment":
        return _asked(words, lexicon)
    if _actor(words, lexicon) or stance == "acknowledges" and _is_by_theirs(words, lexicon):
        return "attribution"
    if figures and not _strikes(words, figures, lexicon):
        return "figure"
    if found == "intent":
        return "attribution" if has(lexicon.gave, words) else found
    plain = _kind_in(lexicon.above, words)
    if plain is not None and stance != "condemns":
        return plain
    happens = any(lexicon.happenings.at(words, at) is not None for at in range(len(words)))
    if stance == "acknowledges" and found is None:
        return "attribution"  # who admits it did it
    if happens or found is None or found == "characterisation":
        return "status" if found == "status" and not happens else "occurrence"
    return found


def _named(words: Sequence[Token], lexicon: Lexicon) -> PropositionType | None:
    """Return what "it was a mine", "these are teachers" names: with what, or who."""
    at = next((at for at in range(min(_PRONOUN, len(words))) if words[at].word in _IT), None)
    if at is None or lexicon.heads.joined:
        return None
    for one in range(at + 1, min(len(words), at + _BESIDE)):
        word = words[one].word
        if lexicon.weapons.at(words, one) is not None:
            return "weapon"
        head = lexicon.heads.of(word)
        if head is not None and lexicon.heads.is_plain(word):
            return "identity" if head.type in ("person", "group") else None
        if word not in lexicon.was and lexicon.adjective.search(word) is None:
            return None
    return None


def _is_by_theirs(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether something of theirs did it ("admitted that its drone hit the ward")."""
    return any(one.word in lexicon.possessives for one in words[:2]) and any(
        _is_deed(words, at, lexicon) for at in range(1, min(len(words), _ACTS_WITHIN))
    )


def _kind_in(table: Kinds, words: Sequence[Token]) -> PropositionType | None:
    """Return the kind that comes first in a table of those that words make."""
    found = (table.at(words, at) for at in range(len(words)))
    first = min((hit[0] for hit in found if hit is not None), default=None)
    return None if first is None else first[1]


def _asked(words: Sequence[Token], lexicon: Lexicon) -> PropositionType:
    """Return what the question was about that somebody does not answer."""
    found = _kind_in(lexicon.questions, words)
    return "occurrence" if found is None else found


def _actor(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether armed people stand as the subject of what happened."""
    armed = next((at for at in range(len(words)) if lexicon.armed.at(words, at)), None)
    if armed is None:
        return False
    if armed and words[armed - 1].word in lexicon.prepositions:
        return _is_behind_deed(words, armed + 1, lexicon)
    if any(
        _is_deed(words, at, lexicon)
        for at in range(armed + 1, min(len(words), armed + _ACTS_WITHIN))
    ):
        return True
    return _is_behind_deed(words, armed, lexicon)


def _is_deed(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Say whether a finite verb of harm stands at a token: not one of those who suffer it."""
    if at and words[at - 1].word in lexicon.nots:
        return False
    if lexicon.deeds.at(words, at) is not None:
        return True
    found = lexicon.happenings.at(words, at)
    return (
        found is not None and not words[at].word.startswith(_SUFFERED)
        and found[0].types[0] != "injury"
        and any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
    )  # fmt: skip


def _is_behind_deed(words: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Say whether armed people in the case of a subject stand behind a verb of harm."""
    for at in range(first, len(words)):
        word = words[at].word
        head = lexicon.heads.of(word)
        if lexicon.armed.at(words, at) is None or head is None or not lexicon.heads.is_plain(word):
            continue
        before = range(max(0, at - _ACTS_WITHIN), at)
        if words[at - 1].word not in lexicon.prepositions and any(
            _is_deed(words, each, lexicon) for each in before
        ):
            return True
    return False


def _strikes(words: Sequence[Token], figures: Sequence[Mark], lexicon: Lexicon) -> bool:
    """Say whether words tell of a strike itself, before they count its victims."""
    first = min(figures).start
    for at in range(len(words)):
        if words[at].start >= first:
            return False
        found = lexicon.happenings.at(words, at)
        if found is None or found[0].types[0] not in _STRIKES:
            continue
        spoken = words[at : found[1]]
        if any(pattern.search(one.word) for pattern in lexicon.finite.values() for one in spoken):
            return True
    return False


def _hedges(words: Sequence[Token], lexicon: Lexicon) -> tuple[Mark, ...]:
    found = []
    for at in range(len(words)):
        hit = lexicon.hedges.at(words, at)
        if hit is not None:
            found.append(Mark(words[at].start, words[hit[1] - 1].end))
    return tuple(found[:8])


def _basis(words: Sequence[Token], lexicon: Lexicon) -> Literal["saw", "heard"] | None:
    for at in range(min(len(words), 12)):
        hit = lexicon.saw.at(words, at)
        if hit is not None:
            return hit[0]
    return None
