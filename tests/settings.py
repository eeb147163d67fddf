"""The product's settings, for tests: the database from DATABASE_URL (in-memory SQLite without it)."""

import os
import tempfile
from pathlib import Path

SITE_FOLDER = Path(tempfile.mkdtemp(prefix="tocsin-tests-"))
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
os.environ["TOCSIN_SITE"] = str(SITE_FOLDER)
os.environ["TOCSIN_SECRET_KEY"] = "only-for-tests-and-nowhere-else-0123456789-abcdefghijkl"
os.environ["TOCSIN_BASE_URL"] = "http://testserver"
os.environ["TOCSIN_HOSTS"] = "testserver 127.0.0.1 localhost"
os.environ["TOCSIN_TIME_ZONE"] = "UTC"
os.environ["TOCSIN_PROPOSER"] = ""  # tests name the one they mean

from tocsin.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = SITE_FOLDER / "media"
SEARCH_INDEX = SITE_FOLDER / "search"  # tests/search have a folder each
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SECOND_FACTOR = False  # tests of the desk sign in by force; tests/accounts turn it on
