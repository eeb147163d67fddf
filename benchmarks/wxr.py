"""A WordPress export of any size, made up: posts of 700 words, three comments each, tags, categories, authors.

``python -m benchmarks.wxr POSTS FILE``. The same number gives the same file. Posts alternate between blocks and classic
paragraphs, one in forty ends in a list of references; addresses of people are there, as in real exports.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks import corpus

TAGS, CATEGORIES, AUTHORS, COMMENTS = 500, 50, 12, 3
CITING = 21
"""Every how many posts one ends in a list of references."""
SITE = "https://old.example"
HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" created="2026-01-01 00:00" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
\t<title>The Old Site</title>
\t<link>{SITE}</link>
\t<description>Made up</description>
\t<pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate>
\t<language>en-GB</language>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_site_url>{SITE}</wp:base_site_url>
\t<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""
FOOT = "</channel>\n</rss>\n"


def write(path: Path, posts: int) -> None:
    """Write an export of *posts* posts and their comments to *path*."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(export(posts))


def export(posts: int) -> Iterator[str]:
    yield HEAD
    yield from authors()
    yield from terms()
    yield "\t<generator>https://wordpress.org/?v=6.1</generator>\n"
    for text in map(corpus.text, range(posts)):
        yield item(text)
    yield FOOT


def cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def authors() -> Iterator[str]:
    for number in range(1, AUTHORS + 1):
        yield (
            f"\t<wp:author><wp:author_id>{number}</wp:author_id>"
            f"<wp:author_login>{cdata(f'login{number}')}</wp:author_login>"
            f"<wp:author_email>{cdata(f'author{number}@old.example')}</wp:author_email>"
            f"<wp:author_display_name>{cdata(f'Author {number}')}</wp:author_display_name>"
            f"<wp:author_first_name>{cdata('Author')}</wp:author_first_name>"
            f"<wp:author_last_name>{cdata(str(number))}</wp:author_last_name></wp:author>\n"
        )


def terms() -> Iterator[str]:
    for number in range(1, CATEGORIES + 1):
        parent = f"category-{number % 10}" if number > 10 and number % 10 else ""
        yield (
            f"\t<wp:category><wp:term_id>{number}</wp:term_id>"
            f"<wp:category_nicename>{cdata(f'category-{number}')}</wp:category_nicename>"
            f"<wp:category_parent>{cdata(parent)}</wp:category_parent>"
            f"<wp:cat_name>{cdata(f'Category {number}')}</wp:cat_name></wp:category>\n"
        )
    for number in range(1, TAGS + 1):
        yield (
            f"\t<wp:tag><wp:term_id>{1000 + number}</wp:term_id><wp:tag_slug>{cdata(f'tag-{number}')}</wp:tag_slug>"
            f"<wp:tag_name>{cdata(f'Tag {number}')}</wp:tag_name></wp:tag>\n"
        )


def item(text: corpus.Text) -> str:
    chance = random.Random(f"post {text.number}")
    category, tags = chance.randrange(1, CATEGORIES + 1), chance.sample(range(1, TAGS + 1), 4)
    identifier, when = 10 + text.number, text.published_at
    named = (
        f'\t\t<category domain="category" nicename="category-{category}">{cdata(f"Category {category}")}</category>\n'
    )
    named += "".join(
        f'\t\t<category domain="post_tag" nicename="tag-{tag}">{cdata(f"Tag {tag}")}</category>\n' for tag in tags
    )
    return (
        f"\t<item>\n\t\t<title>{cdata(text.title)}</title>\n"
        f"\t\t<link>{SITE}/{when:%Y/%m/%d}/{text.slug}/</link>\n"
        f"\t\t<pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate>\n"
        f"\t\t<dc:creator>{cdata(f'login{chance.randrange(1, AUTHORS + 1)}')}</dc:creator>\n"
        f'\t\t<guid isPermaLink="false">{SITE}/?p={identifier}</guid>\n\t\t<description></description>\n'
        f"\t\t<content:encoded>{cdata(content(text))}</content:encoded>\n"
        f"\t\t<excerpt:encoded>{cdata('')}</excerpt:encoded>\n\t\t<wp:post_id>{identifier}</wp:post_id>\n"
        f"{dates(when)}"
        f"\t\t<wp:comment_status>{cdata('open')}</wp:comment_status>\n"
        f"\t\t<wp:ping_status>{cdata('open')}</wp:ping_status>\n"
        f"\t\t<wp:post_name>{cdata(text.slug)}</wp:post_name>\n\t\t<wp:status>{cdata('publish')}</wp:status>\n"
        "\t\t<wp:post_parent>0</wp:post_parent>\n\t\t<wp:menu_order>0</wp:menu_order>\n"
        f"\t\t<wp:post_type>{cdata('post')}</wp:post_type>\n\t\t<wp:post_password>{cdata('')}</wp:post_password>\n"
        f"\t\t<wp:is_sticky>0</wp:is_sticky>\n{named}"
        f"\t\t<wp:postmeta><wp:meta_key>{cdata('_edit_last')}</wp:meta_key>"
        f"<wp:meta_value>{cdata('1')}</wp:meta_value></wp:postmeta>\n"
        f"{''.join(comments(text, chance))}\t</item>\n"
    )


