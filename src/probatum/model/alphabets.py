"""Letters of Cyrillic, Greek and Arabic with their Latin spellings, as tables.

The schemes: Ukraine's Cabinet Resolution 55 of 2010 (``kmu``), BGN/PCGN for Ukrainian (1965) and
Russian (1947), ISO 9:1995 and the scholarly system (both without their accents, as `letters.fold`
leaves them), the passport rules for Russian, and what German and French newspapers print. All
spellings here are folded. ``START`` holds what a letter becomes at the beginning of a word, and
for ``bgn-ru`` also after a vowel or a sign.
"""

from __future__ import annotations

from collections.abc import Mapping

_SHARED = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "є": "ye",
    "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "g", "ќ": "k",
    "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "'": "",
}  # fmt: skip

CYRILLIC: Mapping[str, Mapping[str, str]] = {
    "kmu": _SHARED | {"г": "h", "є": "ie", "и": "y", "ю": "iu", "я": "ia"},
    "bgn-uk": _SHARED | {"г": "h", "и": "y", "ї": "yi", "й": "y"},
    "bgn-ru": _SHARED | {"й": "y"},
    "passport-ru": _SHARED | {"ю": "iu", "я": "ia", "ъ": "ie"},
    "iso9": _SHARED | {
        "ж": "z", "й": "j", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ю": "u", "я": "a",
        "є": "e",
    },
    "scholarly": _SHARED | {
        "ж": "z", "й": "j", "х": "ch", "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ю": "ju",
        "я": "ja", "є": "je",
    },
    "scholarly-uk": _SHARED | {
        "г": "h", "ж": "z", "и": "y", "ї": "ji", "й": "j", "х": "ch", "ц": "c", "ч": "c", "ш": "s",
        "щ": "sc", "ю": "ju", "я": "ja", "є": "je",
    },
    "german": _SHARED | {
        "в": "w", "ж": "sch", "з": "s", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
        "щ": "schtsch", "ю": "ju", "я": "ja", "є": "je", "г": "h", "и": "y", "й": "j",
    },
    "german-ru": _SHARED | {
        "в": "w", "ж": "sch", "з": "s", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
        "щ": "schtsch", "ю": "ju", "я": "ja", "є": "je",
    },
    "french": _SHARED | {
        "ж": "j", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia",
        "є": "ie",
    },
}  # fmt: skip

START: Mapping[str, Mapping[str, str]] = {
    "kmu": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
    "bgn-ru": {"е": "ye"},
    "german-ru": {"е": "je"},
}

GREEK: Mapping[str, str] = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip

# Short vowels are not written, so this is a skeleton that a reader fills.
ARABIC: Mapping[str, str] = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w",
    "ي": "y", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ٹ": "t", "ڈ": "d",
    "ڑ": "r", "ں": "n",
}  # fmt: skip

# Given names whose Latin spellings no rule yields, folded: what newspapers and passports print.
GIVEN_NAMES: Mapping[str, tuple[str, ...]] = {
    "محمد": ("muhammad", "mohammed", "mohamed", "mohammad", "muhammed", "mohamad", "mohamet"),
    "احمد": ("ahmad", "ahmed", "achmed"),
    "محمود": ("mahmoud", "mahmud", "mahmood"),
    "مصطفي": ("mustafa", "mostafa", "moustafa", "mustapha"),
    "علي": ("ali", "aly"),
    "حسن": ("hasan", "hassan"),
    "حسين": ("husayn", "hussein", "husain", "hussain", "hossein", "huseyin"),
    "عمر": ("umar", "omar", "omer"),
    "عثمان": ("uthman", "othman", "osman", "usman"),
    "خالد": ("khalid", "khaled"),
    "يوسف": ("yusuf", "yousef", "youssef", "yousif", "josef"),
    "ابراهيم": ("ibrahim", "ebrahim", "abraham"),
    "اسماعيل": ("ismail", "ismael", "esmail"),
    "سليمان": ("sulayman", "suleiman", "soliman", "suliman"),
    "فاطمه": ("fatima", "fatimah", "fatma", "fatemeh"),
    "عائشه": ("aisha", "aishah", "aicha", "ayesha"),
    "خديجه": ("khadija", "khadijah", "khadidja"),
    "مريم": ("maryam", "mariam", "miriam", "meryem"),
    "زينب": ("zaynab", "zainab", "zeinab", "zeynep"),
    "سعيد": ("said", "saeed", "saied", "sayid"),
    "عبد": ("abd", "abdul", "abdel", "abdal"),
    "الله": ("allah", "ullah"),
    "عبدالله": ("abdullah", "abdallah", "abdulla"),
    "نور": ("nur", "nour", "noor"),
    "حمزه": ("hamza", "hamzah"),
    "طارق": ("tariq", "tarek", "tareq"),
    "ناصر": ("nasir", "nasser", "naser"),
    "جمال": ("jamal", "gamal", "djamel"),
    "كريم": ("karim", "kareem"),
    "رشيد": ("rashid", "rachid", "rasheed"),
    "ياسين": ("yasin", "yassine", "yaseen"),
    "سميره": ("samira", "sameera"),
    "ليلي": ("layla", "leila", "laila"),
    "هدي": ("huda", "hoda"),
}
