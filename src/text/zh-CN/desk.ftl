# 规划师的工作台。

aside-name-disagrees = 文件名和内容对不上，可能传输时损坏了，或被人改过
aside-not-named-by-hash = 文件名不是方案的编号，不知道它是哪一份
aside-unreadable = 读不了：{ $why }
aside-other-project = 这是另一个项目（{ $project }）的方案
aside-withheld = 文件列在名单里，但服务器不肯给出，可能已经损坏

gather-unreachable = 连不上服务器。看看网络，再试一次。
gather-slow = 服务器好久没有回应，先停下了。过一会儿再试。
gather-refused = 口令不对，服务器没有放行。请核对后再输一次。
gather-not-there = 服务器上没有这份方案。
gather-not-understood = 服务器的回答看不懂，多半是中间的网络要先登录。换个网络再试。
gather-status = 服务器出了状况（{ $status }）。过一会儿再试。
gather-stopped = 已经停下，先看读到的这些。

desk-title = 工作台
desk-token-title = 规划师工作台
desk-token-lead = 这里看得到收到的全部方案，请输入规划师口令。启动服务的人知道口令存在哪里。
desk-token-label = 规划师口令
desk-token-enter = 进入
desk-token-kept = 口令只用这一次，换成一个程序读不到的凭证，半天有效。没有这种凭证的服务器，口令只留在这个窗口里。
desk-token-forget = 忘掉口令
desk-reading = 正在读取方案
desk-reading-list = 正在问服务器有哪些方案
desk-reading-done = 已读 { $done } 份，共 { $of } 份
desk-stop = 停下
desk-read-again = 再读一次
desk-standing = 收到 { $received } 份 ＝ 在用 { $accepted } ＋ 旧版 { $superseded } ＋ 搁置 { $aside }
desk-standing-withdrawn = 收到 { $received } 份 ＝ 在用 { $accepted } ＋ 旧版 { $superseded } ＋ 搁置 { $aside } ＋ 撤回 { $withdrawn }
desk-shown-of = 看到 { $shown } 份，共 { $count } 份
desk-empty = 还没有收到方案。把画图的链接发给大家，送来以后按“再读一次”。
desk-none-match = 没有方案符合这些条件。去掉几个条件试试。
desk-nothing-here = 这里没有方案放东西。点别处，或按“看全部”。

desk-search = 搜标题、称呼、愿望或回执号
desk-filters = 筛选
desk-filter-building = 楼栋
desk-filter-age = 年龄
desk-filter-kind = 用到的构件
desk-filter-channel = 怎么来的
desk-filter-date = 日期
desk-filter-from = 从
desk-filter-to = 到
desk-filter-older = 展开旧版
desk-filter-clear = 清空条件
desk-filter-unsaid = 没有说
desk-filter-value = { $value }（{ $n }）
desk-filter-chosen = { $what }：{ $n } 项
desk-building = { $n } 号楼
desk-age-60plus = 60 岁以上

desk-tabs = 看什么
desk-tab-designs = 方案
desk-tab-kinds = 构件
desk-tab-wishes = 愿望
desk-tab-aside = 搁置
desk-list = 方案列表
desk-sort = 排序
desk-sort-newest = 最新在前
desk-sort-title = 按标题
desk-sort-things = 放得最多在前
desk-more-rows = 再看 { $n } 份
desk-pick = 在图上一起看：{ $title }
desk-picked = 选了 { $n } 份
desk-pick-none = 不选
desk-untitled = 没有起名
desk-things = { $n } 件
desk-wishes-n = { $n } 个愿望
desk-older = { $n } 个旧版
desk-older-of = 旧版：{ $drawn }
desk-no-date = 没有日期
desk-repairs = 有 { $n } 处读不了，已略过

desk-map = 地图
desk-map-all = 图上是 { $n } 份方案，颜色按类别，越深的地方越多人想到一起
desk-map-one = 图上是《{ $title }》
desk-map-capped = 为了看得动，图上只画最新的 { $n } 份
desk-map-show-all = 看全部
desk-map-here = 这一处有 { $n } 份方案
desk-map-hint = 点图上一处，看谁在那里放了东西。
desk-map-keys = 方向键移动，加减号放大缩小，0 看全图。
desk-legend = 颜色

desk-kinds-caption = 每种构件用了多少
desk-kinds-kind = 构件
desk-kinds-designs = 方案
desk-kinds-share = 占比
desk-kinds-things = 件数
desk-kinds-none = 这些方案里还没有放东西
desk-share = { $share }%
desk-wishes-caption = 大家的愿望
desk-wishes-none = 这些方案里没有写愿望
desk-wishes-show = 看这份方案
desk-wishes-topic-none = 其他
desk-aside-caption = 搁置的文件：收到了，但不能算数
desk-aside-none = 没有搁置的文件
desk-aside-file = 文件
desk-aside-why = 原因
desk-aside-size = { $n } 字节

desk-one-close = 回到列表
desk-one-file = 存放的文件
desk-one-receipt = 回执
desk-one-by = 作者说
desk-one-totals = 得失
desk-contact = 联系方式
desk-contact-key = 用自己的钥匙文件打开
desk-contact-stays = 钥匙只在这个窗口里用，不存下，也不上传；关上窗口就忘掉。
desk-contact-no-key = 这个文件里没有钥匙。请选 mulin keys new 存下的那个文件。
desk-contact-lock = 收起，忘掉钥匙
desk-contact-over = 联系方式只留到 { $until }，已经过了，不再打开。请删除这份里的联系方式。
desk-one-objects = 放了什么
desk-one-open = 在画图页打开
desk-one-note = 备注：{ $note }

desk-download = 下载
desk-download-geojson = GeoJSON（QGIS）：内部用，不张贴
desk-download-csv = CSV（表格）：内部用，不张贴
desk-download-hint = 下载的是现在筛选出的 { $n } 份
desk-download-failed = 浏览器没有让保存文件。换个浏览器，或检查下载设置。

# 规则
desk-tab-rules = 规则
desk-rules-lead = 选按哪里的标准检查，哪些规则在这个小区不用。居民的方案里会写明关掉了哪些。
desk-rules-profile = 按哪里的标准
desk-rules-save = 存下来的 project.json 放回项目的文件夹，替换原来的，大家下次打开就按新的检查。
desk-rules-download = 存 project.json
