# 读入和写出的文件：哪里不对，怎么处理的。
project-not-a-project = project.json 读不了（{ $why }）。请向发链接给您的人要一份好的。
project-newer = 这个项目是更新版本的睦邻做的（{ $version }）。请刷新页面，或用新版本打开。
project-estate-unusable = 小区的底图用不了。{ $why }

file-too-large = 文件有 { $size } MB，最多读 { $most } MB。请裁到小区范围再试。
file-too-many = 文件里的点或要素超过 { $most } 个。请裁到小区范围再试。
file-not-in-format = 文件不能按 { $format } 读：{ $why }。请看看是不是这个文件、是否完整。
file-unknown-crs = 坐标（{ $crs }）对不到地面上。请用 WGS-84 经纬度，或用米并写明 "mulin:crs": "local"。
file-not-degrees = 坐标不是经纬度。如果是米，请在文件里写 "mulin:crs": "local"，或用 --crs local 导入。
file-out-of-reach = 文件里的东西都在离原点 { $reach } 公里以外。如果单位是毫米，请换成米；如果是测量坐标，请写明坐标系（--crs）或两个已知点（--point）。
file-nothing-known = 文件里没有认得的东西，比如楼房或道路。请看看是不是小区的底图。

problem-at-feature = 第 { $number } 个要素：{ $what }
problem-at-named-feature = 第 { $number } 个要素（{ $id }）：{ $what }
problem-at-osm = { $element } { $number }：{ $what }
problem-underlay = project.json 里的底图用不了（{ $what }），不显示
problem-catalogue = project.json 里关于能放的东西有一处用不了（{ $what }），按一般的来
problem-left-out = 没有放上去，因为{ $why }
problem-mended = 它的边互相交叉，取了较大的一块，请和现场对一对
problem-hole-left-out = 有一个洞没有放上去，因为{ $why }
problem-renamed = 名字重复了，改叫 { $to }
problem-alone-boundary = 文件只有一块没有说明的地，当作小区边界；请再用别的图添上楼和路。
problem-boundary-made = 文件里没有小区边界。已在楼房外 { $margin } 米处画了一圈，请在居民画图之前改准。
problem-bad-number = “{ $key }”是 { $value }，不是 { $least } 到 { $most } 之间的数，按没有填算
problem-unknown-use = 用途“{ $use }”不认得，按常见的算
problem-unknown-class = 类别“{ $class }”不认得，没有放上去
problem-osm-turned = 这个文件把纬度和经度写反了，已经对调。
problem-osm-nowhere = 有 { $count } 个点不在地球上，没有读。
problem-file-breaks-off = 文件到一半断了（{ $why }）。断之前的已读入。
problem-points-missing = 它有 { $count } 个点不在文件里，其余的已用上
problem-road-width = 道路没有写宽度，按 { $width } 米算
problem-road-widths-assumed = 有 { $count } 条路在文件里没有宽度，按同类道路的常见宽度算。请到现场量一量。
problem-crowns-assumed = 有 { $count } 棵树在文件里没有树冠大小，按 5 米算。
problem-unknown-tag = 有 { $count } 个 { $tag } 没有放上去：小区底图用不着。
why-not-a-line = 它不是离中心 { $reach } 米以内、两个点以上的线
why-wrong-geometry = { $class } 不能是这种形状
why-hole-outside = 它不在这块地里面
why-cut-off = 它的边在文件里不完整，常见于裁图的边上
why-senseless = 它写的内容看不懂（{ $why }）
why-no-geometry = 它没有能读的形状

# 一圈角点为什么围不成一块地；接在句子后面。
outline-not-finite = 有个角的坐标不是数
outline-out-of-reach = 它离图中心超过 5 公里
outline-too-few-corners = 它不同的角少于三个
outline-no-area = 它没有面积
outline-crosses-itself = 它的边互相交叉
outline-too-many-corners = 它的角超过 2,000 个

# 导入的项目对自己的说明，由主持人改准。
import-title = { $name } 改造
import-about = 这张图是导入的，没有实测；宽度、高度和边界可能是估的。{ $source }
why-too-many-parts = 它的组成部分超过 { $most } 个

