# 大家想到一起的地方、谁说过话、答复：工作台和命令行的话。

compose-nothing-no-designs = 没有合成方案：一份方案也没有。先把方案读进来。
compose-nothing-nothing-drawn = 没有合成方案：方案里没有目录认得的东西。
compose-nothing-budget = 没有合成方案：{ $budget } 元预算一件也做不了，要多一点钱才行。
compose-nothing-rules = 没有合成方案：几个人都画了的东西，放在那里都违反必须遵守的规则。
compose-nothing-no-agreement = 没有合成方案：没有足够多的人都赞同的东西。
compose-nothing-stopped = 第一份还没合成就停下了，还看不出什么。要接着做，请再点“开始合成”。
compose-failed-project = 没有合成：后台读不了项目文件。请刷新页面，再合成一次。
compose-failed-answer = 没有合成：算出的结果读不懂。请刷新页面，再合成一次。
compose-title = 合成方案 { $n }

desk-tab-where = 在哪里
desk-tab-who = 谁说过
desk-tab-compose = 合成
desk-tab-answer = 答复

where-kind = 看哪种构件
where-bandwidth = 多远算一处
where-metres = { $n } 米
where-whose = 看谁的
where-whose-all = 所有人
where-whose-group = { $group } 组
where-whose-apart = { $group } 组和其他人的差别
where-caption = { $kind }：{ $n } 份方案，带宽 { $bandwidth } 米
where-votes = 每份方案对每种构件只算一票，放得多的人也不多算。颜色越深，想放在那里的方案越多。
where-apart = 红色是这一组更想要的地方，绿色虚线是其他人更想要的地方，都按每份方案算。
where-spots = 最集中的地方
where-spot = { $designs } 份方案，{ $things } 件
where-none = 这些方案里没有放过这种东西
where-at = { $place }，{ $radius } 米以内：{ $n } 份方案
where-at-close = 不看这一处
where-take = 下载等值线（GeoJSON）
where-take-few = 不到 5 份方案有它，线会露出是谁。请换一种构件，或看全部方案。
where-map = 图上是{ $kind }有多集中，{ $n } 处；点一处看谁提了什么

who-standing = { $households } 户，收到 { $designs } 份方案；有 { $silent } 栋楼还没有人说过话
who-effective = 各楼人数不匀：按楼加权后，相当于 { $n } 份均匀的方案（共 { $of } 份）。
who-not-a-vote = 方案不是投票，说的是来过的人怎么想。
who-houses = 各楼
who-households = 户数
who-weight = 权数
who-weights = 权数：让每栋楼按户数说话要乘的数；原数总在旁边
who-silent = 还没有人说过
who-next = 下一批上门
who-next-lead = 先去一份也没有的楼，再去来得少的楼；户多的单元在前。
who-no-stairs = 地图上没有单元门，排不出上门的单子。
who-door = { $house } { $stair } 单元，约 { $households } 户
who-door-silent = { $house } { $stair } 单元，约 { $households } 户（整栋楼都还没人说过）
who-groups = 想法相近的人
who-groups-lead = 按放了什么、放在哪里，方案分成 { $n } 组（轮廓系数 { $silhouette }，种子 { $seed }，同样的方案总是同样的组）。
who-groups-one = 这些方案分不出明显不同的组，大家想得差不多。
who-group = { $group } 组：{ $n } 份方案
who-group-show = 在图上看
who-traits-none = 和其他组没有明显不同的地方
who-trait-more = 更多人要{ $kind }：{ $own }%，其他组 { $others }%
who-trait-less = 更少人要{ $kind }：{ $own }%，其他组 { $others }%
who-trait-there-more = { $place }的{ $kind }：{ $own }% 的人要，其他组 { $others }%
who-trait-there-less = { $place }的{ $kind }：只有 { $own }% 的人要，其他组 { $others }%
who-take = 下载各楼情况（少于 5 的不写）
who-standing-designs = { $households } 户，收到 { $designs } 份方案
# 不写的数：写了就能算出别的小数
shown-kept-back = 不显示
# 项目里没有的楼、年龄、来路、构件
shown-other = 其他
who-map = 图上每栋楼写着“方案数/户数”；红色虚线的楼还没有人说过话

compose-lead = 从筛选出的 { $n } 份方案里合成最多三份不同的方案。
compose-measure = 每件东西取自大家最集中的地方，不违反必须遵守的规则，不超预算；哪一组人都不能被落下：赞同度是各组赞同程度的乘积开方。
compose-begin = 开始合成
compose-going = 正在合成
compose-at = { $n ->
    [0] 正在量每份方案，{ $share }%
   *[other] 正在合成第 { $n } 份，{ $share }%
}
compose-best = 量过 { $n } 份单个方案，最好的一份赞同度 { $support }%{ $breaks ->
    [0] {""}
   *[other] ，但它有 { $breaks } 处违反必须遵守的规则
}。
compose-better = 赞同度 { $support }%，高于任何一份单个方案
compose-not-better = 赞同度 { $support }%，没有超过最好的单个方案
compose-group = { $group } 组 { $share }%（{ $n } 份）
compose-show = 在图上看
compose-adopt = 按这份来答复
compose-take = 存下来，在画图页再改
compose-behind = 每件东西是谁提的
compose-designs = { $n } 份方案
compose-stands = { $group } 组 { $n }/{ $of }
compose-left = 很多人想要，但没有放进来的
compose-left-row = { $kind }，{ $place }（{ $n } 份方案）：{ $why }
compose-left-rule = 违反必须遵守的规则“{ $rule }”
compose-left-budget = 钱不够
compose-left-support = 放进来，总的赞同度反而会降
compose-left-taken = 已经在前一份里

