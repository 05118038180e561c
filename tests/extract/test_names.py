"""Names: how long they are, what they may end in, and what is no name."""

import pytest
from drawing import Drawing, drawn

HAN = drawn("""
# two characters before a verb
市委书记{严冰}主持会议。
  person 严冰

# three characters before a verb
市委书记{严冰洁}主持会议。
  person 严冰洁

# two characters before 说
县长{牛犇}说，今年粮食丰收在望。
  person 牛犇

# four characters: compound surname and a given name of two
市长{欧阳德清}主持，副市长{司马如山}发言。
  person 欧阳德清
  person 司马如山

# a compound surname in a list
区领导{夏侯静}、{尉迟松}、{万俟雪}参加活动。
  person 夏侯静
  person 尉迟松
  person 万俟雪

# names of two parts, without a surname
市委书记{洛桑江村}主持会议，县委书记{阿不都热合曼}、{那顺孟和}、旗长{才让东珠}发言。
  person 洛桑江村
  person 阿不都热合曼
  person 那顺孟和
  person 才让东珠

# words that people are named by, after a title
市委副书记、市长{黄河}，县委书记{安全}，厅长{阳光}出席。
  person 黄河
  person 安全
  person 阳光

# the opposite: the same words before other words, and words that nobody is named by
省委书记安全生产专题会议召开，市委书记黄河流域视察，市长方面，县长高度重视。
  no person

# in Latin letters
董事长{Kevin Lobo}、院长{Mohsen van Dam}教授、主任{Joi ITO}出席。
  person Kevin Lobo
  person Mohsen van Dam
  person Joi ITO

# the opposite: one word in Latin letters is no name
董事长DeepSeek公司，总裁CEO办公室。
  no person

# at the head of a clause before the title, with an unusual given name
{栗战平}委员长主持闭幕会，{牛战平}部长发言。
  person 栗战平
  person 牛战平

# the opposite: not inside a clause
会上栗战平委员长，全国牛战平部长。
  no person

# a title behind one name ends before the title of the next
协会会长{潘国成}教授、秘书长{黄延光}先生和董事{王守业}出席。
  person 潘国成
  person 黄延光
  person 王守业

# 在 belongs to what follows, but at the end of a list to the name
书记{周文斌}在参加会见时表示，欢迎来访。市领导{刁常在}、{江楠}出席。
  person 周文斌
  person 刁常在
  person 江楠

# the opposite: verbs and other words behind a title
省长强调要抓好落实，书记来到他的家，秘书长关于规划的批示，主席同各方交换意见。轮值主席国工作有成效，\
党的领导和党的建设，领导干部配偶从业，主席令说，烈士保护法实施，委员通道开启。
  no person

# the opposite: 和 joins, it is no surname here
总书记和夫人，秘书长和各国代表，院士和师生代表参加会议。
  no person

# 于 and 在 are no part of a name that goes on
副主席{韩正平}于当地时间5月7日访问，副市长{林在}、{萧泽于}出席。
  person 韩正平
  person 林在
  person 萧泽于

# rare surnames
县领导{冮海波}、{郄建军}、{呙小兰}、{逯平安}参加。
  person 冮海波
  person 郄建军
  person 呙小兰
  person 逯平安

# surnames that are words: 别, 但, 还, 应
市领导{别家庆}、{但昭华}、{应文杰}、{时晓东}出席。
  person 别家庆
  person 但昭华
  person 应文杰
  person 时晓东

# names and a verb that begins like a given name
省长{高远}会见了来访的客人。
  person 高远

# a name that is a word
厅长{高峰}、副厅长{黎明}、总工程师{文静}到会。
  person 高峰
  person 黎明
  person 文静

# a name that is a word, before a verb
县委书记{方向}强调，要把安全放在首位。
  person 方向

# the opposite: the adverb
县委书记严肃指出了存在的问题。
  no person
""")

