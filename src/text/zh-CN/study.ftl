# 工作台：按检查结果和造价筛选、存下的视图。

filter-cost = 造价
filter-cost-from = 至少（元）
filter-cost-to = 至多（元）
filter-cost-range = 造价 { $from }–{ $to } 元
filter-cost-budget = 不超过预算 { $yuan } 元
filter-findings = 检查结果
filter-findings-lead = 只按当场能查的规则；消防车、日照和步行这里不查。
filter-musts-none = 没有必须改的
filter-musts-some = 有必须改的
filter-going = 正在算，{ $done } / { $of } 份

views-chip = 视图
views-lead = 视图存在这台设备上；链接里写着筛选条件和搜索的字。
views-none = 还没有存过视图。选好条件，起个名字存下来，下次一点就回到这里。
views-call = 给现在的视图起名
views-save = 存下
views-kept = 存好了：{ $name }
views-call-it = 先起个名字。
views-not-kept = 这台设备不让存。可以复制链接，存在别处。
views-forget = 删掉视图“{ $name }”
views-forgotten = 删掉了：{ $name }
views-copy = 复制这个视图的链接
views-copied = 链接复制好了。有口令的人打开，看到的是同样的筛选。
views-not-copied = 这里不让复制，请从地址栏复制。

compare-over = 大图上几份叠在一起：灰色是大家都有的；带编号的只有一部分方案有，线的样子也不同：1 实线，2 长虚线，3 点线，4 粗虚线。
compare-map = 图上几份方案叠在一起：灰色的都有，带编号的只有一部分有
compare-numbered = { $n } · { $title }
compare-all-have = 都有、也一样的：{ $n } 件
compare-some = 只有 { $which } 有：{ $n } 件
compare-comma = 、
compare-otherwise = 都有、但不一样的：{ $n } 件
compare-way = { $n } 里：{ $how }
compare-caption = 各方案的得失和违反的规则
compare-asking = 快的规则已答；消防车、步行和日照还在算……
compare-asked = 各方案的规则都查过了。

wishes-alike = 把意思相近的放在一起
wishes-no-plan = 在图上打开一份方案，或在“合成”里看一份，就能看到它满足了哪些愿望。
wishes-met = 《{ $title }》：满足 { $yes } 个，别处有 { $elsewhere } 个，没有 { $no } 个，看不出 { $unclear } 个
wishes-met-how = 只看愿望里的词：说到的东西方案里有，而且在说的地方 24 米以内，算满足。带“不要”“别”的和没说到东西的，都算看不出，要人来读。
wish-met-yes = 满足
wish-met-elsewhere = 别处有
wish-met-no = 没有
wish-met-unclear = 看不出
wishes-groups = { $n } 个愿望按用字相近分成 { $groups } 组，其中 { $several } 组不止一个。这只是把相近的话放在一起，每一句原话都在里面。
wishes-group = { $n ->
    [1] “{ $text }”
   *[other] “{ $text }”等 { $n } 个
}
wishes-more = 还有 { $left } 条，再看 { $n } 条
wishes-topic = 话题
kinds-weighted = 同时看：各楼按户数折算
kinds-weighted-share = 按楼折算
kinds-weighted-how = 每份方案按自家楼的户数折算（权重见“谁”）。没写楼号、图上没有的楼不算在内。
kinds-weighted-none = 没有方案写明图上有户数的楼，无法折算。
who-stairs-unknown = 方案只写楼号、不写单元，哪个单元来过并不知道。
who-no-base = 图上没有各年龄、各渠道的人数：这里只是方案份数，不是居民的比例。
wishes-topic-all = 所有话题
wishes-topic-n = { $topic }（{ $n }）
wishes-grouping = 正在把用字相近的愿望放在一起

study-counting = 正在数每份方案里有什么
study-grouping = 正在按相近程度分组；密度和热点已经可以看了
study-progress = 分析进度

sources-files = 打开文件或压缩包
sources-folder = 打开文件夹
gather-not-a-zip = “{ $name }”不是完整的压缩包，没有读它。请重新拷贝一份再试。

report-title = { $project }：征集情况报告
report-about = 这份报告说的是其中 { $n } 份方案；少于 5 的数都写成“<5”，能推出它的写“不显示”，不点任何人的名。
report-about-few = 这份报告说的方案不到 5 份；少于 5 的数都写成“<5”，能推出它的写“不显示”，不点任何人的名。
report-houses-map = 各楼“方案数/户数”；红色虚线的楼还没有人说过话，写“<5”或不显示的楼不写数
report-group = { $group } 组：{ $n } 份方案
report-group-kept-back = { $group } 组：份数不显示
report-topic = 话题
report-wishes = 愿望数
report-wishes-alike = 意思相近、至少有 5 个人说到的，各举一句：
report-no-answers = 做这份报告时没有读答复。
report-method = 怎么算的
report-method-count = 每份方案按内容的哈希值命名，同一份只算一次；同一张图改过几版，只算最新一版。
report-method-density = 集中程度用高斯核密度估计（Silverman 1986），带宽 { $bandwidth } 米；每份方案对每种构件一票，由它的几件分。
report-method-groups = 分组用球面 k 均值，看放了什么、放在哪里，种子 { $seed }；组数按轮廓系数定，低于 0.12 就算一组。
report-method-coverage = 权数是一栋楼的户数占比除以方案占比；相当于多少份均匀的方案按 Kish 的公式算。
report-method-wishes = 愿望按用字相近归到一起：字和两字词的 TF-IDF，平均连接的层次聚类，相似度 0.16 以上。
report-method-hidden = 少于 5 的数写成“<5”；从别的数和总数能推出它时，再挑几个数“不显示”，挑损失最小的。项目里没有的楼、年龄、来路、话题、构件都算“其他”。
report-uncertain = 什么还不确定
report-uncertain-vote = 方案不是投票，来的人不是抽样抽出来的：它说的是来过的人怎么想，不能当作全体住户的比例。
report-uncertain-even = 各楼来的人和户数差得有多远：χ² = { $value }（自由度 { $freedom }）。
report-uncertain-aside = 有 { $n } 个文件读不了或不是这个项目的，没有算进来。
report-uncertain-kept-back = 各楼来的人匀不匀，这里不写，写了就能推出没有写的数；规划师那里有。
report-uncertain-house = 有 { $n } 份方案没有说是哪栋楼。
report-uncertain-house-kept-back = 有些方案没有说是哪栋楼，份数不显示。
report-uncertain-bandwidth = 换一个带宽，集中的地方会合并或分开；地点大约准到带宽那么远。
report-uncertain-traits = 每组的特点比较了很多项，其中约百分之一会是偶然。
report-uncertain-cost = 造价是按单价估的，不是预算书。
report-make = 下载报告（可打印成 PDF）
