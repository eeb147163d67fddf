from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path, register_converter

from tocsin.articles import feeds, views


class _Digits:
    """So many digits: a year has four, a month and a day two."""

    regex = r"\d\d"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:0{len(self.regex) // 2}}"


class _Year(_Digits):
    regex = r"\d\d\d\d"


class _FeedForm:
    """What a feed is called at the end of a list's address."""

    regex = r"rss\.xml|atom\.xml|feed\.json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(_FeedForm, "feed")
register_converter(_Digits, "two")
register_converter(_Year, "year")


def paged(route: str, view: Callable[..., Any], name: str) -> list[URLPattern]:
    """The addresses of a list's further pages and its own."""
    return [path(f"{route}page/<int:number>/", view, name=f"{name}-page"), path(route, view, name=name)]


urlpatterns = [
    path("<feed:form>", feeds.everything, name="front-feed"),
    path("section/<path:path>/<feed:form>", feeds.section, name="section-feed"),
    path("tag/<str:slug>/<feed:form>", feeds.tag, name="tag-feed"),
    path("contributor/<str:slug>/<feed:form>", feeds.contributor, name="contributor-feed"),
    path("corrections/<feed:form>", feeds.corrections, name="corrections-feed"),
    *paged("", views.front, "front"),
    *paged("section/<path:path>/", views.section, "section"),
    *paged("tag/<str:slug>/", views.tag, "tag"),
    *paged("contributor/<str:slug>/", views.contributor, "contributor"),
    *paged("corrections/", views.corrections, "corrections"),
    path("archive/", views.archive, name="archive"),
    *paged("<year:year>/", views.on_date, "year"),
    *paged("<year:year>/<two:month>/", views.on_date, "month"),
    *paged("<year:year>/<two:month>/<two:day>/", views.on_date, "day"),
]
