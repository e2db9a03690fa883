# 规则：一样东西和旁边的东西

near-numbered = {" "}{ $name }
near-thing = { $name }
near-door-of-stair = { $building } { $stair } 单元门
near-door-of = { $building }的门
near-needs-buildings = “{ $rule }”只查了一部分：图上没有画楼
near-needs-doors = “{ $rule }”只查了一部分：图上没有标单元门
near-needs-lanes = “{ $rule }”没有检查：图上没有标消防车道
near-needs-roads = “{ $rule }”没有检查：图上没有画路
short-by = 只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米

shed-distance-high-wall = { $thing }离高层楼{ $where }的外墙只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
shed-distance-wall = { $thing }离{ $where }的外墙只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
shed-distance-day-care = { $thing }离{ $where }只有 { $metres } 米，老人多的地方要 { $asked } 米，还差 { $short } 米
shed-distance-touches = { $thing }紧挨着{ $where }，要离开 { $asked } 米
shed-distance-exit = { $thing }离{ $where }只有 { $metres } 米，着火时人要从门里跑出来，要 { $asked } 米，还差 { $short } 米
shed-distance-lane = { $thing }占了消防车走的{ $where } { $area } 平方米
shed-distance-way = { $thing }占了大家走的{ $where } { $area } 平方米
shed-distance-near-way = { $thing }离{ $where }只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米

shed-group-two = 两个充电棚只隔 { $metres } 米，要隔 { $asked } 米，还差 { $short } 米，免得一处着火连成一片
shed-group-bikes = { $thing }一组排了 { $count } 辆，最多 { $asked } 辆
shed-group-length = { $thing }一组有 { $metres } 米长，最长 { $asked } 米
shed-group-gap = { $thing }里组与组只隔 { $metres } 米，要隔 { $asked } 米，还差 { $short } 米

building-spacing-must = { $thing }离{ $where }只有 { $metres } 米，防火要 { $asked } 米，还差 { $short } 米
building-spacing-should = { $thing }离{ $where }只有 { $metres } 米，最好有 { $asked } 米，还差 { $short } 米
building-spacing-septic = { $thing }离{ $where }只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
building-spacing-touches-must = { $thing }紧挨着{ $where }，要离开 { $asked } 米
building-spacing-touches-should = { $thing }紧挨着{ $where }，最好离开 { $asked } 米

bay-size-width = { $thing }只有 { $metres } 米宽，要 { $asked } 米，还差 { $short } 米
bay-size-length = { $thing }只有 { $metres } 米长，要 { $asked } 米，还差 { $short } 米
bay-size-parallel-length = 顺着路停的{ $thing }只有 { $metres } 米长，要 { $asked } 米才停得进，还差 { $short } 米
bay-size-aisle = { $thing }前面的{ $where }只有 { $metres } 米可以倒车，要 { $asked } 米，还差 { $short } 米
bay-size-aisle-blocked = { $thing }前面被{ $what }挡住，只剩 { $metres } 米可以倒车，要 { $asked } 米，还差 { $short } 米
bay-size-own-aisle = { $thing }里的通道只有 { $metres } 米宽，要 { $asked } 米，还差 { $short } 米
bay-size-street = { $where }只有 { $metres } 米宽，不到 { $asked } 米的路最好不设路边车位

lot-distance-building = { $thing }离{ $where }只有 { $metres } 米，最好有 { $asked } 米，还差 { $short } 米
lot-distance-lot = { $thing }有 { $count } 个车位，算停车场，离{ $where }只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
lot-distance-touches = { $thing }紧挨着{ $where }，要离开 { $asked } 米
lot-distance-group = { $thing }一片停了 { $count } 辆，一组最好不超过 { $asked } 辆
lot-distance-gap = 两片停车场加起来 { $count } 辆，只隔 { $metres } 米，最好隔 { $asked } 米，还差 { $short } 米

road-edge-door = { $thing }有门的一面离{ $where }边只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-wall = { $thing }的墙离{ $where }边只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-gable = { $thing }的山墙离{ $where }边只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-touches = { $thing }压到了{ $where }边，墙要离路边 { $asked } 米
road-edge-aisle-door = { $thing }的车道离{ $where }有门的墙只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-aisle-wall = { $thing }的车道离{ $where }的墙只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-aisle-gable = { $thing }的车道离{ $where }的山墙只有 { $metres } 米，要 { $asked } 米，还差 { $short } 米
road-edge-aisle-touches = { $thing }的车道紧贴{ $where }的墙，要离开 { $asked } 米

fire-facade-thing = { $thing }有 { $metres } 米高，挡在消防车道和{ $where }之间，救火时梯子靠不上去；那里的东西不能高过 { $asked } 米
fire-facade-distance = { $thing }离消防车道边只有 { $metres } 米，最好有 { $asked } 米，还差 { $short } 米
