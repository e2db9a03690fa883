# 消防车和别的车能不能到
fire-doors = { $doors ->
    [1] { $door }
   *[other] { $door }等 { $doors } 个门
  }
fire-lane-cut = { $who }消防车过不去了：这里只剩 { $left } 米，还差 { $short } 厘米
fire-lane-cut-cars = { $who }消防车过不去了：停着车时这里只剩 { $left } 米，还差 { $short } 厘米
fire-lane-barred = { $who }消防车过不去了：路被{ $thing }挡住了
fire-lane-narrower = { $who }的消防车路更窄了：只剩 { $left } 米，原来 { $was } 米，要 { $asked } 米
fire-lane-narrower-cars = { $who }的消防车路更窄了：停着车时只剩 { $left } 米，原来 { $was } 米，要 { $asked } 米
fire-lane-hose = { $who }消防水带够不着了：要铺 { $hose } 米，按 { $reach } 米算
tiding-fire-opened = 消防车能到的门多了 { $doors } 个
tiding-fire-cut = { $who }消防车过不去了
tiding-fire-turn = { $who }消防车拐不过去了
fire-needs-gate = “{ $rule }”没有检查：地图上没有车行大门
fire-needs-doors = “{ $rule }”没有检查：地图上没有单元门
fire-needs-roads = “{ $rule }”没有检查：地图上没有带宽度的路
fire-needs-bins = 图上还没有放垃圾站，垃圾车没有地方去
fire-too-large = 小区太大，没有算完：把小区分成几块再算
fire-too-many-edges = 地图上的边线太多，没有算完：先简化地图
fire-no-vehicle = 没有算：规则里的车宽或距离不对
vehicle-fire-engine = 消防车
vehicle-stretcher = 担架
vehicle-wheelchair = 轮椅
vehicle-bin-lorry = 垃圾车
fire-dead-end = { $place }成了消防车的断头路，约 { $length } 米，超过 { $most } 米要有 { $side } × { $side } 米的回车场
fire-turning = { $thing }让消防车的弯更急了：内侧转弯半径只剩 { $left } 米，原来 { $was } 米，要 { $asked } 米
fire-turning-cut = { $thing }让弯太急，消防车拐不到{ $who }了：内侧转弯半径只剩 { $left } 米，原来 { $was } 米，要 { $asked } 米

# 对话框
action-show-vehicles = 消防车能到哪
vehicles-title = 消防车能到哪些门
vehicles-which = 什么车
vehicles-door = 看哪个门
vehicles-all = 整个小区
vehicles-door-reached = { $door }
vehicles-door-not = { $door }（到不了）
vehicles-play = 开一遍
vehicles-reckoning = 正在开……
vehicles-summary = { $all } 个门里能到 { $n } 个；现在能到 { $today } 个
vehicles-summary-steps = { $all } 个门里，轮椅能到 { $n } 个门口的台阶前；现在能到 { $today } 个。{ $ramps ->
    [0] 方案里没有坡道，上台阶要人抬。
   *[other] 其中 { $ramps } 个门有坡道，能进门。
  }
vehicles-note-steps = 图上没有画台阶：没有坡道的门，都按门口有 3 级台阶、一共 0.45 米估计，请量一量自家门口。
vehicles-stop = 现在就只剩 { $left } 米，还差 { $short } 厘米：{ $doors } 个门到不了
vehicles-stop-drawn = 方案让这里只剩 { $left } 米，还差 { $short } 厘米：{ $doors } 个门到不了
vehicles-stop-bend = 方案让这个弯太急：内侧转弯半径只剩 { $left } 米，要 { $asked } 米：{ $doors } 个门拐不过去
vehicles-note = 按净宽 { $width } 米、停下后再走 { $reach } 米算，已有的车位上都停着车。车身大小和停下后的距离是约定的数，待核实。{ $way ->
    [0] {""}
   *[other] 不到 { $way } 米宽的小路和铺装不走消防车、垃圾车（约定的数）。
}坡度、路缘、承重和净高图上没有，没有算。
