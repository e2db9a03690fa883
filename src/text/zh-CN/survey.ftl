# CAD 图
problem-at-layer = 图层 { $layer }，{ $x }，{ $y }：{ $what }
file-dwg = DWG 是不公开的格式，这里读不了。请在 CAD 里打开图，“另存为” DXF（AutoCAD 2007 DXF 或更新），再来打开。
dxf-unit-said = 图的单位是 { $unit }（图里写明的）。如果小区大小不对，请写 --unit。
dxf-unit-by-size = 图里没写单位，按大小看是 { $unit }。如果小区大小不对，请写 --unit。
dxf-unit-against = 图里写的单位是 { $said }，但按大小看是 { $unit }，已按后者读。如果不对，请写 --unit。
dxf-letters-belie = 图里写的代码页不对，文字已按 { $letters } 读。
dxf-cut = 图的末尾断了，断处以前的都读了。
dxf-damaged = 有 { $count } 行看不懂，跳过了；第一处在第 { $line } 行。
dxf-spoilt = 一个 { $kind } 的数值不对或不完整，没有读
dxf-spoilt-more = 另有 { $count } 个图形的数值不对，没有读。
dxf-unread = 与地面无关、没有读的：{ $kinds }。
dxf-block-missing = 用到了图块 { $block }，但文件里没有它；用到的地方没有读。
dxf-block-circular = 图块 { $block } 套着自己；那里没有读。
dxf-closed = 几条线差一点没接上，已经闭合；缺口 { $gap } 米
dxf-open = { $what }的线没有闭合（差 { $gap } 米），没有读
dxf-lines-more = 另有 { $count } 条线同样闭合了或没有读。
dxf-road-edge-alone = 道路的一条边线旁边没有另一条；请手工补画这条路
dxf-edges-more = 另有 { $count } 条道路边线没有配上。
dxf-roads-of-edges = { $count } 条道路由两条并行的边线合成；请与现场核对。
dxf-doubles = { $count } 处面画了两遍，只取了一遍。
cass-layer-gxyz = 管线
cass-layer-dldw = 工矿建构筑物、独立地物
dxf-layer-mixed = 图层 { $layer }（{ $what }）有 { $count } 个图形看不出是什么，没有读。请用图层对照表说明。
dxf-layer-unknown = 不知道图层 { $layer } 上是什么（{ $count } 个图形），没有读。请用图层对照表说明。
dxf-storeys = 从图上的文字读出 { $count } 栋楼的层数。
dxf-no-storeys = { $count } 栋建筑图上没写层数，请补上。
dxf-names = 从图上的文字读出 { $count } 栋楼的楼号。
dxf-doors-of-labels = 按“单元”文字在最近的墙上放了 { $count } 个单元门；请看看是不是那面墙。
dxf-door-no-wall = 门的 { $metres } 米内没有建筑的墙，不属于哪栋楼
dxf-doors-more = 另有 { $count } 个门旁边没有墙。
layers-unusable = 图层对照表读不了（{ $why }）。请给 mulin import --write-layers 写出的文件。
layers-schema = 图层对照表是“{ $schema }”，不是 mulin.layers/1。请给 mulin import --write-layers 写出的文件。
layers-word = 图层对照表里 { $name } 写的是“{ $word }”，没有这个词；请写 building-dwelling、tree、skip 这样的词。
layers-close = 图层对照表里的 “close” 应在 0 到 5 米之间。

# 导入底图时说明的
cli-import-osm-is-wgs84 = OpenStreetMap 文件都是 WGS-84；请去掉 --crs。
cli-import-crs = 不认识坐标系 { $crs }；请写 EPSG:4548（CGCS2000，4491 到 4554）、EPSG:32650（UTM）、wgs84、gcj02、bd09 或 local。
import-only-drawings = 图层对照表和单位只用于 CAD 图（.dxf）；请去掉。
import-unit = 不认识单位 { $unit }；请写 m、mm、cm、dm、ft 或 in。
import-axes = 不认识坐标顺序 { $axes }；请写 en（横坐标在前）或 ne（纵坐标在前）。
import-point = “{ $point }”不是已知点；请写成 X,Y=E,N，例如 1000,2000=462305.24,3920159.18。
problem-elements-senseless = 文件里有 { $count } 个要素看不懂，没有读。
