"""Attacks on the form of a package: whose log, container, members, checkpoint (steps 1 to 4)."""

from __future__ import annotations

import io
import zipfile

from attacks.package_edits import Case, changed, register
from forger import NOTE, ORIGINAL, PHOTO, Forger, example, zipped
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import format_note

ATTACKS: dict[str, Case] = {}
attack = register(ATTACKS)


def renamed(members: dict[str, bytes], old: str, new: str) -> bytes:
    """A package in which one member bears a name that the writer would refuse."""
    assert len(old) == len(new)
    return zipped(members).replace(old.encode(), new.encode())


def with_member(name: str, data: bytes = b"x", *, before: str = "") -> dict[str, bytes]:
    """The example with one more member, at the end or before the one named."""
    members: dict[str, bytes] = {}
    for there, content in example().seal().items():
        if there == before:
            members[name] = data
        members[there] = content
    members.setdefault(name, data)
    return members


def two_originals() -> Forger:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL)
    forger.acquire(PHOTO, ORIGINAL[::-1])
    return forger


# --- 1 whose log


@attack(1, "another log")
def rebuilt_under_another_key() -> bytes:
    return zipped(example("two").seal())


@attack(4, "bad-signature")
def rebuilt_under_another_key_that_shows_ours() -> bytes:
    forger = example("two")
    bound = {**forger.bound(), "log.vkey": example().log.key.text().encode() + b"\n"}
    return zipped(forger.seal(bound=bound))


@attack(1, "log.vkey")
def verifier_key_with_a_second_line() -> bytes:
    forger = example()
    bound = forger.bound()
    return zipped(forger.seal(bound={**bound, "log.vkey": bound["log.vkey"] + b"\n"}))


@attack(1, "one line of text")
def verifier_key_without_an_end_of_line() -> bytes:
    return changed("log.vkey", example().log.key.text().encode())


@attack(1, "log.vkey")
def verifier_key_that_is_not_text() -> bytes:
    return changed("log.vkey", b"\xff\xfe\n")


# --- 2 container


@attack(2, "bad-package")
def nothing_at_all() -> bytes:
    return b""


@attack(2, "order of members")
def zip_without_members() -> bytes:
    return zipped({})


@attack(2, "encrypted-package")
def still_encrypted() -> bytes:
    return b"age-encryption.org/v1\n-> X25519 invented\n"


@attack(2, "bad-package")
def junk_before() -> bytes:
    return b"#!/bin/sh\n" + zipped(example().seal())


@attack(2, "bad-package")
def junk_before_with_offsets_that_fit() -> bytes:
    file = io.BytesIO(b"#!/bin/sh\n")
    with zipfile.ZipFile(file, "a") as archive:
        for name, data in example().seal().items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


@attack(2, "bad-package")
def junk_behind() -> bytes:
    return zipped(example().seal()) + b"\0"


@attack(2, "bad-package")
def junk_between() -> bytes:
    data = zipped(example().seal())
    at = data.index(b"PK\x01\x02")
    return data[:at] + b"hidden" + data[at:]


@attack(2, "bad-package")
def two_packages_in_a_row() -> bytes:
    return zipped(example().seal()) * 2


@attack(2, "bad-package")
def comment_at_the_end() -> bytes:
    return zipped(example().seal())[:-2] + b"\x05\x00hello"


@attack(2, "bad-package")
def made_by_another_zip_program() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in example().seal().items():
            archive.writestr(name, data)
    return file.getvalue()


@attack(2, "bad-package")
def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in example().seal().items():
            content = bytes(1 << 22) if name.startswith("originals/") else data
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


@attack(2, "at most 1000000 members")
def a_billion_members() -> bytes:
    end = b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2)
    end64 = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\0\x2d\0" + bytes(8)
    end64 += (10**9).to_bytes(8, "little") * 2 + bytes(16)
    return end64 + b"PK\x06\x07" + bytes(12) + b"\1\0\0\0" + end


@attack(2, "bad-package")
def a_member_that_claims_eight_exabytes() -> bytes:
    data = bytearray(zipped({"READ-ME.html": b""}))
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = b"\xff" * 8
    data[at + 30 : at + 32] = b"\x14\0"
    data[at + 46 + 12 : at + 46 + 12] = (
        b"\1\0\x10\0" + b"\xff" * 7 + b"\x7f" + b"\xff" * 7 + b"\x7f"
    )
    data[-10] += 20
    return bytes(data)


@attack(2, "log.vkey: expected at most 16777216 bytes")
def verifier_key_of_17_mebibytes() -> bytes:
    return changed("log.vkey", bytes(17 << 20))


@attack(2, "each name once")
def the_same_name_twice() -> bytes:
    return renamed(with_member("verify.pyX"), "verify.pyX", "verify.pyz")


@attack(2, "each name once")
def the_same_name_in_capitals() -> bytes:
    return renamed(with_member("verify.pyX"), "verify.pyX", "VERIFY.PYZ")


@attack(2, "plain relative path")
def path_that_leaves_the_folder() -> bytes:
    return renamed(with_member("xx/xx/passwd"), "xx/xx/passwd", "../../passwd")


