"""How alike two words are (Jaro and Winkler), in compiled loops: by their bytes.

A *book* says of each word what most questions can be answered from, 32 bytes that lie together:
which letters it has, its first sixteen, and how many there are. What a loop calls for every pair
takes numbers and no arrays: numba counts who holds an array at each call, and locks memory for it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled

SHORT = 16  # letters that a book has of each word
HAS, FIRST, THEN, LENGTH = range(4)
_WINKLER = 0.7  # beyond it, words that begin alike are more alike than their letters say


def book_of(spelled: list[bytes]) -> NDArray[np.uint64]:
    """Return the book of words, shape (words, 4): the columns HAS, FIRST, THEN and LENGTH."""
    book = np.zeros((len(spelled), 4), dtype=np.uint64)
    short = b"".join(each[:SHORT].ljust(SHORT, b"\0") for each in spelled)
    book[:, FIRST : THEN + 1] = np.frombuffer(short, dtype="<u8").reshape(-1, 2)
    book[:, LENGTH] = [len(each) for each in spelled]
    sign(np.frombuffer(b"".join(spelled), dtype=np.uint8), book)
    return book


@compiled
def sign(letters: Any, book: Any) -> None:
    """Write which letters words have: a bit where there is one, another where there are more.

    Letters may share a bit. What one word has and another one has not says even so how many of
    its letters have no partner, at least.
    """
    at = 0
    for word in range(len(book)):
        for _ in range(book[word, LENGTH]):
            bit = np.uint64(1) << np.uint64(letters[at] & 31)
            if book[word, HAS] & bit:
                bit <<= np.uint64(32)
            book[word, HAS] |= bit
            at += 1


@compiled
def begun(one: Any, other: Any) -> Any:
    """Return how many of the first four letters are the same, of two words' FIRST."""
    apart = one ^ other
    if apart & np.uint64(0xFF):
        return 0
    if apart & np.uint64(0xFF00):
        return 1
    if apart & np.uint64(0xFF0000):
        return 2
    return 3 if apart & np.uint64(0xFF000000) else 4


@compiled
def can_be(least: Any, first: Any, has: Any, has_other: Any, length: Any, width: Any) -> Any:
    """Say whether words may be as alike as ``least``, by what they have and how they begin."""
    needed = 3.0 * (least - 0.1 * first) / (1.0 - 0.1 * first) - 1.0 - 1e-9
    most = min(length - _ones(has & ~has_other), width - _ones(has_other & ~has))
    return most * (length + width) >= needed * (length * width)


@compiled
def likeness(common: Any, crossed: Any, first: Any, length: Any, width: Any) -> Any:
    """Return how alike words are, 0 to 1, by their common letters and how these cross."""
    if common == 0:
        return 0.0
    found = (common / length + common / width + (common - crossed // 2) / common) / 3.0
    if found > _WINKLER:
        found += min(first, length, width) * 0.1 * (1.0 - found)
    return found


@compiled
def met_short(low: Any, high: Any, length: Any, other: Any, beyond: Any, width: Any) -> Any:
    """Return how many letters of short words are common, and how many of these cross."""
    reach = max(0, max(length, width) // 2 - 1)
    mine, its, common = np.uint64(0), np.uint64(0), 0
    one = np.uint64(1)
    for at in range(length):
        letter = _letter(low, high, at)
        start, end = max(0, at - reach), min(width, at + reach + 1)
        if end <= start:
            break
        found = _where(other, letter) | (_where(beyond, letter) << np.uint64(8))
        found &= ((one << np.uint64(end)) - (one << np.uint64(start))) & ~its
        if found:
            its |= found & (~found + one)
            mine |= one << np.uint64(at)
            common += 1
    crossed, place = 0, 0
    for at in range(length):
        if (mine >> np.uint64(at)) & one:
            while not (its >> np.uint64(place)) & one:
                place += 1
            if _letter(low, high, at) != _letter(other, beyond, place):
                crossed += 1
            place += 1
    return common, crossed


@compiled
def met_long(letters: Any, here: Any, length: Any, there: Any, width: Any, met: Any) -> Any:
    """Return what ``met_short`` does of words of any length; ``met`` is room for both."""
    reach = max(0, max(length, width) // 2 - 1)
    met[: length + width] = False
    common = 0
    for at in range(length):
        for place in range(max(0, at - reach), min(width, at + reach + 1)):
            if not met[length + place] and letters[here + at] == letters[there + place]:
                met[at] = met[length + place] = True
                common += 1
                break
    crossed, place = 0, 0
    for at in range(length):
        if met[at]:
            while not met[length + place]:
                place += 1
            if letters[here + at] != letters[there + place]:
                crossed += 1
            place += 1
    return common, crossed


@compiled
def _letter(low: Any, high: Any, at: Any) -> Any:
    if at < 8:
        return (low >> np.uint64(8 * at)) & np.uint64(0xFF)
    return (high >> np.uint64(8 * at - 64)) & np.uint64(0xFF)


@compiled
def _where(eight: Any, letter: Any) -> Any:
    """Return a bit for each of eight letters that is this one, without looking at each."""
    low = np.uint64(0x7F7F7F7F7F7F7F7F)
    other = eight ^ (letter * np.uint64(0x0101010101010101))
    same = ~(((other & low) + low) | other | low)
    return ((same >> np.uint64(7)) * np.uint64(0x0102040810204080)) >> np.uint64(56)


@compiled
def _ones(bits: Any) -> Any:
    """Return how many bits are set."""
    bits = bits - ((bits >> np.uint64(1)) & np.uint64(0x5555555555555555))
    bits = (bits & np.uint64(0x3333333333333333)) + (
        (bits >> np.uint64(2)) & np.uint64(0x3333333333333333)
    )
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))
