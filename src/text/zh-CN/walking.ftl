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
waste-radius-far = { $door }到最近的垃圾点直线 { $metres } 米，超过 { $asked } 米{ $others ->
    [0] {""}
   *[other] ，还有 { $others } 个单元门也超过
}

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
