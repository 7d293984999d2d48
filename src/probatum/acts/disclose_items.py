"""Give items to somebody: a package that they can verify, with a reason for all that is withheld.

Order: refuse what must not leave; log the read; open the entries and measure the originals; look
for leaks; commit ``disclose/1`` and publish; only then write. If writing fails afterwards, the log
says that a disclosure was prepared, and no file is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources
from pathlib import Path

from probatum.acts.get_item import original
from probatum.acts.package_file import FileWritten, require_free, writing
from probatum.acts.session import Session, no_progress, require_writable
from probatum.disclose import leaks, package, page, withheld
from probatum.disclose.package import Bound, Part, Signed
from probatum.disclose.sealing import Protection, sealed
from probatum.disclose.withheld import KeptItem, Shown, Withholding, parse_withholding
from probatum.errors import InputError, UseError, WorldError
from probatum.index.rows import ItemRow
from probatum.model.kinds import Acquire, Disclose, Note
from probatum.preserve import files
from probatum.proof.tiles import WIDTH

__all__ = ["Disclosed", "Protection", "Withholding", "disclose", "parse_withholding"]

WITHOUT_ORIGINAL = ("entries-only", "the sender gives what the log says, without the file")
_BOUND_TO_ORIGINAL = frozenset({"sha256", "size_bytes"})
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What was written, and what the recipient must be told by another way.

    ``index`` is the position of ``disclose/1``; ``size_bytes`` and ``sha256`` are those of the file
    as written (encrypted, unless plain). ``not_searched`` names the originals into which the leak
    check cannot look; it is empty where nothing is withheld. ``notes`` counts the remarks of your
    own people that the recipient can read: tell whoever discloses.
    """

    path: Path
    size_bytes: int
    sha256: str
    index: int
    kind_of_disclosure: str
    to: str
    refs: tuple[str, ...]
    entries: int
    originals: int
    withheld: int
    notes: int
    vkey: str
    fingerprint: str
    verifier_sha256: str
    checkpoint_size: int
    not_searched: tuple[str, ...]


