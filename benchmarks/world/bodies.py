"""Places of the world, and the seats that are held in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from kg.seeds import Place, Seeds

BUREAUX = ("教育局", "商务局", "财政局", "交通运输局", "文化和旅游局", "农业农村局", "水务局")
OFFICES = ("发展和改革委员会", "商务厅", "教育厅", "交通运输厅", "文化和旅游厅", "科学技术厅")
_TRADES = ("港口", "能源", "重工", "医药", "文旅", "水务", "化工", "智能科技", "物流", "钢铁", "新材料")
_BRANDS = ("海晟", "瑞拓", "恒峻", "东衡", "汇澜", "盛屿", "启岳", "华澄", "金穗源", "宏图达")
_SCHOOLS = ("海洋大学", "理工学院", "师范学院", "农业大学", "工业大学", "财经学院", "职业技术学院")


@dataclass(frozen=True, slots=True)
class Post:
    """`kind` tells the body of the place: party, government, congress, conference, or a body of theirs
    (party:组织部, government:教育局); a body that is no part of a place's is named whole (body:辽海集团).
    """

    code: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat for one person: one post or several that go together. `many`: others hold the same title."""

    id: str
    code: str
    role: str
    rank: int
    posts: tuple[Post, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A province with the cities of the world, each with the counties that are in it."""

    province: Place
    cities: tuple[Place, ...]
    counties: dict[str, tuple[Place, ...]]


def regions(seeds: Seeds, rng: Random, cities: int) -> list[Region]:
    """Provinces drawn at random, at least three when they can be, until they hold the wanted cities."""
    today = {place.code: place for _, place in seeds.places.names() if not place.historical}
    places = [today[code] for code in sorted(today)]
    provinces = [p for p in places if p.level == "province" and p.name.endswith("省") and p.code != "710000"]
    rng.shuffle(provinces)
    made: list[Region] = []
    for province in provinces:
        left = cities - sum(len(region.cities) for region in made)
        if left <= 0:
            break
        own = [p for p in places if p.parent == province.code and p.code[4:] == "00" and p.name[-1] == "市"]
        count = min(left, len(own), max(2, -(-cities // 3)))
        own = sorted(rng.sample(own, count), key=lambda place: place.code)
        inside = {city.code: _counties(city, places, seeds, rng) for city in own}
        made.append(Region(province, tuple(own), inside))
    return made


def _counties(city: Place, places: Iterable[Place], seeds: Seeds, rng: Random) -> tuple[Place, ...]:
    own = [p for p in places if p.parent == city.code and p.name[-1] in "区县市" and "自治" not in p.name]
    rng.shuffle(own)
    own.sort(key=lambda place: place.name not in renamed(seeds))  # those with another name before come first
    return tuple(sorted(own[:3], key=lambda place: place.code))


def renamed(seeds: Seeds) -> dict[str, tuple[str, int]]:
    """Name of today → (name before, year of the change), for changes of name or kind after 2004."""
    if not _RENAMED:
        today = {place.code: place for _, place in seeds.places.names() if not place.historical}
        former = sorted({(p.valid_to or "", p.code, p.name, p.replaced_by or "")
                         for _, p in seeds.places.names() if p.historical})
        for year, code, name, after in former:
            place = today.get(after)
            if place and place.name != name and place.short == name[:-1] and code[:4] == after[:4] \
                    and "2004" < year < "2023":
                _RENAMED[place.name] = (name, int(year))
    return _RENAMED


_RENAMED: dict[str, tuple[str, int]] = {}


def province_seats(province: Place) -> list[Seat]:
    code = province.code

    def seat(role: str, rank: int, *posts: tuple[str, str], many: bool = False) -> Seat:
        return Seat(f"{code}-{role}", code, role, rank, tuple(Post(code, *post) for post in posts), many)

    party, gov = "party", "government"
    return [
        seat("secretary", 9, (party, "书记")),
        seat("governor", 8, (party, "副书记"), (gov, "省长")),
        seat("first_deputy", 7, (party, "常委"), (gov, "常务副省长")),
        seat("organiser", 7, (party, "常委"), ("party:组织部", "部长")),
        seat("general", 7, (party, "常委"), (party, "秘书长")),
        *(seat(f"deputy{n}", 6, (gov, "副省长"), many=True) for n in range(3)),
        seat("congress", 7, ("congress", "副主任"), many=True),
        seat("conference", 7, ("conference", "主席")),
        *(seat(f"office{n}", 5, (f"government:{name}", "主任" if name[-1] == "会" else "厅长"))
          for n, name in enumerate(OFFICES)),
    ]


def city_seats(city: Place, rng: Random, *, capital: bool) -> list[Seat]:
    code = city.code

    def seat(role: str, rank: int, *posts: tuple[str, str], many: bool = False) -> Seat:
        return Seat(f"{code}-{role}", code, role, rank, tuple(Post(code, *post) for post in posts), many)

    party, gov = "party", "government"
    above = (Post(code[:2] + "0000", party, "常委"),) if capital else ()
    secretary = Seat(f"{code}-secretary", code, "secretary", 6, (*above, Post(code, party, "书记")))
    bureaux = rng.sample(BUREAUX, 5)
    return [
        secretary,
        seat("governor", 5, (party, "副书记"), (gov, "市长")),
        seat("vice_secretary", 4, (party, "副书记")),
        seat("first_deputy", 4, (party, "常委"), (gov, "常务副市长")),
        seat("organiser", 4, (party, "常委"), ("party:组织部", "部长")),
        seat("propagandist", 4, (party, "常委"), ("party:宣传部", "部长")),
        seat("general", 4, (party, "常委"), (party, "秘书长")),
        *(seat(f"deputy{n}", 3, (gov, "副市长"), many=True) for n in range(3)),
        seat("congress", 5, ("congress", "主任")),
        seat("congress_deputy", 3, ("congress", "副主任"), many=True),
        seat("conference", 5, ("conference", "主席")),
        seat("conference_deputy", 3, ("conference", "副主席"), many=True),
        seat("gov_general", 2, (gov, "秘书长")),
        *(seat(f"bureau{n}", 2, (f"government:{name}", "局长")) for n, name in enumerate(bureaux)),
    ]


def county_seats(county: Place) -> list[Seat]:
    code, head = county.code, {"区": "区长", "县": "县长", "市": "市长"}[county.name[-1]]

    def seat(role: str, rank: int, *posts: tuple[str, str], many: bool = False) -> Seat:
        return Seat(f"{code}-{role}", code, role, rank, tuple(Post(code, *post) for post in posts), many)

    return [
        seat("secretary", 3, ("party", "书记")),
        seat("governor", 2, ("party", "副书记"), ("government", head)),
        seat("deputy0", 1, ("government", f"副{head}"), many=True),
    ]


def house_seats(city: Place, rng: Random) -> list[Seat]:
    """Two companies and a school of a city; their people seldom change into offices."""
    made = []
    trades, brands = rng.sample(_TRADES, 2), rng.sample(_BRANDS, 2)
    houses = [f"{city.short}{brand}{trade}{rng.choice(('集团有限公司', '股份有限公司', '有限公司'))}"
              for brand, trade in zip(brands, trades, strict=True)]
    for number, house in enumerate(houses):
        for role, title in (("chair", "董事长"), ("manager", "总经理")):
            post = Post(city.code, f"body:{house}", title)
            made.append(Seat(f"{city.code}-{role}{number}", city.code, f"{role}{number}", 0, (post,)))
    school = f"{city.short}{rng.choice(_SCHOOLS)}"
    head = "院长" if school.endswith("学院") else "校长"
    for role, body, title in (("school_secretary", f"{school}党委", "书记"), ("president", school, head)):
        post = Post(city.code, f"body:{body}", title)
        made.append(Seat(f"{city.code}-{role}", city.code, role, 0, (post,)))
    return made
