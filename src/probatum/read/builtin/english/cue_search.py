"""Where the verb cues of a sentence stand, those that say something here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from probatum.read.builtin.english.by_whom import COURTS, ordered_or_claimed
from probatum.read.builtin.english.callings import OFFICES, singular
from probatum.read.builtin.english.cues import Cue, lemma, noun_cue, phrases, verb_cue
from probatum.read.builtin.english.misread import NEVER_NOUNS, ends_as_noun, is_misread
from probatum.read.builtin.english.parsed import Sentence, Word

# "went on to say", "rushed to condemn": these say it; "wanted to say" does not.
_GO_ON = frozenset(
    "go goes went gone going continue continues continued rush rushed join joined hastened lined "
    "sought seeks seeking appeared appears moved fit forced compelled obliged constrained chose "
    "chooses opted took used hesitate proceeded wished".split()
)
# "would like to point out that", "is at pains to stress that"
_WISHING = frozenset("wish wishes like pains keen anxious bound duty".split())
_STATING = frozenset("state stress emphasise emphasize underline underscore reiterate recall note "
                     "clarify declare affirm reaffirm point make remind add".split())  # fmt: skip
_ASKS_HOW = Cue("disputes", "c")
_ASKS_THAT = Cue("calls_for", "c")
_AHEAD = 10  # words in which a cue of several words goes on
_SILENT = Cue("declines_to_comment", "d")
_CHOOSES = frozenset("continued continues chose chooses preferred declined refused".split())
_REPLYING = frozenset({"reply", "respond", "answer", "comment"})
_DENYING = frozenset({"deny", "dispute", "contest"})
_HOLDS = Cue("asserts", "h")
_HOLDING = frozenset("hold holds held holding".split())
_NAMING = frozenset({"call", "dub", "term", "label"})
_AS_ONLY = frozenset("name defend justify hail praise".split())
_TELLING_WHO = frozenset("describe present identify introduce style portray paint treat".split())
_ONESELF = frozenset("itself himself herself themselves myself ourselves".split())
_WORK = frozenset("document record register count list verify establish confirm".split())
_CALLED_BACK = frozenset("ambassador ambassadors envoy envoys consul diplomats troops forces staff "
                         "soldiers peacekeepers".split())  # fmt: skip
_TREATED = frozenset(
    "patients wounded injured people casualties victims children men women".split()
)
_TOLLS = frozenset("toll count estimate tally".split())
_FILED = frozenset("request requests motion motions application applications appeal appeals "
                   "petition petitions bid plea bail objection objections".split())  # fmt: skip
_SOUGHT = frozenset("sanctions inquiry investigation probe ceasefire truce justice compensation "
                    "reparations apology extradition access talks explanation arrest answers "
                    "release damages withdrawal".split())  # fmt: skip
_STOOD_BY = frozenset("words story figure figures article reporting count toll number what that "
                      "findings results decision position version wording".split())  # fmt: skip
_PLAINEST = frozenset("said says told not would will wo can neither denies condemns".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A verb cue in a sentence: the words from ``first`` to ``last``; ``verb`` carries it."""

    cue: Cue
    verb: int
    first: int
    last: int


