"""Names as they are compared: by sound and by consonants, whatever script they stand in.

The *sound* of a name part is one Latin spelling of most ways to write it, vowels kept; given names
that are one name across languages share it. Its *bones* are the consonants that survive every
script: a place to look, and weak evidence. Both are empty where nothing was written.

>>> heard("Олександр").sound == heard("Aleksandr").sound, heard("Ахмед").bones, heard("أحمد").bones
(True, 'hmd', 'hmd')
>>> parts_of(["Коваленко", "Іван", "Петрович"]).father == heard("Петро")
True
>>> parts_of(["Halqadeh"]).family.bones == parts_of(["حلقده"]).family.bones
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

import msgspec

from probatum.link.given_names import SAME_NAME
from probatum.model.alphabets import GIVEN_NAMES
from probatum.model.letters import apart, latin, sound
from probatum.model.values import NameForm

DISTINCT_NAMES = 1 << 21  # what is remembered of words met before: lists repeat themselves


class Heard(msgspec.Struct, frozen=True, gc=False):
    """One part of a name for comparing."""

    sound: str = ""
    bones: str = ""


NOTHING = Heard()


class Parts(msgspec.Struct, frozen=True, gc=False):
    """The parts of a name that are compared; an empty part was not written."""

    given: Heard = NOTHING
    father: Heard = NOTHING
    family: Heard = NOTHING
    grandfather: Heard = NOTHING
    mother: Heard = NOTHING
    kunya: Heard = NOTHING


Written: TypeAlias = tuple[str | None, ...]
"""A name as a list writes it: whole, given name, father's name, family name; where any of them is
written also grandfather's name, mother's name, kunya."""

NOBODY = Parts()

_PATRONYMIC = re.compile(
    "(?:[йі]?ович|[ьиі]?евич|йович|иевич|ійович|[ії]вна|[йі]?овна|[ьиі]?евна|и?нична"
    "|[iyj]?o[vw][iy](?:ch|c|cz|tch|tsch)|[iyj]?e[vw][iy](?:ch|c|cz|tch|tsch)"
    "|[iyj][iy]?[vw]na|[iyj]?o[vw]na|[iyj]?e[vw]na)$"
)
_PATRONYMIC_ENDS = ("ич", "на", "ch", "c", "cz", "na")  # nothing else can be one
_DAUGHTER = re.compile("(?:вна|[vw]na)$")  # never the end of a family name
_BETWEEN = frozenset("al el bin ibn ben bint ould ال بن ابن بنت аль эль ель".split())
_ABD = frozenset({"abd", "abdul", "abdel", "عبد"})
_MOTHER_OF = frozenset("umm um om oum ام умм ум".split())
_KUNYA = frozenset("abu abou abo ابو ابي абу".split()) | _MOTHER_OF
_SPECIAL = _BETWEEN | _ABD | _KUNYA
_SERVANT = re.compile("^(?:abd(?:[uea][lr]|)|عبد(?:ال|))(?=.{3})")
_WOMAN = re.compile("(?<=.ov|.ev|.in|.sk|.ck)(?:aia|aja|ii|i|a|oi|e)$")

_ARABIC = re.compile("[\u0600-\u06ff]")
# Letters by letter, for `sh` may be one sound or two: what survives of each in other scripts.
_BY_SOUND = {
    "s": "жзсцчшщѕћђџ" "جزسشصظچژ", "h": "гґхғһѓ" "حخغه", "b": "бп" "بپ", "f": "вф" "فڤ",
    "t": "т" "تثطٹ", "d": "д" "دذضڈ", "k": "кқќ" "كقگ", "l": "л" "ل", "m": "м" "م", "n": "нң" "نں",
    "r": "р" "رڑ", "ls": "љ", "ns": "њ",
}  # fmt: skip
_OF_LETTER = {letter: bone for bone, letters in _BY_SOUND.items() for letter in letters}


class _ToBone(dict[int, str]):
    """Letters -> their bones, for ``translate``; any other letter has none."""

    def __missing__(self, letter: int) -> str:
        return ""


_TO_BONE = _ToBone({ord(letter): bone for letter, bone in _OF_LETTER.items()})
_TWO_FOR_ONE = re.compile("дж|дз|тс|тш|تش|تس|دج|دز")
_SPELLED = re.compile("shch|tsch|tsh|tch|dzh|dj|th|dh|ph|(?:^|(?<=[aeiouj]))j(?=[aeiou])")
_SPELLED_AS = {"th": "t", "dh": "d", "ph": "f"}
_BONES = str.maketrans({**dict.fromkeys("aeiouy'-"), "c": "s", "z": "s", "p": "b", "v": "f"})
_TWICE = re.compile(r"(.)\1+")


_LETTERS_SPOKEN = {
    **dict(zip("абвгґдезиійклмнопрстуфхцшыэїєөқғәүұһѕјў", "abvhhdeziiiklmnoprstufhcsieieokhauuhziu",
               strict=True)),
    "ж": "z", "ч": "c", "щ": "s", "ю": "iu", "я": "ia", "ъ": "", "ь": "", "'": "", "ћ": "c",
    "ђ": "di", "љ": "li", "њ": "ni", "џ": "dz", "ѓ": "h", "ќ": "k", "ң": "n",
    **dict(zip("ابتحدرزسشصضطظعغفقكلمنهويجخپڤگچٹڈڑںژ", "abthdrzsssdtzahfkklmnhviihpvhctdrnz",
               strict=True)),
    "ث": "th", "ذ": "dh", "ء": "",
}  # fmt: skip
_SPOKEN = str.maketrans(_LETTERS_SPOKEN)
_ONE_SOUND = re.compile("тс|тч|تش")


@lru_cache(maxsize=DISTINCT_NAMES)
def spoken_as(word: str) -> str:
    """Return how a folded word sounds: `letters.sound`, many times quicker for other scripts."""
    if word.isascii():
        return sound(word)
    if "т" in word or "ت" in word:
        word = _ONE_SOUND.sub("ц", word)
    made = word.translate(_SPOKEN)
    if not made.isascii():
        return sound(word)
    return _once(made.replace("iie", "e").replace("ie", "e"))


def _once(word: str) -> str:
    """Return a word without a letter that stands behind itself."""
    for letter, before in zip(word[1:], word, strict=False):
        if letter == before:
            return _TWICE.sub(r"\1", word)
    return word


def _without_servant(word: str, instead: str) -> str:
    """Return a word in which *Abd al-* and the like is one and the same."""
    return _SERVANT.sub(instead, word) if word.startswith(("abd", "عبد")) else word


@lru_cache(maxsize=DISTINCT_NAMES)
def heard(word: str, woman: bool = False) -> Heard:  # noqa: FBT001
    """Return how a word of a name is compared; ``woman``: as a family name, its ending off."""
    spelled = word.casefold()
    if woman:
        bare = spelled[2:] if spelled.startswith("ال") and len(spelled) > 4 else spelled
        spoken = spoken_as(bare)
        if spoken.endswith(("a", "i", "e")):
            spoken = _WOMAN.sub("", spoken)
        return Heard(spoken, _bones(spelled))
    spoken = spoken_as(_without_servant(spelled, "abd"))
    bones = _bones(spelled)
    same = same_names().get(spoken)
    if same is None and _ARABIC.search(spelled):
        same = _same_bones().get(bones)
    return Heard(spoken, bones) if same is None else Heard(same, _bones(same))


@cache
def same_names() -> dict[str, str]:
    """Return how given names sound -> how the first of those that are the same name sounds."""
    found: dict[str, str] = {}
    for group in SAME_NAME:
        known = [name for word in group for name in (word, *GIVEN_NAMES.get(word, ()))]
        spoken = [spoken_as(name) for name in known]
        latin_one = next((name for name in known if name.isascii()), known[0])
        first = next((found[each] for each in spoken if each in found), spoken_as(latin_one))
        for each in spoken:
            found.setdefault(each, first)
    for arabic, spelled in GIVEN_NAMES.items():
        for name in (arabic, *spelled):
            found.setdefault(spoken_as(name), spoken_as(spelled[0]))
    return found


@cache
def _given_alone() -> frozenset[str]:
    """Return how given names sound that are hardly ever family names."""
    return frozenset(
        spoken_as(word) for group in SAME_NAME if not _ARABIC.search(group[0]) for word in group
    )


@cache
def _same_bones() -> dict[str, str]:
    """Return the bones of given names -> the one name that has them; Arabic leaves vowels out."""
    found: dict[str, set[str]] = {}
    for spoken, same in same_names().items():
        found.setdefault(_bones(spoken), set()).add(same)
    return {bones: min(same) for bones, same in found.items() if len(same) == 1 and len(bones) > 2}


@lru_cache(maxsize=DISTINCT_NAMES)
def _bones(word: str) -> str:
    """Return the consonants of a folded word, those that scripts mix up as one."""
    if word.isascii():
        bare = _without_servant(word, "abd")
        bare = bare[2:] if bare.startswith(("al", "el")) and len(bare) > 5 else bare
        if "h" in bare or "j" in bare:
            bare = _SPELLED.sub(_spelled_as, bare)
        key = sound(bare).translate(_BONES)
    else:
        bare = _without_servant(word, "عبد")
        bare = bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare
        key = _TWO_FOR_ONE.sub("с", bare).translate(_TO_BONE)
        if not key:  # another script: what its Latin letters say
            key = sound(latin(word)).translate(_BONES)
    key = key[:-1] if key.endswith("h") and len(key) > 1 else key
    return _once(key)


def _spelled_as(found: re.Match[str]) -> str:
    return _SPELLED_AS.get(found[0], "s")


@lru_cache(maxsize=DISTINCT_NAMES)
def _patronymic(word: str) -> bool:
    return word.endswith(_PATRONYMIC_ENDS) and _PATRONYMIC.search(word) is not None


def parts_of(written: Sequence[str]) -> Parts:
    """Return the parts of a name that stands in one piece, by what is usual.

    A patronymic says where the family name is; else the first word is the given name, the last the
    family name, of three or more the second the father's, of four the third the grandfather's. One
    word alone is a family name.
    """
    words = _joined(written)
    if not words:
        return NOBODY
    if len(words) == 1:
        return Parts(family=heard(words[0], True))
    if len(words) > 2:
        for at in range(1, len(words)):
            if _patronymic(words[at]):
                family = words[0] if at == len(words) - 1 else words[-1]
                return Parts(heard(words[at - 1]), father_of(words[at]), heard(family, True))
        his = heard(words[2]) if len(words) == 4 and words[2] not in _SPECIAL else NOTHING
        return Parts(heard(words[0]), heard(words[1]), heard(words[-1], True), his)
    first, last = words
    if _DAUGHTER.search(last):
        return Parts(given=heard(first), father=father_of(last))
    # Some lists put the family name first; Arabic given names are family names as well.
    if spoken_as(last) in _given_alone() and spoken_as(first) not in same_names():
        first, last = last, first
    return Parts(given=heard(first), family=heard(last, True))


def _joined(written: Sequence[str]) -> list[str]:
    """Leave out articles, *son of* and honorifics such as *Abu X*; join *Abd al-X* to one word."""
    if _SPECIAL.isdisjoint(written):
        return list(written)
    words: list[str] = []
    skip = False
    for at, word in enumerate(written):
        if skip or word in _BETWEEN:
            skip = skip and (word in _BETWEEN or word in _ABD)  # Abu Abd al-Rahman is one kunya
            continue
        if word in _KUNYA and len(written) > at + 3:
            skip = True
            continue
        if words and words[-1] in _ABD:
            words[-1] = ("عبد" if words[-1] == "عبد" else "abd") + word
            continue
        words.append(word)
    return words


@lru_cache(maxsize=DISTINCT_NAMES)
def father_of(word: str) -> Heard:
    """Return the father's name that a patronymic is made of; any other word is the name itself."""
    found = _PATRONYMIC.search(word)
    if found is None or len(word) - len(found[0]) < 2:
        return heard(word)
    stem = word[: found.start()]
    known = same_names()
    for ending in ("", "й", "о", "ій", "ий", "а", "ь", "i", "o", "y", "a"):
        if (spoken := spoken_as(stem + ending)) in known:
            return Heard(known[spoken], _bones(known[spoken]))
    return heard(stem)


