"""Short names that the article itself ties to full ones."""

import pytest
from drawing import Drawing, drawn

TIED = drawn("""
# two characters of each word and 集团
[[辽港集团]董事长]{舟行健}出席。辽宁港口集团有限公司与大连市签署协议。
  alias 辽宁港口集团有限公司 | 辽港集团
  post 舟行健 | 辽宁港口集团有限公司 | 董事长

# the beginning of the name
徐州工程机械集团有限公司举行发布会，[[徐州工程机械集团]总经理]{车同轨}介绍产品。
  alias 徐州工程机械集团有限公司 | 徐州工程机械集团
  post 车同轨 | 徐州工程机械集团有限公司 | 总经理

# given in brackets
中国长江三峡集团有限公司（以下简称[三峡集团]）与宜昌市签署协议，[三峡集团总经理]{川江平}出席。
  alias 中国长江三峡集团有限公司 | 三峡集团
  post 川江平 | 中国长江三峡集团有限公司 | 总经理

# the province's office by its abbreviation
辽宁省发展和改革委员会召开会议，省发改委主任{舟行健}讲话。
  post 舟行健 | 辽宁省发改委 | 主任

# the opposite: a bureau is not the company that it has founded
中铁七局投资有限公司与夷陵区签署协议，中铁七局总经理{舟行健}出席。
  no alias
  post 舟行健 | 中铁七局 | 总经理

# but it is its own company
中铁五局集团有限公司与夷陵区签署协议，中铁五局总经理{舟行健}出席。
  alias 中铁五局集团有限公司 | 中铁五局
  post 舟行健 | 中铁五局集团有限公司 | 总经理

# the opposite: two full names would fit
辽宁港口集团有限公司与辽宁港湾集团有限公司签署协议，辽港集团董事长{舟行健}出席。
  no alias

# the opposite: other characters
辽宁港口集团有限公司与大连市签署协议，鞍钢集团董事长{舟行健}出席。
  no alias
  post 舟行健 | 鞍钢集团 | 董事长

# the opposite: the characters stand in another order
辽宁港口集团有限公司与大连市签署协议，港辽集团董事长{舟行健}出席。
  no alias

# the opposite: a group that is only called the group
辽宁港口集团有限公司与大连市签署协议，该集团负责人出席。
  no alias
""")


@pytest.mark.parametrize("case", TIED, ids=str)
def test_aliases(case: Drawing) -> None:
    assert case.mistakes() == []