def cues_in(sentence: Sentence) -> list[Found]:
    """Return the verb cues of a sentence, phrases before single verbs."""
    found = []
    taken = -1
    for at, word in enumerate(sentence.words):
        if at <= taken or not (word.tag.startswith("VB") or _may_be_verb(sentence, at)):
            continue
        one = _phrase_at(sentence, at) or _verb_at(sentence, at)
        granted = None if one is None else _granted(sentence, one)
        if one is not None and _only_wished(sentence, at, one.cue):
            continue
        if granted is None and one is not None and _hypothetical(sentence, at, one.cue):
            continue
        one = granted or one
        if one is not None:
            found.append(one)
            taken = one.last
    return found


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Say whether a word tagged otherwise is surely one of the plainest cues."""
    word = sentence.words[at]
    if is_misread(sentence, at) or ends_as_noun(sentence, at):
        return True
    return (
        word.lower in _PLAINEST
        or (word.lower in NEVER_NOUNS and at > 0)
        or (word.tag == "NNS" and word.dep == "ROOT" and at > 0 and _quotes(word.lower))
    )


def _quotes(verb: str) -> bool:
    cue = verb_cue(verb)
    return cue is not None and "q" in cue.takes


def _granted(sentence: Sentence, found: Found) -> Found | None:
    """Return "does not deny" as what it is: an admission."""
    words = sentence.words
    if found.first != found.last or lemma(words[found.verb].lower) not in _DENYING:
        return None
    negated = sentence.child(found.verb, "neg")
    if negated is None or negated > found.verb or any(
        words[one].tag == "MD" for one in sentence.children[found.verb]
    ):  # fmt: skip
        return None
    first = negated - 1 if words[negated - 1].dep == "aux" else negated
    return Found(replace(found.cue, stance="acknowledges"), found.verb, first, found.last)


def _phrase_at(sentence: Sentence, at: int) -> Found | None:
    words = sentence.words
    known = phrases(words[at].lower)
    if not known or _was_asked(sentence, at):
        return None
    near = {form for one in words[at + 1 : at + _AHEAD] for form in (one.lower, lemma(one.lower))}
    for cue in known:
        if cue.tail[:1] and cue.tail[0] not in near and "n't" not in near:
            continue
        last = _matches(words, at, cue.tail)
        if (
            last is not None
            and cue.tail == ("it",)
            and words[min(last + 1, len(words) - 1)].lower == ("at")
        ):
            continue  # "puts it at nine" gives a number
        if last is not None and _says_otherwise(sentence, at, last, cue):
            continue
        if last is not None:
            verb = at
            while verb < last and not words[verb].tag.startswith(("VB", "MD", "JJ")):
                verb += 1
            return Found(cue, verb if words[at].lower == "neither" else at, at, last)
    return None


def _says_otherwise(sentence: Sentence, at: int, last: int, cue: Cue) -> bool:
    """Say whether words only look like a cue: "stood by the gate", "insisted by phone that"."""
    words = sentence.words
    thing = sentence.child(last, "pobj")
    match cue.tail:
        case ("on",) if lemma(words[at].lower) == "insist":
            return sentence.child(at, "ccomp") is not None
        case ("of",) if lemma(words[at].lower) == "tell":
            return last > at + 1 and not words[at + 1].tag.startswith("RB")
        case ("to",) if lemma(words[at].lower) in ("admit", "confess"):
            behind = words[last + 1 : last + 8]  # "admitted to reporters that"
            return any(one.lower == "that" and one.tag == "IN" for one in behind) and (
                words[min(last + 2, len(words) - 1)].lower != "fact"
            )
        case ("not", "believe" | "accept" | "buy") if words[at].lower == "did":
            return True  # tells what somebody did, not what they say
        case ("to",) if lemma(words[at].lower) == "refer":
            return words[min(last + 1, len(words) - 1)].lower == "as"
        case ("by",) if lemma(words[at].lower) == "stand":
            return thing is None or not (
                noun_cue(words[thing].lower) is not None
                or words[thing].lower in _STOOD_BY or words[thing].tag.startswith("PRP")
            )  # fmt: skip
    return False


def _matches(words: tuple[Word, ...], at: int, tail: tuple[str, ...]) -> int | None:
    """Return where the tail ends behind ``at``, one word between allowed; None if it does not."""
    place = at
    spare = 1
    for expected in tail:
        place = _behind_day(words, place, expected) + 1
        while (
            place < len(words)
            and words[place].lower not in (expected, "n't")
            and (lemma(words[place].lower) != expected)
        ):
            if not spare or words[place].tag in (",", ".", ":", "IN"):
                return None
            spare -= 1
            place += 1
        if place >= len(words):
            return None
    return place


def _behind_day(words: tuple[Word, ...], at: int, expected: str) -> int:
    """Return the last word of "on Tuesday" behind a word: "called on Tuesday for a truce"."""
    if at + 2 >= len(words) or words[at + 1].lower not in ("on", "late", "early", "last") or (
        words[at + 2].entity != "DATE"
    ):  # fmt: skip
        return at
    end = at + 2
    while end + 1 < len(words) and words[end + 1].entity in ("DATE", "TIME"):
        end += 1
    return end if end + 1 < len(words) and words[end + 1].lower == expected else at


def _verb_at(sentence: Sentence, at: int) -> Found | None:
    cue = verb_cue(sentence.words[at].lower)
    if lemma(sentence.words[at].lower) == "ask" and _wonders(sentence, at):
        cue = _ASKS_HOW
    elif lemma(sentence.words[at].lower) == "ask" and _asks_that(sentence, at):
        cue = _ASKS_THAT
    if _holds_answerable(sentence, at):
        cue = _HOLDS
    cue = ordered_or_claimed(sentence, at) or cue
    if _means_no_words(sentence, at):
        return None
    if cue is not None and _was_asked(sentence, at):
        return None
    if cue is not None and (_claims_to_be(sentence, at) or _only_names(sentence, at)):
        return None
    if lemma(sentence.words[at].lower) in _REPLYING and _by_neither(sentence, at):
        cue = _SILENT
    return None if cue is None else Found(cue, at, at, at)


def _means_no_words(sentence: Sentence, at: int) -> bool:
    """Say whether nothing is said: a hospital admits patients, a judge rejects a request."""
    words = sentence.words
    verb = lemma(words[at].lower)
    thing = sentence.child(at, "dobj", "nsubjpass")
    if verb == "admit":
        return at + 1 < len(words) and words[at + 1].tag == "CD" or (
            thing is not None and thing > at and words[thing].lower in _TREATED
        )  # fmt: skip
    if verb == "swear" and thing is not None and thing > at:
        return singular(words[thing].lower) == "affidavit"
    sent_away = thing is not None and thing > at and singular(words[thing].lower) in OFFICES
    if verb == "dismiss" and sent_away and _as_what_else(sentence, at):
        return True
    if verb in ("reject", "dismiss", "deny") and thing is not None:
        return words[thing].lower in _FILED and any(
            one.lower in COURTS for one in words[:at] if one.tag.startswith("NN")
        )
    if verb in ("lower", "raise", "cut", "reduce"):
        return thing is None or words[thing].lower not in _TOLLS
    if verb == "regard":
        return at > 0 and words[at - 1].lower == "as"  # "as regards the raid"
    if verb == "observe":
        behind = {one.text for one in words[at + 1 : at + 3]}
        return thing is not None and "that" not in behind  # "observe the truce"
    if verb == "acknowledge":
        return thing is not None and words[thing].lower == "receipt"
    if verb in ("recall", "withdraw"):
        return thing is not None and words[thing].lower in _CALLED_BACK
    if words[at].tag == "VBG" and verb in _WORK and (aux := sentence.child(at, "aux")) is not None:
        return lemma(words[aux].lower) == "be"  # "police are documenting another crime"
    if verb == "seek":
        return thing is None or words[thing].lower not in _SOUGHT
    return False


def _as_what_else(sentence: Sentence, at: int) -> bool:
    """Say whether nothing tells as what somebody is dismissed: "as a liar"."""
    last = sentence.reaches[at][1]
    return not any(one.lower == "as" for one in sentence.words[at + 1 : last + 1])


def _was_asked(sentence: Sentence, at: int) -> bool:
    """Say whether somebody is only asked before answering: "Asked for his source, he said"."""
    word = sentence.words[at]
    asked = word.tag == "VBN" and lemma(word.lower) in ("ask", "question", "press", "challenge")
    return asked and sentence.child(at, "auxpass", "aux", "nsubj", "agent") is None


def _wonders(sentence: Sentence, at: int) -> bool:
    """Say whether it is asked how something could be so, which doubts it."""
    behind = [one.lower for one in sentence.words[at + 1 : at + 5]]
    return any(one in ("how", "why") for one in behind[:2]) and sentence.words[at].dep != "advcl"


def _asks_that(sentence: Sentence, at: int) -> bool:
    """Say whether it is asked "that the boats be returned"."""
    return sentence.words[min(at + 1, len(sentence.words) - 1)].lower == "that"


def _by_neither(sentence: Sentence, at: int) -> bool:
    """Say whether "neither X nor Y replied"."""
    own = sentence.child(at, "nsubj")
    return own is not None and any(
        one.lower in ("neither", "none")
        for one in sentence.words[sentence.reaches[own][0] : own + 1]
    )


def _claims_to_be(sentence: Sentence, at: int) -> bool:
    """Say whether it only tells who somebody says he is: "a man claiming to be its treasurer"."""
    words = sentence.words
    behind = [one.lower for one in words[at + 1 : at + 3]]
    return words[at].dep in ("acl", "relcl") and behind[:1] == ["to"] and (
        behind[1:] in (["be"], ["have"], ["represent"], ["speak"])
    )  # fmt: skip


def _holds_answerable(sentence: Sentence, at: int) -> bool:
    """Say whether somebody "holds the army responsible"."""
    words = sentence.words
    if words[at].lower not in _HOLDING or sentence.child(at, "auxpass") is not None:
        return False
    for one in range(at + 1, min(at + 16, len(words))):
        if words[one].text in (",", ";", "."):
            return False
        if words[one].lower in ("responsible", "accountable", "liable"):
            return one > at + 1
    return False


def _only_names(sentence: Sentence, at: int) -> bool:
    """Say whether it only tells who it is: "a trader called Hamidou", "describing himself as"."""
    word = sentence.words[at]
    behind = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    if behind in _ONESELF and lemma(word.lower) in _NAMING | _TELLING_WHO:
        return True
    if lemma(word.lower) in _AS_ONLY:
        return not _as_what(sentence, at)
    if lemma(word.lower) not in _NAMING:
        return False
    return word.dep == "acl" and word.tag == "VBN" and sentence.child(at, "agent") is None


def _as_what(sentence: Sentence, verb: int) -> bool:
    """Say whether somebody "named the brigade as the unit that fired", and gave no office."""
    words = sentence.words
    thing = sentence.child(verb, "dobj", "oprd")
    for at in (verb, verb if thing is None else thing):
        for one in sentence.children[at]:
            if one > verb and words[one].lower == "as":
                noun = sentence.child(one, "pobj")
                return noun is None or singular(words[noun].lower) not in OFFICES
    return False


def _only_wished(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Say whether somebody is told to be silent: "called on the media to refrain from it"."""
    words = sentence.words
    infinitive = words[at].tag == "VB" and any(
        words[one].tag == "TO" for one in sentence.children[at]
    )
    silent = cue.stance == "declines_to_comment"
    return infinitive and silent and words[words[at].head].lower not in _CHOOSES


