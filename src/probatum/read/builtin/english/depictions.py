"""Pictures that are said to show something: a depiction whose speaker nobody names."""

from __future__ import annotations

from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import mention
from probatum.read.builtin.english.stretches import after
from probatum.read.found import Mark, Said

_PICTURES = frozenset(
    "photograph photographs photo photos picture pictures image images video videos footage clip "
    "clips film films recording recordings imagery still stills screenshot screenshots photography "
    "livestream cctv".split()
)
_SHOW = frozenset("show shows showed showing depict depicts depicted capture captures captured "
                  "reveal reveals revealed".split())  # fmt: skip
_SEEM = frozenset("appear appears appeared seem seems seemed purport purports purported claim "
                  "claims".split())  # fmt: skip
_SAID_TO = frozenset("said reported believed thought alleged claimed understood".split())
_RELEASES = frozenset(
    "released published posted shared circulated taken broadcast distributed provided obtained "
    "recorded filmed uploaded aired verified shot".split()
)


def depictions(sentence: Sentence) -> list[tuple[int, Said]]:
    """Return the verbs of showing with what their pictures are said to show."""
    found = []
    for at, word in enumerate(sentence.words):
        if word.lower in ("show", "shows") and word.tag.startswith("NN"):
            found.extend(_misread(sentence, at))
        if word.lower not in _SHOW or not word.tag.startswith("VB"):
            continue
        if sentence.child(at, "neg") is not None:
            continue  # "The video does not show the raid"
        first, noun = _picture(sentence, at)
        if noun is None and _seems(sentence, at):
            found.extend(_in_front(sentence, at))
        if noun is None:
            continue
        shown = [one for one in sentence.children[at] if one > at and sentence.words[one].dep in (
            "dobj", "ccomp", "xcomp", "dep")]  # fmt: skip
        if not shown:
            continue
        last = max(sentence.reaches[one][1] for one in sentence.children[at] if one > at)
        if _seems(sentence, at):
            last = len(sentence.words) - 1
        stretch = after(sentence, at + 1, last)
        if stretch is None:
            continue
        said = Said(
            content=sentence.between(stretch.first, stretch.last),
            stance="reports" if sentence.words[at - 2].lower in _SAID_TO else "asserts",
            quoted="indirect",
            voice="anonymous",
            cue=sentence.between(first, at),
            via=_released_by(sentence, noun),
            depiction=True,
        )
        found.append((at, said))
    return found


def _seems(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of showing stands behind "appear to", "is said to"."""
    words = sentence.words
    return at > 1 and words[at - 1].tag == "TO" and words[at - 2].lower in _SEEM | _SAID_TO


def _in_front(sentence: Sentence, at: int) -> list[tuple[int, Said]]:
    """Return what a picture named anywhere before "appear to show", or "it", seems to show."""
    words = sentence.words
    noun = next((one for one in range(at) if words[one].lower in _PICTURES), None)
    if noun is None and words[0].lower not in ("it", "they", "one", "another", "both"):
        return []
    via = () if noun is None else _released_by(sentence, noun)
    return _behind(sentence, at, sentence.between(at - 2, at), via)


def _misread(sentence: Sentence, at: int) -> list[tuple[int, Said]]:
    """Return what "Images seen by the Post show" show, taken for a show of the Post."""
    words = sentence.words
    noun = next((one for one in range(at) if words[one].lower in _PICTURES), None)
    if noun is None or any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in words):
        return []
    return _behind(sentence, at, sentence.between(at, at), ())


def _behind(
    sentence: Sentence, at: int, cue: Mark, via: tuple[Mark, ...]
) -> list[tuple[int, Said]]:
    """Return what stands behind a verb of showing as what a picture shows."""
    last = len(sentence.words) - 1
    stretch = after(sentence, at + 1, last) if at + 1 < last else None
    if stretch is None:
        return []
    content = sentence.between(stretch.first, stretch.last)
    said = Said(
        content=content, stance="asserts", quoted="indirect", voice="anonymous", cue=cue, via=via,
        depiction=True,
    )  # fmt: skip
    return [(at, said)]


def _picture(sentence: Sentence, verb: int) -> tuple[int, int | None]:
    """Return where the cue begins and the picture that shows, None if it is something else."""
    first = at = verb
    for _ in range(3):
        noun = sentence.child(at, "nsubj")
        word = sentence.words[at]
        if noun is not None and noun < verb:
            if sentence.words[noun].lower in ("which", "that") and word.dep == "relcl":
                noun = word.head
            shows = sentence.words[noun].lower in _PICTURES
            return first, noun if shows else _at_the_head(sentence, verb)
        if word.dep in ("acl", "relcl") and sentence.words[word.head].lower in _PICTURES:
            return first, word.head
        if word.head == at:
            break
        at = word.head
        if sentence.words[at].lower in _SEEM:
            first = at
        elif word.dep not in ("conj", "xcomp") and sentence.words[at].lower not in _RELEASES:
            break  # "Video posted online, which nobody could verify, showed" hangs on "posted"
    return first, _at_the_head(sentence, verb)


def _at_the_head(sentence: Sentence, verb: int) -> int | None:
    """Return the picture of "Footage shot from a boat and aired by X shows" at the beginning."""
    words = sentence.words
    noun = next((at for at in range(min(4, verb)) if words[at].lower in _PICTURES), None)
    if noun is None or noun + 1 >= verb or words[noun + 1].lower not in _RELEASES:
        return None
    main = any(one.tag in ("VBZ", "VBP", "MD") for one in words[noun:verb])
    return None if main or any(one.text == "," for one in words[noun:verb]) else noun


def _released_by(sentence: Sentence, noun: int) -> tuple[Mark, ...]:
    """Return who let the picture out: "released by X", "that X published", "X's video"."""
    for one in sentence.children[noun]:
        word = sentence.words[one]
        if word.dep in ("acl", "relcl") and word.lower in _RELEASES:
            agent = sentence.child(one, "agent")
            if agent is not None:
                doer = sentence.child(agent, "pobj")
            else:
                doer = sentence.child(one, "nsubj")
            if doer is not None and sentence.words[doer].tag.startswith("NN"):
                return (mention(sentence, doer),)
        if word.lower == "from" and word.dep == "prep":
            source = sentence.child(one, "pobj")
            if source is not None and sentence.words[source].tag.startswith("NNP"):
                return (mention(sentence, source),)
    return ()
