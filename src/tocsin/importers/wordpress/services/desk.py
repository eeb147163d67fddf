"""Where something is edited at the desk."""

from __future__ import annotations

from django.db.models import Model
from wagtail.admin.admin_url_finder import AdminURLFinder


def edit_of(one: Model) -> str:
    """Return the path at which *one* is edited, or nothing where it has no screen."""
    return str(AdminURLFinder().get_edit_url(one) or "")
