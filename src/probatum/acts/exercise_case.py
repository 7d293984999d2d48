"""Make the case of the exercise: the village's files, texts, records, and reports left to review.

Everything in it is invented and says so. Its passphrase is no secret.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.extract_text import extract_all_new
from probatum.acts.extractors import Chosen, opened
from probatum.acts.init_case import init_case
from probatum.acts.make_exercise import make_village, put_village
from probatum.acts.open_case import open_session
from probatum.acts.read_item import read_items
from probatum.exercise import story
from probatum.exercise.village import names

PASSPHRASE: Final = "exercise: not a secret"
BY: Final = "Exercise Analyst"
NAME: Final = "EXERCISE Haldrevin (invented)"
# What a machine suggests about these waits for a person.
LEFT_TO_REVIEW: Final = tuple(path.rpartition("/")[2] for path in (names.BROADCAST, names.WIRE))
Tell = Callable[[str, int, int], None]


def make_case(
    folder: Path, by: str = BY, on_progress: Tell = lambda _step, _done, _total: None
) -> Path:
    """Make the case in a new or empty folder for a person; return the folder.

    ``on_progress(step, done, total)``, step being files, texts, records or reading. Raises UseError
    ``case-exists``; WorldError.
    """
    init_case(folder, PASSPHRASE, name=NAME, by=by, prefix="HV")
    with tempfile.TemporaryDirectory(prefix="probatum-exercise-") as temporary:
        files = Path(temporary) / "village"
        make_village(files)
        kept_out = names.CONTACT_SHEET.partition("/")[0]
        paths = sorted(str(path) for path in files.iterdir() if path.name != kept_out)
        with open_session(folder, PASSPHRASE) as session:
            on_progress("files", 0, 1)
            taken = add(session, paths, given_by=story.GIVEN_BY)
            extract_all_new(session, on_progress=partial(on_progress, "texts"))
            put_village(
                session, ("first", "later", "review"), on_progress=partial(on_progress, "records")
            )
            wanted = [line.id for line in taken.lines if line.file_name in LEFT_TO_REVIEW]
            with opened(Chosen(), session) as extractor:
                read_items(
                    session, wanted, extractor, Stated(),
                    on_progress=partial(on_progress, "reading"),
                )  # fmt: skip
    return folder
