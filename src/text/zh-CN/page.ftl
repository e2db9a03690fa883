# 画图的页面：栏、面板、对话框

# 打不开的时候
fault-title = 图纸没有打开
fault-what-to-do = 这台设备上存下的图都还在。连好网再试一次，或先打开示范小区。
fault-again = 再试一次
fault-demo = 打开示范小区
fetch-no-answer = { $url } 没有回应，多半是网断了，或那边不让取。
fetch-not-there = { $url } 没有这个文件，请核对链接。
fetch-refused = { $url } 不给取（{ $status }），请问发链接的人。
fetch-a-page = { $url } 给的是网页，不是图纸，请核对链接。
fetch-bad-address = “{ $url }”不是能用的地址，请核对链接。
fetch-other-origin = 方案“{ $url }”在别的网站上，这里只能打开本站的方案。
estate-left-out = 小区图里有 { $n } 样东西读不出来，先不画它们。

# 上面一栏
title-label = 这张图的名字
title-untitled = 给这张图起个名字
menu = 菜单
submit = 提交我的设计
submit-short = 提交
skip-to-plan = 跳到图上
state-new = 还没动笔
state-kept = 已存在本机
state-not-kept = 存不下
state-waiting = 还没送出
state-sending = 正在送
state-failed = 没送成
state-sent = 已送达
action-cannot = { $name }：{ $why }

# 图
plan-name = 小区平面图
plan-description = 图上放了 { $n } 样东西。按 N 逐个选，方向键移动，R 转，删除键删掉；在“添加”里挑一样，回车放下。按 / 查找动作、楼号或东西，B 放在某处旁边，Shift+F10 打开小菜单，? 看全部按键。
plan-no-canvas = 这个浏览器画不出图，请更新浏览器；列表还能用。
tools-name = 工具
zoom-name = 缩放和移动
arrows-toggle = 用按钮移动地图
scale-metres = { $m } 米
legend-said = 上面是北，比例尺 { $m } 米
coach-palette = 从这里拖一样东西到图上试试
strip-name = 这张图带来什么

# 添加
panel-palette = 添加
panel-things = 已放
panel-thing = 选中的
panel-findings = 提示
panel-wishes = 愿望
palette-search = 找一样，如“长椅”
palette-none-found = 没有这样东西，可以写成愿望
palette-size = { $width }×{ $depth } 米
side-name = 已放的、提示和愿望
side-tabs = 看什么
sheet-name = 下面的面板
sheet-higher = 拉高
sheet-lower = 放低
sheet-close = 收起
empty-begin = 挑一样开始
list-name = 图上放的
list-empty = 还没放东西。拖一座亭子到图上试试。

# 选中的东西
thing-name = 选中的东西
thing-actions = 可以做的
things-selected = 选中了 { $n } 样
thing-area = 面积 { $m2 } 平方米
size-width = 宽
size-depth = 深
size-across = 直径
size-path-width = 路宽
size-turn = 方向
size-by-corners = 拖动图上的角来改形状。
unit-m = 米
unit-degrees = 度
stepper-less = { $name }，减一点
stepper-more = { $name }，加一点
stepper-field = { $name }，{ $unit }
note-label = 写一句说明

# 提示
findings-name = 提示
findings-none = 没有看到问题。
findings-nothing-drawn = 放上东西以后，这里会说合不合适。
finding-mend = 帮我挪好
finding-show = 看在哪里
finding-clause = 依据 { $clause }
finding-clause-unverified = 依据 { $clause }，待核实

# 愿望和问题
wishes-name = 已写的愿望
wish-label = 写一个愿望
wish-example = 比如：长椅要有靠背
wish-topic = 说的是什么
wish-add = 写上
wish-empty = 先写一句再按“写上”。
wish-give-place = 在图上指个地方
wish-tap-the-plan = 在图上点一下
wish-has-place = 已指了地方，按一下去掉
wish-show = 看在图上哪里
wish-remove = 去掉愿望“{ $text }”
topic-seats = 座位
topic-parking = 停车
topic-charging = 充电
topic-green = 绿化
topic-activity = 活动
topic-children = 孩子
topic-safety = 安全
topic-other = 别的
questions-name = 想问问您

# 下面的数字
figure-money = 花费
figure-money-left = 还剩
figure-money-over = 超出
figure-money-unit = 估
figure-bays = 车位
figure-bays-unit = 个
figure-charging = 充电位
figure-charging-unit = 个
figure-green = 绿地
figure-green-unit = ㎡
figure-activity = 活动地
figure-activity-unit = ㎡
figure-seats = 座位
figure-seats-unit = 个
figure-how = 看怎么算的
figure-won = 多 { $n }
figure-lost = 少 { $n }
money-ten-thousands = { $wan } 万
money-yuan = { $yuan } 元
change-won = ▲ { $n }
change-lost = ▼ { $n }
change-none = 0
figures-title = 数字怎么来的
figures-balance = 和现在比
figures-cost = 估算一共 { $cost }，大约 { $low } 到 { $high }。
figures-budget = 预算是 { $budget }。
figures-bill = 一样一样算
figures-not-checked = 这一版还没检查的
bill-line = { $n } { $unit }，每{ $unit } { $price }

# 帮助、关于
help-title = 帮助
help-steps = 怎么画
help-add = 添加：从“添加”里拖一样到图上；或者点一下它，再点图上的地方。
help-move = 移动：拖着走；也可以选中后按方向键。
help-turn = 转和改大小：用圆点、按钮，或直接输入数字。
help-look = 看图：两指或滚轮缩放，拖空白处移动。
help-menu = 小菜单：手指按住不放，或用鼠标右键，看这里能做什么。
help-find = 查找：菜单里的“查找”，或按 Ctrl+K（苹果电脑按 ⌘K），能找动作、楼号和东西。
help-several = 一次选几样：按住 Shift 拉一个框，或按住 Shift 一个一个点。
help-send = 送出：按“提交我的设计”。没有网也行，有网了自己会送。
help-keys = 先点一下图，按键才管用。
about-title = 关于这张图
about-estimates = 花费和数量都是估算，只供商量，不能照着施工。
about-device = 您画的图存在这台设备上，不用注册，按提交才会送出。
menu-language = 语言
menu-theme = 颜色
menu-text = 字的大小
text-normal = 平常
text-large = 大字
menu-receipts = 我送出的和回执
menu-about = 关于这张图
dialog-close = 关上
toast-close = 知道了

# 打开和存文件
file-name = 我的小区
save-done = 存成文件了，在下载里。
save-failed = 这个浏览器不让存文件，可以换一个浏览器打开。
open-done = 打开了，原来那张在“以前的样子”里。
open-unreadable = 这个文件读不出来，请换一个。
open-other-project = 这份方案是别的小区“{ $project }”的，放不到这张图上。
open-repaired = 有 { $n } 处读的时候改了：{ $first }
open-not-the-same = 取到的内容和链接对不上，没有打开；请再试一次或问发链接的人。
open-link-done = 打开了链接里的方案，改了再提交就是新的一版。
open-sent-done = 打开了送出的方案，改了再提交就是新的一版。
versions-title = 以前的样子
versions-when = 每次提交、打开别的图或重新画之前，也会自动留一份。
versions-none = 还没有以前的样子。
versions-row = 放了 { $n } 样东西
versions-back = 回到这里
versions-done = 回到那个样子了，可以撤销。
new-title = 重新画一张
new-what-happens = 现在这张会留在“以前的样子”里，随时能回来。
new-done = 这是一张新图。
topic-light = 照明
topic-noise = 声音
topic-access = 走路方便
list-more = 再列 { $n } 样里的一些
