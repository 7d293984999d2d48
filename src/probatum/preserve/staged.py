"""A new file under ``staging/``: ciphertext flows in, and is durable when it is closed."""

from __future__ import annotations

import io
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import cast

from probatum.errors import WorldError
from probatum.preserve import files

_SYNC_BYTES = 32 << 20


class Staged(io.RawIOBase):
    """The stream that Tink writes ciphertext into, synced in the background as it grows.

    Tink reports our errors as its own, without their code: the first is kept in ``refused``.
    """

    def __init__(self, path: Path, background: ThreadPoolExecutor) -> None:
        self.refused: WorldError | None = None
        self._descriptor = files.open_append(path)
        self._item = "staging/" + path.name
        self._background = background
        self._unsynced = 0
        self._syncing: Future[None] | None = None

    def writable(self) -> bool:
        """Say that bytes may be written."""
        return True

    def write(self, data: object) -> int:
        """Append all bytes. Raises WorldError."""
        view = memoryview(cast(bytes, data))
        try:
            with files.reported(self._item):
                files.write_all(self._descriptor, view)
            self._unsynced += len(view)
            if self._unsynced >= _SYNC_BYTES and (self._syncing is None or self._syncing.done()):
                self._sync_behind()
        except WorldError as error:
            self.refused = self.refused or error
            raise
        return len(view)

    def _sync_behind(self) -> None:
        """Start write-back while more is being hashed, so that the last sync is short."""
        self._wait()
        self._unsynced = 0
        self._syncing = self._background.submit(files.sync_file, self._descriptor, self._item)

    def _wait(self) -> None:
        # The system reports a failed write-back once: dropping that result would lose bytes.
        if self._syncing is not None:
            self._syncing.result()

    def close(self) -> None:
        """Make all bytes durable. Raises WorldError."""
        if self.closed:
            return
        try:
            self._wait()
            files.sync_file(self._descriptor, self._item)
        except WorldError as error:
            self.refused = self.refused or error
            raise
        finally:
            files.close(self._descriptor)
            super().close()
