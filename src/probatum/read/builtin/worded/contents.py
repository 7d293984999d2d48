"""What a content is about: kind of proposition, what is denied, hedges, how one knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.contract import PropositionType
from probatum.read.figures.patterns import Patterns
from probatum.read.found import Mark
from probatum.read.tokens import Token, tokens

_LONGEST = 2_000
_BESIDE = 5
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
    if has(lexicon.not_us, words) or negates(words, lexicon):
        return "denies"
    if any(one.word in lexicon.let for one in words):
        return "calls_for"
    if not is_reply and has(lexicon.promise, words[:2]):
        return "commits_to"
    if is_reply and (has(lexicon.we_will, words) or has(lexicon.promise, words)):
        happened = any(lexicon.happenings.at(words, at) for at in range(len(words)))
        return stance if happened and not has(lexicon.we_will, words) else "commits_to"
    return stance


def negates(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a content says of an event or of those who did it that it was not so."""
    for at, one in enumerate(words):
        if (
            one.word in lexicon.none_of
            and has(lexicon.ours, words[at + 1 : at + 3])
            and any(
                other.word in lexicon.absent or other.word == "не"
                for other in words[at + 1 : at + 7]
            )
        ):
            return True  # "not one of our boats left"
    for at in range(1, len(words)):
        if words[at - 1].word not in lexicon.nots | lexicon.none_of:
            continue
        found = lexicon.happenings.at(words, at)
        if found is not None and words[at - 1].word in lexicon.none_of:
            return True
        finite = any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
        if found is not None and found[0].firm and (finite or not lexicon.finite):
            return True
    return any(
        has(lexicon.presence, words[max(0, at - _BESIDE) : at + _BESIDE])
        for at, one in enumerate(words)
        if one.word in lexicon.absent
        or one.word in lexicon.nots and at + 1 < len(words) and words[at + 1].word in lexicon.was
    )  # fmt: skip


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
    found = next((kind for kind, words_of in lexicon.propositions if has(words_of, words)), None)
    if found == "characterisation" and stance not in ("denies", "condemns"):
        return found
    if has(lexicon.responsibility, words) and stance != "condemns":
        return "attribution"
    if _actor(words, lexicon):
        return "attribution"
    if figures:
        return "figure"
    if found == "intent":
        return found
    happens = any(lexicon.happenings.at(words, at) is not None for at in range(len(words)))
    if happens or found is None or found == "characterisation":
        return "status" if found == "status" and not happens else "occurrence"
    return found


def _actor(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether armed people stand as the subject of what happened."""
    armed = next((at for at in range(len(words)) if lexicon.armed.at(words, at)), None)
    if armed is None or armed and words[armed - 1].word in lexicon.prepositions:
        return False
    for at in range(armed + 1, min(len(words), armed + 8)):
        found = lexicon.happenings.at(words, at)
        if (
            found is not None
            and not words[at].word.startswith(_SUFFERED)
            and (
                found[0].types[0] != "injury"
                and any(pattern.search(words[at].word) for pattern in lexicon.finite.values())
            )
        ):
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
