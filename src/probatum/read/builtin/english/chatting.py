"""What a post, a thread or a channel says of itself, to whom it turns, and what it takes back.

That its author spent a week on it, was asked, was rung up, will write again or leaves it at that
asserts nothing about an event. "EDIT: I wrote that the school burned" takes that back.
"""

from __future__ import annotations

import re

from probatum.read.builtin.english.callings import GROUPS, OFFICES

_WE = r"(?:I|[Ww]e)"
_WORK = (
    r"(?:this|it|that|(?:this|the) (?:\w+ )?(?:thread|story|report|piece|post|list|count|map|"
    r"video|file|investigation))"
)
_CHAT = re.compile(
    rf"{_WE}(?:['’]ve| have)? (?:spent|took|needed|put) [\w ,-]{{2,40}} (?:on|over|for|into|with) "
    rf"{_WORK}$|"
    rf"{_WE}(?:['’](?:m|re)| am| are|['’]ll| will| shall)? (?:not|leave|stop|won['’]t|done)"
    r"(?: be)? ?(?:(?:writing|posting|saying|sharing|adding|write|post|say|share|add|it|there|"
    r"here|at|that|for|any|more|further|much|now|today|tonight|about|on|this|them)\b ?)+$|"
    r"(?:[Bb]ut |[Ss]o )?(?:[Ll]et us|[Ll]et['’]s|[Ww]e(?:['’]ll| will| shall)(?: have to)?) "
    r"(?:wait and )?see\b[^.;:]{0,60}$|"
    rf"{_WE}(?:['’]ll| will| shall) (?:\w+ )?(?:(?:write|post|update|tweet|edit|be back|be online|"
    r"check in|follow up|(?:report|add|tell you) (?:back|again|more|here|it here)|keep (?:you|this|"
    r"everyone))\b|send (?:an|more) update)"
    r"(?! to (?:the|every|all)\b)[^.;:]{0,60}$|"
    rf"{_WE}(?:['’]ve| have| still have)(?: got)? (?:it|them|this|that|these|those|all of (?:it|"
    r"this|them)|everything)(?: all)? (?:here|saved|archived|on my \w+|in front of me|on file|"
    r"right here|at home)$|"
    rf"{_WE}(?:['’]m| am|['’]re| are|['’]ve been| have been|['’]d been| keep(?: on)?| was| were)"
    r" (?:now |also |often |being |getting )*ask(?:ed|ing) (?:about|why|how|whether|if|who|where|"
    r"when)\b|"
    r"(?:[Pp]eople|[Mm]any(?: people| of you| readers)?|[Ss]ome(?: people| of you)?|[Rr]eaders|"
    r"[Ff]ollowers|[Ss]everal(?: people| of you)?|[Ee]veryone|[Yy]ou)(?: all)? (?:are |have |keep "
    r"|been |now |also |just )*(?:asking|asked|ask|writing|messaging|wondering)(?: (?:to )?(?:me|"
    r"us))? (?:about|why|how|whether|if|who|where|when)\b|"
    r"(?:[A-Z]|(?:[Aa]n?|[Tt]he|[Mm]y|[Hh]is|[Hh]er|[Hh]e|[Ss]he|[Tt]hey)\b)[\w’' -]{0,50}? "
    r"(?:just |has just )?(?:rang|phoned|called|texted|messaged|e-?mailed|telephoned) (?:me|us)"
    r"(?: (?:back|just now|again|today|yesterday|tonight|earlier|(?:at|on|this|last|from|half|an|"
    r"about|around) [\w: ]{1,30}))?$|"
    r"(?:[\w ]{2,30}, )?(?:(?:[Tt]his|[Hh]ere) is|[Hh]ere['’]s|[Bb]elow is) (?:all |everything )?"
    r"(?:what|where|how|that)? ?(?:I|we) (?:can |could |do |now |currently )?(?:know|confirm|"
    r"found|have|"
    r"stand|verified|establish|see)\b[^.;:]{0,40}$|"
    rf"{_WE} (?:(?:only|just|am|are) )*(?:pass|passing|share|sharing|repeat|repeating) (?:it|this|"
    r"that|them)(?: on)? (?:as|for what|again|without)\b[^.;:]{0,40}$|"
    rf"{_WE} (?:wrote|posted|typed)(?: this| that| it)? (?:in (?:haste|a hurry|anger|tears)|too "
    r"(?:fast|soon|quickly))\b[^.;:]{0,30}$|"
    r"(?:And )?(?:[Ww]e|I) (?:regret|apologi[sz]e for|am sorry for|are sorry for) (?:the|this|that|"
    r"our|my|any) (?:\w+ )?(?:errors?|mistakes?|mix-up|confusion|inconvenience)$|"
    r"(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|"
    r"[Mm]any|[Oo]ther|[Mm]ore|[Vv]arious) (?:\w+ )?(?:clips?|videos?|photos?|pictures?|images?|"
    r"versions?|rumours?|rumors?|stories|posts?|screenshots?|voice messages) (?:are|is) (?:now |"
    r"also )?(?:circulating|going (?:a)?round|making the rounds|doing the rounds)\b[^.;:]{0,30}$"
)
_LABEL = 40  # characters
_TITLES = "|".join(sorted(OFFICES))
_MANY = "|".join(sorted(f"{one}s" for one in GROUPS))
_TURNS = re.compile(
    r"(?:@\w+[,:]?\s+)+|"
    rf"(?:(?:Dear|Mr|Mrs|Ms|Madam|and|our|you)\s)?(?:[A-Z][\w-]+\s)?(?i:{_TITLES}|{_MANY}|folks|"
    r"gentlemen|ladies|brothers|sisters)(?: [A-Z][\w’'-]+){0,2}, (?=(?:please|pls|plz|do not|"
    r"don['’]t|let|I|we|you|stop|publish|release|tell|give|show|open|send|answer|come|keep|stay|"
    r"bring)\b)"
)
_BEFORE_THIS = (
    r"(?:[Ee]arlier|[Yy]esterday|[Pp]reviously|[Ll]ast night|[Tt]his morning|[Oo]n \w+day|(?:[Ii]n "
    r"(?:the|my|our|an|\w+['’]s) (?:(?:first|last|earlier|previous|original|other) )?(?:post|"
    r"thread|message|tweet|update|report|article|bulletin|count)))"
)
_WROTE = (
    r"(?:(?:had |have |wrongly |mistakenly |also |earlier |first |previously )*(?:wrote|posted|"
    r"said|reported|tweeted|gave|claimed|stated|shared)(?: (?:here|earlier|yesterday|"
    r"before|wrongly|at [\d:.]+|on \w+day|this morning|last night))?)"
)
_TAKEN_BACK = re.compile(
    rf"(?:{_BEFORE_THIS},? )?{_WE} {_WROTE} (?:that )?(?P<what>[^;]{{8,300}})$"
)
_PUTS_RIGHT = re.compile(r"(?:edit|correction|corrected|errata?)\b[^.\n:]{0,20}[:.]\s*$", re.I)
_NEXT = re.compile(
    r"[.!]\s+(?:Sorry[,.] )?(?:(?:[Tt]hat|[Tt]his|[Ii]t) (?:was|is|were) (?:a mistake|an error|"
    r"wrong|not (?:so|true|correct|right)|incorrect|false|untrue)|It (?:didn['’]t|did not|"
    r"wasn['’]t|was not|hadn['’]t)\b|(?:[Tt]hat|[Tt]his) should (?:have|be|read)|"
    r"I was wrong|We were wrong)"
)


def is_chat(words: str) -> bool:
    """Say whether a sentence tells only of the post and of how its author came by it."""
    return _CHAT.match(words) is not None


def turned_to(words: str) -> int:
    """Return how long the words are that call somebody: "@ReliefDesk ", "General, "."""
    found = _TURNS.match(words)
    return 0 if found is None else found.end()


def taken_back(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a text takes back what it wrote: behind "EDIT:", or before "That was wrong"."""
    found = _TAKEN_BACK.match(text, start, end)
    if found is None:
        return None
    labelled = _PUTS_RIGHT.search(text[max(0, start - _LABEL) : start]) is not None
    return found.span("what") if labelled or _NEXT.match(text, end) is not None else None
