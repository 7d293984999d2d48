"""The tiles and bundles of one log as files, written so that a checkpoint may sign them.

A process that was killed leaves two things: files beyond the checkpoint of which nobody knows
whether they are whole, and folders whose names may not be durable. The first are removed before
anything is written after them, the second are synced again (``spec/archive.md``, *Opening*).
"""

from __future__ import annotations

from pathlib import Path

from probatum.preserve import files
from probatum.proof import tiles


class TileFiles:
    """Writes below one log's folder; everything is durable after ``sync``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unsynced: set[Path] = set()
        self._durable: set[Path] = {folder}  # folders whose names this process knows to be durable

    def write(self, name: str, data: bytes) -> None:
        """Write a file and make its bytes durable."""
        path = self.folder / name
        self._make(path.parent)
        # A file that is already right may be one that the last checkpoint needs: never rewrite it.
        files.create_or_keep(path, data)
        self._unsynced.add(path.parent)

    def _make(self, folder: Path) -> None:
        if folder in self._durable:
            return
        self._make(folder.parent)
        if folder.exists():
            self._unsynced.add(folder.parent)
        else:
            files.make_folder(folder)
        self._durable.add(folder)

    def sync(self) -> None:
        """Make the names of everything written durable."""
        for folder in sorted(self._unsynced):
            files.sync_folder(folder)
        self._unsynced.clear()

    def remove_partials(self, level: int, number: int) -> None:
        """Remove the partial tiles, and at level 0 partial bundles, that a full one replaces."""
        paths = [tiles.tile_path(level, number)]
        if level == 0:
            paths.append(tiles.entries_path(number))
        for path in paths:
            folder = self.folder / (path + ".p")
            for partial in sorted(folder.iterdir()) if folder.exists() else ():
                files.remove(partial)
            files.remove_folder(folder)
            self._durable.discard(folder)

    def remove_beyond(self, published: int, acknowledged: int) -> None:
        """Remove what holds entries from ``published`` on: it may have been torn."""
        emptied = set()
        for path in self._beyond(published, acknowledged):
            if path.exists():
                files.remove(path)
                emptied.add(path.parent)
        for folder in sorted(emptied):
            # Or the torn file could come back after another one was signed.
            files.sync_folder(folder)

    def _beyond(self, published: int, acknowledged: int) -> list[Path]:
        found: list[Path] = []
        level, reach = 0, 1  # entries below one hash of the level
        while reach <= acknowledged:
            below = reach * tiles.WIDTH
            for number in range(published // below, acknowledged // below + 1):
                names = [tiles.tile_path(level, number)]
                if level == 0:
                    names += [tiles.entries_path(number), tiles.sealed_path(number)]
                if (number + 1) * below > published:
                    found += [self.folder / name for name in names]
                for folder in (self.folder / (name + ".p") for name in names):
                    partials = sorted(folder.iterdir()) if folder.exists() else ()
                    found += [
                        path for path in partials
                        if path.name.isdecimal()
                        and (number * tiles.WIDTH + int(path.name)) * reach > published
                    ]  # fmt: skip
            level, reach = level + 1, below
        return found
