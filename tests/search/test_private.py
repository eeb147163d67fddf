"""Nothing that readers may not see is found, counted or suggested: a canary word in each place it could come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from wagtail.models import PageViewRestriction

from tests import make
from tocsin.articles.models import ArticlePage, HomePage, PlainPage
from tocsin.articles.services import pages, publishing
from tocsin.articles.services.takedown import take_down
from tocsin.claims.models import SpeakerName
from tocsin.lib import clock
from tocsin.search import engine, keeping, projection
from tocsin.search.asking import ask
from tocsin.search.queries import simple
from tocsin.search.query import read
from tocsin.search.records import Exact, Options

CANARY = "zzcanary"
SHOWN = "zzshown"


def article(word: str = CANARY, **fields: object) -> ArticlePage:
    """An article with the word in every part of it."""
    source = make.source(f"{word} source", publication=f"{word} paper", note=word, quote=word)
    return make.article(
        f"{word} headline",
        standfirst=word,
        body=[make.paragraph(f"{word} text.{make.marker(source)}")],
        by=[make.contributor(f"{word} writer", about=word)],
        tags=[f"{word} tag"],
        lead_caption=word,
        **fields,  # type: ignore[arg-type]
    )


def draft() -> None:
    article(live=False)


def newer_draft() -> None:
    one = make.article("Published")
    source = make.source(f"{CANARY} source")
    one.title, one.standfirst = f"{CANARY} headline", CANARY
    one.body = [make.paragraph(f"{CANARY}.{make.marker(source)}")]
    one.tags.add(f"{CANARY} tag")
    one.save_revision()


def scheduled() -> None:
    one = article(live=False)
    one.go_live_at = clock.now() + timedelta(days=1)
    one.save_revision().publish()


def embargoed() -> None:
    one = article(live=False)
    one.embargo_until = clock.now() + timedelta(days=1)
    one.save_revision().publish()


def embargoed_while_live() -> None:
    one = article()
    one.embargo_until = clock.now() + timedelta(days=1)
    one.save()


def unpublished() -> None:
    publishing.unpublish(article())


def expired() -> None:
    one = article()
    ArticlePage.objects.filter(pk=one.pk).update(expire_at=clock.now() - timedelta(days=1))
    publishing.run_due()


def deleted() -> None:
    article().delete()


def taken_down() -> None:
    take_down(article(), "A life is at risk.", None)


def with_password() -> None:
    one = article()
    PageViewRestriction.objects.create(page=one, restriction_type="password", password="x")


def for_those_signed_in() -> None:
    one = article()
    PageViewRestriction.objects.create(page=one, restriction_type="login")


def below_a_private_page() -> None:
    above = pages.publish_page(PlainPage(title="Above", slug="above"))
    below = PlainPage(title=f"{CANARY} page", slug="below", body=[make.paragraph(CANARY)])
    above.add_child(instance=below)
    PageViewRestriction.objects.create(page=above, restriction_type="login")


def editors_note() -> None:
    make.article(body=[make.paragraph("Text."), {"type": "note", "value": f"<p>{CANARY}</p>"}])


def source_kept_back() -> None:
    """Kept back after it was published; before, publishing is refused."""
    source = make.source(f"{CANARY} source", publication=f"{CANARY} paper")
    make.article(body=[make.paragraph(f"Text.{make.marker(source)}")])
    claim = make.claim("The bridge is gone.", public=True)
    make.assertion(claim, source=source, speaker=make.speaker(f"{CANARY} speaker"))
    source.confidentiality = "confidential"
    source.save()


def text_of_a_source() -> None:
    source = make.source("Report", text=CANARY, issuer=CANARY)
    make.article(body=[make.paragraph(f"Text.{make.marker(source)}")])


def source_nobody_cites() -> None:
    make.source(f"{CANARY} source")


def private_claim() -> None:
    claim = make.claim(f"{CANARY} claim", places=[make.place(f"{CANARY} place")])
    make.assertion(claim, speaker=make.speaker(f"{CANARY} speaker"))


def private_assertion() -> None:
    claim = make.claim("The bridge is gone.", public=True)
    make.assertion(claim, speaker=make.speaker(f"{CANARY} speaker"), speaker_role_text=CANARY, is_private=True)


def withheld_speaker() -> None:
    claim = make.claim("The bridge is gone.", public=True)
    speaker = make.speaker(f"{CANARY} speaker", naming="withheld", naming_reason="At risk", role_text=CANARY)
    SpeakerName.objects.create(speaker=speaker, text=f"{CANARY} alias")
    make.assertion(claim, speaker=speaker)


def pseudonymous_speaker() -> None:
    claim = make.claim("The bridge is gone.", public=True)
    named = {"naming": "pseudonym", "pseudonym": "Maria", "naming_reason": "At risk", "known_to": CANARY}
    speaker = make.speaker(f"{CANARY} speaker", note=CANARY, **named)
    SpeakerName.objects.create(speaker=speaker, text=f"{CANARY} alias")
    make.assertion(claim, speaker=speaker)


def speaker_by_role() -> None:
    claim = make.claim("The bridge is gone.", public=True)
    named = {"naming": "role_only", "role_text": "A nurse", "naming_reason": "At risk"}
    make.assertion(claim, speaker=make.speaker(f"{CANARY} speaker", **named))


def notes_on_a_claim() -> None:
    make.claim("The bridge is gone.", public=True, original_text=CANARY, checkability_note="Why")


HIDDEN: list[Callable[[], None]] = [
    *(draft, newer_draft, scheduled, embargoed, embargoed_while_live, unpublished, expired, deleted, taken_down),
    *(with_password, for_those_signed_in, below_a_private_page, editors_note, source_kept_back, text_of_a_source),
    *(source_nobody_cites, private_claim, private_assertion, withheld_speaker, pseudonymous_speaker),
    *(speaker_by_role, notes_on_a_claim),
]


def appearances(word: str, folder: Path) -> list[str]:
    """Wherever *word* shows: in records, hits, counts of either way to search, and of a new index in any file."""
    shown = [f"record {record.key}" for record in projection.everything() if word in str(record).lower()]
    index = keeping.open_index()
    assert index
    for text in (word, f"{word} headline", f"{word[:5]}*", f'"{word}"', f"tag:{word}", f"author:{word}", "-nowhere"):
        for exact in (None, *Exact):
            options = Options(exact=exact)
            for answer in (ask(index, read(text), options, limit=100), simple(read(text), options, limit=100)):
                shown += [f"hit {hit.record.key}" for hit in answer.hits if word in str(hit.record).lower()]
                if text == word:
                    shown += [f"count {kind}" for kind in answer.types]
                    shown += ["full"] if answer.full else []
                shown += ["instead"] if word in answer.instead else []
    return shown


@pytest.mark.parametrize("hide", HIDDEN)
def test_nothing_hidden_shows(home: HomePage, index_folder: Path, hide: Callable[[], None]) -> None:
    keeping.build()
    hide()
    assert keeping.apply() is not None
    assert appearances(CANARY, index_folder) == []
    built = keeping.build()
    assert appearances(CANARY, index_folder) == []
    files = [path for path in built.iterdir() if CANARY.encode() in path.read_bytes().lower()]
    assert files == []
    searcher = engine.Index(built).searcher()
    for field in ("title", "title_stem", "body", "body_stem", "author", "tag", "section", "sound"):
        assert searcher.terms_with_prefix(field, CANARY[:5], limit=10) == []


def test_what_is_published_shows_everywhere(home: HomePage, index_folder: Path) -> None:
    """The control: the same word, published, is in records, hits, counts, files and terms."""
    keeping.build()
    one = article(SHOWN)
    claim = make.claim(f"{SHOWN} claim", public=True)
    speaker = make.speaker(f"{SHOWN} speaker")
    make.assertion(claim, speaker=speaker)
    keeping.apply()
    shown = appearances(SHOWN, index_folder)
    kinds = {"article", "contributor", "tag", "source", "claim", "speaker"}
    assert {line.split()[1].partition(":")[0] for line in shown if line.startswith("record")} == kinds
    assert f"hit article:{one.pk}" in shown
    assert {line.removeprefix("count ") for line in shown if line.startswith("count")} == kinds
    assert "full" in shown
    built = keeping.build()
    assert any(SHOWN.encode() in path.read_bytes().lower() for path in built.iterdir())
    assert engine.Index(built).searcher().terms_with_prefix("title", SHOWN[:5], limit=10) != []
