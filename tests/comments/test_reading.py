"""What readers see of comments: threads, pages, links, feeds, JSON."""

from __future__ import annotations

import gzip
import json
import random
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree

from tests import make
from tests.comments.writing import one, parsed
from tocsin.articles.models import ArticlePage
from tocsin.comments.models import Comment
from tocsin.comments.statuses import State
from tocsin.lib import clock

WORDS = [
    "bridge",
    "water",
    "road",
    "night",
    "shelter",
    "council",
    "people",
    "river",
    "market",
    "hospital",
    "school",
    "train",
    "winter",
    "power",
]


def many(article: ArticlePage, count: int, *, threads: int) -> list[Comment]:
    """Comments of some three hundred characters each, in so many threads."""
    chosen = random.Random(7)
    since = clock.now() - timedelta(days=1)
    made: list[Comment] = []
    for at in range(count):
        text = " ".join(f"{chosen.choice(WORDS)}{chosen.randrange(1000)}" for _ in range(33))
        top = made[at % threads] if at >= threads else None
        made.append(
            Comment(
                article=article,
                name=f"Reader {at}",
                text=text,
                state=State.PUBLISHED,
                parent=top,
                root=top,
                depth=2 if top else 1,
                written_at=since + timedelta(seconds=at),
                published_at=since,
            )
        )
        if at == threads - 1:
            made = list(Comment.objects.bulk_create(made))
    return made[:threads] + list(Comment.objects.bulk_create(made[threads:]))


AROUND = ("articles_newsroom", "articles_menu", "articles_section")
"""What stands around every page, which is read again after a second."""


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return sum(not any(f'FROM "{table}' in one["sql"] for table in AROUND) for one in captured.captured_queries)


@pytest.mark.parametrize("threads", [1, 50, 999])
def test_a_thousand_comments_take_as_many_queries_as_one_and_a_light_page(
    client: Client, article: ArticlePage, threads: int
) -> None:
    addresses = (article.url, f"/comments/article-{article.pk}/")
    many(article, 1, threads=1)
    few = [queries(client, address) for address in addresses]
    many(article, 999, threads=threads)
    assert [queries(client, address) for address in addresses] == few
    sizes = [len(gzip.compress(client.get(address).content, 6)) for address in addresses]
    assert max(sizes) <= 100 * 1024
    assert "1000 comments" in client.get(article.url).content.decode()


def test_threads_are_nested_and_end_where_they_should(client: Client, article: ArticlePage) -> None:
    first = make.comment(article, text="1", name="")
    inner = make.comment(article, text="1.1", parent=first)
    make.comment(article, text="1.1.1", parent=inner)
    make.comment(article, text="1.2", parent=first)
    make.comment(article, text="2")
    document = parsed(client.get(article.url))

    def tree(items: Any) -> list[Any]:
        return [
            [one(item, ":scope > .comment__text").text.strip(), *tree(item.select(":scope > ol > li"))]
            for item in items
        ]

    assert tree(document.select("#comments > .thread > li")) == [["1", ["1.1", ["1.1.1"]], ["1.2"]], ["2"]]
    assert one(document, f"#comment-{first.pk} > .comment__head bdi").text == "Anonymous"


def test_what_is_erased_keeps_its_place_above_replies(client: Client, article: ArticlePage) -> None:
    first = make.comment(article, text="Gone soon")
    make.comment(article, text="Answer", parent=first)
    Comment.objects.filter(pk=first.pk).update(state=State.REFUSED)
    document = parsed(client.get(article.url))
    top = one(document, f"#comment-{first.pk}")
    assert "not here any more" in one(top, ":scope > p").text
    assert one(top, "ol .comment__text").text.strip() == "Answer"
    assert "Gone soon" not in document.text


def test_pages_and_order_follow_the_settings(client: Client, article: ArticlePage) -> None:
    make.discussion_settings(per_page=5, order="newest")
    made = many(article, 12, threads=12)
    pages = [parsed(client.get(f"/comments/article-{article.pk}/{end}")) for end in ("", "page/2/", "page/3/")]
    shown = [int(item["id"].split("-")[1]) for page in pages for item in page.select("li.comment")]
    assert shown == [one.pk for one in reversed(made)]
    assert client.get(f"/comments/article-{article.pk}/page/4/").status_code == 404
    assert client.get(f"/comments/article-{article.pk}/page/1/")["Location"] == f"/comments/article-{article.pk}/"
    on_article = parsed(client.get(article.url))
    assert one(on_article, "#comments a[rel=next]")["href"] == f"/comments/article-{article.pk}/page/2/#comments"