def _could(sentence: Sentence, at: int, head: int) -> bool:
    """Say whether somebody did say it: "went on to say", "was able to confirm", "wish to state"."""
    words = sentence.words
    if words[head].lower in _WISHING and lemma(words[at].lower) in _STATING:
        return sentence.child(head, "neg") is None
    if words[head].lower == "able":
        be = words[head].head
        return sentence.child(be, "neg") is None and sentence.child(head, "neg") is None
    return words[head].lower in _GO_ON


def _hypothetical(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Say whether nobody says it here: negated, conditional, or only to be done."""
    if cue.stance == "declines_to_comment":
        return False
    words = sentence.words
    if words[at].dep == "ccomp" and sentence.child(at, "aux") is None:
        outer = verb_cue(words[words[at].head].lower)
        asked = outer is not None and outer.stance == "calls_for" and words[at].tag == "VBP"
        if words[at].tag == "VB" or asked:
            return True  # "demands that the army disclose where they are"
    for one in sentence.children[at]:
        lower = words[one].lower
        if words[one].dep == "neg" or lower in ("never",):
            return True
        if one < at and words[one].dep == "aux":
            own = sentence.child(at, "nsubj")
            if lower == "would" and cue.stance == "calls_for" and own is not None and (
                words[own].lower in ("i", "we")
            ):  # fmt: skip
                continue  # "I would ask the Guard to"
            if lower == "would" and words[at - 1].lower == "only":
                continue  # "would only say that"
            if lower == "would" and words[min(at + 1, len(words) - 1)].lower == "only":
                continue  # "would say only that"
            if lower in (
                "would",
                "could",
                "might",
                "should",
                "must",
                "may",
                "can",
                "cannot",
                "will",
                "shall",
            ):
                return True
            if lower == "to" and not _could(sentence, at, words[at].head):
                return True
        if words[one].dep == "mark" and lower in ("if", "unless", "whether"):
            return True
    return words[at].tag == "VBG" and at > 0 and words[at - 1].lower in ("without", "before")
