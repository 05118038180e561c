"""How bodies, posts and days are written, and which names count as right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks.world.bodies import Post, renamed
from benchmarks.world.careers import World

_ENDS = {"congress": "人大常委会", "conference": "政协"}
_HEADS = ("市长", "省长", "区长", "县长")  # 大连市长 is the 市长 of 大连市


@dataclass(frozen=True)
class Words:
    """Writes names as of a day. `home` is the code of the place whose paper writes (None: another place's
    paper, which names every place); what is at home is written bare: 市委, 市教育局.
    """

    world: World
    day: date
    home: str | None

    def place(self, code: str) -> str:
        """The full name of a place on the day."""
        name = self.world.places[code].name
        before, year = renamed(self.world.seeds).get(name, (name, 0))
        return before if self.day.year < year else name

    def short(self, code: str) -> str:
        name = self.place(code)
        return name[:-1] if len(name) > 2 else name

    def bodies(self, post: Post) -> list[str]:
        """The names of a post's body that count as right, the best first."""
        kind, _, inner = post.kind.partition(":")
        if kind == "body":
            return [inner, inner[:-2]] if inner.endswith("党委") else [inner]
        name = self.place(post.code)
        whole = name + {"party": "委", "government": "政府", **_ENDS}[kind]
        if inner:
            return [f"{whole}{inner}", whole] if kind == "party" else [f"{name}{inner}"]
        also = {"party": [f"中共{whole}"], "government": [f"{name}人民政府", name]}
        return [whole, *also.get(kind, ())]

    def title(self, post: Post) -> str:
        """A county that became a district had a 县长 before."""
        name, level = post.title, self.place(post.code)[-1]
        return f"{name[:-2]}{level}长" if name[-2:] in _HEADS and level in "区县市" else name

    def titles(self, post: Post) -> list[str]:
        kind = post.kind.partition(":")[0]
        title, level = self.title(post), self.place(post.code)[-1]
        if post.kind.endswith("党委"):
            return [title, f"党委{title}"]
        more = {"party": f"{level}委{title}", "government": f"{level}政府{title}"}.get(kind)
        inner = post.kind.partition(":")[2]
        return [title, *([f"{inner}{title}"] if inner else [more] if more else [])]

    def chain(self, posts: Sequence[Post], rng: Random | None = None, *, whole: bool = False) -> str:
        """省委常委、大连市委书记: the posts before a name, bodies named once; `whole`: nothing is at home."""
        if whole:
            return replace(self, home=None).chain(posts, rng)
        parts: list[str] = []
        said: set[str] = set()
        for post in posts:
            parts.append(self._part(post, said, rng))
            said |= {post.code, post.code + post.kind.partition(":")[0]}
        return "、".join(parts)

    def _part(self, post: Post, said: set[str], rng: Random | None) -> str:
        kind, _, inner = post.kind.partition(":")
        title, name = self.title(post), self.place(post.code)
        is_said = post.code + post.kind.partition(":")[0] in said
        at_home = post.code in said or self.home == post.code or self._above_home(post.code)
        head = name[-1] if at_home else name
        if kind == "body":
            return f"{'' if is_said else inner}{title}"
        if kind == "party":
            return f"{'' if is_said else head + '委'}{inner}{title}"
        if inner or kind != "government":
            return f"{head}{'' if inner else _ENDS[kind]}{inner}{title}"
        if title == "秘书长":
            return f"{head}政府秘书长"
        loose = rng is not None and title in _HEADS and len(name) > 2 and rng.random() < 0.3
        return title if at_home else f"{name[:-1] if loose else name}{title}"

    def _above_home(self, code: str) -> bool:
        return self.home is not None and code == self.home[:2] + "0000"


def day_words(day: date, told: date, rng: Random) -> tuple[str, bool]:
    """Words for a day as an article of `told` writes them, and whether the words name month and day."""
    part = rng.choice(("", "", "上午", "下午"))
    full = f"{day.month}月{day.day}日{part}"
    forms = [(full, True)] * 4
    if day == told - timedelta(days=1):
        forms += [(f"昨日{part}" if part else "昨日", False), (f"昨天{part}", False)]
    if day == told:
        forms += [(f"今天{part}", False)]
    if (day.year, day.month) == (told.year, told.month):
        forms += [(f"{day.day}日{part}", False)]
    if day.year == told.year:
        forms += [(f"{day.year}年{full}", True)]
    return rng.choice(forms)