def dates(when: datetime) -> str:
    local, later = when + timedelta(hours=2), when + timedelta(days=1)
    return (
        f"\t\t<wp:post_date>{cdata(f'{local:%Y-%m-%d %H:%M:%S}')}</wp:post_date>\n"
        f"\t\t<wp:post_date_gmt>{cdata(f'{when:%Y-%m-%d %H:%M:%S}')}</wp:post_date_gmt>\n"
        f"\t\t<wp:post_modified>{cdata(f'{later + timedelta(hours=2):%Y-%m-%d %H:%M:%S}')}</wp:post_modified>\n"
        f"\t\t<wp:post_modified_gmt>{cdata(f'{later:%Y-%m-%d %H:%M:%S}')}</wp:post_modified_gmt>\n"
    )


def content(text: corpus.Text) -> str:
    if text.number % 2 == 0:
        return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{one}</p>\n<!-- /wp:paragraph -->" for one in text.paragraphs)
    classic = "\n\n".join(text.paragraphs)
    if text.number % CITING:
        return classic
    first, _, rest = classic.partition("\n\n")
    notes = "\n".join(
        f"[{n}] Agency {n}, report {text.number}, https://source{n}.example/{text.number}" for n in (1, 2)
    )
    return f"{first} [1]\n\n{rest} [2]\n\n{notes}"


def comments(text: corpus.Text, chance: random.Random) -> Iterator[str]:
    first = 10 + text.number * COMMENTS
    for number in range(COMMENTS):
        when = text.published_at + timedelta(hours=1 + number)
        yield (
            f"\t\t<wp:comment>\n\t\t\t<wp:comment_id>{first + number}</wp:comment_id>\n"
            f"\t\t\t<wp:comment_author>{cdata(f'Reader {chance.randrange(5000)}')}</wp:comment_author>\n"
            f"\t\t\t<wp:comment_author_email>{cdata('reader@mail.example')}</wp:comment_author_email>\n"
            "\t\t\t<wp:comment_author_url></wp:comment_author_url>\n"
            f"\t\t\t<wp:comment_author_IP>{cdata('198.51.100.7')}</wp:comment_author_IP>\n"
            f"\t\t\t<wp:comment_date>{cdata(f'{when + timedelta(hours=2):%Y-%m-%d %H:%M:%S}')}</wp:comment_date>\n"
            f"\t\t\t<wp:comment_date_gmt>{cdata(f'{when:%Y-%m-%d %H:%M:%S}')}</wp:comment_date_gmt>\n"
            f"\t\t\t<wp:comment_content>{cdata(text.paragraphs[number % 3][:200])}</wp:comment_content>\n"
            f"\t\t\t<wp:comment_approved>{cdata('1')}</wp:comment_approved>\n"
            f"\t\t\t<wp:comment_type>{cdata('comment')}</wp:comment_type>\n"
            f"\t\t\t<wp:comment_parent>{first if number == 2 else 0}</wp:comment_parent>\n"
            "\t\t\t<wp:comment_user_id>0</wp:comment_user_id>\n\t\t</wp:comment>\n"
        )


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