# 表格的表头。
csv-kind = { $kind }
csv-receipt = 回执
csv-title = 标题
csv-alias = 称呼
csv-building = 楼号
csv-age = 年龄段
csv-channel = 来源
csv-sent = 提交时间
csv-older = 旧版本数
csv-wishes = 愿望数
csv-name = 方案（哈希）
csv-cost = 造价估算（元）
csv-cost-low = 造价最低（元）
csv-cost-high = 造价最高（元）
csv-bays = 车位净增
csv-bays-won = 新增车位
csv-bays-lost = 占掉车位
csv-slots = 充电位
csv-green = 绿地净增（平方米）
csv-activity = 活动场地净增（平方米）
csv-seats = 座位
csv-bill-kind = 项目
csv-bill-option = 样式
csv-bill-count = 件数
csv-bill-quantity = 数量
csv-bill-unit = 单位
csv-bill-price = 单价（元）
csv-bill-low = 最低（元）
csv-bill-high = 最高（元）
csv-bill-total = 估算（元）
csv-bill-source = 价格出处
csv-bill-works = 类别
csv-bill-works-sum = { $works }小计
csv-bill-sum = 合计
csv-bill-estimate = 价格都是估算。
geojson-local-note = 坐标是本地网格的米，在地球上的位置不知道。

# 读方案时
design-too-large = 方案文件有 { $bytes } 字节，最多 { $most } 字节；请选另一个文件。
design-not-a-design = 这个文件不是睦邻的方案（{ $why }）；请选另一个文件。
design-newer = 这份方案是新版睦邻做的（{ $version }）；请刷新页面，或者用新版打开。
design-too-many = 这份方案里的东西太多，打不开；请分成几份。
repair-shape-left-out = { $id } 的形状画不出来（{ $why }），没有放进来，其余都在。
repair-no-shape = { $id } 没有位置，没有放进来，其余都在。
repair-renamed = 有两样东西都叫 { $id }，第二样改叫 { $to }。

zip-not-zip = 这不是完整的 zip 文件（{ $why }）。请重新存一份，或者直接给文件夹。
zip-too-many = 压缩包里多于 { $most } 个文件；一个项目只有几个。
zip-too-large = 压缩包解开大于 { $most } MB；请把大图片拿出来。
zip-outside = 这个压缩包不安全：里面的“{ $name }”会写到文件夹外面去。请另要一份。

# 从 CAD、GIS 回来的方案
back-format = 方案可以从 .json、.dxf、.geojson 打开；不认识以“{ $extension }”结尾的文件。
back-none = 这个文件里没有睦邻的方案；请选从这里另存的 .dxf 或 .geojson。
back-several = 这个文件里有 { $n } 份方案，一次只能打开一份；请只另存一份，或用 mulin import --design。
back-mended = 打开了，但有 { $n } 处不对：{ $first }

exchange-no-job = 页面要的事这个版本做不了；请重新打开页面。
export-points = 图片大小“{ $points }”看不懂，请写横竖各多少点，例如 1920x1080。
exchange-lost = 读写文件的那部分没有取到，多半是网络断了。连上网再试一次。
exchange-stopped = 已停下，随时可以重新开始。
exchange-broke = 读写文件的那部分中途断了，多半是内存不够。请选小一点的，或关掉别的页面再试。
exchange-slow = { $seconds } 秒没有动静，先停下了。请用小一点的文件，或用命令行的 mulin。

save-as-title = 打印，或给别的软件用
save-as-format = 存成
save-as-pdf = 打印的图纸（PDF）
save-as-dxf = CAD 图（DXF）
save-as-png = 图片（PNG）
save-as-geojson = 地图软件用的（GeoJSON）
save-as-csv = 表格里的造价单（CSV）
save-as-svg = 放大也清楚的图片（SVG）
save-as-cut-out = 开会用的剪纸图（PDF）
save-as-cut-out-file = 剪纸图
save-as-cut-out-note = 小区图和能放的东西，都是这个比例，带画图页的二维码。画好的方案不在上面。
save-as-cut-out-here = 这个地址只有本机能打开，二维码也一样。
save-as-size = 大小
save-as-size-paper = 跟纸一样大（每英寸 150 点）
save-as-size-phone = 发手机看，长边 { $side } 点
save-as-size-wall = 投影用，长边 { $side } 点
save-as-size-large = 大图，长边 { $side } 点
save-as-size-largest = 特大图，长边 { $side } 点
save-as-size-own = 自己定
save-as-across = 横向点数
save-as-down = 竖向点数
save-as-scale = 比例
save-as-paper = 纸张
save-as-print = 打印时选“实际大小”，不要选“适合页面”。图比纸大时分成几张，可以拼起来。
save-as-back-note = 在那边挪过以后，可以在画图页用“打开文件”再打开。
save-as-do = 存下来
save-as-busy = 正在写……
save-as-done = 存好了

