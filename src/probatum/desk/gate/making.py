"""What the gate makes: the first owner of a new case, and the case of the exercise."""

from __future__ import annotations

import threading
from pathlib import Path

from probatum.acts.exercise_case import make_case
from probatum.errors import ProbatumError


def add_owner(display_name: str, sign_in_name: str, secret: str) -> None:
    """Make the person who made the case its first owner; the passphrase is the first password."""
    # People need Django's tables, which exist once the case is open.
    from probatum.desk.people.acts import first_owner
    from probatum.desk.people.models import Person

    if not Person.objects.exists():
        first_owner(display_name, sign_in_name, secret)


class Exercise:
    """The making of the exercise case: a thread, and what it says of itself."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.step, self.share = "files", 0
        self.error: ProbatumError | None = None
        self.done = False

    def begin(self, folder: Path) -> None:
        """Begin, unless it is being made already."""
        if self.folder is not None and self.error is None:
            return
        self.folder, self.error, self.done = folder, None, False
        self.step, self.share = "files", 0
        threading.Thread(target=self._make, args=(folder,), daemon=True, name="exercise").start()

    def _make(self, folder: Path) -> None:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            make_case(folder, on_progress=self._tell)
            self.done = True
        except ProbatumError as error:
            self.error = error

    def _tell(self, step: str, done: int, total: int) -> None:
        steps = ("files", "texts", "records", "reading")
        self.step = step
        self.share = round(100 * (steps.index(step) + done / max(total, 1)) / len(steps))


EXERCISE = Exercise()