reply-adopted = 采纳
reply-partly = 部分采纳
reply-declined = 未采纳
reply-open = 待定
reply-works-planned = 已列入计划
reply-works-building = 正在施工
reply-works-done = 已经完工

answer-lead = 对筛选出的方案，一件一件地答复。发布以后，居民用回执就能看到。
answer-by-plan = 按一份方案答复
answer-plan = 按《{ $title }》（{ $n } 件）
answer-plan-none = 先在“合成”里选一份，或在图上打开一份方案。
answer-plan-open = 就按图上这份
answer-propose = 逐件比对，先答一遍
answer-proposed = 先答了 { $n } 件；已经答过的没有动。
answer-many = 一次答很多
answer-what = 答什么
answer-what-things = 放的所有东西
answer-what-wishes = 所有愿望
answer-what-kind = { $kind }（{ $n } 件）
answer-what-topic = 愿望：{ $topic }（{ $n } 个）
answer-decision = 怎么办
answer-works = 工程
answer-works-none = 不说
answer-template = 常用理由
answer-template-none = 自己写
answer-reason = 理由（{ $language }）
answer-chinese = 中文
answer-english = 英文
answer-again = 已经答过的也改
answer-apply = 答复这 { $n } 份方案
answer-done = 答了 { $designs } 份方案里的 { $n } 项，还没有发布。
answer-change = 改答复
answer-waiting = { $n ->
    [0] 没有等着发布的答复
   *[other] 有 { $n } 份答复等着发布
}
answer-publish = 发布答复
answer-publishing = 已发布 { $done } 份，共 { $of } 份
answer-published = 发布了 { $n } 份答复。居民打开回执就能看到。
answer-published-clashing = 发布了 { $n } 份答复。另有 { $clashed } 份，别的规划师答得不一样：请在下面选定，再发布。

clash-title = 两位规划师答得不一样
clash-lead = 这些方案还没有发布。请选定用谁的答复，再点“发布答复”。
clash-said = 《{ $title }》的{ $what }：刚刚已发布的是“{ $theirs }”（{ $who }），您答的是“{ $mine }”。
clash-thing = { $kind }（{ $place }）
clash-wish = 愿望“{ $text }”
clash-none = 没有答复
clash-other = 别的规划师
clash-when = { $who }，{ $when }
clash-theirs = 保留对方的
clash-mine = 改用我的
clash-all-theirs = 全部保留对方的
clash-all-mine = 全部改用我的

works-many = 工程进度
works-lead = 只改采纳和部分采纳的；怎么办、什么理由都不动。
works-what = 哪些东西
works-apply = 更新采纳项的进度
works-said = { $n ->
    [0] 没有可改的：没有采纳项，或进度没变。请先答复。
   *[other] 更新了 { $designs } 份方案里的 { $n } 项，还没有发布。
}
answer-failed = 发布了 { $n } 份以后停下了：{ $why }没有发布的都还在，再按一次就接着发。
answer-not-understood = 服务器上的答复读不懂，没有覆盖它。请让管理服务器的人看看。
answer-busy = 别的规划师一直在发布同一份答复，过一会儿再试。

template-adopted = 采纳，就按大家提的位置做。
template-adopted-near = 采纳，位置略有调整。
template-elsewhere = 这类东西会做，但放在更多人赞同的地方。
template-rule = 这里离消防通道、管线或住宅太近，按规定不能放。
template-budget = 这一轮预算不够，记下来，下一轮再议。
template-few = 这次提的人还不多，先不做。
template-owner = 要先征得产权人或管线单位同意，正在联系。
template-open = 还在商量，定了再告诉您。

adoption-title = 意见采纳情况表
adoption-caption = { $project }：{ $n } 份方案的意见
adoption-what = 意见内容
adoption-all = 合计
adoption-sum = 总计
adoption-wishes = 愿望：{ $topic }
adoption-hide = 张贴用：少于 5 的写成“<5”，能推出它的也不显示
adoption-print = 打印
adoption-note = 一件东西或一个愿望算一条意见；没有答复的算待定。

answered-show = 看答复
answered-title = 答复
answered-none = 还没有答复。规划师答复以后，在这里能看到每一件的结果。
answered-fault = 现在读不到答复：{ $why }
answered-map = 图上：✓ 采纳，◐ 部分采纳，✕ 未采纳，… 待定
answered-written = 答复时间：{ $when }

desk-tab-compare = 对比
compare-pick = 在“方案”里勾上两到四份，再来这里对比。
compare-table = 只查了当场能答的规则；消防车、步行和日照要在画图页看
compare-figures = 得失
compare-figure = { $n }
compare-only = 只有《{ $title }》有：{ $n } 件
compare-same = 同一种构件、相距约 9 米以内，算两份都有；同一份方案的两个版本，构件挪到哪里都算同一件。
