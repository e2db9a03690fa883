# 日照：窗少了多少太阳，图上的影子

day-great-cold = 大寒日
day-winter-solstice = 冬至日
day-spring-equinox = 春分
day-summer-solstice = 夏至
sun-less = { $house }{ $side }一层的窗（第 { $number } 段），{ $day }少 { $lost } 分钟太阳（原来 { $before } 分钟）
sun-less-windows = { $house }{ $side }一层的窗，{ $day }少 { $lost } 分钟太阳（原来 { $before } 分钟），共 { $windows } 处窗变少
sun-also = { $loss }；{ $day }少 { $lost } 分钟
sun-with-height = { $loss }。放在这里的东西不高过 { $metres } 米就不挡
sun-tiding-less = { $house }{ $side }一层的窗{ $day }少 { $lost } 分钟太阳
sun-tiding-more = { $house }{ $side }一层的窗{ $day }多 { $lost } 分钟太阳
not-checked-latitude = “{ $rule }”没有检查：这张图没有说小区在地球上的位置，需要纬度才能算太阳
not-checked-houses = “{ $rule }”没有检查：图上没有居民楼，也没有日间照料中心

# 图上的影子
shadows-day = 哪一天
shadows-hour = 几点（真太阳时）
shadows-play = 播放一天的影子
shadows-stop = 停下
shadows-close = 收起影子
say-shadows-on = 图上画出了影子
say-shadows-off = 影子收起来了
say-shadows-play = 开始播放一天的影子
say-shadows-played = 到傍晚了，播完了
shadows-sun = 太阳在{ $side }，高 { $degrees } 度；钟上约 { $clock }
shadows-sun-bare = 太阳在{ $side }，高 { $degrees } 度；钟上约 { $clock }。冬天叶落，没画树影
shadows-sun-down = 太阳太低或在地平线下；钟上约 { $clock }
