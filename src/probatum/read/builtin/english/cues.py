"""Our list of English words that say that somebody says something, and with which stance.

One line per group in ``_VERBS``: the stance, what the words take, the words. ``_PHRASES`` are cues
of several words; ``_NOUNS`` are nouns. What a cue takes is a string of letters:

``c`` a clause; ``q`` a direct quotation; ``p`` a place between commas; ``f`` quoted words;
``x`` an infinitive; ``a`` somebody spoken to, and an infinitive; ``w`` somebody who shall do it;
``n`` a noun phrase; ``m`` a measure; ``z`` words taken back; ``d`` what is declined;
``g`` what somebody did, in -ing; ``t`` an event and its day; ``h`` who is to answer for it;
``o`` an object and what it did; ``b`` an object and its complement; ``k`` an object and what it is
called; ``e`` a number; ``r`` something counted; ``y`` a clause with "that" and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.model.nouns.assertions import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue means. ``takes`` are letters as above, ``tail`` the words that follow."""

    stance: Stance
    takes: str
    tail: tuple[str, ...] = ()


_VERBS: tuple[tuple[Stance, str, str], ...] = (
    ("asserts", "cq", "say add state declare note remark explain recall stress emphasise "
     "emphasize insist maintain argue contend assert reiterate affirm comment observe "
     "continue conclude confirm predict "
     "reply complain respond answer write tweet post recount testify repeat agree exclaim "
     "shout cry "
     "whisper sob murmur mutter scream yell joke quip muse opine elaborate relate confide "
     "text email cable radio type "
     "underline underscore interject counter retort narrate summarise summarize boast gloat sigh "
     "lament posit specify brag chime volunteer venture fume avow aver divulge clarify reminisce "
     "object protest bemoan intimate"),
    ("asserts", "q", "sob croak gasp wail moan groan growl roar bellow thunder hiss stammer mumble "
     "mutter snap bark sneer scoff snort bristle grumble weep rage plead laugh smile shrug nod "
     "grin intone blurt marvel enthuse begin caption"),
    ("reports", "y", "hear learn"),
    ("asserts", "cq", "tell inform notify assure reassure remind warn caution"),
    ("asserts", "cqx", "claim announce allege proclaim"),
    ("asserts", "c", "suggest indicate reveal show disclose believe think imply hint charge "
     "find conclude determine establish demonstrate confirm verify document attest certify "
     "uphold rule signal mention recollect specify infer suspect fear hope predict "
     "assume presume surmise speculate judge concur corroborate profess swear"),
    ("asserts", "cp", "find conclude consider believe think suspect fear hope allege understand"),
    ("asserts", "n", "confirm verify allege document corroborate announce"),
    ("asserts", "o", "accuse blame attribute ascribe implicate"),
    ("asserts", "kf", "call label brand term dub deem"),
    ("asserts", "t", "place date time"),
    ("asserts", "g", "recount recall describe mention recollect"),
    ("reports", "g", "report"),
    ("denies", "g", "deny"),
    ("acknowledges", "g", "admit confess acknowledge"),
    ("asserts", "kbf", "describe characterise characterize regard view portray depict paint "
     "present treat identify"),
    ("asserts", "cqxn", "remember"),
    ("asserts", "cqn", "recall recount recollect"),
    ("asserts", "kb", "name defend justify hail praise"),
    ("asserts", "cn", "recognise recognize"),
    ("asserts", "r", "record register count list tally catalogue catalog log enumerate"),
    ("reports", "cn", "report"),
    ("estimates", "cn", "estimate reckon calculate project forecast compute"),
    ("denies", "cnqx", "deny"),
    ("denies", "ncb", "reject refute rebut repudiate disavow disclaim disown"),
    ("disputes", "ncb", "dismiss ridicule deride mock belittle rubbish"),
    ("disputes", "nc", "dispute question doubt contest challenge query impugn contradict"),
    ("condemns", "n", "condemn denounce decry deplore slam blast castigate criticise criticize "
     "lambast lambaste censure assail excoriate"),
    ("calls_for", "nacqx", "urge"),
    ("calls_for", "ncqx", "demand"),
    ("calls_for", "acqx", "implore beg exhort beseech entreat"),
    ("calls_for", "cn", "request propose recommend advocate"),
    ("calls_for", "axm", "ask petition lobby"),
    ("calls_for", "ax", "invite encourage press"),
    ("calls_for", "wxm", "want"),
    ("calls_for", "m", "seek"),
    ("commits_to", "cnqx", "promise pledge vow"),
    ("commits_to", "cnx", "undertake threaten guarantee commit"),
    ("acknowledges", "cnqx", "admit acknowledge concede confess"),
    ("retracts", "n", "retract recant"),
    ("retracts", "z", "withdraw"),
    ("corrects", "n", "correct"),
    ("corrects", "zb", "revise amend lower raise cut reduce"),
)  # fmt: skip

