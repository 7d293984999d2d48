"""Jobs in the desk database (``probatum.jobs.job.Ledger``)."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from probatum.desk.models import Job
from probatum.errors import ProbatumError
from probatum.jobs.job import Result, Wanted
from probatum.model.roles import Role


class DeskLedger:
    """The jobs of this desk; one process holds its case, so that nobody else takes them."""

    def resume(self) -> None:
        """Let jobs wait again that ran when the last process ended."""
        Job.objects.filter(state="running").update(state="waiting", done=0, total=0, step="")

    def want(self, wanted: Wanted) -> Job:
        """Keep a job, or return the same one if it waits or runs."""
        with transaction.atomic():
            same = Job.objects.filter(key=wanted.key, state__in=("waiting", "running")).first()
            if same is not None:
                found: Job = same
                return found
            made: Job = Job.objects.create(
                task=wanted.task, given=dict(wanted.given), key=wanted.key, by=wanted.by,
                role=wanted.role.value,
            )  # fmt: skip
            return made

    def take(self) -> tuple[int, Wanted] | None:
        """Mark the oldest waiting job as running and return it."""
        with transaction.atomic():
            job = Job.objects.filter(state="waiting").order_by("id").first()
            if job is None:
                return None
            Job.objects.filter(pk=job.pk).update(state="running")
        return job.pk, Wanted(task=job.task, given=job.given, by=job.by, role=Role(job.role))

    def tell(self, job: int, step: str, done: int, total: int) -> None:
        """Note how far a job is."""
        Job.objects.filter(pk=job).update(step=step[:200], done=done, total=total)

    def finish(self, job: int, result: Result) -> None:
        """Note what became of a job."""
        Job.objects.filter(pk=job).update(
            state="done", result=dict(result.said), ended_at=timezone.now()
        )
        # The words of its form were for beginning again; what was given stands in the log.
        Job.objects.filter(pk=job, task="package").update(given={})

    def fail(self, job: int, error: ProbatumError) -> None:
        """Note why a job was not done."""
        said = error.as_dict() | {"details": [dict(each) for each in error.details]}
        Job.objects.filter(pk=job).update(state="failed", error=said, ended_at=timezone.now())


LEDGER = DeskLedger()
