"""A reader at the form, without a browser."""

from __future__ import annotations

import hashlib
import itertools
from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.test import Client
from time_machine import travel

from tocsin.lib import clock


def one(document: BeautifulSoup | Tag, selector: str) -> Tag:
    found = document.select_one(selector)
    assert isinstance(found, Tag), selector
    return found


def parsed(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.content.decode(), "html.parser")


def form_at(client: Client, address: str) -> dict[str, str]:
    """What the form at *address* holds before anything is written into it."""
    return fields(one(parsed(client.get(address)), "form[data-send]"))


def fields(form: Tag) -> dict[str, str]:
    named = [one for one in form.select("input[name]") if one.get("type") not in {"checkbox", "radio"}]
    return {str(one["name"]): str(one.get("value", "")) for one in named}


def proof_of(ticket: str, bits: int | None = None) -> str:
    """Do the work that the ticket asks for, as the page's script does."""
    signature, asked = ticket.rpartition(".")[2], int(ticket.split(".")[2]) if bits is None else bits
    for number in itertools.count():
        digest = hashlib.sha256(f"{signature}:{number}".encode()).digest()
        if int.from_bytes(digest, "big") >> (256 - asked) == 0:
            return str(number)
    raise AssertionError


def send(client: Client, address: str, *, work: bool = True, after: float = 60, **given: Any) -> Any:
    """Open the form at *address*, write for *after* seconds, do the *work*, send."""
    form = form_at(client, address)
    if work and "proof" in form:
        form["proof"] = proof_of(form["ticket"])
    headers = given.pop("headers", {"Sec-Fetch-Site": "same-origin"})
    network = {"REMOTE_ADDR": given.pop("network", "127.0.0.1")}
    with travel(clock.now() + timedelta(seconds=after), tick=True):
        return client.post(address.partition("?")[0], {**form, **given}, headers=headers, **network)