_PHRASES: tuple[tuple[Stance, str, str], ...] = (
    ("asserts", "cq", "point out|make clear|go on to say|take the view|be adamant|be certain|"
     "be sure|be convinced|be confident|express concern|express alarm|express fear|have no doubt|"
     "leave no doubt|give evidence|let it be known|make it known|be quoted as saying|put it"),
    ("asserts", "n", "stick to|stand by|speak of|complain of|complain about|warn of|warn about|"
     "warn against|tell of|"
     "attest to|testify to|bear witness to|point to|refer to|hint at|give an account of|"
     "point the finger at|put the blame on|lay the blame on|pin the blame on|"
     "draw attention to|vouch for|boast of|boast about|brag of|brag about|gloat over"),
    ("asserts", "n", "voice|express alarm at|express concern at|express concern over|"
     "express concern about|express dismay at|express sorrow at|express sadness at|"
     "express shock at|express fear over|express anger at|express sorrow for|"
     "be alarmed by|be alarmed at|be alarmed over|be concerned at|be concerned about|"
     "be concerned by|be concerned over|be appalled by|be appalled at|be outraged by|"
     "be outraged at|be horrified by|be horrified at|be shocked by|be shocked at|be saddened by|"
     "be dismayed by|be dismayed at|be worried about|be worried by|be disturbed by|"
     "be troubled by|alarmed by|alarmed at|appalled by|outraged by|horrified by|regret"),
    ("estimates", "e", "put"),
    ("asserts", "e", "give|quote|cite|make it|have it at"),
    ("denies", "n", "rule out|hit back at|deny responsibility for|deny involvement in|"
     "deny any involvement in|deny any responsibility for|wave away|wave aside|brush aside|"
     "brush off"),
    ("denies", "d", "plead not guilty|plead innocent|protest his innocence|protest her innocence|"
     "protest their innocence|maintain his innocence|maintain her innocence|"
     "maintain their innocence|profess his innocence|profess her innocence"),
    ("disputes", "n", "scoff at|sneer at|laugh off|laugh at|pour scorn on|pour cold water on|"
     "make light of|shrug off|explain away"),
    ("disputes", "nc", "do not believe|refuse to believe|do not accept|refuse to accept|"
     "can not accept|will not accept|do not share|do not buy|cast doubt on|cast doubts on|"
     "throw doubt on|take issue with|"
     "find no evidence|see no evidence|find no evidence of|see no evidence of|express doubt|"
     "express doubts|call into question|have doubts about|raise doubts about|"
     "express doubts about|express doubt about|be sceptical of|be skeptical of|"
     "raise questions about"),
    ("condemns", "n", "speak out against|hit out at|express outrage at|voice outrage at|"
     "express revulsion at|express horror at|protest against"),
    ("calls_for", "n", "call for|appeal for|press for|push for|plead for|lobby for|"
     "insist on|cry out for|campaign for"),
    ("calls_for", "m", "ask for"),
    ("calls_for", "ax", "call on|call upon|appeal to|plead with"),
    ("claims_responsibility", "n", "claim responsibility for|take responsibility for|"
     "claim credit for|take credit for|accept responsibility for|assume responsibility for"),
    ("commits_to", "n", "commit to|commit itself to|commit themselves to"),
    ("commits_to", "xm", "give an assurance|give assurances|offer"),
    ("commits_to", "ax", "be prepared|be ready|be willing|stand ready|reserve the right"),
    ("acknowledges", "c", "let slip that|accept that|allow that|grant that|recognise that|"
     "recognize that|"
     "do not rule out that|can not rule out that|do not exclude that|can not exclude that"),
    ("acknowledges", "d", "plead guilty to|plead guilty"),
    ("acknowledges", "n", "admit to|own up to|confess to|express regret for|express regret over|"
     "apologise for|apologize for|express remorse for"),
    ("retracts", "n", "take back|walk back|go back on|back away from|distance itself from"),
    ("declines_to_comment", "d", "decline|refrain from|stop short of|refuse to comment|"
     "refuse to say|"
     "refuse to answer|refuse to discuss|"
     "do not say|neither confirm nor deny|neither deny nor confirm|neither dispute nor confirm|"
     "neither confirm nor dispute|neither dispute nor deny|neither confirm nor reject|"
     "neither accept nor reject|neither admit nor deny|neither deny nor admit|refuse to confirm|"
     "do not respond|do not reply|"
     "do not answer|"
     "have yet to comment|have yet to respond|have yet to reply|have yet to say|"
     "do not comment|not respond|not reply|not comment|do not immediately respond|"
     "do not immediately comment|make no comment|be not available for|could not be reached|"
     "be unavailable for|have not responded|have not commented|have not replied|will not comment|"
     "would not comment|would not say|be not immediately available for|give no comment|"
     "not immediately respond|not immediately comment|be unreachable|would not be drawn on|"
     "will not be drawn on|would not be interviewed|would not discuss|would not tell|"
     "will not tell|refuse to tell|would not confirm|refuse to name|will not discuss|"
     "do not want to comment|do not wish to comment|do not want to say|do not wish to say|"
     "do not want to discuss|do not want to answer|do not want to speak|do not want to talk|"
     "have no comment|be unwilling to comment|be unwilling to say|be unable to say|"
     "be not prepared to say|be not prepared to comment|be not in a position to say|"
     "be not in a position to comment|be not in a position to confirm|"
     "would not take questions|will not take questions|would not take any questions|"
     "do not take questions|take no questions|accept no questions|answer no questions|"
     "will answer no questions|refuse to hand over|refuse to release|refuse to publish|"
     "refuse to disclose|refuse to share|would not take any further questions|"
     "refer questions to|refer inquiries to|refer enquiries to|refer reporters to|"
     "refuse to be interviewed|sidestep the question|sidestep questions|dodge the question|"
     "dodge questions|evade the question|evade questions|duck the question|deflect questions|"
     "would not answer|would not talk|would not elaborate|will not say"),
)  # fmt: skip

