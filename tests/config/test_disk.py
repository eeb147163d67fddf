"""A full disk is said plainly."""

from __future__ import annotations

import errno

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path


def outside(_request: HttpRequest) -> HttpResponse:
    raise OSError(errno.ENOSPC, "No space left on device")


def database(_request: HttpRequest) -> HttpResponse:
    raise OperationalError("database or disk is full")


def other(_request: HttpRequest) -> HttpResponse:
    raise OperationalError("no such table: t")


urlpatterns = [path("outside/", outside), path("database/", database), path("other/", other)]
quiet = Client(raise_request_exception=False)


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.config.test_disk")
@pytest.mark.parametrize("name", ["outside", "database"])
def test_a_full_disk_is_status_507_with_the_cure(name: str) -> None:
    answer = quiet.get(f"/{name}/")
    assert answer.status_code == 507
    assert "Nothing was saved." in answer.content.decode()
    assert "default-src" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.config.test_disk")
def test_any_other_failure_stays_what_it_is() -> None:
    assert quiet.get("/other/").status_code == 500
