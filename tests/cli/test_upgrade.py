"""An upgrade is done, or the old state is back: after a failure, and after a power cut in the middle."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.sites import TOCSIN, Site, clean_environment

BACK = ("manage", "migrate", "wagtailredirects", "0007", "--verbosity", "0")
PENDING = ("manage", "migrate", "--check", "--verbosity", "0")

# A migration of an app of its own, found on PYTHONPATH: it writes, and then does what the test asks.
MIGRATION = """
import os, time
from django.db import migrations

def harm(apps, schema_editor):
    apps.get_model("wagtailcore", "Page").objects.all().update(title="half way")

def end(apps, schema_editor):
    if os.environ["AT_THE_END"] == "fail":
        raise ValueError("the migration of this test fails")
    open(os.environ["REACHED"], "w").close()
    time.sleep(60)

class Migration(migrations.Migration):
    dependencies = [("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more")]
    operations = [migrations.RunPython(%s)]
"""


@pytest.fixture
def newer(copy: Site, tmp_path: Path) -> dict[str, str]:
    """The environment of a later version, which brings two migrations more; the second does not end well."""
    package = tmp_path / "later" / "laterversion"
    (package / "migrations").mkdir(parents=True)
    for name, text in {
        "__init__.py": "",
        "settings.py": "from tocsin.config.settings import *\nINSTALLED_APPS = [*INSTALLED_APPS, 'laterversion']\n",
        "migrations/__init__.py": "",
        "migrations/0001_harm.py": MIGRATION % "harm",
        "migrations/0002_end.py": (MIGRATION % "end").replace(
            '("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more")',
            '("laterversion", "0001_harm")',
        ),
    }.items():
        (package / name).write_text(text)
    return {
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "later"), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": "laterversion.settings",
        "AT_THE_END": "fail",
        "REACHED": str(tmp_path / "reached"),
    }


def titles(site: Site) -> str:
    return site.python("from wagtail.models import Page; print(list(Page.objects.values_list('title', flat=True)))")


def test_a_site_that_is_behind_is_brought_up_to_date(copy: Site) -> None:
    assert copy.run(*BACK).returncode == 0
    assert copy.run(*PENDING).returncode == 1
    before = titles(copy)
    result = copy.run("upgrade")
    assert result.returncode == 0, result.stderr
    assert copy.run(*PENDING).returncode == 0
    assert titles(copy) == before
    assert len(list((copy.folder / "backups").iterdir())) == 1
    assert copy.run("upgrade").stderr == "Nothing had to change.\n"


@pytest.mark.parametrize("behind", [True, False])
def test_the_roles_get_the_rights_of_this_version_and_other_groups_keep_theirs(copy: Site, behind: bool) -> None:
    groups = "from django.contrib.auth.models import Group, Permission; "
    rights = "Permission.objects.filter(codename='moderate_comments')"
    copy.python(
        f"{groups}Group.objects.get(name='Editors').permissions.remove({rights}.get());"
        f"Group.objects.create(name='Moderators').permissions.set({rights})"
    )
    if behind:
        assert copy.run(*BACK).returncode == 0
    result = copy.run("upgrade")
    assert result.returncode == 0, result.stderr
    names = copy.python(
        f"{groups}print(*Group.objects.filter(permissions__in={rights}).values_list('name', flat=True))"
    )
    assert sorted(names.split()) == ["Administrators", "Editors", "Moderators"]


def test_an_upgrade_that_fails_leaves_the_old_state(copy: Site, newer: dict[str, str]) -> None:
    before = titles(copy)
    result = copy.run("upgrade", **newer)
    assert result.returncode == 1
    assert "the old state is back: the migration of this test fails" in result.stderr.splitlines()[-1]
    assert titles(copy) == before
    assert copy.run("check").returncode == 0
    assert not (copy.folder / "data" / "upgrading.txt").exists()


def test_an_upgrade_that_is_killed_is_undone_by_the_next(copy: Site, newer: dict[str, str]) -> None:
    before = titles(copy)
    upgrade = subprocess.Popen(
        [*TOCSIN, "--site", str(copy.folder), "upgrade"],
        env=clean_environment(**{**newer, "AT_THE_END": "hang"}),
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        if Path(newer["REACHED"]).exists():
            break
        time.sleep(0.1)
    upgrade.send_signal(signal.SIGKILL)
    upgrade.wait()
    assert "half way" in titles(copy), "it was killed in the middle"
    assert copy.run("upgrade").returncode == 0
    assert titles(copy) == before


def test_an_upgrade_can_be_undone(copy: Site) -> None:
    assert copy.run(*BACK).returncode == 0
    assert copy.run("upgrade").returncode == 0
    assert copy.run("upgrade", "--undo").returncode == 0
    assert copy.run(*PENDING).returncode == 1


def test_a_site_that_is_served_is_not_upgraded(bell: Site) -> None:
    with (bell.folder / "data" / "worker.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = bell.run("upgrade")
    assert result.returncode == 1
    assert "stop `tocsin serve` first" in result.stderr
