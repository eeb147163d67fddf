from __future__ import annotations

from django.urls import path, register_converter

from tocsin.comments import feeds, places
from tocsin.comments.views import owning, reading, reporting, writing
from tocsin.lib.feeds import FORMS


class _Place:
    """What comments stand under."""

    regex = places.KEY.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class _Secret(_Place):
    """The secret of a private link."""

    regex = r"[A-Za-z0-9_-]{16,64}"


class _Pass(_Place):
    """What a mail's link carries."""

    regex = r"[A-Za-z0-9_:.-]{10,200}"


register_converter(_Place, "place")
register_converter(_Secret, "secret")
register_converter(_Pass, "pass")

urlpatterns = [
    path("comments/", reading.latest, name="comments"),
    path("comments/page/<int:number>/", reading.latest, name="comments-page"),
    *(path(f"comments/{form}", feeds.latest, {"form": form}, name="comments-feed") for form in FORMS),
    path("comments/<int:pk>/", reading.comment, name="comment"),
    path("comments/<int:pk>/thread/", reading.thread, name="comment-thread"),
    path("comments/<int:pk>/report/", reporting.report, name="comment-report"),
    path("comments/mine/<secret:secret>/", owning.mine, name="comment-mine"),
    path("comments/mine/<secret:secret>/delete/", owning.delete, name="comment-delete"),
    path("comments/mine/<secret:secret>/comments.json", owning.export, name="comment-export"),
    path("comments/mine/<secret:secret>/leave/", owning.leave_mine, name="comment-leave-mine"),
    path("comments/leave/<pass:ticket>/", owning.leave, name="comment-leave"),
    path("comments/<place:key>/", reading.of_place, name="comments-of"),
    path("comments/<place:key>/page/<int:number>/", reading.of_place, name="comments-of-page"),
    path("comments/<place:key>/write/", writing.write, name="comment-write"),
    *(path(f"comments/<place:key>/{form}", feeds.of_place, {"form": form}, name="comments-of-feed") for form in FORMS),
    path("api/v1/comments/", reading.as_json, name="api-comments"),
]
