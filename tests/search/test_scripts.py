"""Every script: a word from the middle of a sentence finds its story, however it may be written."""

from __future__ import annotations

import io
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import shared
from tocsin.search import engine, query, snippets
from tocsin.search.asking import ask
from tocsin.search.records import Answer, Exact, Options, Record

STORIES = shared.DATA / "ntrex-parallel-news" / "ntrex.tar.xz"
SENTENCES = {
    "am": "ትናንት ማታ በከተማው ሐኪሞች ድልድዩን ዘጉ።",
    "ar": "أُغلِقت المدرسة يوم ٢٤ قرب الجسر القديم.",
    "bn": "গতকাল রাতে শহরের পুরনো সেতুটি বন্ধ করা হয়েছে।",
    "bo": "ཁ་སང་གྲོང་ཁྱེར་གྱི་ཟམ་པ་རྙིང་པ་བཀག་སོང་།",
    "el": "Χθες το βράδυ έκλεισε η παλιά γέφυρα της πόλης.",
    "fa": "شهروندان می‌خواهند پل قدیمی دوباره باز شود.",
    "he": "אתמול בלילה נסגר הגשר הישן של העיר.",
    "hi": "कल रात शहर का पुराना पुल बंद कर दिया गया, हिंदी समाचार।",
    "hy": "Երեկ գիշերը փակվեց քաղաքի հին կամուրջը։",
    "ja": "昨夜、町の古い橋が閉鎖され、ガス管も壊れた。",
    "ka": "გუშინ ღამით ქალაქის ძველი ხიდი დაიკეტა.",
    "km": "យប់មិញស្ពានចាស់\u200bរបស់ទីក្រុងត្រូវបានបិទ។",
    "ko": "어젯밤 도시의 오래된 다리가 폐쇄되었다.",
    "lo": "ຄືນວານນີ້ຂົວເກົ່າຂອງເມືອງຖືກປິດ.",
    "my": "ညကမြို့၏တံတားဟောင်းကိုပိတ်လိုက်သည်။",
    "ru": "Вчера ночью закрыли старый мост города.",
    "ta": "நேற்று இரவு நகரத்தின் பழைய பாலம் மூடப்பட்டது.",
    "th": "เมื่อคืนนี้สะพานเก่าของเมืองถูกปิด",
    "uk": "Учора вночі закрили старий міст біля під'їзду.",
    "zh": "昨晚，城里的旧桥被关闭，60人离开。",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> engine.Index:
    records = [Record(f"article:{code}", "article", "Story", text, code) for code, text in SENTENCES.items()]
    return engine.Index(engine.build(tmp_path_factory.mktemp("index"), records))


def found(answer: Answer) -> list[str]:
    return [hit.record.key.partition(":")[2] for hit in answer.hits if hit.full]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("am", "ሐኪሞች"),
        ("am", "ሀኪሞች"),
        ("ar", "المدرسة"),
        ("ar", "المـــدرسة"),
        ("ar", "24"),
        ("bn", "পুরনো"),
        ("bo", "ཟམ་པ"),
        ("el", "παλια"),
        ("fa", "می‌خواهند"),
        ("fa", "میخواهند"),
        ("he", "הַגֶּשֶׁר"),
        ("hi", "पुल"),
        ("hi", "हिन्दी"),
        ("hy", "քաղաքի"),
        ("ja", "古い橋"),
        ("ja", "橋"),
        ("ja", "橋が閉鎖され、ガス"),
        ("ka", "ქალაქის"),
        ("km", "ស្ពាន"),
        ("km", "ចាស់របស់"),
        ("ko", "오래된"),
        ("ko", "다리"),
        ("lo", "ເມືອງ"),
        ("my", "တံတား"),
        ("ru", "мосты"),
        ("ta", "பாலம்"),
        ("th", "สะพาน"),
        ("th", "เก่าของ"),
        ("uk", "під’їзду"),
        ("uk", "підʼїзд"),
        ("zh", "旧桥"),
        ("zh", "桥"),
        ("zh", "闭"),
        ("zh", "关闭，60人"),
    ],
)
def test_a_word_of_the_middle_finds_its_story_and_is_marked(index: engine.Index, code: str, text: str) -> None:
    answer = ask(index, query.read(text), Options())
    assert code in found(answer)
    passage = snippets.passage(SENTENCES[code], query.read(text), code)
    assert any(piece.hit for piece in passage)


