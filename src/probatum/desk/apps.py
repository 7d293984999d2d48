"""The desk as Django knows it, and what begins when its case is opened."""

from __future__ import annotations

from collections.abc import Callable

from django.apps import AppConfig

from probatum.acts.turns import Turns
from probatum.acts.uploads import Uploads
from probatum.acts.waiting_packages import remove_unfinished
from probatum.desk.holding import DESK


class DeskConfig(AppConfig):
    """Templates, files, translations and a few tables of the desk."""

    name = "probatum.desk"
    label = "desk"

    def ready(self) -> None:
        """Have jobs done, and lost bytes removed, whenever a case is open."""
        DESK.when_open(_begin)


def _begin(turns: Turns, uploads: Uploads) -> Callable[[], None]:
    # Their tables can be looked at once Django has loaded all apps.
    from probatum.desk.jobs.running import RUNNING
    from probatum.desk.uploads.leftovers import remove_leftovers
    from probatum.jobs.orders import ORDERS
    from probatum.jobs.rows import ROWS

    remove_leftovers(uploads)
    with turns.first() as session:
        remove_unfinished(session)
    end_jobs = RUNNING.begin(turns)

    def end() -> None:
        ORDERS.forget()  # first: what is being made stops at its next piece
        end_jobs()
        ROWS.forget()

    return end
