"""What a page says about its article: headline, standfirst, byline, date, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tocsin.importers.prose.dress import address
from tocsin.importers.prose.elements import Element, words
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage import dating, languages, names
from tocsin.importers.webpage.page import Direction
from tocsin.importers.webpage.structured import Metas, articles, text
from tocsin.lib import clock

_PARTED = re.compile(r"\s+(?:[|–—‒•·»:/\\>]|-{1,2}|::)\s+")
_LONGEST_HEADLINE = 250
_LONGEST_STANDFIRST = 500


@dataclass(frozen=True)
class About:
    """What is known of the article before its body is chosen."""

    headline: str
    base: str
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: date | datetime | None = None
    language: str = ""
    direction: Direction = "ltr"
    site_name: str = ""
    described: str = ""
    """The text of the article as the page gives it for machines, where it does."""
    doubts: tuple[str, ...] = ()


def about(root: Element, url: str, today: date | None) -> About:
    """Read the page's head and what in its body is marked as headline, byline or date."""
    described, metas = articles(root), Metas(root)
    site_name = metas.first("og:site_name", "application-name") or _publisher(described)
    base = _base(root, metas, url)
    return About(
        headline=_headline(root, described, metas, site_name),
        base=base,
        standfirst=metas.first("og:description", "description", "twitter:description"),
        byline=names.authors(root, described, metas),
        published=dating.published(root, described, metas, base, today or clock.today()),
        site_name=site_name,
        described=next(
            (str(node["articleBody"]) for node in described if isinstance(node.get("articleBody"), str)), ""
        ),
        language=_declared(root, described, metas),
        direction="rtl"
        if "rtl" in {(element.get("dir") or "").lower() for element in root.xpath("//html|//body")}
        else "ltr",
    )


def _publisher(described: Sequence[dict[str, object]]) -> str:
    return next((said for node in described if (said := text(node.get("publisher")))), "")


def _base(root: Element, metas: Metas, url: str) -> str:
    link = root.find(".//link[@rel='canonical']")
    known = (
        url or (address(link.get("href") or "", "") if link is not None else "") or address(metas.first("og:url"), "")
    )
    element = root.find(".//base[@href]")
    return (address(element.get("href"), known) if element is not None else "") or known


def _declared(root: Element, described: Sequence[dict[str, object]], metas: Metas) -> str:
    html = root if root.tag == "html" else root.getroottree().getroot()
    said = [
        html.get("lang") or "",
        html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang") or "",
    ]
    said += [text(node.get("inLanguage")) for node in described]
    said += [metas.first("og:locale"), metas.first("content-language", "dc.language", "language")]
    return next((code for one in said if (code := languages.declared(one))), "")


def _headline(root: Element, described: Sequence[dict[str, object]], metas: Metas, site_name: str) -> str:
    """Return the heading that says what the page's title says, or else the title without the site's name."""
    title = " ".join((root.findtext(".//title") or "").split())
    said = [text(node.get("headline")) for node in described]
    said += [metas.first("og:title", "twitter:title", "dc.title", "parsely-title"), title]
    said = [one for one in said if one]
    headings = [" ".join(element.text_content().split()) for element in root.iter("h1", "h2")]
    headings = [one for one in headings if 0 < len(one) <= _LONGEST_HEADLINE]
    for one in said:
        if found := next((heading for heading in headings if _same(heading, one)), ""):
            return found
    if said:
        return _without_site(said[0], site_name, headings)[:_LONGEST_HEADLINE]
    return headings[0] if headings else ""


def _same(heading: str, said: str) -> bool:
    """A heading says the same as a title when it is the title, or the title less a part set off by a bar.

    A part of one word is rather the name of the site or of a section.
    """
    return words(heading) in [words(said), *(words(part) for part in _PARTED.split(said) if len(words(part)) > 1)]


def _without_site(said: str, site_name: str, headings: Sequence[str]) -> str:
    parts = _PARTED.split(said)
    if len(parts) < 2:  # noqa: PLR2004 - nothing to take away
        return said
    site = words(site_name)
    ends = [place for place in (0, -1) if site and words(parts[place]) == site]
    if ends or not any(words(said) == words(heading) for heading in headings):
        rest = said.removeprefix(parts[0]) if ends == [0] else said.removesuffix(parts[-1])
        rest = rest.strip(" |–—‒•·»:/\\>-")
        if ends or len(words(rest)) > 3:  # noqa: PLR2004 - a headline has more than three words
            return rest
    return said


def take_title_and_byline(found: Sequence[Piece], known: About) -> About:
    """Take headline, byline and dates out of the pieces at the head of the article; settle what the text tells.

    The language declared is believed unless the text is plainly in another.
    """
    head = [piece for piece in found if piece.chosen][:8]
    byline = known.byline
    for piece in head:
        if _is_headline(piece, known.headline):
            piece.chosen, piece.reason = False, "headline"
        elif _is_time(piece):
            piece.chosen, piece.reason = False, "date"
        elif named := _byline_of(piece, byline):
            piece.chosen, piece.reason = False, "byline"
            byline = byline or named
    standfirst = _standfirst(head, known)
    known = _settled(replace(known, byline=byline, standfirst=standfirst), found)
    if not known.headline:
        known = replace(known, headline=_first_heading(found))
    return known


def _is_headline(piece: Piece, headline: str) -> bool:
    return bool(headline) and piece.words == words(headline)


def _is_time(piece: Piece) -> bool:
    """Whether all that stands here is a moment, marked as one."""
    return any(words(time.text_content()) == piece.words for time in piece.element.iter("time"))


def _byline_of(piece: Piece, byline: Sequence[str]) -> tuple[str, ...]:
    said = piece.text
    if byline and any(piece.words == words(name) for name in byline):
        return tuple(byline)
    return names.byline(said)


def _first_heading(found: Sequence[Piece]) -> str:
    """Without any title, the first heading of the article serves, or else its first words."""
    for piece in found:
        if piece.chosen and piece.inside("h1", "h2", "h3") is not None:
            piece.chosen, piece.reason = False, "headline"
            return piece.text
    first = next((piece.text for piece in found if piece.chosen and piece.text), "")
    return " ".join(first.split()[:12])


def _standfirst(head: Sequence[Piece], known: About) -> str:
    """The page's description is a standfirst when it stands at the head of the article, set off from its text."""
    said = words(known.standfirst)
    for piece in head[:4]:
        marked = any(
            re.search(
                r"standfirst|subtitle|sub-?head|dek|lead-?(text|in)?$|intro|summary|excerpt",
                f"{one.get('class', '')} {one.get('itemprop', '')}",
                re.IGNORECASE,
            )
            for one in piece.path[:2]
        )
        short = 0 < len(piece.text) <= _LONGEST_STANDFIRST and piece.shape is None and piece.chosen
        if short and (marked or piece.inside("h2") is not None) and said and piece.words[:8] == said[:8]:
            piece.chosen, piece.reason = False, "standfirst"
            return piece.text
    return ""


def _settled(known: About, found: Sequence[Piece]) -> About:
    body = " ".join(piece.text for piece in found if piece.chosen)
    guessed, doubts = languages.guess(body), list(known.doubts)
    language = known.language or guessed
    if guessed and language.split("-")[0] != guessed and len(body) > 500:  # noqa: PLR2004
        doubts.append(f"The page says its language is “{language}”, but its text reads as “{guessed}”.")
        language = guessed
    direction: Direction = languages.direction(body) if body else known.direction
    return replace(known, language=language, direction=direction, doubts=tuple(doubts))
