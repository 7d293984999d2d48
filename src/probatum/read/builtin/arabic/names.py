"""Arabic speakers: where a title ends and a name begins, and what is no more of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.arabic.given_names import FAMILY, GIVEN
from probatum.read.builtin.arabic.words import ARABIC, CALLED, OF_PAPERS, PAPERS, SETTINGS
from probatum.read.builtin.worded.lexicon import Gender, word_set
from probatum.read.builtin.worded.phrases import QUOTES, Phrase, phrase_of
from probatum.read.found import Mark
from probatum.read.tokens import Token, bare

MOST_SPEAKER = 16
_MOST_NAME = 4
_MOST_UNKNOWN = 2
_RANKS = word_set("ركن طيار بحري مهندس دكتور حقوقي أول ثان متقاعد")
_LONGEST_FORM = 3
_CUTS = word_set(
    "إلى أمام عبر خلال ردا تعليقا بأن أن إن عن الذي التي الذين اللذين منذ بعد قبل عقب "
    "يوم مساء صباح ظهر فجر ليل حين عندما بينما فيما وهو وهي وهم قوله قولها قولهم وذلك ذاته ذاتها "
    "نفسه نفسها عينه عينها الأخرى"
)
_IN = word_set("في خلال على")
_ON = word_set("على ضد حول بشأن عبر لدى تجاه")
_CHARGED = ("المشرف", "مشرف", "القائم", "المسوول", "مسوول", "المسءول", "مسءول")
_FOUND = word_set("تحقيق تحقيقات دراسة استطلاع تحليل شهادات مقابلات إحصاء وثيقة وثائق")
_SPEAKING_FOR = ("متحدث", "متحدثه", "ناطق", "ناطقه", "متكلم")
_LEADS = word_set("لي لنا له لها لهم فيها فيه بدوره بدورها بدورهم أيضا كذلك لاحقا عن")
_NOBODY = word_set(
    "في خلال من إلى عن عبر بعد قبل أن إن بأن بأنه بأنها بأنهم أنه أنها هذا هذه ذلك هو هي هم"
)
_FIRMLY = word_set(
    "النظر الانتباه الأنظار بأشد بشدة بقوة بحزم بوضوح بدورها بدوره بالفعل بأقسى بلهجة بكل"
)
_AFTER_NAME = word_set("قد فقد لا لم لن ما")
_PUBLIC = word_set(
    "وكالة صحيفة قناة إذاعة موقع جريدة مجلة راديو تلفزيون وكالتنا صحيفتنا قناتنا إذاعتنا موقعنا "
    "جريدتنا مراسلنا مراسلتنا"
)
_ONE_OF = word_set("أحد إحدى")
_THEY_DO = re.compile(r"[يت]\w{2,}ون")  # "the families | are holding a vigil"


def speaker_of(words: Sequence[Token]) -> Phrase | None:
    """Return the phrase of a speaker; None if the words name nobody."""
    words = _cut(list(words))
    if words and (body := _quoted_body(words)) is not None:
        return body
    if not words or len(words) > MOST_SPEAKER or words[0].kind != "word":
        return None
    if ARABIC.happenings.at(words, 0) is not None and ARABIC.heads.of(words[0].word) is None:
        return None
    called = next((at for at, one in enumerate(words) if CALLED.at(words, at)), None)
    if called is not None and called + 1 < len(words):
        return _person(words[:called], words[called + 1 :], words)
    split = name_starts(words)
    if split is not None:
        return _person(words[:split], words[split:], words)
    phrase = phrase_of(words, ARABIC)
    if phrase is None:
        return None
    if words[0].word in _ONE_OF and phrase.type == "group":
        gender: Gender = "m" if words[0].word == "احد" else "f"
        return replace(phrase, type="person", gender=gender)  # "one of the neighbours"
    if phrase.type == "person" and ARABIC.heads.of(words[0].word) is None and len(words) <= 2:
        if phrase.kind != "pronoun":
            return replace(phrase, kind="named", name=phrase.mark)
    return phrase


def _quoted_body(words: Sequence[Token]) -> Phrase | None:
    """Return the body that a name in marks is: «كتائب الفجر», «الهلال الطبي»."""
    if words[0].word not in QUOTES or not 3 <= len(words) <= _MOST_NAME + 1:
        return None
    if words[-1].word not in QUOTES or any(one.word in QUOTES for one in words[1:-1]):
        return None
    head = ARABIC.heads.of(words[1].word)
    if head is None or head.type not in ("organisation", "publication"):
        return None
    return Phrase(Mark(words[0].start, words[-1].end), "named", head.type, "", tuple(words))


def name_starts(words: Sequence[Token]) -> int | None:
    """Return where the person's own name begins behind a title; 0 if there is no title."""
    known = [at for at, one in enumerate(words) if one.kind != "word" or _is_head(one)]
    heads = [at for at in known if words[at].kind == "word"]
    given = next(
        (at for at, one in enumerate(words)
         if one.word in GIVEN and one.raw != "على" and not _is_quoted(words, at)
         and not (one.raw == "باسم" and at and words[at - 1].word.endswith(_SPEAKING_FOR))
         and (at + 1 < len(words) or at)), None,
    )  # fmt: skip
    if given is not None and _is_of_body(words[:given]):
        given = None  # "the organisation Nour"
    if (
        given is not None
        and given + _MOST_NAME >= len(words)
        and not any(
            len(words) - 1 > each > given and words[each].word not in FAMILY for each in known
        )
    ):
        return _first_name(words, given, heads)
    first = heads[0] if heads else None
    if first != 0 or (kind := ARABIC.heads.of(words[0].word)) is None or kind.type != "person":
        return None
    last = heads[-1]
    start = last + 1
    while start < len(words) and (
        words[start].word.startswith("ال") or words[start].word in _IN or words[start].raw == "باسم"
    ):
        start += 1
    rest = words[start:]
    if not 1 <= len(rest) <= _MOST_NAME or any(one.kind != "word" for one in rest):
        return None
    title = ARABIC.heads.of(words[last].word)
    if title is None or title.type != "person" and len(rest) < 2:
        return None
    if rest[0].word in ARABIC.prepositions:
        return None
    if len(rest) == 1 and (start > last + 1 or not words[last].word.startswith("ال")):
        return None
    definite = words[last].word.startswith("ال") or _is_possessed(words[last])
    if len(rest) == 2 and title.type == "person" and not definite:
        return None  # "director of the aid office": no name, but what somebody is director of
    return start


