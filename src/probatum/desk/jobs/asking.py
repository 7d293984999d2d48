"""Ask for a job in the name of the signed-in person."""

from __future__ import annotations

from django.http import HttpRequest

from probatum.acts.session import not_permitted
from probatum.desk.jobs.ledger import LEDGER
from probatum.desk.jobs.running import RUNNING
from probatum.desk.models import Job
from probatum.jobs.job import Wanted
from probatum.model.roles import Deed, Role, may

# What somebody has to be allowed to want a task; its act checks again when it runs.
NEEDED = {"extract": Deed.COLLECT, "read": Deed.RECORD, "check": Deed.WATCH,
          "case-file": Deed.DISCLOSE, "erase": Deed.ERASE, "package": Deed.DISCLOSE,
          "verify": Deed.READ}  # fmt: skip


def ask(request: HttpRequest, task: str, **given: str) -> Job:
    """Want a task; return the job, which may be one that somebody else wanted before.

    Raises UseError ``not-permitted``.
    """
    role = Role(request.user.role)
    if not may(role, NEEDED.get(task, Deed.MANAGE)):
        raise not_permitted(role)
    job = LEDGER.want(Wanted(task=task, given=given, by=request.user.display_name, role=role))
    RUNNING.wake()
    return job