@lru_cache(maxsize=DISTINCT_NAMES)
def _part(written: str, part: str) -> Heard:
    words = _joined(apart(written))
    if not words:
        return NOTHING
    if part == "father":
        return father_of(words[0])
    if part == "given":
        return heard(words[0])
    return heard("".join(words), True)


def written(forms: Sequence[NameForm]) -> tuple[Written, ...]:
    """Return a person's names as they are heard, in the order in which they count.

    Forms whose script writes vowels come first, other names (aliases) last.
    """
    if len(forms) > 1:
        forms = sorted(forms, key=_order)
    return tuple([
        (form.full, form.given, form.father, form.family)
        if not (form.grandfather or form.mother or form.kunya)
        else (form.full, form.given, form.father, form.family, form.grandfather, form.mother,
              form.kunya) for form in forms
    ])  # fmt: skip


def compared(forms: Sequence[NameForm]) -> Parts:
    """Return the parts of a person's name that are compared, of the forms that a row gives."""
    return heard_of(written(forms))


def heard_of(names: Sequence[Written]) -> Parts:
    """Return the parts that are compared; what the first name leaves out the next ones fill."""
    if len(names) == 1:
        return _of(*names[0])
    known = NOBODY
    for name in names:
        more = _of(*name)
        known = Parts(
            known.given if known.given.sound else more.given,
            known.father if known.father.sound else more.father,
            known.family if known.family.sound else more.family,
            known.grandfather if known.grandfather.sound else more.grandfather,
            known.mother if known.mother.sound else more.mother,
            known.kunya if known.kunya.sound else more.kunya,
        )
    return known


