"""Laying the ground of a site."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Locale, Page, Site

from tocsin.articles.models import HomePage, Newsroom
from tocsin.articles.services import roles
from tocsin.articles.services.review import set_up_review


@transaction.atomic
def found(name: str, *, language: str = "en", base_url: str = "http://127.0.0.1:8000", strapline: str = "") -> HomePage:
    """Make locale, root, front page, site, newsroom and roles where they are missing, from nothing if need be.

    Calling it again changes the name and the address, never the articles.
    """
    Locale.objects.get_or_create(language_code=language)
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    home: HomePage | None = HomePage.objects.first()
    if home is None:
        root.get_children().filter(slug="home").delete()
        root = Page.objects.get(pk=root.pk)
        home = HomePage(title=name, slug="home")
        root.add_child(instance=home)
        Group.objects.filter(name="Moderators").delete()  # Wagtail's, which has no place among the roles
    address = urlsplit(base_url)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.site_name, site.root_page = (
        address.hostname or "localhost",
        port,
        name,
        home,
    )
    site.save()
    newsroom = Newsroom.for_site(site)
    newsroom.name, newsroom.strapline = name, strapline or newsroom.strapline
    newsroom.save()
    roles.establish(home)
    set_up_review(home)
    return home
