"""What the words before and after a capitalised English name say about its being a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.read.places import words_english as words
from probatum.read.places.named import Evidence
from probatum.read.places.tokens import Token

_NEAR = 4
_BESIDE = 8
_LONG = 12
_NAMES = frozenset("name nickname surname alias pseudonym".split())


@dataclass(slots=True)
class Run:
    """Capitalised words from token ``first`` to before ``end``, and what was found out.

    ``state``: what governs, fights or speaks for the name is named beside it ("the Norland army"):
    it is a land, though this mention of it is none of a place. ``built``: a lower-case noun for
    what is built follows. ``speaks``: the name alone does what governments do.
    """

    first: int
    end: int
    evidence: Evidence = Evidence.NONE
    kind: str | None = None
    out: bool = False  # a person, an organisation: no place whatever the gazetteer says
    region: bool = False
    person: bool = False  # the reason why it is out
    feature: bool = False
    built: bool = False
    dateline: bool = False
    state: bool = False
    speaks: bool = False


def look_around(tokens: Sequence[Token], run: Run) -> None:
    """Set what the words around say; drop titles and directions off the name."""
    inside = [token.low for token in tokens[run.first : run.end]]
    before = run.first - 1
    titled = tokens[run.first].joined and before >= 0 and tokens[before].low in words.TITLES
    if titled or inside[0] in words.TITLES and len(inside) > 1:
        run.out = run.person = True
        return
    if len(inside) == 1 and (inside[0] in words.THINGS or _ends_a_given_month(tokens, run)):
        run.out = True
        return
    bodied = tokens[run.first].joined and before >= 0 and tokens[before].low in words.NAMED_BODIES
    crossing = inside[-1] == "cross" and len(inside) > 1 and inside[-2] not in words.COLOURS
    body = inside[-1] in words.ORGANISATION and not crossing  # "Wick Cross" is a village
    if bodied or body or inside[0] in words.ORGANISATION:
        run.out = True
        return
    after = tokens[run.end] if run.end < len(tokens) else None
    if after is not None and after.joined and after.capital and after.low in words.ORGANISATION:
        run.out = True  # "Lantern Watch", the second word of which begins many a sentence
        return
    if len(inside) > 1 and inside[0] in words.GIVEN:
        run.out = run.person = True
        return
    if inside[-1] in words.LANDS_OF and _is_of(tokens, run.end):
        run.out = True  # "the Republic of Lorne": the name follows
        return
    if _is_named_beside_role(tokens, run):
        run.out = run.person = True  # "one midwife, Asma, whose name"
        return
    if len(inside) == 1 and inside[0] in words.RIVERS and _has_article(tokens, run):
        run.feature, run.evidence = True, Evidence.STRONG
        return
    _before(tokens, run)
    _after(tokens, run)
    if _governs(tokens, run):
        return
    if inside[-1] in words.REGION and len(inside) > 1:
        run.kind, run.region, run.end = words.REGION[inside[-1]], True, run.end - 1
        run.evidence = max(run.evidence, Evidence.SOME)
    elif len(inside) > 1 and (
        inside[-1] in words.FEATURE | words.BUILT or inside[0] in words.WATERS
    ):
        run.feature = True
    run.speaks = not run.evidence and _acts_as_a_state(tokens, run)


def _ends_a_given_month(tokens: Sequence[Token], run: Run) -> bool:
    """Say whether a month is the first name of a person: "and May Kent read out the list"."""
    at = run.first - 1
    if at < 0 or not tokens[run.first].joined or not tokens[at].capital:
        return False
    led = tokens[at - 1].low if at and tokens[at].joined else ""
    return tokens[at].low in words.GIVEN_MONTHS and led not in words.BEFORE_MONTHS


def _is_named_beside_role(tokens: Sequence[Token], run: Run) -> bool:
    """Say whether a name stands between commas behind what somebody is."""
    first = tokens[run.first]
    if first.gap != ", " or run.first == 0 or run.end >= len(tokens):
        return False
    role = tokens[run.first - 1]
    who = role.low in words.PEOPLE or role.low in _NAMES  # "his first name, Petrus, recalled"
    return not role.capital and who and tokens[run.end].gap.startswith(",")


def is_possessed(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a possessive 's was cut off after this token."""
    return at + 1 < len(tokens) and tokens[at + 1].gap[:1] in ("'", "’")


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    at += at + 1 < len(tokens) and [tokens[at].low, tokens[at + 1].low] == ["of", "the"]
    of = at + 1 < len(tokens) and tokens[at].low in ("of", "the")
    return of and tokens[at + 1].capital


