"""What is deleted is gone from the bytes of the database, its free pages, its log and its journal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests import make
from tests.comments.conftest import bytes_in
from tocsin.comments import services
from tocsin.comments.models import Comment
from tocsin.lib import clock


def test_nothing_of_it_is_left_in_the_files(files: Path) -> None:
    article, moderator = make.article(), make.user(role="Editors")
    make.discussion_settings(flood_seconds=0)
    kept, sealed, words = [], [], []
    for number in range(50):
        words += [f"refused word {number:02}", f"erased word {number:02}", f"Pseudonym {number:02}"]
        email = f"canary{number:02}@example.org"
        text = f"refused word {number:02} " * 20
        refused = make.submitted(article, text, name=f"Pseudonym {number:02}", email=email, wants_reply=True)
        erased = make.submitted(article, f"erased word {number:02} " * 20, name=f"Pseudonym {number:02}")
        kept.append(make.submitted(article, email=email, wants_reply=True).comment)
        sealed += [bytes(refused.comment.sealed_email or b""), bytes(kept[-1].sealed_email or b"")]
        services.refuse([refused.comment], by=moderator)
        services.publish([kept[-1]], by=moderator)
        if number % 2:
            make.submitted(article, parent=kept[-1])
        services.erase_own(erased.secret)
    before = bytes_in(files)
    assert all(address in before for address in sealed), "they were there"
    assert b"refused word 07" in before
    assert b"canary07@example.org" not in before
    services.forget_due(clock.now() + timedelta(days=32))
    after = bytes_in(files)
    assert Comment.objects.filter(pk__in=[one.pk for one in kept]).count() == 50
    assert kept[0].text.encode() in after, "what stays is there in plain"
    assert [address for address in sealed if address in after or address[:16] in after] == []
    assert [word for word in words if word.encode() in after] == []


def test_what_a_writer_erases_is_gone_from_the_files_by_the_next_hour(files: Path) -> None:
    make.discussion_settings(hold_all=False, hold_first=False)
    made = make.submitted(make.article(), "A sentence that she takes back.", name="Her pseudonym")
    reply = make.submitted(made.comment.article, parent=made.comment).comment
    services.erase_own(made.secret)
    assert services.sweep()
    after = bytes_in(files)
    assert b"that she takes back" not in after
    assert b"Her pseudonym" not in after
    assert reply.text.encode() in after
