"""What one reader hands back: the part of an answer that depends on the kind of file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from probatum.derive.text.encodings import Decoded
from probatum.derive.text.extracted import Attachment, Fact, Part
from probatum.derive.text.passages import Passages


@dataclass(frozen=True, slots=True)
class Readable:
    """Text, parts, metadata and attachments of one file, and how the reader went about it."""

    text: str
    parts: tuple[Part, ...]
    metadata: tuple[Fact, ...]
    attachments: tuple[Attachment, ...]
    parameters: str

    @staticmethod
    def of(
        passages: Passages,
        *,
        parameters: str,
        metadata: tuple[Fact, ...] = (),
        attachments: tuple[Attachment, ...] = (),
    ) -> Readable:
        """Take over what was gathered in passages."""
        return Readable(
            passages.text, tuple(passages.parts), metadata, attachments, parameters
        )  # fmt: skip

    def decoded_from(self, decoded: Decoded) -> Readable:
        """Add how the bytes became characters: a guessed encoding is shown as a guess."""
        said = f"encoding={decoded.encoding} encoding_known_by={decoded.basis}"
        if decoded.damaged:
            said += f" undecodable={decoded.damaged}"
        return replace(self, parameters=f"{self.parameters} {said}")