def _has_article(tokens: Sequence[Token], run: Run) -> bool:
    return run.first > 0 and tokens[run.first].joined and tokens[run.first - 1].low == "the"


def _governs(tokens: Sequence[Token], run: Run) -> bool:
    """Read "the Norland army", "the Norland transport ministry", "Norland's air force"."""
    possessed = is_possessed(tokens, run.end - 1)
    for at in range(run.end, min(len(tokens), run.end + 3)):
        token = tokens[at]
        if not (token.joined or possessed and at == run.end and token.gap.endswith(" ")):
            return False
        if token.capital:
            return False
        if token.low in words.GOVERNS and possessed and _has_article(tokens, run):
            run.out = True  # "the Katiba's spokesman": no land has an article
            return True
        if token.low in words.GOVERNS:
            run.out, run.state = not possessed or token.low not in words.ROLES, True
            if not run.out:
                run.evidence = Evidence.STRONG
            return run.out
        if token.low in words.BODIES and not possessed:
            run.out = True
            return True
        if len(token.low) < 4 or token.low in words.SPEAKS | words.HELPING | words.STRONG:
            return False
    return False


def _before(tokens: Sequence[Token], run: Run) -> None:
    at = run.first
    if at == 0:
        return
    if not tokens[at].joined:
        if tokens[at].gap == ", " and not tokens[at - 1].capital and not _leads(tokens, at - 1):
            called = tokens[at - 1].low  # "one district, Low Fens, where"
            if called in words.SETTLEMENT or called in words.REGION:
                run.kind, run.evidence = words.SETTLEMENT.get(called), Evidence.STRONG
        return
    at -= 1
    while at > 0 and tokens[at].low in words.BETWEEN and tokens[at].joined:
        at -= 1
    low = tokens[at].low
    noun = tokens[at - 1] if at > 0 and tokens[at].joined else None
    if low in words.SETTLEMENT and at == run.first - 1 and low not in ("capital", "port"):
        run.kind, run.evidence = words.SETTLEMENT[low], Evidence.STRONG
    elif low in words.WATERS and at == run.first - 1 and not tokens[at].capital:
        run.feature, run.evidence = True, Evidence.STRONG  # "the river Sill"
    elif low in words.REGION and at == run.first - 1:
        run.evidence = Evidence.SOME
    elif low == "of" and noun is not None:
        _behind_of(tokens, run, noun)
    elif low in words.STRONG:
        run.evidence = Evidence.STRONG
    elif low == "at" and noun is None and at and not is_possessed(tokens, run.end - 1):
        run.evidence = Evidence.STRONG  # "two sites, at Hollin and Kestrel"
    elif low == "at" and noun is not None and not noun.capital and noun.low not in words.PEOPLE:
        run.evidence = Evidence.STRONG  # "the base at Hollin"
    elif low in ("to", "for", "from") and noun is not None and _moves(tokens, at, low):
        run.evidence = Evidence.STRONG
    elif low == "on" and noun is not None and noun.low in words.ATTACKS_ON:
        run.evidence = Evidence.STRONG
    elif low == "between" and noun is not None and noun.low in words.JOINS_PLACES:
        run.evidence = Evidence.STRONG
    elif low in words.DONE_TO_PLACES_ALONE:
        run.evidence = Evidence.STRONG
    elif low in words.SOME or low in words.DONE_TO_PLACES:
        run.evidence = Evidence.SOME


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody is named by what he is of: "commanding the district, Stefan Ruk"."""
    led = tokens[at - 2].low if at > 1 else ""
    return led.endswith("ing") or led == "of" or tokens[at - 1].low == "the" and led == "for"


def _behind_of(tokens: Sequence[Token], run: Run, noun: Token) -> None:
    """Read "the village of Dorna", "the streets of Dorna", "the government of Norland"."""
    titled = noun.low in words.LANDS_OF
    if titled and noun.capital and _ends_a_body(tokens, run.first):
        run.out = True  # "the Ministry of Foreign Affairs of the Republic of Lorne"
    elif titled or noun.low == "capital" or noun.low in words.OF_STATES and not noun.capital:
        run.state, run.evidence = True, Evidence.STRONG
    elif noun.low in words.SETTLEMENT:
        run.evidence = Evidence.STRONG
        if not noun.low.endswith("s") and noun.low != "port":  # "cities of Norland": a land
            run.kind = words.SETTLEMENT[noun.low]
    elif noun.low in words.REGION:
        run.kind, run.evidence, run.region = words.REGION[noun.low], Evidence.STRONG, True
    elif noun.low in words.BEFORE_OF | words.FEATURE:
        run.evidence = Evidence.STRONG
    elif noun.capital and noun.low in words.ORGANISATION | words.OFFICES | words.PAPERS_OF:
        run.out = True  # "Minister of War"
    else:
        run.evidence = Evidence.SOME


def _ends_a_body(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the name of a land ends the name of a body: back over its capitals."""
    for back in range(at - 1, max(-1, at - _LONG), -1):
        token = tokens[back]
        if token.low in words.ORGANISATION and token.capital:
            return True
        if not token.joined or not (token.capital or token.low in ("of", "the", "and", "for")):
            return False
    return False


