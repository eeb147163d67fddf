"""What readers and machines get for what they search: the page, the JSON, the description for browsers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import make
from tocsin.articles.models import HomePage
from tocsin.articles.queries import related
from tocsin.lib import clock
from tocsin.search import keeping, suggesting
from tocsin.search.forms import Asked
from tocsin.search.suggesting import distance

Built = Callable[[], None]


@pytest.fixture
def built(home: HomePage) -> Built:
    """``built()`` makes an index of what is there now."""

    def build() -> None:
        keeping.build()

    return build


def page(client: Client, words: str = "", **choices: str | list[str]) -> BeautifulSoup:
    answer = client.get("/search/?" + urlencode({"q": words, **choices}, doseq=True))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content.decode(), "html.parser")


def titles(document: BeautifulSoup, under: str = "hits") -> list[str]:
    return [one.get_text() for one in document.select(f".{under} .hit__title a")]


def one(document: BeautifulSoup, selector: str) -> Tag:
    (found,) = document.select(selector)
    return found


def data(client: Client, words: str = "", **choices: str) -> Any:
    answer = client.get("/search.json?" + urlencode({"q": words, **choices}))
    assert answer.status_code == 200
    return answer.json()


# The page -------------------------------------------------------------------------------------------------------


def test_a_hit_tells_what_it_is_when_where_and_by_whom_with_the_words_marked(client: Client, built: Built) -> None:
    make.article(
        "Bridge at Irpin",
        body=[make.paragraph("Engineers repaired the bridge on Friday.")],
        section=make.section("War"),
        by=[make.contributor("Olha Kovalenko")],
    )
    built()
    document = page(client, "engineer bridge", type="article")
    (hit,) = document.select(".hit")
    assert hit.select(".kicker")[0].get_text().split() == ["Article", "War"]
    assert [one.text for one in hit.select("mark")] == ["Bridge", "Engineers", "bridge"]
    assert hit.select("a")[0]["lang"] == "en"
    assert hit.select("a")[0]["dir"] == "ltr"
    assert hit.select("time")[0].text == "March 5, 2022"
    assert hit.select(".by")[0].text == "Olha Kovalenko"
    assert one(document, "#summary").text == "1 result"


def test_the_link_of_a_hit_opens_the_text_at_what_was_found(client: Client, built: Built) -> None:
    article = make.article("Report", body=[make.paragraph("The well-known free passage was closed.")])
    built()
    link = page(client, '"free passage" well-known').select(".hit__title a")[0]["href"]
    assert link == f"{urlsplit(article.url).path}#:~:text=well&text=known%20free%20passage"
    assert "-" not in link.partition(":~:")[2], "a hyphen has a meaning in a text fragment"


def test_what_has_only_part_of_it_stands_under_a_heading_that_says_so(client: Client, built: Built) -> None:
    make.article("Grain and salt", body=[make.paragraph("Both.")])
    make.article("Grain alone", body=[make.paragraph("One.")])
    built()
    document = page(client, "grain salt")
    assert titles(document) == ["Grain and salt", "Grain alone"]
    assert document.select(".search__partial")[0].text == "None of these has all of it"
    assert one(document, "#summary").text == "1 result"
    alone = page(client, "grain pepper")
    assert one(alone, "#summary").text == "Nothing has all of it; 2 results have part of it"


def test_a_claim_is_shown_with_its_status(client: Client, built: Built) -> None:
    claim = make.claim("The granary burned down.", public=True)
    make.assertion(claim)
    built()
    (status,) = page(client, "granary").select(".hit .status")
    assert status.text == "Reported"


def test_exact_matches_stand_where_they_are_asked_for(client: Client, built: Built) -> None:
    make.article("Ukraine people resist", body=[make.paragraph("Text.")])
    built()
    expected = {
        "kraine peop": {"anywhere"},
        "ukraine pe": {"anywhere", "start"},
        "le resist": {"anywhere", "end"},
        "ukraine people resist": {"anywhere", "start", "end", "whole"},
        "people ukraine": set(),
    }
    for words, positions in expected.items():
        found = {
            at
            for at in ("anywhere", "start", "end", "whole")
            if titles(page(client, words, **{"exact": "1", "at": at, "in": "title"}))
        }
        assert found == positions, words
    assert titles(page(client, "people ukraine")) == ["Ukraine people resist"]
    marked = page(client, "kraine peop", exact="1").select(".hit__title mark")
    assert [one.text for one in marked] == ["kraine peop"]


def test_title_and_content_are_searched_apart_and_neither_is_explained(client: Client, built: Built) -> None:
    make.article("Harvest", body=[make.paragraph("Of rain.")])
    make.article("Rain", body=[make.paragraph("Of summer.")])
    built()
    assert titles(page(client, "rain", **{"in": "title"})) == ["Rain"]
    assert titles(page(client, "rain", **{"in": "content"})) == ["Harvest"]
    document = page(client, "rain", **{"in": ""})
    assert "Tick one of them" in one(document, "#found").get_text()


def test_types_narrow_the_results_and_their_counts_stay(client: Client, built: Built) -> None:
    make.article("Harbour closed", tags=["harbour"])
    make.assertion(make.claim("The harbour is closed.", public=True))
    built()
    document = page(client, "harbour", type=["claim", "tag", "nonsense"])
    assert titles(document) == ["The harbour is closed."]
    counts = {one["id"]: one.text for one in document.select(".search .count")}
    assert counts == {
        "count-article": "1",
        "count-claim": "1",
        "count-speaker": "0",
        "count-source": "0",
        "count-contributor": "0",
        "count-page": "1",
    }
    ticked = document.select("input[name=type][checked]")
    assert [one["value"] for one in ticked] == ["claim"]


def test_days_and_language_narrow_and_a_day_that_is_none_is_told_beside_its_field(client: Client, built: Built) -> None:
    make.article("Frost early", published_at=datetime(2022, 1, 5, tzinfo=UTC))
    make.article("Frost late", published_at=datetime(2022, 4, 5, tzinfo=UTC))
    make.article("Мороз frost", language="uk", published_at=datetime(2022, 4, 6, tzinfo=UTC))
    built()
    assert titles(page(client, "frost", before="2022-02", type="article")) == ["Frost early"]
    assert titles(page(client, "frost", after="2022-02-24", lang="en")) == ["Frost late"]
    newest = titles(page(client, "frost", sort="newest"))
    assert newest == ["Мороз frost", "Frost late", "Frost early"]
    assert titles(page(client, "frost", sort="oldest")) == newest[::-1]
    wrong = page(client, "frost", after="the 30th of February")
    (error,) = wrong.select("#after-error")
    assert error.text == "Write the day as 2022-02-24, or the year."
    assert one(wrong, "#after")["aria-describedby"] == "after-error"
    assert len(titles(wrong)) == 3


def test_further_pages_have_short_addresses_and_a_page_that_is_not_there_is_the_last(
    client: Client, built: Built
) -> None:
    for at in range(13):
        make.article(f"Flood {at}")
    built()
    first = page(client, "flood", type="article")
    assert len(titles(first)) == 10
    (later,) = first.select("a[rel=next]")
    assert later["href"] == "?q=flood&type=article&page=2"
    last = page(client, "flood", type="article", page="2")
    assert len(titles(last)) == 3
    for number in ("99999999", "3"):
        assert titles(page(client, "flood", type="article", page=number)) == titles(last)
    for number in ("0", "-1", "x", "١"):
        assert titles(page(client, "flood", type="article", page=number)) == titles(first)


def test_what_is_not_found_leads_on(client: Client, built: Built) -> None:
    make.article("Evacuation of Kharkiv", body=[make.paragraph("Buses left Kharkiv at dawn.")])
    built()
    document = page(client, "Kharkvi zeppelins")
    (better,) = document.select(".search__instead a")
    assert better.text == "Kharkiv zeppelins"
    nothing = page(client, "zeppelins", type="claim")
    assert one(nothing, "#summary").text == "Nothing found"
    links = [one["href"] for one in nothing.select(".search__nothing a")]
    assert links == ["?q=zeppelins", "/", "/archive/"]


def test_without_words_the_page_explains_how_to_search(client: Client, built: Built) -> None:
    built()
    document = page(client)
    assert document.select("#found h2")[0].text == "How to search"
    assert document.select("#q[autofocus]")


def test_the_page_is_there_in_every_language_of_the_interface(client: Client, built: Built) -> None:
    make.assertion(make.claim("Міст зруйновано.", language="uk", public=True))
    built()
    answer = client.get("/uk/search/?q=" + quote("міст"))
    document = BeautifulSoup(answer.content.decode(), "html.parser")
    (link,) = document.select(".hit__title a")
    assert link["href"].startswith("/uk/claims/")
    assert one(document, "html")["lang"] == "uk"


def test_without_an_index_titles_are_searched(client: Client, home: HomePage) -> None:
    make.article("Bakery reopens", body=[make.paragraph("Bread.")])
    assert keeping.open_index() is None
    assert titles(page(client, "bakery")) == ["Bakery reopens"]


def test_a_list_of_any_length_takes_the_same_number_of_queries(client: Client, built: Built) -> None:
    def asked(words: str) -> int:
        client.get("/search/", {"q": words})
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/search/", {"q": words}).status_code == 200
        return len(captured)

    make.article("Single storm")
    for at in range(9):
        make.article(f"Repeated storm {at}")
    built()
    assert asked("single") == asked("repeated") <= 12


# What nobody may find -------------------------------------------------------------------------------------------


def test_nothing_that_is_not_public_is_found_counted_or_suggested(client: Client, built: Built) -> None:
    word = "kanarienvogel"
    text = [make.paragraph(f"The {word} sings.")]
    make.article(f"Draft {word}", body=text, live=False, tags=[f"{word}tag"])
    make.article(f"Embargoed {word}", body=text, embargo_until=clock.now() + timedelta(days=1))
    make.article(f"Private {word}", body=text).view_restrictions.create(restriction_type="password", password="x")
    make.article(f"Gone {word}", body=text).unpublish()
    make.claim(f"The {word} is a claim.")
    make.speaker(f"Olha {word}")
    make.article("Public nightingale", body=[make.paragraph("The nightingale sings.")])
    built()

    def told(asked: str) -> str:
        pages = [f"/search/?q={asked}", f"/search.json?q={asked}", f"/search.json?q={asked[:5]}&suggest=1"]
        answers = [client.get(address).content.decode() for address in pages]
        return "".join(answers).replace(f'value="{asked}"', "").replace(f'"query": "{asked}"', "").casefold()

    assert told("nightingale").count("public nightingale") >= 2, "the control is found"
    found = told(word)
    assert "sings" not in found
    assert word not in found.replace(f"<title>{word}", "").replace(f"q={word}", "")
    assert data(client, word)["total"] == data(client, word)["partial"] == 0
    assert data(client, word)["types"] == {}
    near = data(client, "kanarienvogle")
    assert (near["hits"], near["instead"]) == ([], "")
    assert data(client, "nightingael")["instead"] == "nightingale", "the control is suggested"


# JSON -----------------------------------------------------------------------------------------------------------


def test_json_holds_what_the_page_shows(client: Client, built: Built) -> None:
    article = make.article(
        "Aid arrives", by=[make.contributor("Olha")], tags=["aid"], body=[make.paragraph("Lorries of aid.")]
    )
    for at in range(11):
        make.article(f"Lorries {at}", body=[make.paragraph("Lorries.")])
    built()
    found = data(client, "lorries", type="article")
    assert (found["total"], found["partial"], found["types"]) == (12, 0, {"article": 12})
    assert found["next"] == "http://testserver/search.json?q=lorries&type=article&page=2"
    assert found["previous"] is None
    (hit,) = data(client, "aid lorries", type="article", limit="1")["hits"]
    assert hit == {
        "key": f"article:{article.pk}",
        "type": "article",
        "type_name": "Article",
        "title": "Aid arrives",
        "title_pieces": [{"text": "Aid", "hit": True}, {"text": " arrives", "hit": False}],
        "url": f"http://testserver{urlsplit(article.url).path}",
        "link": f"{urlsplit(article.url).path}#:~:text=Lorries&text=aid&text=Aid",
        "date": "2022-03-05T12:00:00+00:00",
        "language": "en",
        "direction": "ltr",
        "section": "",
        "tags": ["aid"],
        "authors": ["Olha"],
        "status": "",
        "status_name": "",
        "complete": True,
        "passage": [
            {"text": "Lorries", "hit": True},
            {"text": " of ", "hit": False},
            {"text": "aid", "hit": True},
            {"text": ".", "hit": False},
        ],
    }


def test_who_asks_for_json_gets_it_at_the_address_of_the_page(client: Client, built: Built) -> None:
    built()
    as_data = client.get("/search/?q=x", headers={"Accept": "application/json"})
    as_page = client.get("/search/?q=x", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert as_data["Content-Type"] == "application/json"
    assert as_page["Content-Type"].startswith("text/html")
    assert "Accept" in as_data["Vary"]
    for answer in (as_data, as_page):
        assert answer["Cache-Control"] == "private, max-age=60"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies


def test_while_typing_the_last_word_is_the_beginning_of_one(client: Client, built: Built) -> None:
    make.article("Reconstruction of the harbour")
    built()
    assert data(client, "harbour reconstr")["total"] == 0
    typing = data(client, "harbour reconstr", suggest="1")
    assert [hit["title"] for hit in typing["hits"]] == ["Reconstruction of the harbour"]
    assert typing["hits"][0]["passage"] == []
    assert typing["summary"] == "1 result"


def test_while_typing_what_changes_is_sent_and_no_more(client: Client, built: Built) -> None:
    make.article("Bridge repaired", by=[make.contributor()])
    built()
    part, whole = (client.get(f"/search/?q=bridge&type=article{more}").content.decode() for more in ("&part=1", ""))
    title = re.compile("<title>.*</title>")
    assert title.findall(part) == title.findall(whole)
    assert 'class="hit"' in part
    for name in ("found", "summary", "chosen", "count-claim"):
        assert f'id="{name}"' in part
    assert "<header" not in part
    assert 'id="chosen">Articles<' in part


def test_browsers_are_told_how_to_search_here(client: Client, built: Built) -> None:
    front = BeautifulSoup(client.get("/").content.decode(), "html.parser")
    (link,) = front.select("link[rel=search]")
    answer = client.get(str(link["href"]))
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    root = etree.fromstring(answer.content)
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert root.findtext("o:ShortName", namespaces=names) == "The Bell"
    addresses = {url.get("type"): url.get("template") for url in root.iterfind("o:Url", namespaces=names)}
    assert addresses["text/html"] == "http://testserver/search/?q={searchTerms}"


# Any input ------------------------------------------------------------------------------------------------------

HOSTILE = [
    '"',
    "a\x00b",
    "\ud800",
    "x" * 50_000,
    "a OR",
    "title:",
    "-",
    "*",
    "(((",
    "\u202e",
    "{{ 1 }}",
    "<script>",
    "%",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("address", ["/search/", "/search.json"])
def test_no_input_is_an_error(client: Client, built: Built, address: str, text: str) -> None:
    make.article()
    built()
    sent = quote(text.encode("utf-8", "surrogatepass"))
    for name in ("q", "exact", "at", "in", "type", "lang", "after", "before", "sort", "page", "limit", "suggest"):
        answer = client.get(f"{address}?q=bridge&exact=&{name}={sent}")
        assert answer.status_code == 200, name
        assert "json" in answer["Content-Type"] or "<script>" not in answer.content.decode()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=60),
    choices=st.dictionaries(
        st.sampled_from(["exact", "at", "in", "type", "lang", "after", "before", "sort", "page", "limit"]),
        st.one_of(st.text(max_size=8), st.sampled_from(["title", "claim", "start", "newest", "2022", "0"])),
    ),
)
def test_no_strings_at_random_are_an_error(client: Client, any_index: None, text: str, choices: dict[str, str]) -> None:
    sent = urlencode({"q": text.encode("utf-8", "surrogatepass"), **choices})
    began = time.process_time()
    for address in ("/search/", "/search.json"):
        assert client.get(f"{address}?{sent}").status_code == 200
    assert time.process_time() - began < 2


@pytest.fixture
def any_index(built: Built) -> None:
    make.article()
    built()


@given(text=st.text(), places=st.sets(st.sampled_from(["title", "content"]), min_size=1), exact=st.booleans())
def test_an_address_says_all_that_was_asked(text: str, places: set[str], exact: bool) -> None:
    asked = Asked.of(QueryDict(urlencode({"q": text.encode("utf-8", "replace"), "in": list(places)}, doseq=True)))
    again = Asked.of(QueryDict(asked.address()[1:]))
    assert again == asked


# Did you mean ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("kharkvi", "kharkiv", 1), ("abc", "abc", 0), ("abc", "xyz", 3), ("bridge", "brige", 1)]
)
def test_letters_otherwise_are_counted(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == apart


def test_a_known_word_is_left_as_it_is(client: Client, built: Built) -> None:
    make.article("Bridges", body=[make.paragraph("Fridges and bridges.")])
    built()
    index = keeping.open_index()
    assert index
    assert suggesting.instead(index, "bridge") == "", "another form of a known word is known"
    assert suggesting.instead(index, "frigdes -brdige") == "Fridges -brdige"


# More to explore ------------------------------------------------------------------------------------------------


def test_what_is_alike_comes_first_under_an_article(client: Client, built: Built) -> None:
    wheat = "The wheat harvest fails and the price of wheat rises in every port."
    article = make.article("Wheat", body=[make.paragraph(wheat)])
    alike = make.article(
        "Grain", body=[make.paragraph(f"Again. {wheat}")], published_at=datetime(2021, 1, 1, tzinfo=UTC)
    )
    hidden = make.article("Draft", body=[make.paragraph(wheat)])
    for at in range(6):
        make.article(f"Other {at}", body=[make.paragraph(f"Something else {at}.")])
    assert related(article)[0] != alike, "without an index the newest come first"
    built()
    hidden.unpublish()
    found = related(article)
    assert found[0] == alike
    assert article not in found
    assert hidden not in found
    assert len(found) == 4


def test_the_language_of_the_article_is_preferred(client: Client, built: Built) -> None:
    article = make.article("Wheat", body=[make.paragraph("Wheat prices rise.")], language="en")
    make.article("Wheat prices rise", body=[make.paragraph("Wheat.")], language="es")
    same = make.article("Wheat prices", body=[make.paragraph("Wheat prices.")], language="en")
    built()
    assert related(article)[0] == same


def test_more_to_explore_takes_the_same_number_of_queries(client: Client, built: Built) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            related(article)
        return len(captured)

    article = make.article("Wheat", body=[make.paragraph("Wheat prices.")])
    make.article("Wheat too", body=[make.paragraph("Wheat prices.")])
    built()
    few = queries()
    for at in range(20):
        make.article(f"Wheat {at}", body=[make.paragraph("Wheat prices.")])
    built()
    assert queries() == few
