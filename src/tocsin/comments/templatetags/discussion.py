"""What stands under articles and on claim pages."""

from __future__ import annotations

from typing import Any

from django import template

from tocsin.comments import showing
from tocsin.comments.models import DiscussionSettings
from tocsin.comments.places import Place
from tocsin.comments.queries import Target

register = template.Library()


@register.simple_tag(takes_context=True)
def discussion_of(context: dict[str, Any], target: Target) -> showing.Discussion | None:
    """What readers say of *target*; nothing in a preview."""
    request = context.get("request")
    if request is None or getattr(request, "is_preview", False) or not target.pk:
        return None
    return showing.discussion(Place(target), DiscussionSettings.for_request(request))