def disclose(
    session: Session,
    *,
    to: str,
    purpose: str,
    items: Sequence[str] | None,
    target: Path,
    protection: Protection,
    withhold: Sequence[Withholding] = (),
    with_originals: bool = True,
    complete: bool = False,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Disclosed:
    """Write a package of items (ids or references; None: all that are cleared) to ``target``.

    Every entry about these items and their intakes goes in; ``withhold`` keeps single fields back,
    everywhere or for one item. Raises InputError ``not-cleared``, ``erased``, ``leak``; UseError
    ``wrong-use``, ``unknown-id``, ``too-large``; EvidenceError; WorldError.
    """
    require_writable(session)
    protection.require_one()
    require_free(target)
    if not to.strip() or not purpose.strip():
        raise _wrong("--to and --purpose", "who receives it and what for", "nothing")
    verifier = verifier_bytes()
    session.follow()
    rows = _rows(session, items)
    rules = _resolved(session, withhold)
    session.saw("disclosure", rows, purpose)
    shown = _shown(session, rows, rules)
    withheld.require_applied(rules, shown)
    if with_originals:
        _require_binding(shown)
    check = leaks.LeakCheck(shown)
    check.look_in_entries(shown)
    for name, said in (("to", to), ("purpose", purpose), ("the approver's name", session.by)):
        check.look_in(said, name)
    for rule in rules:
        check.look_in(rule.code + " " + rule.basis, f"the reason for withholding {rule.field}")
    wanted = rows if with_originals else []
    progress = _Progress(on_progress, 2 * sum(row.size_bytes or 0 for row in wanted))
    parts, not_searched = _measured(session, wanted, check, progress)
    check.stop_if_any()
    kept = [] if with_originals else [
        KeptItem(row.id, *WITHOUT_ORIGINAL, approver=session.by) for row in rows
    ]  # fmt: skip
    key, verifier_part = session.case.evidence.signer.verifier, package.part_of("", verifier)
    letter = page.Letter(
        to=to, purpose=purpose, by=session.by, at=session.now(),
        kind_of_disclosure="complete" if complete else "selection", origin=key.name,
        fingerprint=key.fingerprint(), verifier_sha256=verifier_part.sha256,
    )  # fmt: skip
    text = page.render(letter, shown, kept, [row.id for row in wanted])
    bound = package.bind(key, text, withheld.withheld_json(shown, kept), shown, parts, verifier)
    protection.require_fit(sum(part.size_bytes for part in bound.parts))
    index = _commit(session, letter, shown, bound)
    written = _write(session, bound, letter, index, target, protection)
    return Disclosed(
        target, written.size_bytes, written.sha256, index, letter.kind_of_disclosure, to,
        tuple(row.ref or row.id for row in rows), len(shown), len(parts),
        sum(len(one.kept) for one in shown), sum(_is_open_note(one) for one in shown), key.text(), letter.fingerprint,
        letter.verifier_sha256, session.case.evidence.checkpoint.size, not_searched,
    )  # fmt: skip


def verifier_bytes() -> bytes:
    """Return ``verify.pyz``, which goes into every package.

    Raises WorldError ``missing-library`` where it was not built.
    """
    try:
        return resources.files("probatum.disclose").joinpath("verify.pyz").read_bytes()
    except FileNotFoundError as error:
        raise WorldError(
            "missing-library", item="verify.pyz", expected="the verifier beside the program",
            found="none", remedy="build it: make verify.pyz (an installed wheel has it inside)",
        ) from error  # fmt: skip


def _wrong(item: str, expected: str, found: str, remedy: str = "") -> UseError:
    return UseError("wrong-use", item=item, expected=expected, found=found, remedy=remedy)


# -- the choice -----------------------------------------------------------------------------------


def _rows(session: Session, items: Sequence[str] | None) -> list[ItemRow]:
    """Return the items, each once. Raises InputError ``not-cleared`` naming all that are not."""
    if items is None:
        rows = [row for row in session.index.items() if row.cleared and not row.erased]
        expected, remedy = "at least one cleared item", "probatum clear ID --reason TEXT"
        if not rows:
            raise InputError(
                "not-cleared", item="--all-cleared", expected=expected, found="none", remedy=remedy
            )
        return rows
    rows = list({row.id: row for row in (session.live(item) for item in items)}.values())
    if not rows:
        raise _wrong("disclose", "an item, or all that are cleared", "none")
    closed = [row.ref or row.id for row in rows if not row.cleared]
    if closed:
        more = f" and {len(closed) - _MOST_NAMED} more" if len(closed) > _MOST_NAMED else ""
        raise InputError(
            "not-cleared", item=", ".join(closed[:_MOST_NAMED]) + more,
            expected="a clearance for disclosure", found="none",
            remedy="if it may leave: probatum clear ID --reason TEXT",
        )  # fmt: skip
    return rows


def _resolved(session: Session, withhold: Sequence[Withholding]) -> list[Withholding]:
    """Look up the items that rules are limited to."""
    rules = []
    for rule in withhold:
        item, dot, field = rule.field.rpartition(".")
        if dot:
            rule = replace(rule, field=field, item=item)
        if rule.item is not None:
            rule = replace(rule, item=session.live(rule.item).id)
        rules.append(rule)
    return rules


def _shown(session: Session, rows: Iterable[ItemRow], rules: Sequence[Withholding]) -> list[Shown]:
    """Open every entry about the items, then those about the intakes they came in."""
    shown: list[Shown] = []
    intakes: dict[str, None] = {}
    for row in rows:
        for one, acquired in _about(session, row.id, rules):
            shown.append(one)
            if acquired is not None:
                intakes[acquired.intake] = None
    for intake in intakes:
        shown += [one for one, _ in _about(session, intake, rules)]
    return sorted(shown, key=lambda one: one.index)


def _about(
    session: Session, object_id: str, rules: Sequence[Withholding]
) -> Iterator[tuple[Shown, Acquire | None]]:
    for about in session.index.entries_about(object_id):
        # The index also names reads and disclosures that concern it; their chains are others.
        if about.log != "evidence" or about.object_id != object_id:
            continue
        opened, fields = session.entry(about.index)
        if opened.texts is None:
            raise InputError("erased", item="object " + object_id, found="its key destroyed")
        one = withheld.show(opened.index, opened.leaf_bytes, opened.texts, rules, session.by)
        yield one, fields if isinstance(fields, Acquire) else None


def _require_binding(shown: Sequence[Shown]) -> None:
    """Refuse to withhold what alone connects an original to the log."""
    for one in shown:
        for kept in one.kept:
            if one.kind == Acquire.kind and kept.field in _BOUND_TO_ORIGINAL:
                raise _wrong(
                    f"field {kept.field} of entry {one.index}",
                    "the digest and size of an original that is in the package to be open",
                    "them withheld", "give only the entries: --without-originals",
                )  # fmt: skip


def _is_open_note(one: Shown) -> bool:
    return one.kind == Note.kind and "text" in one.fields


# -- the originals --------------------------------------------------------------------------------


class _Progress:
    """Counts the bytes of both passes."""

    def __init__(self, tell: Callable[[int, int], None], total: int) -> None:
        self._tell, self._total, self._done = tell, total, 0

    def through(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            yield chunk
            self._done += len(chunk)
            self._tell(self._done, self._total)


def _measured(
    session: Session, rows: Sequence[ItemRow], check: leaks.LeakCheck, progress: _Progress
) -> tuple[list[Part], tuple[str, ...]]:
    """Read each original once: digests for the manifest, text for the leak check."""
    parts, not_searched = [], []
    for row in rows:
        read = partial(_chunks, session, row, progress)
        held: list[bytes] | None = None
        if check.is_needed and (row.size_bytes or 0) <= leaks.MOST_TEXT_BYTES:
            held = []
        parts.append(
            replace(
                package.measure(package.original_name(row.id), partial(_keeping, read, held)),
                chunks=read,
            )
        )
        text = leaks.as_text(b"".join(held)) if held is not None else None
        if text is not None:
            check.look_in(text, f"original {row.ref or row.id}")
        elif check.is_needed:
            not_searched.append(row.ref or row.id)
    return parts, tuple(not_searched)


def _chunks(session: Session, row: ItemRow, progress: _Progress) -> Iterator[bytes]:
    return progress.through(original(session, row))


def _keeping(read: Callable[[], Iterable[bytes]], held: list[bytes] | None) -> Iterator[bytes]:
    for chunk in read():
        if held is not None:
            held.append(chunk)
        yield chunk


# -- the log and the file -------------------------------------------------------------------------


def _commit(session: Session, letter: page.Letter, shown: Sequence[Shown], bound: Bound) -> int:
    """Record ``disclose/1`` about the package itself, and publish; return its position."""
    entry = Disclose(
        by=letter.by, at=letter.at, to=letter.to, purpose=letter.purpose,
        kind_of_disclosure=letter.kind_of_disclosure, items=sorted({one.id for one in shown}),
        withheld=sum(len(one.kept) for one in shown), manifest_sha256=bound.manifest_sha256,
    )  # fmt: skip
    object_id, _ = session.case.new_object()
    [index] = session.record((object_id, entry))
    session.checkpoint()
    return index


def _write(
    session: Session, bound: Bound, letter: page.Letter, index: int, target: Path,
    protection: Protection,
) -> FileWritten:  # fmt: skip
    log = session.case.evidence
    opened, _ = session.entry(index)
    disclosure = package.entry_file(index, opened.leaf_bytes, opened.texts or ())
    signed = Signed(log.signed_checkpoint(), log.checkpoint.size, log.node())
    bundles = _leaves(session, signed.size) if letter.kind_of_disclosure == "complete" else ()
    with files.reported("the package"), writing(target) as file:
        with sealed(file.stream, protection) as sink:
            package.write_package(sink, bound, disclosure, index, signed, bundles)
    return file


def _leaves(session: Session, size: int) -> Iterator[list[bytes]]:
    """Yield the leaves of the signed tree, 256 at a time."""
    for number in range(-(-size // WIDTH)):
        stored = session.case.evidence.bundle(number)
        yield [each.leaf for each in stored[: size - number * WIDTH]]
