# 走路，和“我家门口”

door-of = { $house } { $stair } 单元
door-of-house = { $house }的门
door-stair = { $stair } 单元
walk-to-plaza = 广场
walk-to-shed = 车棚
walk-to-gate = 小区大门
walk-to-bench = 座椅
walk-to-day-care = 日间照料中心
walk-to-bins = 垃圾点
walk-needs-doors = 这个小区的图上没有单元门，算不出走路的远近；请主持人在图上补上单元门
walk-too-large = 小区太大，这里算不出走路的远近
not-checked-doors = “{ $rule }”没有检查：小区的图上没有单元门

step-free-cut-narrow = { $door }{ $others ->
    [0] {""}
   *[other] {""}和另外 { $others } 个单元门
}到{ $to }没有无台阶的路了：最窄处只剩 { $width } 米，差 { $missing } 厘米
step-free-cut-closed = { $door }{ $others ->
    [0] {""}
   *[other] {""}和另外 { $others } 个单元门
}到{ $to }没有无台阶的路了：路被堵死了
step-free-thing-narrow = 从各单元门都没有无台阶的路到{ $thing }：最窄处只有 { $width } 米，差 { $missing } 厘米
step-free-thing-closed = 从各单元门都没有无台阶的路到{ $thing }：路被堵死了
tiding-step-free-lost = { $count } 个单元门到{ $to }没有无台阶的路了
tiding-step-free-won = { $count } 个单元门到{ $to }有了无台阶的路
tiding-ramps = { $count } 个单元门有了坡道
waste-radius-far = { $door }到最近的垃圾点直线 { $metres } 米，超过 { $asked } 米{ $others ->
    [0] {""}
   *[other] ，还有 { $others } 个单元门也超过
}
tiding-waste-reached = 方案里的垃圾点管得到 { $doors } 个单元门

# 我家门口
door-no-house = 没有楼号的门
door-card-title = { $door } { $floor } 楼
door-walk = 走到{ $to }
walk-minutes = { $minutes } 分钟（{ $metres } 米）
walk-none = 没有无台阶的路
walk-nothing = 没有
door-steps-label = 单元门前的台阶
door-steps = 大约 3 级
door-steps-ramp = 有坡道
door-noise = 广场上跳舞时
door-noise-quiet = 几乎听不见，不到 40 分贝
door-noise-level = 大约 { $level } 分贝
door-noise-loud = 大约 { $level } 分贝，超过 { $limit } 分贝
door-bays = { $metres } 米以内的车位
door-bays-count = { $count } 个
door-better = 变好
door-worse = 变差
door-same = 不变
door-note-speed = 走路按每秒 { $speed } 米算，是走得慢的老人的估计，只走 1.2 米宽、没有台阶的路。
door-note-steps = 单元门前都按 3 级台阶、一共 0.45 米估计，请量一量自家门口。
door-note-noise = 声音按空旷地估计，中间没有遮挡（5 米处 80 分贝）；有树有楼会小一些。
door-sun-great-cold = 大寒日窗前的日照
door-sun-solstice = 冬至日窗前的日照
door-sun-minutes = { $hours } 小时 { $minutes } 分
door-note-sun = 日照按图上的楼高算，不算树和阳台，取离本单元最近的朝阳窗。

# 对话框
action-show-walking = 走路图
action-show-my-door = 我家门口
walking-title = 不走台阶，要走多久
walking-to = 走到
walking-state = 看哪一种
walking-before = 现在
walking-after = 照这个方案
walking-reckoning = 正在算……
walking-picture = 各处走到{ $to }要几分钟
walking-nothing = { $state ->
    [before] 图上还没有{ $to }
   *[after] 图上和方案里还没有{ $to }
}，没有地方可走
walking-band-1 = 1 分钟以内
walking-band-2 = 1 到 2 分钟
walking-band-3 = 2 到 3 分钟
walking-band-4 = 3 到 5 分钟
walking-band-5 = 5 分钟以上
walking-band-6 = 没有无台阶的路
walking-note = 按每秒 { $speed } 米算，是走得慢的老人的估计。只算 1.2 米宽、没有台阶的路；单元门前的台阶（大约 3 级）不算在内。长度最多会多算 3%。
walking-table = 各楼走到{ $to }的分钟数
walking-house = 楼
walking-now = 现在
walking-then = 照这个方案
walking-range = { $least }–{ $most }
walking-one = { $minutes }
walking-some-none = { $said }，{ $n } 个单元门没有路
walking-all-none = 没有无台阶的路
walking-benches = 歇脚的地方
walking-benches-said = 老人去广场的路上，每 { $every } 米最好有座位。{ $n ->
    [0] 各单元门都够近了。
   *[other] { $all } 个单元门里有 { $n } 个隔得太远，最远 { $longest } 米。
}原来的座椅图上没有，不算在内。

my-door-title = 我家门口
my-door-house = 楼
my-door-stair = 单元
my-door-floor = 楼层
my-door-picture = { $door }周围的图
my-door-now = 现在
my-door-then = 改后
my-door-save = 存成图片
my-door-share = 发给别人
my-door-saved = 已经存成图片
my-door-saved-svg = 已经存成矢量图（SVG）
my-door-not-saved = 这个浏览器没有收下文件，请换一个浏览器试试
my-door-not-sent = 没有发出去，请先存成图片再发
my-door-file = 我家门口

door-fire = 消防车（水带 { $metres } 米）
door-fire-reached = 够得到
door-fire-short = 够不到，路窄了 { $missing } 厘米
door-fire-bend = 拐不过来，内侧转弯半径只剩 { $left } 米，要 { $asked } 米
door-fire-none = 够不到