@attack(2, "plain relative path")
def absolute_path() -> bytes:
    return renamed(with_member("xetc/passwd"), "xetc/passwd", "/etc/passwd")


@attack(2, "plain relative path")
def path_of_another_system() -> bytes:
    return renamed(with_member("xx/passwd"), "xx/passwd", "..\\passwd")


@attack(2, "plain relative path")
def name_with_an_escape_sequence() -> bytes:
    return renamed(with_member("xx2J"), "xx2J", "\x1b[2J")


@attack(2, "its header at byte")
def header_and_directory_with_two_names() -> bytes:
    return zipped(example().seal()).replace(b"verify.pyz", b"verify.pyX", 1)


@attack(2, "members that the format names")
def unlisted_member_at_the_end() -> bytes:
    return zipped(with_member("notes.txt"))


@attack(2, "order of members")
def unlisted_member_among_the_originals() -> bytes:
    return zipped(with_member("originals/run-me.exe", before="verify.pyz"))


@attack(2, "order of members")
def members_in_another_order() -> bytes:
    members = example().seal()
    first = members.pop("READ-ME.html")
    return zipped({**members, "READ-ME.html": first})


@attack(2, "ascending order")
def entries_in_another_order() -> bytes:
    members = list(example().seal().items())
    members[3], members[4] = members[4], members[3]
    return zipped(members)


@attack(2, "order of members")
def without_a_manifest() -> bytes:
    members = example().seal()
    del members["manifest.json"]
    return zipped(members)


# --- 3 manifest and members


@attack(3, "READ-ME.html: SHA-256 is")
def page_for_people_changed() -> bytes:
    return changed("READ-ME.html", b"<!doctype html><title>All is well</title>\n")


@attack(3, "verify.pyz: SHA-256 is")
def verifier_replaced() -> bytes:
    return changed("verify.pyz", b"print('verified')")


@attack(3, f"originals/{NOTE}: SHA-256 is")
def original_changed() -> bytes:
    return changed(f"originals/{NOTE}", ORIGINAL.replace(b"bridge", b"palace"))


@attack(3, f"originals/{NOTE}: SHA-256 is")
def originals_swapped() -> bytes:
    members = two_originals().seal()
    one, other = f"originals/{NOTE}", f"originals/{PHOTO}"
    members[one], members[other] = members[other], members[one]
    return zipped(members)


@attack(3, f"originals/{NOTE}: the manifest does not list")
def original_left_out_unsaid() -> bytes:
    members = example().seal()
    del members[f"originals/{NOTE}"]
    return zipped(members)


@attack(3, f"originals/{PHOTO}: the manifest does not list")
def original_slipped_in() -> bytes:
    return zipped(with_member(f"originals/{PHOTO}", b"fresh", before="verify.pyz"))


@attack(3, "bad-package")
def content_with_a_wrong_crc() -> bytes:
    return zipped(example().seal()).replace(ORIGINAL, ORIGINAL.replace(b"bridge", b"palace"))


@attack(3, "canonical")
def manifest_with_a_member_twice() -> bytes:
    manifest = example().seal()["manifest.json"]
    return changed("manifest.json", manifest.replace(b',"v":1', b',"v":1,"v":1'))


@attack(3, "canonical")
def manifest_with_spaces() -> bytes:
    return changed("manifest.json", example().seal()["manifest.json"] + b"\n")


@attack(3, "its size is not the one in the manifest")
def manifest_with_a_wrong_size() -> bytes:
    manifest = example().seal()["manifest.json"]
    return changed("manifest.json", manifest.replace(b'"size_bytes":50', b'"size_bytes":51', 1))


@attack(3, "the manifest names another log")
def manifest_of_another_log() -> bytes:
    forger = example()
    forger.log.origin = "probatum.example/another"
    return changed("manifest.json", forger.manifest(forger.bound()))


# --- 4 checkpoint


@attack(4, "bad-signature")
def checkpoint_signed_by_another_key() -> bytes:
    forger, other = example(), example("two")
    members = forger.seal()
    text = members["checkpoint"].split(b"\n\n")[0].decode() + "\n"
    return zipped({**members, "checkpoint": other.log.sign(text)})


@attack(4, "three lines")
def checkpoint_with_an_extension_line() -> bytes:
    forger = example()
    text = forger.seal()["checkpoint"].split(b"\n\n")[0].decode() + "\n"
    return changed("checkpoint", forger.log.sign(text + "extension\n"))


@attack(4, "the origin")
def checkpoint_with_another_origin() -> bytes:
    log = example().log
    return changed("checkpoint", log.sign(Checkpoint("elsewhere", 6, bytes(32)).text()))


@attack(4, "found 2 among 2")
def checkpoint_with_two_lines_of_the_key() -> bytes:
    log = example().log
    text = Checkpoint(log.origin, 6, bytes(32)).text()
    line = (log.origin, log.key.key_id, bytes(64))
    return changed("checkpoint", format_note(text, [line, line]))