def test_a_permanent_link_leads_to_where_a_comment_stands(client: Client, article: ArticlePage) -> None:
    make.discussion_settings(per_page=5)
    made = many(article, 7, threads=7)
    assert client.get(f"/comments/{made[0].pk}/")["Location"] == f"{article.address}#comment-{made[0].pk}"
    there = client.get(f"/comments/{made[6].pk}/")["Location"]
    assert there == f"/comments/article-{article.pk}/page/2/#comment-{made[6].pk}"
    assert made[6].text in client.get(there.partition("#")[0]).content.decode()
    Comment.objects.filter(pk=made[0].pk).update(state=State.HELD)
    assert client.get(f"/comments/{made[0].pk}/").status_code == 404


def test_a_long_comment_and_a_long_thread_are_whole_on_their_own_page(client: Client, article: ArticlePage) -> None:
    text = " ".join(f"word{at}" for at in range(600))
    top = make.comment(article, text=text)
    document = parsed(client.get(article.url))
    link = one(document, f"#comment-{top.pk} .comment__foot a")
    assert (link.text, "word599" in document.text) == ("Read on", False)
    assert "word599" in client.get(str(link["href"])).content.decode()


def test_names_of_any_script_stand_apart_from_the_line(client: Client, article: ArticlePage) -> None:
    make.comment(article, name="עדי\u202e", text="שלום\n\nHello")
    item = one(parsed(client.get(article.url)), "li.comment")
    assert (one(item, "bdi").text, one(item, ".comment__text")["dir"]) == ("עדי", "auto")


PAGES = ["/comments/", "/comments/article-{}/", "/comments/rss.xml", "/comments/atom.xml", "/comments/feed.json"]
PAGES += [
    "/comments/article-{}/rss.xml",
    "/comments/article-{}/feed.json",
    "/api/v1/comments/",
    "/api/v1/comments/?on=article-{}",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_list_shows_what_is_public_and_nothing_else(client: Client, article: ArticlePage, address: str) -> None:
    make.comment(article, text="Nachtigall sings.", name="Olha")
    for state in (State.HELD, State.REFUSED, State.SPAM):
        make.comment(article, text=f"Kanarienvogel {state}", name="Kanarienvogel", state=state)
    hidden = make.article("Hidden")
    make.comment(hidden, text="Kanarienvogel")
    hidden.unpublish()
    answer = client.get(address.format(article.pk))
    text = answer.content.decode()
    assert (answer.status_code, "Nachtigall" in text, "Kanarienvogel" in text) == (200, True, False)
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    if "json" in answer["Content-Type"]:
        json.loads(text)
    elif "xml" in answer["Content-Type"]:
        etree.fromstring(answer.content)


def test_a_new_comment_is_in_the_list_at_once_and_an_unchanged_list_is_not_sent_again(
    client: Client, article: ArticlePage
) -> None:
    make.comment(article, text="One.")
    address = f"/comments/article-{article.pk}/"
    first = client.get(address)
    assert "no-cache" in first["Cache-Control"]
    same = client.get(address, headers={"If-None-Match": first["ETag"]})
    make.comment(article, text="Two.")
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, changed.status_code) == (304, 200)


def test_json_is_paged(client: Client, article: ArticlePage) -> None:
    many(article, 60, threads=60)
    found = client.get(f"/api/v1/comments/?on=article-{article.pk}").json()
    assert (found["count"], len(found["results"]), found["previous"]) == (60, 50, None)
    assert len(client.get(found["next"]).json()["results"]) == 10
    assert sorted(found["results"][0]) == [
        *("answers", "edited_at", "id", "name", "newsroom", "on", "on_url", "text", "url", "written_at")
    ]
    assert client.get("/api/v1/comments/?on=claim-9").status_code == 404


def test_there_is_no_discussion_of_what_is_not_public(client: Client, article: ArticlePage) -> None:
    article.unpublish()
    for end in ("", "write/", "rss.xml"):
        assert client.get(f"/comments/article-{article.pk}/{end}").status_code == 404
    with pytest.raises(ObjectDoesNotExist):
        Comment.objects.public().get()
