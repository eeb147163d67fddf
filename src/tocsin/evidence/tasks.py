"""Background work of the evidence desk."""

from __future__ import annotations

from django_tasks import TaskContext, task

from tocsin.evidence import reading


@task(priority=-10, takes_context=True)
def read_next(context: TaskContext) -> None:
    """Read the newest article that waits for it; each that is asked for sends one of these."""
    reading.read_next(context.task_result.id)
