"""Reading takes time in proportion to the length: counted in executed lines, not in seconds."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from kg.extract import extract
from kg.model import Article
from kg.read import canonical

GOLD = Path(__file__).parents[1] / "gold"
TEXTS = [canonical(path.read_text("utf-8"))[0] for path in sorted((GOLD / "shared/articles").glob("*.txt"))]
CITIES = ["大连", "沈阳", "武汉", "长沙", "合肥", "南昌", "苏州", "宁波", "青岛", "厦门"]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙"
TIMES = 8


def varied(text: str, turn: int) -> str:
    """The same text with other people and other cities, so that a longer text also has more of them."""
    turned = SURNAMES[turn:] + SURNAMES[:turn]
    text = text.translate(str.maketrans(SURNAMES, turned))
    for index, city in enumerate(CITIES):
        text = text.replace(city, f"\0{(index + turn) % len(CITIES)}\0")
    for index, city in enumerate(CITIES):
        text = text.replace(f"\0{index}\0", city)
    return text


ARTICLES = "\n".join(TEXTS)[:6000]
UNITS = {
    "articles": "".join(varied(ARTICLES, turn) + "\n" for turn in range(TIMES)),
    "names in one list": "市领导王健、欧阳萍、于保和、" * 320,
    "cities in one list": "大连市、沈阳市、丹东市、" * 360,
    "pairs in one sentence": "大连市与沈阳市、丹东市与锦州市分别签署合作协议，" * 180,
    "titles without names": "省委副书记、大连市委书记、" * 320,
    "no stop at all": "大连市委在辽宁省政府和我校与双方会议" * 240,
    "titles of works": "《辽宁沿海经济带六城市合作框架协议》和" * 220,
    "open quotation marks": "推进“一圈《一带(" * 480,
    "acts": "免去王健的大连市市长职务，任命李强为沈阳市市长；" * 180,
    "meetings": "王健会见李强，第三届论坛在大连市举行。" * 220,
    "counted groups": "沿海六市、甘青两省和九家央企，" * 280,
    "digits": "1" * 4000,
    "spaces": "王 健 " * 1000,
}
#: Each of these once kept a regular expression busy for ever.
HARD = (
    "1" * 60 + "有限公司省委、省政府曾任大连市市长，",
    ("在大连市举行会议" * 40 + "省委、省政府的合作协议签了负责同志参加我校") * 2,
    "大连市与沈阳市就加强合作" + "在会上就" * 60 + "，签署合作协议。",
    "并由" * 60 + "大连市与沈阳市签署合作协议。",
    "大连市与沈阳市签署" + "的还有" * 60 + "合作协议。",
    "大连市市长王健" + "以及" * 60 + "在会上，沈阳市市长李强出席会议。",
)


def executed_lines(text: str) -> int:
    count = 0

    def local(frame: FrameType, event: str, arg: object) -> object:
        nonlocal count
        count += 1
        return local

    article = Article(id="long", text=text, raw=text, offsets=range(len(text) + 1))
    before = sys.gettrace()
    sys.settrace(local)
    try:
        extract(article)
    finally:
        sys.settrace(before)
    return count


@contextmanager
def given_up_after(seconds: int) -> Iterator[None]:
    """A search without end is interrupted; how long a search takes is not judged."""
    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError("a regular expression does not come to an end")

    old = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)


@pytest.mark.parametrize("name", UNITS)
def test_eight_times_the_text_is_eight_times_the_work(name: str) -> None:
    text = UNITS[name]
    short = text[: len(text) // TIMES]
    executed_lines("大连市市长王健出席会议。")  # tables are loaded, caches are filled
    with given_up_after(120):
        assert executed_lines(text) <= 10 * executed_lines(short)


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_no_text_is_searched_for_ever(text: str) -> None:
    with given_up_after(120):
        extract(Article(id="hard", text=text, raw=text, offsets=range(len(text) + 1)))