_NOUNS: tuple[tuple[Stance, str], ...] = (
    ("asserts", "claim allegation assertion accusation statement contention insistence testimony "
     "account assurance warning announcement declaration confirmation suggestion charge belief "
     "conclusion argument finding view version assessment fear complaint remark comment "
     "insinuation"),
    ("reports", "report rumour rumor"),
    ("estimates", "estimate calculation projection"),
    ("denies", "denial rejection dismissal"),
    ("disputes", "doubt"),
    ("condemns", "condemnation denunciation criticism"),
    ("calls_for", "call appeal demand plea request"),
    ("commits_to", "promise pledge vow undertaking commitment"),
    ("acknowledges", "admission acknowledgement acknowledgment confession"),
    ("retracts", "retraction"),
    ("corrects", "correction"),
)  # fmt: skip

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "knew": "know",
    "known": "know", "thought": "think", "swore": "swear", "sworn": "swear", "found": "find",
    "put": "put", "took": "take", "taken": "take", "made": "make", "cast": "cast",
    "spoke": "speak", "spoken": "speak", "called": "call", "went": "go", "gave": "give",
    "given": "give", "saw": "see", "seen": "see", "was": "be", "were": "be", "is": "be",
    "are": "be", "been": "be", "being": "be", "had": "have", "has": "have", "having": "have",
    "did": "do", "does": "do", "wept": "weep", "heard": "hear", "began": "begin",
    "stuck": "stick", "stood": "stand", "withdrew": "withdraw", "withdrawn": "withdraw",
    "undertook": "undertake", "undertaken": "undertake", "threw": "throw", "laid": "lay",
    "hit": "hit", "held": "hold", "bore": "bear", "left": "leave",
    "raised": "raise", "raises": "raise", "showed": "show", "shown": "show", "hitting": "hit",
    "putting": "put", "ruling": "rule", "wo": "will",
}  # fmt: skip
_DOUBLED = frozenset(
    "beg admit commit slam pin rebut refer concur infer quip hit put sob brag snap nod grin "
    "sidestep".split()
)


_NO_VERBS = frozenset({"not", "neither"})  # "noted" is of "note"


def forms(verb: str) -> tuple[str, ...]:
    """Return a verb's regular forms: base, third person, past, participle in -ing."""
    if verb.endswith("e"):
        past, present = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, present = verb[:-1] + "ied", verb + "ing"
    else:
        past, present = verb + "ed", verb + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return verb, third, past, present


def _table() -> dict[str, dict[str, Cue]]:
    """Return lemma -> stance -> cue, single words only."""
    found: dict[str, dict[str, Cue]] = {}
    for stance, takes, words in _VERBS:
        for verb in words.split():
            known = found.setdefault(verb, {})
            before = known.get(stance)
            known[stance] = Cue(stance, takes + (before.takes if before else ""))
    return found


_BY_LEMMA = _table()
_TAILS: dict[str, list[Cue]] = {}
for _stance, _takes, _phrases in _PHRASES:
    for _phrase in _phrases.split("|"):
        _head, *_rest = _phrase.split()
        _TAILS.setdefault(_head, []).append(Cue(_stance, _takes, tuple(_rest)))
for _list in _TAILS.values():
    _list.sort(key=lambda one: -len(one.tail))
_LEMMAS = {
    form: verb
    for verb in (*_TAILS, *_BY_LEMMA)
    for form in forms(verb)
    if verb not in _DOUBLED and verb not in _NO_VERBS
}
_LEMMAS.update({form: verb for verb in _DOUBLED for form in (verb, verb + "s")})
_LEMMAS.update(
    {verb + verb[-1] + end: verb for verb in _DOUBLED - {"hit", "put"} for end in ("ed", "ing")}
)
_LEMMAS.update(_IRREGULAR)
_NOUN_CUES = {
    form: Cue(stance, "n")
    for stance, words in _NOUNS
    for noun in words.split()
    for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
}


def lemma(word: str) -> str:
    """Return the base of a verb on our lists, or the word itself."""
    return _LEMMAS.get(word, word)


def verb_cue(word: str) -> Cue | None:
    """Return what a verb form means as a cue by itself."""
    known = _BY_LEMMA.get(lemma(word))
    return next(iter(known.values())) if known else None


def phrases(word: str) -> list[Cue]:
    """Return the cues of several words that begin with this verb form, longest first."""
    return _TAILS.get(lemma(word), [])


def noun_cue(word: str) -> Cue | None:
    """Return what a noun means as a cue."""
    return _NOUN_CUES.get(word)
