"""What estimates say of themselves, said again in another language.

A run keeps its remarks in English, each as ``code: words``. They are read back here, by the
sentence that their code has, and said in the language that is spoken; what was kept stays as it is.
Whatever is no sentence of this version is given back as None: it is shown in English.

>>> said_again("too-few-lists: this needs three lists, and there are 2")
'this needs three lists, and there are 2'
>>> said_again("too-few-lists: something else") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from probatum.model.tongue import later, number, say

# By code. ``n...`` are numbers, other places may hold anything, such as the name of a list.
SENTENCES: Mapping[str, tuple[str, ...]] = {
    # of lists
    "empty-list": (later("list {name} has nobody and is left out"),),
    "list-alone": (
        later("list {name} shares nobody with any other: that says nothing of how many are missing,"
              " or that linking failed"),
    ),
    "few-persons": (
        later("{n} persons are in two lists or more: what they say of those in none is little, and"
              " a few more or fewer would change it much"),
    ),
    "same-list": (later("{other} has the same persons as {name}: one list twice"),),
    "part-of-list": (
        later("all {n} persons of {other} are in {name} as well: it counts as a part of it"),
    ),
    "nearly-same-list": (
        later("{n} of {n_all} persons in {other} or {name} are in both: they count as one list"),
    ),
    "nearly-part-of-list": (
        later("{n} of {n_all} persons of {other} are in {name} as well: if one was made from the"
              " other, merge them"),
    ),
    "list-copied": (
        later("list {name} repeats {other}: {n} of its rows stand there too, with nothing that"
              " differs. They name the same persons, and say nothing of how well the search for"
              " pairs does"),
    ),
    "minimum-below-list": (
        later("the documented minimum, {n}, lies below what {name} alone most likely names,"
              " {n_all}: which rows of that list are one person is in doubt, and the minimum takes"
              " them for one wherever they may be"),
    ),
    # why there is no answer
    "nobody": (
        later("nobody is in any list: how many there were is unknown, and not zero"),
        later("nobody is in any list of any stratum"),
        later("no row of these lists names anybody whom the criteria count: how many there were is"
              " unknown, and not zero"),
    ),
    "not-identifiable": (
        later("nothing in the data tells whether {names} and the other lists avoid each other or"
              " few persons are in any"),
        later("no three lists each share persons with both others, so the data cannot tell lists"
              " that depend on each other from few persons in all"),
        later("the lists speak most (posterior {n}) for all of them depending on all, and then they"
              " say nothing about persons in no list"),
        later("with the prior {prior} it is {answer}: the data leave that to the prior"),
    ),
    "too-few-lists": (
        later("{n_all} usable lists are needed, and there are {n}: lists that are not empty, do not"
              " repeat another, and share persons with another"),
        later("this needs two lists, and there are {n}"),
        later("this needs three lists, and there are {n}"),
    ),
    "too-many-lists": (
        later("this averages over all graphs of up to {n_all} lists, and there are {n}: merge lists"
              " that are of one kind, or leave some out"),
        later("this fits up to {n_all} lists, and there are {n}: merge lists that are of one kind,"
              " or leave some out"),
    ),
    "no-estimate": (
        later("{n} persons are in one list and {n_two} in two: too few are in two lists to say"
              " anything about those in none"),
        later("the likelihood has no maximum: too many cells of the table are empty for even"
              " independent lists to be fitted"),
        later("too few persons are in two lists"),
    ),
    "set-by-cap": (
        later("the answer is set by the cap of {n} missing persons: {answer} becomes {other} when"
              " the cap is doubled"),
        later("the upper limit is set by the cap: {n} of the posterior has more than {n_near}"
              " persons in no list, and the cap is {n_cap}"),
    ),
    "unconverged": (
        later("the chains do not agree with each other: after {n} sweeps of each chain R-hat is"
              " {n_rhat} (asked: {n_asked}) and the draws are worth {n_worth} independent ones"
              " (asked: {n_wanted})"),
        later("the chains do not agree with each other: after {n} sweeps of each chain R-hat is"
              " {n_rhat} (asked: {n_asked}) and the draws are worth {n_worth} independent ones"
              " (asked: {n_wanted}); the medians of chains are {places}"),
    ),
    "too-few-linkage-draws": (
        later("{n_all} draws of who is whom are needed, not {n}"),
    ),
    "search-missed": (
        later("of pairs of rows that are one person the search may have missed {n_high} ({n}, 95 %:"
              " {n_low} to {n_top}), and at most {n_limit} may be missed: map more columns (days,"
              " places, father's names), or mend what they say, and link again"),
    ),
    # what to know about an answer
    "lower-bound": (later("a lower bound, and no estimate of how many there were"),),
    "warning-example": (
        later("an example of what goes wrong, not to be used: it takes lists as independent, which"
              " lists of victims are not"),
    ),
    "draws-refused": (
        later("{n} of {n_all} draws of who is whom had no estimate, and are left out"),
    ),
    "empty-strata": (
        later("nobody is documented in {names}: how many there were is unknown, not zero, and not"
              " in the sum"),
    ),
    "near-cap": (
        later("twice the cap of {n_cap} missing persons moves a limit by {n}"),
        later("{n} of the posterior has more than {n_near} persons in no list, and the cap is"
              " {n_cap}"),
    ),
    "near-range": (
        later("{n} of the posterior lies at the upper end of the range that was stated, {n_most}"),
    ),
    "pairs-uncertain": (
        later("the interval takes the chosen pairs as known; with their choice left open it is"
              " {n_low} - {n_high}"),
    ),
    "resamples-failed": (
        later("{n} of {n_all} resampled tables had no estimate: a few persons decide whether this"
              " one has"),
    ),
    "three-lists": (
        later("three lists can tell of one class and not of two: how people differ is left to the"
              " prior"),
    ),
    "hangs-on-list": (later("without {name} it is {n}: they differ by a factor of {n_factor}"),),
    "hangs-on-lists": (
        later("with {names} taken as one list it is {n}: they differ by a factor of {n_factor}"),
    ),
    "hangs-on-threshold": (later("with {what} it is {n}: they differ by a factor of {n_factor}"),),
    "hangs-on-prior": (
        later("with {what} it is {n}: they differ by a factor of {n_factor}"),
        later("with the prior {prior} it is {answer}: the data leave that to the prior"),
    ),
    "short-of-asked": (
        later("after {n} sweeps of each chain R-hat is {n_rhat} (asked: {n_asked}) and the draws"
              " are worth {n_worth} independent ones (asked: {n_wanted})"),
    ),
    "mostly-unseen": (
        later("by this estimate {n} of all are in no list, and that is taken from {n_several} of"
              " {n_all} persons who are in more than one: other models may differ by far more than"
              " the interval says"),
    ),
    "several-modes": (
        later("the data fit several answers with nothing between, about {places}: neither the"
              " median nor a short run tells that"),
    ),
    "settled-apart": (
        later("of {n} chains from dispersed starts, some stayed at another answer for {n_sweeps}"
              " sweeps after warming up: {places}. The data fit more than one answer, chains cross"
              " between them too seldom to tell what each of them weighs, and the interval is that"
              " of one"),
    ),
    # of all models together
    "unnamed-left-out": (
        later("one person whom no list names is in no estimate: it may be one whom another list"
              " names"),
        later("{n} persons whom no list names are in no estimate: they may be persons whom another"
              " list names"),
        later("{n} to {n_high} persons whom no list names are in no estimate: they may be persons"
              " whom another list names"),
    ),
    "pairs-missed": (
        later("of pairs of rows that are one person the search missed {n} ({n_low} to {n_high}): no"
              " estimate knows of these, and each makes lists seem to share less, and the estimates"
              " too high"),
    ),
    "no-estimate-stands": (
        later("no model can say how many there were in all: what is documented is what is known"),
    ),
    "one-model": (
        later("only one model answers, and nothing stands beside it to compare it with"),
    ),
    "models-disagree": (
        later("the models differ by a factor of {n}; all that can be said is {n_low} to {n_high}"),
    ),
    "below-lower-bound": (
        later("{model} lies below Chao's lower bound: lists that avoid each other make that bound"
              " too high, lists that feed each other make the model too low"),
    ),
}  # fmt: skip
ASSUMPTIONS = (
    later("Nobody enters, leaves or is linked wrongly; people are of several kinds, and within a"
          " kind being in one list says nothing about being in another; those in no list are of the"
          " same kinds as those in lists."),
    later("Nobody enters, leaves or is linked wrongly; within the group that the table is about"
          " everybody is as likely as any other to be in each list; and lists depend on each other"
          " in one of the ways that decomposable graphs can say, never all of them on all."),
    later("Nobody enters, leaves or is linked wrongly; within the group that the table is about"
          " everybody is as likely as any other to be in each list; and lists depend on each other"
          " only in the pairs that were chosen, in the same way whoever else lists a person."),
    later("Lists do not depend on each other, but persons may differ in how easily all lists find"
          " them; then this is a lower bound. Lists that feed each other make it too low; lists"
          " that avoid each other can make it too high."),
    later("Whether one list names a person has nothing to do with whether another does. For lists"
          " of victims this is known to be wrong."),
)  # fmt: skip
"""What must hold for each model, as they say it of themselves."""
IN_DRAWS = later("in {n} of {n_all} draws of who is whom, as: {words}")
IN_STRATUM = later("{name}: {words}")
_NUMBER, _ANYTHING = r"[0-9]{1,3}(?:,?[0-9]{3}){0,6}(?:\.[0-9]{1,6})?%?", ".{1,300}?"
_LONGEST = 4000


def said_again(remark: str) -> str | None:
    """Return a remark that a run kept (``code: words``) in the language that is spoken."""
    code, _, words = remark.partition(": ")
    return None if len(words) > _LONGEST else _again(code, words)


def assumption_again(kept: str) -> str | None:
    """Return what must hold for a model, as a run kept it, in the language that is spoken."""
    return say(kept) if kept in ASSUMPTIONS else None


def all_said_again(text: str) -> str | None:
    """Return remarks that were kept as sentences behind each other, each with a full stop."""
    if len(text) > _LONGEST:
        return None
    said, at = [], 0
    while at < len(text):
        found = next(_beginning(text, at), None)
        if found is None:
            return None
        words, at = found
        said.append(words[:1].upper() + words[1:] + ".")
    return " ".join(said)


def _again(code: str, words: str) -> str | None:
    if (nested := _pattern(IN_DRAWS).fullmatch(words)) is not None:
        inner = _again(code, nested["words"])
        return None if inner is None else _filled(IN_DRAWS, {**nested.groupdict(), "words": inner})
    for sentence in SENTENCES.get(code, ()):
        if (found := _pattern(sentence).fullmatch(words)) is not None:
            return _filled(sentence, found.groupdict())
    if (nested := _pattern(IN_STRATUM).fullmatch(words)) is not None:
        inner = _again(code, nested["words"])
        return None if inner is None else say(IN_STRATUM, name=nested["name"], words=inner)
    return None


def _beginning(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the sentence that begins at a place, said again, and where the next one begins."""
    for sentences in SENTENCES.values():
        for sentence in sentences:
            # Its first letter was made a capital.
            found = _pattern(sentence, ends=r"\.(?: |$)").match(text, at)
            if found is not None:
                yield _filled(sentence, found.groupdict()), found.end()


def _filled(sentence: str, places: Mapping[str, str]) -> str:
    return say(sentence, **{
        name: _written(value) if _is_number(name) else value for name, value in places.items()
    })  # fmt: skip


def _is_number(place: str) -> bool:
    return place == "n" or place.startswith("n_")


def _written(value: str) -> str:
    """Return a number that was kept as the language that is spoken writes it."""
    bare, share = value.rstrip("%").replace(",", ""), "%" * value.endswith("%")
    digits = len(bare.partition(".")[2])
    return number(float(bare) if digits else int(bare), digits) + share


@cache
def _pattern(sentence: str, ends: str = "") -> re.Pattern[str]:
    """Return what finds a sentence; with ``ends``, one that begins with a capital."""
    parts = re.split(r"\{(\w+)\}", sentence)
    made = [re.escape(parts[0])]
    if ends and parts[0]:
        made = [re.escape(parts[0][0].upper() + parts[0][1:])]
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        kind = _NUMBER if _is_number(name) else _ANYTHING
        made.append(f"(?P<{name}>{kind}){re.escape(words)}")
    return re.compile("".join(made) + ends, re.DOTALL)
