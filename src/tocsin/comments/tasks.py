"""Background work: call the service. What a task is given is an id, never an address.

Mail that was not sent is sent again, ever later, and then given up; the last failure stays with the task.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django_tasks import task

from tocsin.comments.services import notifying
from tocsin.comments.services.notifying import NotSent
from tocsin.lib import clock

logger = logging.getLogger(__name__)

WAITS = [timedelta(hours=hours) for hours in (1 / 12, 0.5, 2, 8, 24)]
"""Until mail is tried again, one after the other."""
HOURS = 2
"""Where those begin that the moderators' mail allows, which comes once an hour."""


@task()
def tell_of(comment_id: int, tries: int = 0) -> None:
    """Send the notices that the publication of a comment calls for. It may have been erased meanwhile."""
    try:
        notifying.tell_of(comment_id)
    except NotSent as error:
        if _is_last(tries):
            notifying.give_up(comment_id)
        tell_of.using(run_after=clock.now() + _wait(error, tries)).enqueue(comment_id, tries + 1)


@task()
def tell_moderators(tries: int = HOURS) -> None:
    """Tell the moderators that comments wait, at most once an hour."""
    try:
        notifying.tell_moderators()
    except NotSent as error:
        tell_moderators.using(run_after=clock.now() + _wait(error, tries)).enqueue(tries + 1)


def _is_last(tries: int) -> bool:
    return tries >= len(WAITS)


def _wait(error: NotSent, tries: int) -> timedelta:
    """Return how long to wait after so many tries. Raises *error* after the last."""
    if _is_last(tries):
        raise error
    logger.warning("%s It is tried again in %s.", error, WAITS[tries])
    return WAITS[tries]
