"""A thousand mixed comments are cleared by one person, with few keys.

The keys are those of ``comments.js``, played against the desk's own addresses: each press counts, moving too. The person
reads what is on the page, and knows spam and other people's addresses when seeing them.
"""

from __future__ import annotations

import os
import random
import warnings
from dataclasses import dataclass, field

import pytest
from django.test import Client
from faker import Faker

from tests import make
from tocsin.comments.models import Comment
from tocsin.comments.screening import details, likeness, links
from tocsin.comments.services import knowing
from tocsin.comments.statuses import State

DESK = "/desk/comments/"
LANGUAGES = ["en_GB", "uk_UA", "ru_RU", "es_ES", "fr_FR", "de_DE", "pl_PL", "fa_IR", "el_GR"]
CAMPAIGNS = [
    "Dear {name}, earn {number} dollars a day from home, write to our manager now and begin today: https://{host}.example/{number}",
    "Buy followers, likes and views cheaply! {number} clients trust us. www.{host}.example, ask {name} for your discount",
    "Лучшие ставки на спорт, бонус {number} рублей новым игрокам, {name} уже выиграл: https://{host}.example",
    "Найкращі кредити онлайн без довідок за {number} хвилин, питайте {name}, сайт https://{host}.example/credit",
    "My husband left me but doctor {name} cast a spell and he came back in {number} days, contact the doctor at https://{host}.example",
    "Compra seguidores reales, {number} por muy poco, {name} te lo explica en https://{host}.example/oferta",
    "Crypto doubles in {number} hours with the robot of {name}, register before midnight on https://{host}.example/robot",
    "All of this is staged by actors, {name} proved it {number} times, nobody died there, wake up sheep, look at https://{host}.example",
]
DOXXING = [
    "This {name} who wrote the lies lives at {address}, pay him a visit",
    "{name} is a traitor, his phone is {phone}, tell him what you think",
    "Вот его адрес: {address}, зовут {name}, передайте привет",
    "Ось телефон цієї людини {phone}, {name}, дзвоніть вночі",
    "mail her: {email}, passport {passport}, {name} deserves it",
]


def written(count: int, seed: int) -> list[tuple[str, str]]:
    """*count* comments, each with what it should come to: 40 % of campaigns, 5 % that expose somebody, the rest readers'."""
    dice = random.Random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        people = [Faker(one) for one in LANGUAGES]
    for at, one in enumerate(people):
        one.seed_instance(seed + at)
    made: list[tuple[str, str]] = []
    for at in range(count * 40 // 100):
        host = f"{people[0].word()}{at}"
        text = CAMPAIGNS[at % len(CAMPAIGNS)].format(
            name=people[0].first_name(), number=dice.randint(2, 9999), host=host
        )
        made.append((text + dice.choice(["", "!", " :)", "\n\n", " " + people[0].word()]), State.SPAM))
    for at in range(count * 5 // 100):
        one = people[at % 8]
        known = {"name": one.name(), "address": one.address(), "phone": one.phone_number(), "email": one.email()}
        made.append((DOXXING[at % len(DOXXING)].format(**known, passport=one.passport_number()), State.REFUSED))
    for at in range(count - len(made)):
        one = people[at % len(people)]
        made.append((f"{one.text(max_nb_chars=dice.randint(60, 400))} {at % 90}", State.PUBLISHED))
    dice.shuffle(made)
    return made


def send_in(comments: list[tuple[str, str]]) -> dict[int, str]:
    """Keep them as they wait, held for what the screening finds; return what each should come to."""
    article, rows = make.article(), []
    latest: list[list[int]] = []
    for text, _wanted in comments:
        prints = likeness.fingerprint(text)
        reasons = [{"code": "all", "detail": ""}]
        if kinds := [one.kind for one in details.find(text)]:
            reasons.append({"code": "details", "detail": ", ".join(kinds)})
        if links.count(text) >= 2:
            reasons.append({"code": "links", "detail": ""})
        if any(likeness.alike(prints, other) >= knowing.ALIKE for other in latest[-knowing.COMPARED :]):
            reasons.append({"code": "alike", "detail": ""})
        latest.append(prints)
        rows.append(Comment(article=article, text=text, fingerprint=prints, reasons=reasons, name="Reader"))
    Comment.objects.bulk_create(rows)
    kept = Comment.objects.order_by("pk").values_list("pk", flat=True)
    return dict(zip(kept, (wanted for _text, wanted in comments), strict=True))


@dataclass
class Keys:
    """The desk as keys work it; every press is counted."""

    client: Client
    pressed: int = 0
    at: int = 0
    ticked: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.groups = self.client.get(DESK).context["queue"].groups

    def press(self, key: str) -> None:
        self.pressed += 1
        verdict = {"p": "publish", "r": "refuse", "s": "spam"}.get(key)
        if verdict:
            self._decide(verdict)
        elif key in "jk":
            self.at = min(max(self.at + (1 if key == "j" else -1), 0), len(self.groups) - 1)
        elif key == "x":
            self.ticked ^= {self.at}
        elif key == "X":
            everything = set(range(len(self.groups)))
            self.ticked = set() if self.ticked == everything else everything

    def _decide(self, verdict: str) -> None:
        if self.ticked:
            given = {"do": verdict, "group": [self.groups[at].key for at in sorted(self.ticked)]}
            self.at = min(self.ticked)
        else:
            given = {verdict: self.groups[self.at].key}
        answer = self.client.post(DESK, given, follow=True)
        self.groups = answer.context["queue"].groups
        self.at, self.ticked = min(self.at, max(len(self.groups) - 1, 0)), set()


def clear(keys: Keys, wanted: dict[int, str]) -> None:
    """Decide as a person would: from the top, what differs from the last on the page one by one; all at once when none does."""
    letters: dict[str, str] = {State.PUBLISHED: "p", State.REFUSED: "r", State.SPAM: "s"}
    while keys.groups:
        right = [letters[wanted[group.ids[0]]] for group in keys.groups]
        most = right[-1]
        if len(set(right)) == 1 and len(right) > 1:
            keys.press("X")
            keys.press(most)
            continue
        differing = next((at for at, one in enumerate(right) if one != most), 0)
        while keys.at != differing:
            keys.press("j" if keys.at < differing else "k")
        keys.press(right[differing])


def keys_for(client: Client, count: int) -> int:
    """Clear *count* comments; return how many keys it took. Every decision is checked."""
    make.site()
    client.force_login(make.user(role="Editors"))
    wanted = send_in(written(count, 2022))
    keys = Keys(client)
    clear(keys, wanted)
    decided = dict(Comment.objects.values_list("pk", "state"))
    assert {pk: decided[pk] for pk in wanted} == wanted
    return keys.pressed


@pytest.mark.django_db
def test_one_person_clears_mixed_comments_with_few_keys(client: Client) -> None:
    assert keys_for(client, 200) <= 60


@pytest.mark.soak
@pytest.mark.django_db
def test_one_person_clears_a_thousand_mixed_comments_with_at_most_300_keys(client: Client) -> None:
    count = int(os.environ.get("TOCSIN_SOAK_COMMENTS", "1000"))
    assert keys_for(client, count) <= count * 3 // 10
