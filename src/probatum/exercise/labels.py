"""The label that every piece of the exercise carries, in the language of that piece."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "en": "EXERCISE - invented material",
        "uk": "НАВЧАННЯ - вигаданий матеріал",
        "ar": "تمرين - مادة مختلقة",
    }
)