def _moves(tokens: Sequence[Token], at: int, low: str) -> bool:
    """Say whether somebody moves there or from there: "bound for Dorna", "a baker from Dorna"."""
    for back in range(at - 1, max(-1, at - _BESIDE), -1):
        word = tokens[back].low
        if word in words.MOTION:
            return True
        if back == at - 1 and (
            word in ("there", "here") or low == "from" and {word, word[:-1]} & words.PEOPLE
        ):
            return True
        if not tokens[back].joined:
            return False
    return False


def _after(tokens: Sequence[Token], run: Run) -> None:
    if run.end >= len(tokens):
        return
    after = tokens[run.end]
    possessed = is_possessed(tokens, run.end - 1)
    if after.joined and not after.capital:
        if after.low in words.REGION:
            run.kind, run.region = words.REGION[after.low], True
            run.evidence = max(run.evidence, Evidence.STRONG)
        elif after.low in words.SETTLEMENT and after.low not in ("capital", "port"):
            run.kind, run.evidence = words.SETTLEMENT[after.low], Evidence.STRONG
        elif after.low in words.FEATURE:
            run.feature, run.evidence = True, Evidence.STRONG
        elif after.low in words.BUILT:
            run.built, run.evidence = True, max(run.evidence, Evidence.SOME)
        elif after.low in words.OF_LANDS:
            run.evidence, run.state = Evidence.STRONG, True
        elif after.low in words.INSTITUTIONS or (
            run.end + 1 < len(tokens) and tokens[run.end + 1].joined
            and tokens[run.end + 1].low in words.INSTITUTIONS and after.low not in words.STRONG
            and after.low not in words.SOME
        ):  # fmt: skip
            run.out = True  # "the Rahba maternity clinic"
        elif after.low in words.OTHER_NOUNS:
            run.evidence = max(run.evidence, Evidence.SOME)
        elif _is_done_to(tokens, run.end):
            run.evidence = Evidence.STRONG
    elif possessed and not after.capital:
        if any(token.low in words.OF_TOWNS for token in tokens[run.end : run.end + 2]):
            run.evidence = Evidence.STRONG
    elif after.gap.strip() == "," and after.low in ("a", "an", "the") and not after.capital:
        for token in tokens[run.end + 1 : run.end + 5]:
            if not token.joined:
                break
            if token.low in words.SETTLEMENT or token.low == "seat":
                run.kind, run.evidence = words.SETTLEMENT.get(token.low), Evidence.STRONG
                break


