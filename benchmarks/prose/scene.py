"""Where things happen and what they are about."""

from __future__ import annotations

from random import Random

from benchmarks.world.bodies import Region
from benchmarks.world.careers import World
from kg.seeds import Place

THEMES = (
    "重点项目建设", "乡村振兴", "招商引资", "安全生产", "防汛抗旱", "优化营商环境", "职业教育改革",
    "文化旅游", "港口物流", "数字经济", "生态环境保护", "科技创新", "城市更新", "民营经济", "粮食生产",
    "社区养老", "绿色能源",
)
_VENUES = ("国际会议中心", "宾馆", "迎宾馆", "行政中心", "市民中心", "大剧院")


def venue(city: Place, rng: Random) -> tuple[str, tuple[str, ...]]:
    """A hall, or the city itself, and the names of the place that count as right."""
    if rng.random() < 0.3:
        return city.name, (city.name, city.short)
    hall = city.short + rng.choice(_VENUES)
    return hall, (hall, city.name, city.short)


def region_of(world: World, city: Place) -> Region:
    """The province of a city, with its cities."""
    return next(region for region in world.regions if city in region.cities)
