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
