# 提示：场地、树、地下管线、声音、车位、绿地、钱

pipe-water = 自来水管
pipe-storm = 雨水管
pipe-sewer = 污水管
pipe-gas = 燃气管
pipe-heat = 暖气管
pipe-power = 地下电缆
pipe-telecom = 地下通信线

fitness-distance-dwelling = { $other }离{ $thing }只有 { $metres } 米，要有 { $asked } 米
fitness-distance-pipe = { $other }离{ $thing }只有 { $metres } 米，要有 { $asked } 米
fitness-distance-envelope = 两处{ $thing }只隔 { $metres } 米，活动范围之间要有 { $asked } 米

clearance-front = { $thing }前面到{ $other }只有 { $metres } 米空地，项目要求 { $asked } 米
clearance-missed = { $thing }离{ $other }只有 { $metres } 米，项目要求 { $asked } 米
tree-distance-wall = { $other }的墙离{ $thing }只有 { $metres } 米，最好有 { $asked } 米，不然挡窗、伤墙根
tree-distance-fence = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米
tree-distance-pipe = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米，树根会顶坏管子

underground-on-manhole = { $thing }压住了{ $other }，以后检修打不开
underground-by-manhole = { $thing }离{ $other }只有 { $metres } 米，打开检修要空出 { $asked } 米
underground-hydrant = { $other }离{ $thing }只有 { $metres } 米，周围 { $asked } 米要空着
underground-over-septic = { $thing }压住了{ $other } { $area } 平方米，以后没法清掏
underground-pipe = { $other }离{ $thing }只有 { $metres } 米，房子要离开 { $asked } 米
underground-over-pipe = { $thing }下面压着 { $metres } 米{ $other }，以后要挖开修
not-checked-no-pipes = 图上没有画地下管线，“{ $rule }”查不了；有了管线图就能查

plinth-high = { $thing }的台基高 { $height } 厘米，超过 { $most } 厘米轮椅上不去，要加坡道

noise-dance = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米：跳广场舞时窗外大约 { $level } 分贝，白天的标准是 { $limit }（按空旷地估算）
noise-court = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米：打球时窗外大约 { $level } 分贝，白天的标准是 { $limit }（按空旷地估算）
noise-play = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米：孩子玩的时候窗外大约 { $level } 分贝，白天的标准是 { $limit }（按空旷地估算）
noise-chess = { $other }离{ $thing }只有 { $metres } 米，最好有 { $asked } 米：下棋聊天时窗外大约 { $level } 分贝，白天的标准是 { $limit }（按空旷地估算）

activity-traffic-across = { $thing }有 { $area } 平方米在{ $other }的车行道上，活动场地不能和车交叉
activity-traffic-path = { $thing }穿过了{ $other }，走的人要让车
activity-traffic-edge = { $thing }离{ $other }的车行道只有 { $metres } 米，最好有 { $asked } 米

accessible-bays-estate = 小区一共 { $bays } 个车位，要有 { $asked } 个无障碍的，现在只有 { $count } 个
accessible-bays-lot = 这个{ $thing }有 { $bays } 个车位，要有 { $asked } 个无障碍的，只有 { $count } 个
accessible-bays-aisle = { $thing }旁边的轮椅通道只有 { $metres } 米宽，要有 { $asked } 米
accessible-bays-won = 无障碍车位少缺了 { $count } 个

concentrated-green-less = 够宽的集中绿地少了 { $lost } 平方米，剩 { $left } 平方米；按 { $people } 人要有 { $asked } 平方米
concentrated-green-darker = 占了集中绿地里晒得到太阳的 { $lost } 平方米：晒得到太阳的部分从 { $was }% 减到 { $is }%，要有三分之一
concentrated-green-more = 集中绿地多了 { $won } 平方米
concentrated-green-no-sun = 这张图不知道在地球上的位置，集中绿地晒不晒得到太阳没有查
not-checked-no-households = 图上没有写各楼有多少户，“{ $rule }”查不了
not-checked-no-green = 图上没有画绿地，“{ $rule }”查不了

budget-over = 估计要花 { $cost } 元，比预算 { $budget } 元多 { $over } 元
budget-order = 超了预算。文件说基础类先做：这张图里基础类 { $basic } 元，完善类 { $better } 元，提升类 { $service } 元；要省，先从{ $last }想
not-checked-no-budget = 这个项目没有写预算，“{ $rule }”查不了
