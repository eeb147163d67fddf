"""What comments announce."""

from django.dispatch import Signal

comments_published = Signal()
"""Comments became public. Sent after the commit; carries ``comments``, their ids. Imported ones are not announced."""

comment_waits = Signal()
"""A comment waits for a moderator. Sent after the commit; carries ``comment``, its id."""

discussions_changed = Signal()
"""What readers see of discussions is no longer what it was. Sent after the commit; carries ``articles`` and
``claims``, the ids of what stands above them."""
