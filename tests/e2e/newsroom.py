"""A newsroom with one of everything readers can meet."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile

from tests import make
from tests.evidence.ground import lay
from tocsin.articles import renditions
from tocsin.articles.models import ArticlePage, File, PlainPage, Takedown
from tocsin.articles.services import corrections
from tocsin.articles.statuses import CorrectionKind
from tocsin.claims.models import Claim
from tocsin.comments import credentials
from tocsin.lib import clock


def every_block() -> list[dict[str, Any]]:
    """A body with every kind of block."""
    kept, lost = make.source("Situation report", publication="Agency"), make.source("Gone", address="")
    picture = make.picture()
    renditions.make(picture)
    file = File.objects.create(title="Table", file=ContentFile(b"a,b\n1,2\n", name="table.csv"))
    sound = File.objects.create(title="Bell", file=ContentFile(b"RIFF0000WAVE", name="bell.wav"))
    image = {"image": picture.pk, "alt_text": "A bridge", "decorative": False}
    shown = {"picture": image, "caption": "<p>In May</p>", "credit": "Olha"}
    columns = [{"type": "text", "heading": "Day"}, {"type": "number", "heading": "Crossings"}]
    table = {"columns": columns, "rows": [{"values": ["5 March", "1200"]}], "caption": ""}
    items = ["<p>Open the road.</p>", "<p>Let the aid through.</p>"]
    values: dict[str, Any] = {
        "paragraph": f"<p>First fact.{make.marker(kept)} Second.{make.marker(lost)} Third.{make.marker(kept)}</p>",
        "heading": {"text": "What is known", "level": "2"},
        "picture": shown,
        "gallery": {"pictures": [shown, shown], "caption": "Two views"},
        "quote": {"text": "<p>We waited a year.</p>", "speaker": "Olha", "office": "Mayor"},
        "list": {"ordered": True, "items": items},
        "demands": {"title": "Demands", "by": "The council", "items": items},
        "table": {"caption": "Crossings by day", "table": table, "row_headings": True},
        "embed": {"address": "https://video.example.org/1", "title": "The road", "caption": ""},
        "file": {"file": file.pk, "title": "", "note": "As CSV"},
        "audio": {"file": sound.pk, "title": "The bell", "transcript": "<p>A bell is struck.</p>", "credit": ""},
        "note": "<p>Kanarienvogel</p>",
    }
    return [{"type": kind, "value": value} for kind, value in values.items()]


def fill() -> dict[str, str]:
    """Fill the newsroom; return an address for every kind of public page, by what it is."""
    home = make.site()
    war = make.section("War", slug="war")
    section = make.section("South", slug="south", parent=war)
    contributor = make.contributor("Olha Kovalenko", slug="olha", about="Reports from the south.")
    filing: dict[str, Any] = {"section": section, "by": [contributor], "tags": ["bridges"]}
    picture = make.picture()
    renditions.make(picture)
    for at in range(25):
        make.article(f"Report {at}", standfirst="What happened, and who says so.", **filing)
    whole = _whole(lead_picture=picture, lead_caption="The bridge", **filing)
    corrections.announce(
        whole, kind=CorrectionKind.CORRECTION, text="The bridge has two arches.", by=make.user(superuser=True)
    )
    arabic = make.article("الجسر مفتوح", language="ar", body=[make.paragraph("فُتح الجسر اليوم.")], **filing)
    make.article("Міст відкрито", language="uk", translation_of=whole, **filing)
    private = make.article("Private", **filing)
    private.view_restrictions.create(restriction_type="password", password="x")
    plain = home.add_child(
        instance=PlainPage(title="About us", slug="about", body=json.dumps([make.paragraph("We report.")]))
    )
    Takedown.objects.create(address="/2021/01/01/gone/", reason="A court asked for it.", taken_down_at=clock.now())
    ledger = lay()
    return {
        **_discussed(whole, ledger.claim),
        "article with claims": ledger.article.url,
        "claims": "/claims/",
        "claims, filtered to none": "/claims/?status=refuted",
        "claim": f"/claims/{ledger.claim.pk}/",
        "claim on a past day": f"/claims/{ledger.claim.pk}/?on=2022-03-02",
        "speaker": f"/speakers/{ledger.speaker.pk}/",
        "place": f"/places/{ledger.place.pk}/",
        "figures": "/figures/",
        "figure series": f"/figures/{ledger.series.slug}/",
        "map": "/claims/map/",
        "timeline": "/claims/timeline/",
        "data": "/data/",
        "search": "/search/",
        "search, with results": "/search/?q=report",
        "search, with none": "/search/?q=zeppelin&type=claim",
        "front": "/",
        "front, page 2": "/page/2/",
        "front in Ukrainian": "/uk/",
        "front in Spanish": "/es/",
        "article": whole.url,
        "article in Arabic": arabic.url,
        "plain page": plain.url,
        "section": "/section/war/",
        "part of a section": "/section/war/south/",
        "section, page 2": "/section/war/page/2/",
        "section in Ukrainian": "/uk/section/war/",
        "tag": "/tag/bridges/",
        "contributor": "/contributor/olha/",
        "archive": "/archive/",
        "year": "/2022/",
        "month": "/2022/03/",
        "day": "/2022/03/05/",
        "corrections": "/corrections/",
        "not there": "/nothing/",
        "taken down": "/2021/01/01/gone/",
        "door of a private article": private.url,
    }


def _discussed(article: ArticlePage, claim: Claim) -> dict[str, str]:
    """Comments under an article and a claim; return an address for every kind of page of theirs."""
    make.discussion_settings(rules_text="Be brief.", flood_seconds=0)
    first = make.comment(article, "I crossed it at *noon*.\n\n> It is open.\n\n- east arch\n- west arch", name="Olha")
    answer = make.comment(parent=first, text=f"See https://example.org/{'long' * 40} **now**", name="متابع من بعيد")
    make.comment(parent=answer, text="أنا أيضاً عبرته اليوم.", name="")
    make.comment(parent=first, text="We have asked.", staff=make.user(role="Editors"))
    under_claim = make.comment(claim, "He said so at six.", name="Reads footnotes")
    mine = make.submitted(article, "My own words.", name="Petro", writer_key="k" * 43)
    make.submitted(article, "More of mine.", writer_key="k" * 43)
    place, own = f"/comments/article-{article.pk}", f"/comments/mine/{mine.secret}"
    return {
        "newest comments": "/comments/",
        "comments of an article": f"{place}/",
        "comments of a claim": f"/comments/claim-{claim.pk}/",
        "comment in its place": f"/comments/{under_claim.pk}/",
        "thread": f"/comments/{first.pk}/thread/",
        "form": f"{place}/write/",
        "answer": f"{place}/write/?reply={answer.pk}",
        "report of an error": f"{place}/write/?kind=correction",
        "report of a comment": f"/comments/{answer.pk}/report/",
        "private link": f"{own}/",
        "deletion": f"{own}/delete/",
        "end of notices": f"/comments/leave/{credentials.ticket(first.pk)}/",
    }


def _whole(**fields: Any) -> ArticlePage:
    body = every_block()
    article = make.article("Bridge at Irpin", standfirst="It is open again.", body=[], live=False, **fields)
    article.dateline_place, article.dateline_date = "Irpin", datetime(2022, 3, 4, tzinfo=UTC).date()
    article.published_at = clock.now() - timedelta(days=1)
    article.body = json.dumps(body)
    article.save_revision().publish()
    article.refresh_from_db()
    return article