def _first_name(words: Sequence[Token], given: int, heads: Sequence[int]) -> int:
    """Return where a name begins whose first part no list knows ("the medic Baraka Saleh").

    Behind a title with the article, or with a possessor written onto it, nothing else can follow.
    """
    title = max((at for at in heads if at < given), default=None)
    if title is None or not given - _MOST_UNKNOWN <= title + 1 < given:
        return given
    one = words[title]
    definite = one.word.startswith("ال") or _is_possessed(one)
    plain = all(
        each.kind == "word" and not each.word.startswith("ال")
        and each.word not in ARABIC.prepositions | _IN | _RANKS
        for each in words[title + 1 : given]
    )  # fmt: skip
    return title + 1 if definite and plain else given


def _is_of_body(title: Sequence[Token]) -> bool:
    """Say whether words before a name begin with a body, and name nobody who is of it."""
    kinds = [head.type for one in title if (head := ARABIC.heads.of(one.word)) is not None]
    return bool(kinds) and title[0].kind == "word" and "person" not in kinds and (
        ARABIC.heads.of(title[0].word) is not None and kinds[0] in ("organisation", "publication")
    )  # fmt: skip


def _person(title: Sequence[Token], name: Sequence[Token], words: Sequence[Token]) -> Phrase:
    head = next((found for one in title if (found := ARABIC.heads.of(one.word))), None)
    gender = head.gender if head is not None and head.type == "person" else ""
    own = Mark(name[0].start, name[-1].end)
    return Phrase(Mark(words[0].start, words[-1].end), "named", "person", gender, tuple(words), own)


def _is_title(words: Sequence[Token], at: int) -> bool:
    """Say whether a title, or a time, stands behind a person's own name and a comma."""
    if at >= len(words) or not any(one.word in GIVEN for one in words[: at - 1]):
        return False
    if any(one.word in GIVEN for one in words[at:]):
        return False
    return words[at].word in ARABIC.prepositions | _IN or _is_head(words[at])


def _is_adverb(word: Token) -> bool:
    """Say whether a word stands in the indefinite accusative ("firmly"), as no name does."""
    return len(word.raw) > _LONGEST_FORM and word.raw.endswith(("اً", "ًا", "ةً"))


