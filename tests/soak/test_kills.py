"""The server is killed again and again while editors save: nothing that was acknowledged is lost."""

from __future__ import annotations

import logging
import os
import random
import time

import pytest

from tests.sites import Site
from tests.soak.desk import Editor, lost, make_articles, stop, wait_for_saves

KILLS = int(os.environ.get("TOCSIN_KILLS", "25"))
EDITORS = 2


@pytest.mark.soak
def test_no_acknowledged_save_is_lost_when_the_server_is_killed(site: Site) -> None:
    session = site.sign_in()
    articles = make_articles(site, EDITORS)
    with site.served() as server:
        editors = [Editor(server, session, article) for article in articles]
        for editor in editors:
            editor.start()
        starts = []
        for _ in range(KILLS):
            wait_for_saves(editors, random.randint(1, 12))
            time.sleep(random.uniform(0, 0.2))
            server.kill()
            server.start()
            starts.append(time.monotonic() - server.started)
        stop(editors)
        server.stop()
    saves = sum(len(editor.acknowledged) for editor in editors)
    logging.getLogger(__name__).warning("%s kills, %s saves, slowest start %.1f s", KILLS, saves, max(starts))
    assert saves >= KILLS
    assert [editor.refused[:3] for editor in editors] == [[]] * EDITORS
    assert lost(site, editors) == []
    check = site.run("check")
    assert check.returncode == 0, check.stdout
    assert max(starts) <= 5


@pytest.mark.soak
def test_a_lost_save_would_be_noticed(site: Site) -> None:
    session = site.sign_in()
    articles = make_articles(site, 1)
    with site.served() as server:
        editor = Editor(server, session, articles[0])
        editor.start()
        wait_for_saves([editor], 3)
        stop([editor])
    assert lost(site, [editor]) == []
    gone = editor.acknowledged[1]
    site.python(f"from wagtail.models import Revision; Revision.objects.filter(content__title={gone!r}).delete()")
    assert lost(site, [editor]) == [gone]