def _order(form: NameForm) -> tuple[bool, bool]:
    return form.alias, _ARABIC.search(form.printed) is not None


def _of(
    full: str | None, given: str | None, father: str | None, family: str | None,
    grandfather: str | None = None, mother: str | None = None, kunya: str | None = None,
) -> Parts:  # fmt: skip
    parts = _own(full, given, father, family)
    if not (grandfather or mother or kunya):
        return parts
    return Parts(
        parts.given, parts.father, parts.family,
        _part(grandfather, "father") if grandfather else parts.grandfather,
        _part(mother, "given") if mother else NOTHING,
        kunya_of(kunya) if kunya else parts.kunya,
    )  # fmt: skip


@lru_cache(maxsize=DISTINCT_NAMES)
def kunya_of(written: str) -> Heard:
    """Return a kunya as it is compared: by the name behind *father of* or *mother of*.

    A mother's stands in capital letters: *Abu Ahmad* and *Umm Ahmad* have nothing in common.
    """
    words = apart(written)
    hers = bool(words) and words[0] in _MOTHER_OF
    words = _joined(words[1:] if words and words[0] in _KUNYA else words)
    if not words:
        return NOTHING
    found = heard(words[0])
    return Heard(found.sound.upper(), found.bones.upper()) if hers else found


