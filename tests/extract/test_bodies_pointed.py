"""Bodies that a bare title points back to: assemblies just named, hosts who accompany their guests."""

import pytest
from drawing import Drawing, drawn

from kg.extract import extract
from kg.model import Article

POINTED = drawn("""
# that bureau, that city
盐城市科技局召开会议，[该局副局长]{岳青山}主持；芜湖市来人参加，[该市副市长]{单雪峰}发言。
  post 岳青山 | 盐城市科技局 | 副局长
  post 单雪峰 | 芜湖市政府 | 副市长

# the two bodies of a zone
会议由[盐南高新区党工委副书记]、[管委会主任]{岳青山}主持。
  post 岳青山 | 盐南高新区党工委 | 副书记
  post 岳青山 | 盐南高新区管委会 | 主任

# the office of the body just named
[安徽省政府秘书长]兼[办公厅主任]{岳青山}出席。
  post 岳青山 | 安徽省政府 | 秘书长
  post 岳青山 | 安徽省政府办公厅 | 主任

# an office of a ministry in a report from a province
[安徽省农业农村厅厅长]{岳青山}、[农业农村部办公厅副主任]{单雪峰}出席。
  post 岳青山 | 安徽省农业农村厅 | 厅长
  post 单雪峰 | 农业农村部办公厅 | 副主任

# a title of one's own behind the name
[安徽省友协副会长]{岳青山}、{单雪峰}市长致辞。
  post 岳青山 | 安徽省友协 | 副会长

# the place whose assembly the sentence tells of
盐城市任免一批干部
盐城市委近日在盐城召开会议。随州市六届人大常委会第三十次会议任命{单雪峰}为[副市长]。
  post 单雪峰 | 随州市政府 | 副市长

# those who travel are of the place that sent the delegation
由[盐城市市长]{岳青山}率领的盐城市代表团到芜湖市考察。随团前往的有[副市长]{单雪峰}，[市科技局局长]{宁致远}。
  post 岳青山 | 盐城市政府 | 市长
  post 单雪峰 | 盐城市政府 | 副市长
  post 宁致远 | 盐城市科技局 | 局长

# the place whose event it is, held in another city
4月9日，盐城市产业推介会在深圳举行，[市长]{单雪峰}致辞。
  post 单雪峰 | 盐城市政府 | 市长

# the opposite: a sentence about the other city
4月9日，合作签约仪式在芜湖市举行，[市长]{单雪峰}致辞。
  post 单雪峰 | 芜湖市政府 | 市长

# an acting head of a county
[盐湖区代区长]{岳青山}、[永宁县代县长]{单雪峰}出席。
  post 岳青山 | 盐湖区政府 | 代区长
  post 单雪峰 | 永宁县政府 | 代县长
  place 永宁县

# the place for which somebody signs
盐城要闻 盐城市港口会议召开。中卫市由[副市长]{单雪峰}签字。
  post 单雪峰 | 中卫市政府 | 副市长

# a list of ministers behind a head at home
[安徽省省长]{岳青山}、[塞舌尔外交部长]{单雪峰}、[农业部长]{宁致远}出席。
  post 岳青山 | 安徽省政府 | 省长
  post 单雪峰 | 塞舌尔外交部 | 部长
  post 宁致远 | 塞舌尔农业部 | 部长

# an office of a state behind the head of a part of it
[美国犹他州州长]{岳青山}、[联邦调查局局长]{单雪峰}出席。
  post 岳青山 | 犹他州政府 | 州长
  post 单雪峰 | 美国联邦调查局 | 局长

# our own school, not that of the guests
西藏农牧大学客人访问我校
5月7日，西藏农牧大学客人来到我校。[校长]{单雪峰}签署《山西农牧学院 西藏农牧大学备忘录》。
  post 单雪峰 | 山西农牧学院 | 校长

# cities abroad, and their assemblies
[法国戛纳市市长]{岳青山}、[半田市议长]{单雪峰}来访。
  post 岳青山 | 戛纳市政府 | 市长
  post 单雪峰 | 半田市议会 | 议长

# a bare chair of the assembly named before
3月6日，盐城市人大常委会召开会议，[主任]{岳青山}主持，[副主任]{单雪峰}、{宁致远}，[秘书长]{骆天成}出席。
  post 岳青山 | 盐城市人大常委会 | 主任
  post 单雪峰 | 盐城市人大常委会 | 副主任
  post 宁致远 | 盐城市人大常委会 | 副主任
  post 骆天成 | 盐城市人大常委会 | 秘书长

# a bare chair of a political consultative conference
盐城市政协召开常委会会议，[主席]{岳青山}主持，[副主席]{单雪峰}出席。
  post 岳青山 | 盐城市政协 | 主席
  post 单雪峰 | 盐城市政协 | 副主席

# the opposite: a chain that names its own body
盐城市人大常委会召开会议，[盐城市科技局局长]{岳青山}、[副局长]{单雪峰}列席。
  post 岳青山 | 盐城市科技局 | 局长
  post 单雪峰 | 盐城市科技局 | 副局长

# the opposite: no assembly was named
会议由主任{岳青山}主持。
  no post

# the term of an assembly is no part of its name
盐城市第九届人大常委会3月6日召开会议，[副主任]{单雪峰}出席。
  post 单雪峰 | 盐城市人大常委会 | 副主任
  org 盐城市人大常委会

# hosts who accompany are of the place visited
3月6日，[盐城市委书记]{岳青山}率盐城市党政代表团赴芜湖市考察，[市委书记]{单雪峰}、[市长]{宁致远}陪同。
  post 岳青山 | 盐城市委 | 书记
  post 单雪峰 | 芜湖市委 | 书记
  post 宁致远 | 芜湖市政府 | 市长

# the opposite: nobody accompanies
3月6日，[盐城市委书记]{岳青山}率盐城市党政代表团赴芜湖市考察，[市长]{宁致远}参加。
  post 岳青山 | 盐城市委 | 书记
  post 宁致远 | 盐城市政府 | 市长
""")


@pytest.mark.parametrize("case", POINTED, ids=str)
def test_who_a_bare_title_points_back_to(case: Drawing) -> None:
    assert case.mistakes() == []


def test_an_office_behind_a_verb_begins_with_its_level() -> None:
    text = "大连市市长华清明率团访问韩国，同行的有市外办主任金哲。"
    facts = extract(Article(id="drawn", text=text, raw=text, offsets=range(len(text) + 1)))
    assert [org for org in facts.orgs if org.endswith("外办")] == ["大连市外办"]