# 底图在地球上的位置
crs-northing-first = 这个文件把纵坐标（北）写在前面，已经把两个数对调。如果不对，请写 --axes。
crs-read-as = 坐标是 { $crs } 的数，不是 { $named } 的（横坐标前带号不同），已按前者读。
crs-guessed = 按带号看，坐标像是 { $crs }（CGCS2000），已按它读。如果是别的坐标系，请写 --crs。
crs-zone-unknown = 坐标像是不带带号的高斯-克吕格坐标，不知道是哪一带。请写 --crs（东经 117° 是 EPSG:4548），日照和位置才准。
crs-origin-moved = 不知道在地球上的位置，以图的中心（{ $x }，{ $y }）为原点。
fit-said = 独立坐标系已按控制点拟合：平均残差 { $residual } 米，最大 { $worst } 米；旋转 { $turn }°，尺度 { $scale }。
fit-scale-doubted = 尺度 { $scale } 不像测量成果：多半有一个点或单位不对。
fit-too-few = 确定独立坐标系至少要两个点。
fit-one-place = 这些点在同一个地方；请给相距较远的点。
fit-known-point = 有一个已知点不对：请按 --crs 的坐标系给米或度。
dxf-coordinates-grid = 坐标：{ $grid }。x 为东坐标，y 为北坐标，单位米。
dxf-coordinates-sheet = 坐标：图纸自己的米制坐标，没有套测量坐标系。
grid-gauss = 2000 国家大地坐标系高斯投影，中央子午线 { $meridian }°（{ $word }）
grid-utm = WGS 84 UTM 第 { $zone } 带（{ $word }）
grid-own = 测量图自己的坐标系，还没有定位
grid-fitted = 测量图自己的坐标系，已套合到{ $onto }
export-grid-none = 这个项目没有自己的坐标系：底图不是按坐标系来的。请写 --grid cgcs2000、utm 或 EPSG 编号，或者不写。
export-grid-nowhere = 这个项目的底图没有地理位置，给不出坐标系里的坐标。请先用 --crs 或 --point 导入。
export-grid-far = 坐标系{ $grid }管不到这个小区。请选小区所在的带（cgcs2000 或 utm）。
export-grid-unknown = “{ $grid }”不是以米为单位的坐标系。请写 project、sheet、cgcs2000、utm，或 EPSG:4548 这样的编号。
save-as-grid = 坐标
save-as-grid-own = 跟测量图一样
save-as-grid-cgcs2000 = 国家 2000，三度带
save-as-grid-utm = UTM 带
save-as-grid-sheet = 图纸自己的米
export-without-picture = 没有带上底图。{ $why }
export-picture-large = 底图有 { $millions } 百万像素；随图纸最多带 { $most } 百万像素、20 MB。请先缩小。
save-as-picture = 带上底图
save-as-picture-note = 底图会一起存进文件。能外传的图才给别人。

# PDF 的第一页作底图。
pdf-page-drawn = { $pages ->
    [1] 这页 PDF
   *[other] 这份 PDF 共 { $pages } 页，只取第一页，它
}纸面 { $width } × { $height } 毫米，已画成 { $across } × { $down } 像素的图片。如果是按 1:500 出的图，从左到右就是 { $metres } 米。
pdf-page-fonts = 这份 PDF 没有自带这些字体：{ $fonts }。相应的字换了别的字体来画，样子会有出入，也可能缺字；线条不受影响。
pdf-page-letters = 有些字的字体读不出来，可能画错或缺字。
pdf-page-pictures = 页面上有一张图片读不出来，没有画上。
pdf-page-marks = 页面上有一处批注读不出来，没有画上。
pdf-page-breaks-off = 文件不完整，页面上可能缺了东西。有条件的话，请重新要一份。
pdf-page-password = 这份 PDF 加了密码。请用密码打开，重新打印成一份 PDF，或把这一页另存成 PNG，再选一次。
pdf-page-encrypted = 这份 PDF 的加密方式这里读不了。请用看图软件打开，重新打印成一份 PDF，或把这一页另存成 PNG，再选一次。
pdf-page-unreadable = 这份 PDF 读不出来。如果看图软件打得开，请在那里把这一页另存成 PNG 或 JPEG，再选一次。
pdf-page-none = 这份 PDF 里找不到页面。如果看图软件打得开，请在那里另存成 PNG 或 JPEG，再选一次。
pdf-page-size = 这一页的尺寸没法画。如果看图软件打得开，请在那里把这一页另存成 PNG 或 JPEG，再选一次。
pdf-page-broke = 画这一页要的内存或时间超过了限度（{ $most } MB）。请用看图软件打开，把这一页另存成 PNG 或 JPEG，再选一次。
