"""Names of invented people, with as many namesakes as there are among officials."""

from __future__ import annotations

from random import Random

from kg.seeds import Seeds

#: Share of persons who have a namesake, of 4,057 officials in the Chinese Political Elite Database: 64 of
#: 641 with a name of two characters, 55 of 3,325 with one of three; the counts give the share of short names.
NAMESAKES = {2: 64 / 641, 3: 55 / 3325}
SHORT = 641 / (641 + 3325)
_COMPOUND, _DOTTED = 0.02, 0.005
_FREQUENT = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_COMMON = (
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱"
    "秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
# Some 40 surnames are those of seven people in ten, a hundred those of nineteen in twenty.
_FREQUENT_SHARE, _COMMON_SHARE = 0.7, 0.95
_GIVEN = (
    "伟强军平华明国建文志永海林春光东德玉清新学忠民红金生庆龙辉刚涛鹏杰峰超斌波宁勇毅俊健云成江泉山松柏远达福贵荣祥和兴安康"
    "顺昌隆盛凯立中正义仁礼智信思源振宇航天宏大长世家其少伯仲孟子元先进方圆利亚南北西佳嘉美丽英芳秀兰梅竹菊静敏慧玲燕萍琴凤"
    "霞娟艳莉洁雪冰晶莹月星晨阳曙晓旭启开创维新革克胜捷奇才俊彦博雅量广宽厚朴诚实恒久常敬恭谦和贤良友善乐欣悦怡然若如尚崇"
    "景仰望希求真理哲钧铭鉴钢铁锋锐铮树森桂椿楠梓栋梁柱石岩磊峻岭岳川河湖洋洪润泽沛涵渊深潜润雨雷震霆电炎煜炳烈焕灿耀辉"
)
_DOTTED_PARTS = ("阿布都", "热合曼", "买买提", "艾尼瓦尔", "努尔兰", "巴合提", "吐尔逊", "库尔班", "萨比尔")


class Names:
    """Draws names; `factor` multiplies the rates of namesakes (never beyond every second person)."""

    def __init__(self, rng: Random, seeds: Seeds, factor: float = 1.0) -> None:
        self._rng = rng
        self._surnames = sorted(set(seeds.surnames) - seeds.rare_surnames)
        self._compound = [name for name in self._surnames if len(name) == 2]
        self._single = [name for name in self._surnames if len(name) == 1]
        self._factor = factor
        self._bearers: dict[str, int] = {}
        self._lone: dict[int, list[str]] = {2: [], 3: []}

    def person(self) -> str:
        """A name for one more official: new, or that of another one at the rate of its length.

        A second bearer gives both a namesake, so he comes at half of the rate.
        """
        length = 2 if self._rng.random() < SHORT else 3
        lone = self._lone[length]
        if lone and self._rng.random() < min(0.5, self._factor * NAMESAKES[length] / 2):
            name = lone.pop(self._rng.randrange(len(lone)))
        else:
            name = self._new(length)
            lone.append(name)
        self._bearers[name] = self._bearers.get(name, 0) + 1
        return name

    def other(self) -> str:
        """A name for the press: no official bears it."""
        return self._new(2 if self._rng.random() < SHORT else 3)

    def _new(self, length: int) -> str:
        while True:
            name = self._drawn(length)
            if name not in self._bearers:
                return name

    def _drawn(self, length: int) -> str:
        rng, chance = self._rng, self._rng.random()
        if length == 3 and chance < _DOTTED:
            return "·".join(rng.sample(_DOTTED_PARTS, 2))
        if length == 3 and chance < _DOTTED + _COMPOUND:
            return rng.choice(self._compound) + _given(rng, rng.choice((1, 1, 2)))
        share = rng.random()
        few = _FREQUENT if share < _FREQUENT_SHARE else _COMMON if share < _COMMON_SHARE else self._single
        return rng.choice(few) + _given(rng, length - 1)


def _given(rng: Random, length: int) -> str:
    return "".join(rng.choice(_GIVEN) for _ in range(length))
