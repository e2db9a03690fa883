# 打印的图纸（PDF）：图框里的字、说明和清单。
sheet-untitled = 没有起名的方案
sheet-unsaid = 没有留称呼
sheet-author = { $alias }（{ $building } 号楼）
sheet-design = 方案
sheet-by = 画图人
sheet-receipt = 回执
sheet-date = 日期
sheet-not-sent = 还没送出
sheet-scale = 比例
sheet-overview-scale = 总图约 { $about }；后面 { $n } 张分图是 { $scale }
sheet-legend-new = 新放的
sheet-legend-old = 原来就有的
sheet-legend-row = { $what } × { $n }
sheet-legend-more = 还有 { $n } 种，见后面的清单
sheet-old-building = 楼房
sheet-old-road = 道路
sheet-old-paving = 铺装
sheet-old-green = 绿地
sheet-old-tree = 树
sheet-old-boundary = 小区边界
sheet-print-whole = 请按实际大小打印（不要“适合页面”），用比例尺核对。
sheet-not-for-building = 居民的想法，不是施工图。
sheet-notes = 说明
sheet-no-notes = 没有写说明。
sheet-note-at = { $what }：{ $note }
sheet-bill = 清单
sheet-bill-empty = 没有要花钱的东西。
sheet-bill-between = 都是估算，按单价的高低，大约在 { $low } 元到 { $high } 元之间。
sheet-bill-budget = 项目的预算是 { $yuan } 元。
sheet-number = { $n }
sheet-letters-missing = 字体里没有这些字：{ $letters }。图上用方框代替，其余都在。
sheet-font = 字体用不了（{ $why }）。请换回睦邻自带的字体。
sheet-too-many = 这个比例要打 { $needed } 张纸，最多 { $most } 张。请用大一些的纸，或小一些的比例（如 1:500）。

# 图片（PNG）
picture-size = 做不了宽 { $width }、高 { $height } 的图片。每边要在 16 到 { $most } 点之间，总共不超过 { $millions } 百万点。
picture-drawing = 图片画不出来（{ $why }）。请改用 svg 或 pdf。

# CAD（DXF）的图层名：中文和英文连在一起用。
dxf-layer-boundary = 现状_小区边界
dxf-layer-building = 现状_楼房
dxf-layer-door = 现状_楼门
dxf-layer-road = 现状_道路
dxf-layer-gate = 现状_大门
dxf-layer-bay = 现状_车位
dxf-layer-green = 现状_绿地
dxf-layer-paving = 现状_铺装
dxf-layer-activity = 现状_活动场地
dxf-layer-water = 现状_水面
dxf-layer-tree = 现状_树
dxf-layer-pipe = 现状_管线
dxf-layer-manhole = 现状_井盖
dxf-layer-hydrant = 现状_消火栓
dxf-layer-lamp = 现状_路灯
dxf-layer-substation = 现状_配电
dxf-layer-septic = 现状_化粪池
dxf-layer-fence = 现状_围栏
dxf-layer-new-parking = 新增_停车充电
dxf-layer-new-rest = 新增_休息活动
dxf-layer-new-green = 新增_绿化
dxf-layer-new-service = 新增_服务
dxf-layer-new-facility = 新增_设施
dxf-layer-new-other = 新增_其他
dxf-layer-new-edges = 新增_边线
dxf-layer-notes = 文字

# 在纸上画的图纸和剪纸块
sheet-kit = 在纸上画
sheet-kit-how = 把后面的纸块剪下来摆，或者直接画；想说的写在旁边
sheet-blank-line = 想法
sheet-pieces = 剪下来摆 · { $scale }
sheet-piece = { $what }，{ $width } × { $depth } 米
sheet-piece-too-large = { $what }，{ $width } × { $depth } 米：比这张纸大，请直接画在图上