ENDINGS = drawn("""
# an adverb with nothing behind it ends the name
8月22日，海南州委书记{拉才让}，州长{尕玛才}陪同调研。
  post 拉才让 | 海南藏族自治州委 | 书记
  post 尕玛才 | 海南藏族自治州政府 | 州长

# the opposite: an adverb before its verb
3月1日，海南州委书记{拉才}均出席座谈会。
  post 拉才 | 海南藏族自治州委 | 书记

# a longer name without a known surname, right behind a title
11月3日，熊本大学校长{小田原博司}、肥后银行行长{宫崎俊一}出席座谈会。
  post 小田原博司 | 熊本大学 | 校长
  post 宫崎俊一 | 肥后银行 | 行长

# the opposite: words behind a title that is a word here
3月1日，会议落实市级领导分包机制，抓好作风建设。
  not person 分包机制

# 在 begins a frame
[宿州市市长]{傅天明}与[铜仁市市长]{郑正}在《友好城市协议》上签字。
  post 傅天明 | 宿州市政府 | 市长
  post 郑正 | 铜仁市政府 | 市长

# a name that begins like a body
5月11日，聊城大学副校长{王承宽}、{王国平}、{周南平}出席座谈会。
  post 王承宽 | 聊城大学 | 副校长
  post 王国平 | 聊城大学 | 副校长
  post 周南平 | 聊城大学 | 副校长

# before a day
4月18日，苏州市副市长{江之远}18日出席座谈会。
  person 江之远

# the opposite: 连续 before an ordinal
4月18日，这是中国外长连续第30年首访非洲，苏州市副市长{江之远}说。
  person 江之远

# the opposite: a division before its body
2月12日，运城市盐湖区委常委冯村乡党委书记{马振兴}出席座谈会。
  person 马振兴

# a body before a title and a name with dots
7月20日，巴斯夫总裁{伯恩德·林德纳}出席座谈会。
  post 伯恩德·林德纳 | 巴斯夫 | 总裁

# ends in 和 before a stop
市领导{孙立}、{于仲和}。
  person 孙立
  person 于仲和

# ends in 和 before a verb
副市长{于仲和}出席会议。
  person 于仲和

# ends in 和 before another 和
县长{朱仁和}和县委副书记{魏来}参加。
  person 朱仁和
  person 魏来

# the opposite: 和 joins two names of two characters
县长{朱仁}和{魏来}参加。
  person 朱仁
  person 魏来

# ends in 方
总经理{曹仲方}向客人介绍了产品。
  person 曹仲方

# ends in 平 and 安
市长{吕志平}、副市长{路长安}视察了现场。
  person 吕志平
  person 路长安

# the opposite: 平安 is a company
市长{吕志}与平安集团董事长{路长}会谈。
  person 吕志
  person 路长

# ends in 会, 来, 到
县委书记{陈文会}、县长{罗东来}、副县长{龚云到}参加调研。
  person 陈文会
  person 罗东来
  person 龚云到

# the opposite: 来 and 到 are verbs
县委书记{陈文}来校访问，县长{罗东}到企业走访。
  person 陈文
  person 罗东

# ends in 同 and 与
区长{郭大同}与区委书记{程少与}一同参加。
  person 郭大同
  person 程少与

# the opposite: 同 and 与 join
区长{郭岱}同区委书记{程晖}与企业代表座谈。
  person 郭岱
  person 程晖

# ends in 成, 并 follows
省长{冯至成}并不同意这个看法。
  person 冯至成

# ends in 明, 说明 follows
副市长{佟克明}说明了有关情况，局长{佟克}说明了原因。
  person 佟克明
  person 佟克

# ends in 主
省委书记{才让主}主持座谈会。
  person 才让主
""")

LISTED = drawn("""
# surnames that end the names of bodies: 司, 师
区领导{夏侯静}、{司慧莹}、{师贤晶}、{尉迟松}参加活动。
  person 夏侯静
  person 司慧莹
  person 师贤晶
  person 尉迟松

# after a colon
出席会议的市领导：{尹长春}、{米雪}、{庄有为}。
  person 尹长春
  person 米雪
  person 庄有为

# after 有
参加会见的有市委常委{尹长春}，副市长{米雪}、{庄有为}等。
  person 尹长春
  person 米雪
  person 庄有为

# 等 ends the list
市领导{闻人杰}、{费一平}等陪同。
  person 闻人杰
  person 费一平

# 等同志, 等市领导
县领导{石秀山}、{关大鹏}、{祝亦融}等同志参加；{石秀山}等县领导随后走访了农户。
  person 石秀山
  person 关大鹏
  person 祝亦融

# names set apart by spaces
区领导{辛立军} {伍月} {苗得雨}参加。
  person 辛立军
  person 伍月
  person 苗得雨

# a remark in brackets behind the name
市领导{石秀山}（女）、{关大鹏}（回族）、{祝亦融}参加。
  person 石秀山
  person 关大鹏
  person 祝亦融
""")

NOT_NAMES = drawn("""
# surnames that are words: a conjunction between two, a state that presides, what members should do
3月1日，会议召开。{江之远}主席和{普林}总统互致贺信。中国担任上合组织轮值主席国以来，政协委员要牢记使命，大使向两国客人介绍情况。
  person 江之远
  person 普林

# the opposite: people of those surnames
3月1日，省政协副主席{国士衡}、副省长{和向群}、副市长{向前行}出席会议。
  attended 国士衡、和向群、向前行

# people in charge
市委有关负责人、市政府相关同志、局长和有关方面代表参加会议。
  no person

# somebody
据了解，该市原副市长某某因违纪被调查，局长张某某也被带走。
  no person

# a title with its work
书记抓、抓书记，市长工作报告获得通过，县长热线全年接听来电两万件。
  no person

# a title and an adverb
市长亲自带队，书记靠前指挥，局长全程参与，主任现场办公。
  no person

# a title and its number
参加培训的有村支部书记二百余人、企业董事长三十多名、院长十余位。
  no person

# a title and a plural
市长们纷纷表示支持，书记们先后发言，校长们就合作交换意见。
  no person

# a title and a place of work
记者在市长办公室、书记信箱和主任接待日了解到情况。
  no person

# all of them
市委书记、市长以及全体常委、各位副市长均到场。
  no person

# an order and a wish
要求各区委书记高度重视，各局局长认真落实，各校校长严格执行。
  no person
""")


@pytest.mark.parametrize("case", HAN + ENDINGS, ids=str)
def test_han_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", LISTED, ids=str)
def test_names_in_lists(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", NOT_NAMES, ids=str)
def test_words_that_are_no_names(case: Drawing) -> None:
    assert case.mistakes() == []
