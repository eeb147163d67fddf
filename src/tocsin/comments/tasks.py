"""Background work: call the service. What a task is given is an id, never an address."""

from __future__ import annotations

from django_tasks import task

from tocsin.comments.services import notifying


@task()
def tell_of(comment_id: int) -> None:
    """Send the notices that the publication of a comment calls for. It may have been erased meanwhile."""
    notifying.tell_of(comment_id)


@task()
def tell_moderators() -> None:
    """Tell the moderators that comments wait, at most once an hour."""
    notifying.tell_moderators()
