"""Addresses of a WordPress site: which ones a thing had, and which ones a request may mean. Plain Python.

An address is kept as the hash of a *name*: ``path:/2012/01/bridge``, ``id:12``, ``slug:bridge``, ``cat:3``,
``term:category/war``, ``author:olha``. Names of authors are often logins; their hash is keyed with the site's secret,
so that nobody who gets hold of the database can try logins against it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

AUTHOR = ("author:", "author-id:")
_TAIL = re.compile(
    r"/(?:feed(?:/(?:rss2?|rdf|atom|feed))?|rss2?|atom|page/\d+|comment-page-\d+|trackback|embed|amp|all)$"
)
_FEED = re.compile(r"/(?:feed(?:/(rss2?|rdf|atom))?|(rss2?|atom))$")
SITEMAP = re.compile(r"/(?:wp-sitemap[\w-]*|sitemap_index|[a-z_-]+-sitemap\d*)\.xml")
_PART = re.compile(r"/\d{1,3}$")
_SIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)")
_MADE = re.compile(r"-(?:scaled|rotated)(?=\.\w{2,5}$)|-e\d{10,14}(?=\.\w{2,5}$)")
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$")
_UPLOADS = "/wp-content/uploads/"
_NUMBERS = {"p": "id:", "page_id": "id:", "attachment_id": "id:", "cat": "cat:", "author": "author-id:"}
_NAMES = {"name": "slug:", "pagename": "slug:", "category_name": "term:category/", "tag": "term:post_tag/"}
LONGEST, _MOST_FIELDS = 2000, 30


def key(name: str, secret: str) -> str:
    """Return the key under which *name* is kept; that of an author depends on *secret*."""
    data = name.encode("utf-8", "replace")
    if name.startswith(AUTHOR):
        return hmac.new(b"tocsin old address\0" + secret.encode(), data, hashlib.sha256).hexdigest()[:32]
    return hashlib.sha256(data).hexdigest()[:32]


def path_of(address: str) -> str:
    """Return the path of *address* as it is compared: decoded, small letters, no slash at its end."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return _plain(path)


def _plain(path: str) -> str:
    path = unicodedata.normalize("NFC", unquote(path)).casefold()
    path = re.sub(r"/{2,}", "/", f"/{path.strip()}").rstrip("/")
    return path.removeprefix("/index.php") if path.startswith("/index.php") else path


def of_item(link: str, number: int, slug: str, old_slugs: Sequence[str] = (), *, base: str = "") -> Iterator[str]:
    """Yield the names of an item at *link*, by its *number*, its *slug* and the ones it had before.

    *base* is the path the old site itself stood at; names are given with it and without.
    """
    if number:
        yield f"id:{number}"
    path = path_of(link)
    yield from _paths(path, base)
    slug = _plain(slug)[1:]
    for old in old_slugs:
        former = _plain(old)[1:]
        if former and slug and path.rpartition("/")[2] == slug:
            yield from _paths(path[: -len(slug)] + former, base)
        if former:
            yield f"slug:{former}"
    if slug:
        yield f"slug:{slug}"


def _paths(path: str, base: str) -> Iterator[str]:
    if path:
        yield f"path:{path}"
    base = _plain(base)
    if base and path.startswith(f"{base}/"):
        yield f"path:{path.removeprefix(base)}"


def of_file(address: str, *, base: str = "", also: Sequence[str] = ()) -> Iterator[str]:
    """Yield the names of the upload at *address* and of its originals *also*, paths inside the folder of uploads."""
    path = path_of(address)
    found = [path, *(f"{_UPLOADS}{_plain(one)[1:]}" for one in also if one)]
    for one in dict.fromkeys(found):
        for form in dict.fromkeys((one, _MADE.sub("", one))):
            yield from _paths(form, base)


def of_term(taxonomy: str, slug: str, number: int = 0) -> Iterator[str]:
    """Yield the names of the archive of a term."""
    yield f"term:{taxonomy}/{_plain(slug)[1:]}"
    if taxonomy == "category" and number:
        yield f"cat:{number}"


def of_author(nicename: str, number: int = 0) -> Iterator[str]:
    """Yield the names of the archive of an author; only their keyed hashes may be kept."""
    if nicename:
        yield f"author:{_plain(nicename)[1:]}"
    if number:
        yield f"author-id:{number}"


def meant_by(path: str, query: str = "") -> list[str]:
    """Return the names a request for *path* with *query* may mean, the surest first."""
    if len(path) + len(query) > LONGEST or "\0" in path:
        return []
    found = [*_by_query(_asked(query)), *_by_path(_plain(path))]
    return list(dict.fromkeys(found))


def without_tail(path: str) -> str:
    """Return *path*, as ``path_of`` gives it, without what asks for a feed or a further page of it."""
    while found := _tail_of(path):
        path = path[: found.start()]
    return path


def _tail_of(path: str) -> re.Match[str] | None:
    """Find the tail of *path*, which is its last step or its last two."""
    last = max(path.rfind("/"), 0)
    return _TAIL.search(path, max(path.rfind("/", 0, last), 0))


def feed_in(path: str, query: str) -> str:
    """Return which feed is asked for, as ``rss2`` or ``atom``, or nothing where none is."""
    if found := _FEED.search(_plain(path)):
        return found[1] or found[2] or "rss2"
    return _asked(query).get("feed", "")


def _asked(query: str) -> dict[str, str]:
    """Return the fields of *query*; of more than WordPress ever made, none."""
    return dict(parse_qsl(query)) if query.count("&") < _MOST_FIELDS else {}


def _by_query(asked: Mapping[str, str]) -> Iterator[str]:
    for name, prefix in _NUMBERS.items():
        if asked.get(name, "").isdecimal():
            yield f"{prefix}{int(asked[name][:18])}"
    for name, prefix in _NAMES.items():
        if asked.get(name):
            yield f"{prefix}{_plain(asked[name]).rpartition('/')[2]}"
    if asked.get("author_name"):
        yield f"author:{_plain(asked['author_name'])[1:]}"


def _by_path(path: str) -> Iterator[str]:
    if not path:
        return
    bare = path
    while found := _tail_of(bare):
        yield from _exactly(bare)
        bare = bare[: found.start()]
    yield from _exactly(bare)
    if part := _PART.search(bare):
        yield from _exactly(bare[: part.start()])
    last = _ENDING.sub("", bare.rpartition("/")[2])
    if last.isdecimal() and "/archives/" in f"{bare}/":
        yield f"id:{int(last[:18])}"
    elif last and not last.isdecimal() and "." not in last:
        yield f"slug:{last}"


def _exactly(path: str) -> Iterator[str]:
    """The names of *path* itself: a page, a file in any size, the archive of a term or an author."""
    if not path:
        return
    yield f"path:{path}"
    for form in (_SIZED.sub("", path), _MADE.sub("", path), _MADE.sub("", _SIZED.sub("", path))):
        yield f"path:{form}"
    steps = path.strip("/").split("/")
    for place, step in enumerate(steps[:-1]):
        if step == "author":
            yield f"author:{steps[-1]}"
        else:
            yield f"term:{_TAXONOMIES.get(step, step)}/{steps[-1]}"
        if place:
            break


_TAXONOMIES = {"category": "category", "tag": "post_tag", "type": "post_format"}
