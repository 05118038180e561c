"""Documents: adopted, issued, presented, cited; and titles in 《》 that are no documents."""

import pytest
from drawing import Drawing, drawn

ADOPTED = drawn("""
# 自 inside the name of a ministry
自然资源部、财政部联合印发[《关于修复湿地的实施意见》]。
  is-issued 关于修复湿地的实施意见

# the short title of one in full
会议审议通过[《关于修复湿地的实施意见》]。[《实施意见》]已由省政府办公厅印发。
  is-adopted 关于修复湿地的实施意见
  is-issued 关于修复湿地的实施意见

# 审议通过
会议审议通过了[《2024年林长制工作要点》]。
  is-adopted 2024年林长制工作要点

# 审议并原则通过
市政府常务会议审议并原则通过[《城市更新实施方案》]。
  is-adopted 城市更新实施方案

# 表决通过
大会表决通过了[《关于政府工作报告的决议》]。
  is-adopted 关于政府工作报告的决议

# two in one sentence
会议审议通过[《林长制工作要点》]和[《林长制考核办法》]。
  is-adopted 林长制工作要点
  is-adopted 林长制考核办法

# passive
[《湿地保护条例》]经市人大常委会会议表决通过。
  is-adopted 湿地保护条例

# 书面审议通过 with a year
会议审议并通过了2021年的[《联盟工作计划》]。
  is-adopted 联盟工作计划
""")

ISSUED = drawn("""
# 印发
近日，辽宁省政府印发[《冰雪经济发展规划》]。
  is-issued 冰雪经济发展规划

# 发布
生态环境部1日发布[《全国噪声污染防治报告》]。
  is-issued 全国噪声污染防治报告

# 联合印发
省教育厅、省财政厅联合印发[《校园餐管理办法》]。
  is-issued 校园餐管理办法

# 出台, passive
[《校园餐管理办法》]近日正式出台。
  is-issued 校园餐管理办法

# the opposite: since it was issued
自[《冰雪经济发展规划》]印发以来，全省新建雪场二十座。
  is-cited 冰雪经济发展规划
""")

PRESENTED = drawn("""
# 就…作说明
省发展改革委主任{路行}就[《冰雪经济发展规划》]作说明。
  is-presented 冰雪经济发展规划

# 宣读
副市长{安澜}宣读了[《关于表彰劳动模范的决定》]。
  is-presented 关于表彰劳动模范的决定

# 解读
专家解读了[《湿地保护条例》]。
  is-presented 湿地保护条例

# 作题为…的报告
教授{闻道}作了题为[《生成式人工智能与司法》]的报告。
  is-presented 生成式人工智能与司法

# 对…作介绍
会上，省林草局对[《林长制考核办法》]作了介绍。
  is-presented 林长制考核办法
""")

CITED = drawn("""
# 根据
根据[《湿地保护条例》]，有关部门开展了检查。
  is-cited 湿地保护条例

# 贯彻
会议要求，认真贯彻[《关于加强基层治理的意见》]。
  is-cited 关于加强基层治理的意见

# 按照
按照[《冰雪经济发展规划》]要求，各市加快项目建设。
  is-cited 冰雪经济发展规划

# the opposite: a newspaper
据《人民日报》报道，《光明日报》记者参加了活动。
  no document

# the opposite: a song and a film
晚会在歌曲《我和我的祖国》中开始，现场放映了电影《横空出世》。
  no document

# the opposite: a novel
作家谈到了小说《平凡的世界》。
  no document

# the opposite: a television programme
央视《新闻联播》栏目报道了这一消息。
  no document

# the opposite: an agreement that is signed
7月2日，赣州市与韶关市签署《红色旅游合作协议》。
  no document
""")


@pytest.mark.parametrize("case", ADOPTED + ISSUED, ids=str)
def test_adopted_and_issued(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", PRESENTED + CITED, ids=str)
def test_presented_and_cited(case: Drawing) -> None:
    assert case.mistakes() == []
