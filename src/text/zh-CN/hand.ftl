# The hand at work: what it snapped to, lengths at the thing, and numbers as they are typed.

# 打进去的数看不懂
why-amount-empty = 请填一个数，比如 12.5
why-amount-too-long = 太长了，请写短一点，比如 12.5+3
why-amount-words = 看不懂“{ $text }”，请填数，比如 12.5、250cm 或 12.5+3
why-amount-unfinished = 没写完，请接着写或删掉最后的符号
why-amount-units = 米乘米、米除以米都不是米，请只给一个数写单位
why-amount-by-zero = 不能除以零
why-amount-comma = “{ $text }”看不准，小数请用一个点，比如 1.5；一千请写 1000
why-amount-negative = 算出来比零小，请填大一点
why-amount-too-large = 这个数太大了
why-amount-held = 它只能在 { $least } 到 { $most } 之间，已改成 { $held }

# 自动对齐：五档，一按换一档
action-next-snap = 换一种自动对齐
snap-chip-hint = 自动对齐，现在是{ $mode }，按一下换下一种
snap-mode-grid = 网格
snap-mode-edges = 边角
snap-mode-alignment = 全部
snap-mode-right-angles = 直角
snap-mode-off = 关
say-snap-grid = 对齐网格
say-snap-edges = 只对齐边、角和边的中点
say-snap-alignment = 对齐边角、中线、延长线和相等的间距
say-snap-right-angles = 只对齐直角
say-snap-off = 自动对齐关了
say-snapped = { $said }，{ $snap }

# 对齐到了什么；$where 是楼、路或东西的名字，$side 是东南西北
snap-to = 对齐 { $what }
snap-both = { $one }，{ $other }
snap-wall = { $where }{ $side }墙
snap-wall-line = { $where }{ $side }墙的延长线
snap-kerb = { $where }的路边
snap-line = { $where }
snap-edge = { $where }的边
snap-edge-line = { $where }的延长线
snap-corner = { $where }的角
snap-middle = { $where }一边的中点
snap-axis = { $where }的中线
snap-place = { $where }
snap-gaps = 间距相等，都是 { $metres } 米
snap-square = 直角
snap-straight = 沿直线
snap-parallel = 与 { $where } 平行
snap-across = 与 { $where } 垂直
snap-grid = 网格，每格 { $metres } 米
snap-back = 背靠 { $what }
snap-row = 接着 { $where } 排
snap-opening = 开口朝 { $where }
wall-north = 北
wall-north-east = 东北
wall-east = 东
wall-south-east = 东南
wall-south = 南
wall-south-west = 西南
wall-west = 西
wall-north-west = 西北

# 打字时认得的单位，用空格隔开
typed-millimetre = 毫米 mm
typed-centimetre = 厘米 公分 cm
typed-decimetre = 分米 dm
typed-metre = 米 公尺 m
typed-kilometre = 公里 千米 km
typed-degree = 度 °

# 图上可以点开来改的尺寸
lengths-name = 选中的东西的尺寸
length-width = 宽
length-depth = 深
length-across = 直径
length-side = 第 { $n } 条边
length-gap = 离{ $where }
length-turn = 方向
length-metres = { $value } 米
length-square-metres = { $value } 平方米
length-degrees = { $value }°
length-said = { $name } { $value }，点一下可以改
length-typed = { $name }，可以写 12.5+3、3m 或 250cm，按回车算数
why-no-wall-near = 附近没有墙、路边或边界
why-length-held = 它只能到这么大或这么小，现在是 { $value }