@pytest.mark.parametrize("text", ["पल", "カス", "मिल", "สะพิน", "桥城", "橋橋"])
def test_another_vowel_sign_or_order_is_another_word(index: engine.Index, text: str) -> None:
    assert found(ask(index, query.read(text), Options())) == []


def test_of_a_sentence_without_spaces_a_part_is_found_and_said_to_be_one(index: engine.Index) -> None:
    answer = ask(index, query.read("城里的旧桥被炸毁"), Options())
    assert (answer.full, [hit.record.key for hit in answer.hits]) == (0, ["article:zh"])
    assert ask(index, query.read("火车站的售票处"), Options()) == Answer()


def test_exact_means_exact_in_every_script(index: engine.Index) -> None:
    for text, keys in (("สะพานเก่า", ["th"]), ("สะพานเกา", []), ("क", []), ("पुराना पुल", ["hi"])):
        assert found(ask(index, query.whole(text), Options(exact=Exact.ANYWHERE))) == keys, text


# Stories of a hundred languages and scripts ---------------------------------------------------------------------


def stories() -> Iterator[tuple[str, int, list[str]]]:
    """Each story: the file it is in, its number, its sentences."""
    with tarfile.open(STORIES) as archive:
        texts = {
            Path(member.name).name: io.TextIOWrapper(archive.extractfile(member), encoding="utf-8").read()  # type: ignore[type-var]
            for member in archive.getmembers()
            if member.isfile()
        }
    ids = [line.split("\t")[0].strip() for line in texts["DOCUMENT_IDS.tsv"].splitlines()]
    for name in sorted(texts):
        if name.startswith("newstest"):
            of: defaultdict[str, list[str]] = defaultdict(list)
            for story, sentence in zip(ids, texts[name].splitlines(), strict=True):
                of[story].append(sentence)
            yield from ((name, number, sentences) for number, sentences in enumerate(of.values()))


def middle(sentence: str) -> str:
    """A word of the middle; of a script without spaces, up to four characters."""
    runs = re.findall(r"[\u3400-\u9fff]{2,}", sentence) or re.findall(r"[^\s\d\W]{3,}", sentence)
    run: str = runs[len(runs) // 2] if runs else ""
    if run[:1] < "\u3400":
        around = next((word for word in sentence.split() if run in word), run)
        return around.strip(".,;:!?\"'“”„«»()[]،؛؟।…’")
    return run[max(0, len(run) // 2 - 2) :][:4]


@shared.needs(STORIES)
def test_a_word_of_the_middle_finds_its_story_in_every_language(tmp_path: Path) -> None:
    every = [(name, number, sentences) for name, number, sentences in stories() if number % 5 == 1]
    codes = {"arb": "ar", "bel": "be", "bul": "bg", "deu": "de", "eng": "en", "fas": "fa", "fra": "fr", "heb": "he"}
    codes |= {"hin": "hi", "kaz": "kk", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "tur": "tr"}
    codes |= {"ukr": "uk", "zho": "zh"}
    records, asked = [], []
    for name, number, sentences in every:
        key, code = f"article:{name}-{number}", name.split(".")[1][:3]
        records.append(Record(key, "article", sentences[0], "\n".join(sentences[1:]), codes.get(code, code[:2])))
        if word := middle(sentences[len(sentences) // 2]):
            asked.append((key, word))
    index = engine.Index(engine.build(tmp_path, records))
    missed = []
    for key, word in asked:
        answer = ask(index, query.read(word), Options(), limit=1000)
        if not any(hit.full and hit.record.key == key for hit in answer.hits):
            missed.append((key, word))
    assert missed == []
    assert len(asked) >= len(every) * 0.98
