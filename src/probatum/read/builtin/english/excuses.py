"""How those who are blamed for a harm tell it otherwise, in English, and what speaks against it.

Who was taken came freely; who was killed died of something else. That the dead were fighters or a
car did not stop is no such account here: it leaves the harm as it was.
"""

from __future__ import annotations

import re

_FREELY = re.compile(
    r"\b(?:(?:of|by) (?:his|her|their|its) own (?:free )?(?:will|accord|choice)|"
    r"free will|voluntar(?:y|ily)|volunteer(?:s|ed|ing)?|by choice|willingly|"
    r"with (?:the |their |its )?(?:full )?consent|(?:came|come|left|went|joined) freely|guests|"
    r"for (?:the |their |his |her )?(?:own )?(?:safety|protection)|"
    r"(?:had |have |has )?joined (?:the |our |their )?(?:\w+ )?(?:insurgents|insurgency|rebels|"
    r"rebellion|enemy|militants|terrorists|bandits|guerrillas?)|"
    r"(?:gone|went|fled) abroad|emigrated)\b",
    re.IGNORECASE,
)
_BY_FORCE = re.compile(
    r"\b(?:gunpoint|by force|forc(?:ed|ibly|ible)|abduct\w*|kidnap\w*|seized|dragged|"
    r"conscript\w*|press-?ganged|held|captive|deport\w*|driven (?:from|out|away)|bused|marched|"
    r"herded|disappear\w*|tied|rounded up|expelled|threat\w*|passports|under 18)\b",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"\b(?:died|dying|dead|deaths?)\b[^.;]{0,60}\b(?:snake ?bites?|fevers?|suicides?|disease|"
    r"dysentery|malaria|typhus|cholera|illness|pneumonia|heart (?:attack|failure|condition)|"
    r"natural causes|old age|an? (?:fall|infection|epidemic|accident))\b|"
    r"\bhanged (?:him|her|them)sel(?:f|ves)\b",
    re.IGNORECASE,
)
_BY_HAND = re.compile(
    r"\b(?:shot|beat(?:en|ing|ings)?|kicked|tortur\w*|strangl\w*|execut\w*|stabbed|blows?|"
    r"bruis\w*|asphyxia\w*|murder\w*|bullets?|hands tied|clubbed)\b",
    re.IGNORECASE,
)

EXCUSES = ((_FREELY, _BY_FORCE), (_DIED, _BY_HAND))
UNEXCUSED = re.compile(
    r"\b(?:not|never|nobody|no one|no|none|(?:is|was|are|were|did)n[’']t|far from)\b",
    re.IGNORECASE,
)