def _own(full: str | None, given: str | None, father: str | None, family: str | None) -> Parts:
    if given is None and family is None:
        if full is not None:
            if "," in full:
                first, _, rest = full.partition(",")
                return _turned(apart(rest), apart(first))
            words = apart(full)
            found = parts_of(words)
            if len(words) < 4 or words[0] not in _KUNYA:
                return found
            kunya = kunya_of(" ".join(words[:4]))  # the words behind it are not looked at
            return Parts(found.given, found.father, found.family, found.grandfather, kunya=kunya)
        return Parts(father=_part(father, "father")) if father else NOBODY
    one, his = (NOTHING, NOTHING) if given is None else _given(given)
    if father is not None:
        his = _part(father, "father")
    return Parts(one, his, _part(family, "family") if family else NOTHING)


@lru_cache(maxsize=DISTINCT_NAMES)
def _given(written: str) -> tuple[Heard, Heard]:
    """Return the given name, and the father's if a patronymic stands behind it."""
    words = _joined(apart(written))
    return (
        heard(words[0]) if words else NOTHING,
        father_of(words[-1]) if len(words) > 1 and _patronymic(words[-1]) else NOTHING,
    )


def _turned(rest: list[str], family: list[str]) -> Parts:
    """A name whose family name stands before a comma."""
    words = _joined(rest)
    return Parts(
        given=heard(words[0]) if words else NOTHING,
        father=father_of(words[1]) if len(words) > 1 else NOTHING,
        family=heard("".join(_joined(family)), True) if family else NOTHING,
    )
