"""Articles in many languages: which front lists which, and how a page tells its language and direction."""

from __future__ import annotations

from django.test import Client

from tests import make
from tocsin.articles.models import HomePage


def front(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_newsrooms_own_front_lists_what_has_no_version_in_its_language(home: HomePage, client: Client) -> None:
    english = make.article("Original in English")
    make.article("Переклад", language="uk", translation_of=english)
    make.article("Solo en español", language="es")
    page = front(client, "/")
    assert "Original in English" in page
    assert "Переклад" not in page
    assert "Solo en español" in page


def test_siblings_of_a_version_in_its_language_are_left_to_their_own_fronts(home: HomePage, client: Client) -> None:
    ukrainian = make.article("Оригінал", language="uk")
    make.article("Version in English", language="en", translation_of=ukrainian)
    make.article("Versión en español", language="es", translation_of=ukrainian)
    page = front(client, "/")
    assert "Version in English" in page
    assert "Оригінал" not in page
    assert "Versión en español" not in page


def test_a_front_in_another_language_lists_that_language(home: HomePage, client: Client) -> None:
    make.article("Only English")
    make.article("Українською", language="uk")
    page = front(client, "/uk/")
    assert "Українською" in page
    assert "Only English" not in page
    assert '<html lang="uk" dir="ltr">' in page


def test_a_draft_in_its_language_hides_no_version_in_another(home: HomePage, client: Client) -> None:
    ukrainian = make.article("Оригінал", language="uk")
    make.article("Draft in English", translation_of=ukrainian, live=False)
    assert "Оригінал" in front(client, "/")


def test_an_arabic_article_runs_from_right_to_left(home: HomePage, client: Client) -> None:
    article = make.article("العنوان", language="ar")
    assert '<html lang="ar" dir="rtl">' in front(client, article.url)
    assert 'lang="ar" dir="rtl"' in front(client, "/")


def test_an_article_links_its_versions(home: HomePage, client: Client) -> None:
    english = make.article("Original")
    ukrainian = make.article("Переклад", language="uk", translation_of=english)
    assert f'href="{ukrainian.url}" lang="uk" hreflang="uk"' in front(client, english.url)
    assert f'href="{english.url}" lang="en" hreflang="en"' in front(client, ukrainian.url)