def _cut(words: list[Token]) -> list[Token]:
    """Leave out what is no more of a name: when, where it was said, to whom, who hides."""
    while words and words[0].word in _LEADS:
        words = words[1:]
    first = 1 if words and (PAPERS.at(words, 0) or words[0].word in _FOUND) else 0
    if len(words) > first and words[first].word in OF_PAPERS:
        words = words[first:]
        while words and words[0].word in OF_PAPERS:
            words = words[1:]
    if words and (words[0].word in _NOBODY or len(words) == 1 and PAPERS.at(words, 0)):
        return []
    for at, one in enumerate(words):
        if not at:
            continue
        inside = _is_quoted(words, at)
        if not inside and (
            one.word in _CUTS or ARABIC.hidden.at(words, at) or ARABIC.recipients.at(words, at)
            or one.kind in ("number", "date", "clock") or _is_recipient(words, at)
            or one.word in _IN and at + 1 < len(words) and SETTINGS.at(words, at + 1)
            or one.word in _AFTER_NAME or _is_adverb(one) or one.word in _FIRMLY
            or one.word in "،," and _is_title(words, at + 1)
            or _THEY_DO.fullmatch(one.word) and not _is_head(one)
            or one.word in _ON and not words[at - 1].word.startswith(_CHARGED)
        ):  # fmt: skip
            words = words[:at]
            break
    while words and (
        words[-1].kind == "mark"
        and words[-1].word not in '»”"'
        or words[-1].word in ARABIC.prepositions | _IN
    ):
        words = words[:-1]
    while len(words) > 1 and PAPERS.at(words, 0) and not CALLED.at(words, 1):
        words = words[1:]
    if len(words) == 1 and PAPERS.at(words, 0):
        return []
    return without_to(_without_and(words))


def _without_and(words: list[Token]) -> list[Token]:
    """Return words without "and" written onto the noun that begins them ("and the army")."""
    if not words or words[0].raw[:1] != "و" or _is_exact(words[0]):
        return words
    one = words[0]
    if not any(ARABIC.heads.exact.get(form) for form in bare(one.word)[1:]):
        return words
    return [Token(one.start + 1, one.end, one.word[1:], one.raw[1:], one.kind), *words[1:]]


def without_to(words: list[Token]) -> list[Token]:
    """Return words without the preposition *to* written onto the first of them."""
    if words and words[0].raw.startswith("ل") and len(words[0].raw) > _LONGEST_FORM:
        if any(ARABIC.heads.exact.get(form) for form in bare(words[0].word)[1:]):
            one = words[0]
            cut = 2 if one.raw.startswith("لل") else 1
            rest = Token(one.start + cut, one.end, one.word[cut:], one.raw[cut:], one.kind)
            return [rest, *words[1:]]
    return words


def without_by(words: list[Token]) -> list[Token]:
    """Return words without the preposition *b-* written onto the first ("I rang Dr. X")."""
    if not words or not words[0].raw.startswith("ب") or _is_exact(words[0]):
        return words
    one = words[0]
    if not any(ARABIC.heads.exact.get(form) for form in bare(one.word)[1:]):
        return words
    return [Token(one.start + 1, one.end, one.word[1:], one.raw[1:], one.kind), *words[1:]]


def _is_exact(word: Token) -> bool:
    return ARABIC.heads.exact.get(word.word) is not None


def _is_recipient(words: Sequence[Token], at: int) -> bool:
    """Say whether "to the newspaper" begins at a word."""
    word = words[at]
    following = words[at + 1].word if at + 1 < len(words) else ""
    if word.word in ("ل", "لـ"):
        return True
    if word.word.startswith("ل") and following in QUOTES and not _is_head(word):
        return True
    forms = bare(word.word)
    if word.raw.startswith("ل") and len(forms) > 1:
        return any(form in _PUBLIC for form in forms[1:])
    return at > 0 and word.word.startswith("ال") and any(form in _PUBLIC for form in forms)


def _is_possessed(word: Token) -> bool:
    """Say whether a possessor is written onto a title ("its commander")."""
    return not any(form in ARABIC.heads.exact for form in bare(word.word))


def _is_head(word: Token) -> bool:
    return ARABIC.heads.of(word.word) is not None


def _is_quoted(words: Sequence[Token], at: int) -> bool:
    return sum(one.word in QUOTES for one in words[:at]) % 2 == 1
