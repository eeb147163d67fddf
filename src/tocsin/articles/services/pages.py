"""The plain pages, the front page, and the menus that lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, FrontStory, HomePage, Menu, MenuItem, PlainPage
from tocsin.articles.statuses import MenuPlace


@transaction.atomic
def publish_page(page: PlainPage, *, by: User | None = None) -> PlainPage:
    """Put a new plain *page* below the front page and publish it."""
    page.live = False
    page.owner = by
    HomePage.objects.get().add_child(instance=page)
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    page.refresh_from_db()
    return page


@transaction.atomic
def lead_with(articles: Sequence[ArticlePage], *, by: User | None = None) -> HomePage:
    """Let the front page lead with *articles*, in this order, in place of those it led with."""
    home = HomePage.objects.get()
    home.front_stories = [FrontStory(article=article) for article in articles]
    home.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    home.refresh_from_db()
    return home


@transaction.atomic
def set_menu(place: MenuPlace, language: str, links: Sequence[MenuItem]) -> Menu:
    """Let the menu at *place* of the pages in *language* consist of *links*, whatever it held before."""
    menu = Menu.objects.filter(place=place, language=language).first() or Menu(place=place, language=language)
    for link in links:
        link.clean()
    menu.items = list(links)
    menu.save()
    return menu