def _is_done_to(tokens: Sequence[Token], at: int) -> bool:
    """Read "Dorna was shelled", "Dorna came under fire": done to places, hardly to persons."""
    near = [token.low for token in tokens[at : at + _NEAR] if not token.capital]
    if near[:2] == ["came", "under"]:
        return True
    verb = next((word for word in near if word not in words.HAS_BEEN), "")
    return near[:1] != [verb] and verb in words.DONE_TO_TOWNS


def _acts_as_a_state(tokens: Sequence[Token], run: Run) -> bool:
    """Say whether a bare name does what governments do: "Norland condemned the raid"."""
    first = tokens[run.first]
    if run.end - run.first > 2 or run.first and first.joined and tokens[run.first - 1].low == "the":
        return False
    if first.low.endswith("s") and first.first or first.low in words.COLLECTIVES:
        return False
    at = run.end
    if at < len(tokens) and tokens[at].gap == ", ":  # "Norland, the militia's backer, voiced"
        for step in range(at + 1, min(len(tokens), at + _BESIDE)):
            if tokens[step].gap == ", ":
                at = step
                break
    for here, token in enumerate(tokens[at : at + 3], at):
        if token.capital or not (token.joined or token.gap == ", "):
            return False
        if token.low in words.DIPLOMACY:
            quotes = here + 1 < len(tokens) and tokens[here + 1].gap[:1] in ":,"
            return not quotes  # "Maren recalled: ..."
        if token.low not in words.HELPING:
            return False
    return False


def are_linked(tokens: Sequence[Token], one: Run, other: Run) -> bool:
    """Say whether people go on land from one place to the other: "fled Dorna for Kestrel"."""
    between = [token.low for token in tokens[one.end : other.first]]
    before = {token.low for token in tokens[max(0, one.first - _NEAR) : one.first]}
    if between not in (["for"], ["to"]) or before & words.FAR:
        return False
    return bool(before & words.MOTION)


def _behind_others(tokens: Sequence[Token], at: int) -> int:
    """Return the token behind "and Ankara", "nor Beijing", ", as ever,": the verb of all."""
    if at + 1 < len(tokens) and tokens[at].low in ("and", "or", "nor") and tokens[at + 1].capital:
        at += 2
        while at < len(tokens) and tokens[at].capital and tokens[at].joined:
            at += 1
    if at + 2 < len(tokens) and tokens[at].gap == ", " and tokens[at].low == "as":
        ends = (step for step in range(at + 1, min(len(tokens), at + _NEAR)))
        return next((step for step in ends if tokens[step].gap == ", "), at)
    return at


def is_metonym(tokens: Sequence[Token], run: Run, *, is_large: bool) -> bool:
    """Say whether the name stands for who governs there, as subject or object of words.

    ``is_large``: it may be a capital; a town that sent bread is a town.
    """
    if run.speaks:
        return True
    if run.evidence is Evidence.STRONG or run.kind:
        return False
    before = tokens[run.first - 1] if run.first and tokens[run.first].joined else None
    if before is not None and before.low in words.OBJECT_OF:
        return True
    if before is not None and before.low in words.STRONG | words.SOME - {"and"}:
        return False
    first = _behind_others(tokens, run.end)
    for at in range(first, min(len(tokens), first + _NEAR)):
        token = tokens[at]
        if token.capital or not token.joined and not at == first > run.end:
            return False
        if token.low in words.SPEAKS or is_large and token.low in words.ACTS_OF_STATES:
            return True
        if token.low not in words.HELPING:
            return False
    return False
