"""Bodies that a bare title points back to: assemblies just named, hosts who accompany their guests."""

import pytest
from drawing import Drawing, drawn

POINTED = drawn("""
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
