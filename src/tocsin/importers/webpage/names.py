"""Who wrote it: names as pages give them, made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from trafilatura.metadata import extract_metadata

from tocsin.importers.prose.elements import Element
from tocsin.importers.webpage.structured import Metas, names

_BY = (
    r"(?:written |posted |published |reported |story |text |article |opinion |analysis )*by|"
    r"por|par|(?:veröffentlicht |geschrieben )?vo[nm]|di|da|door|av|od|autor(?:a|es|as|in|ka)?|auteur|autore|author|text(?:e|o)?|redaktion|"
    r"автор(?:ка|и|ы)?|текст|пише|підготував|підготувала|بقلم|كتب|کتبه|نویسنده|الكاتب|yazan|מאת|oleh|作者|文"
)
BYLINE = re.compile(rf"^\W*(?:{_BY})\b\s*[:：]?\s*(?P<names>.+)$", re.IGNORECASE | re.DOTALL)
_BY_WITH_COLON = re.compile(rf"^\W*(?:{_BY})\s*[:：|]?\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:;|\||\n|•|·|/|\s(?:and|und|y|et|e|ed|i|та|і|и|й|و|ve|en)\s|\s&\s)\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,،、]\s*")
_NOT_NAMES = re.compile(
    r"(https?:|www\.|@|\d{1,2}[:.]\d\d|\b(19|20)\d\d\b|\b(admin|administrator|webmaster|editor|guest|user|unknown|none|null)\b$|[{}<>=])",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"^(staff( writer| reporter)?|senior .*|.*\b(correspondent|reporter|editor|writer|contributor|columnist|journalist|"
    r"kolumnist(in)?|redakteur(in)?|korrespondent(in)?|кореспондент(ка)?|журналіст(ка)?|журналист(ка)?|corresponsal|redactor(a)?)|"
    r"updated.*|published.*|posted.*|last modified.*|min(ute)?s? read.*|\d+.*|for .*|in .*|on .*)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 90, 9
_PLACES = (
    "//*[@rel='author' or @itemprop='author' or contains(@itemprop,'author')]",
    "//*[contains(concat(' ',@class,' '),' author-name ') or contains(concat(' ',@class,' '),' byline-name ') or "
    "contains(@class,'author__name') or contains(@class,'authorName') or contains(@class,'author_name') or "
    "contains(@class,'byline__name') or contains(@class,'byline__author')]",
    "//*[contains(@class,'byline') or contains(@class,'Byline') or contains(@class,'by-line') or @id='byline']",
    "//*[contains(concat(' ',@class,' '),' author ') or contains(concat(' ',@class,' '),' author-link ') or "
    "contains(concat(' ',@class,' '),' article-author ') or contains(concat(' ',@class,' '),' post-author ') or "
    "contains(concat(' ',@class,' '),' entry-author ') or contains(concat(' ',@class,' '),' autor ')]",
)
_COMMENTS = re.compile(r"(comment|sidebar|related|footer|widget|disqus|respond)", re.IGNORECASE)


def authors(root: Element, described: Iterable[dict[str, object]], metas: Metas) -> tuple[str, ...]:
    """Return who the page says wrote it, from its data for machines or else from its byline."""
    for node in described:
        if found := plain_names(names(node.get("author"))):
            return found
    if found := plain_names(
        metas.all(
            "author",
            "article:author",
            "parsely-author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "sailthru.author",
            "citation_author",
            "cxenseparse:author",
        )
    ):
        return found
    for path in _PLACES:
        said = [_said(element) for element in root.xpath(path) if not _is_aside(element)]
        if found := plain_names(said[:4], single=True):
            return found
    return plain_names([_searched(root)])


def _searched(root: Element) -> str:
    """Let trafilatura look in the words of the page, where the page marks no author."""
    try:
        found = extract_metadata(deepcopy(root))
    except Exception:  # noqa: BLE001 - the edge to a reader that is not ours; it then has found nothing
        return ""
    said = found.author if found else ""
    return said if isinstance(said, str) else ""


def _said(element: Element) -> str:
    inner = next(iter(element.xpath(".//*[@itemprop='name' or @rel='author']")), element)
    if element.get("content"):
        return str(element.get("content"))
    text = str(inner.text_content()).strip()
    return text if len(text) <= 4 * _LONGEST else ""


def _is_aside(element: Element) -> bool:
    around = [element, *element.iterancestors()]
    return any(_COMMENTS.search(f"{one.get('class', '')} {one.get('id', '')}") for one in around if one.tag != "body")


def plain_names(said: Iterable[str], *, single: bool = False) -> tuple[str, ...]:
    """Take *By*, roles, dates and addresses away and part what is several names; *single* stops at the first found."""
    found: list[str] = []
    for one in said:
        found.extend(_parted(one))
        if single and found:
            break
    return tuple(dict.fromkeys(found))


def _parted(said: str) -> list[str]:
    said = _BY_WITH_COLON.sub("", said.strip())
    if _ADDRESS.match(said):
        return []
    parts = [piece for part in _SPLIT.split(said) for piece in _commas(part)]
    return [name for part in parts if (name := _name(part))]


def _commas(part: str) -> list[str]:
    """A comma parts names, or a name from a role or a place; single words after it are neither."""
    pieces = _COMMA.split(part)
    return [piece for place, piece in enumerate(pieces) if place == 0 or " " in piece.strip()]


def _name(part: str) -> str:
    name = " ".join(_BY_WITH_COLON.sub("", part).split()).strip(" .,:;-–—|()[]*")
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return ""
    if _NOT_NAMES.search(name) or _ROLES.match(name) or not any(sign.isalpha() for sign in name):
        return ""
    return name


def byline(line: str) -> tuple[str, ...]:
    """Return the names in a line that is a byline (*By Ann Lee*), or nothing when it is running text."""
    line = line.strip()
    match = BYLINE.match(line)
    if match is None or len(line) > 2 * _LONGEST or line.endswith((".", "!", "?", ":", "…")):
        return ()
    found = _parted(match["names"])
    return tuple(found) if found and all(_looks_like_name(name) for name in found) else ()


def _looks_like_name(name: str) -> bool:
    """Names begin each longer word with a capital, in scripts that have capitals."""
    long_words = [word for word in re.split(r"[\s–—-]+", name) if len(word) > 3]
    return not any(word[0].islower() for word in long_words) and bool(name.split())
