# The editor: what can be done, why not, what is going on and what was done.

# 撤销、菜单和快捷键：每个动作一行
action-group-edit = 撤销与选择
action-group-thing = 选中的东西
action-group-draw = 放置与画
action-group-view = 看图
action-group-page = 文件与页面
action-undo = 撤销
action-redo = 重做
action-delete = 删除
action-duplicate = 再来一个
action-turn-left = 左转 15°
action-turn-right = 右转 15°
action-turn-left-a-bit = 左转 1°
action-turn-right-a-bit = 右转 1°
action-grow = 放大一点
action-shrink = 缩小一点
action-wider = 加宽 10 厘米
action-narrower = 收窄 10 厘米
action-deeper = 加深 10 厘米
action-shallower = 减浅 10 厘米
action-add-corner = 加一个角
action-remove-corner = 去掉这个角
action-next-corner = 下一个角
action-previous-corner = 上一个角
action-nudge-left = 往左挪
action-nudge-right = 往右挪
action-nudge-up = 往上挪
action-nudge-down = 往下挪
action-select-next = 选下一个
action-select-previous = 选上一个
action-select-all = 全选
action-select-none = 不选了
action-place-here = 放在这里
action-place-again = 再放一个
action-place-beside = 放在某处旁边
action-done = 画好了
action-cancel = 取消
action-tool-select = 选择
action-tool-pan = 拖动地图
action-tool-outline = 一个角一个角地画
action-zoom-in = 放大地图
action-zoom-out = 缩小地图
action-fit = 看全小区
action-fit-selection = 看选中的
action-turn-view-left = 图纸向左转
action-turn-view-right = 图纸向右转
action-north-up = 北朝上
action-level-selected = 把选中的转平
action-choose-scale = 选比例尺
action-show-layers = 图层和视图
action-toggle-pipes = 显示或隐藏管线
action-toggle-before = 现在和以后切换
action-toggle-split = 现在和以后对着看
action-toggle-map = 小地图
action-pan-left = 地图看左边
action-pan-right = 地图看右边
action-pan-up = 地图看上边
action-pan-down = 地图看下边
action-find = 查找
action-show-menu = 打开小菜单
action-show-palette = 添加
action-show-list = 已放的东西
action-show-history = 步骤和以前的样子
action-name-version = 起个名字留一份
action-add-wish = 写个愿望
action-submit = 提交我的设计
action-save-file = 存成文件
action-save-as = 打印，或存给别的软件
action-open-file = 打开文件
action-new-design = 重新画一张
action-help = 帮助
action-toggle-theme = 换深浅颜色
action-toggle-language = English
action-toggle-large-text = 换大字

# 为什么现在不行
why-nothing-to-undo = 还没有可以撤销的
why-nothing-to-redo = 没有可以重做的
why-nothing-selected = 先点一下图上放的东西
why-nothing-placed = 图上还没放东西
why-only-one = 一次只能改一个，请只选一个
why-size-is-fixed = 它的大小是固定的
why-no-width = 它没有统一的宽和深，请拖动它的角
why-no-corners = 它没有可以改的角
why-no-corner-chosen = 先选好一个角：点一下它，或按 J 键
why-too-few-corners = 角不够，至少要三个（路要两个）
why-nothing-picked = 先在“添加”里挑一样
why-nothing-drawn-yet = 还没画出角来，先在图上点一下
why-nothing-to-cancel = 没有要取消的
why-largest = 已经最大了
why-smallest = 已经最小了
why-north-is-up = 北已经朝上了
why-nothing-to-send = 还没画东西，先放一样或写个愿望
why-nothing-to-keep = 还没画东西，没有可留的
why-gone = 这样东西已经不在图上了
why-too-many = 图上的东西太多了，先删几样
why-no-such-kind = 这个小区没有这样东西可放
why-crosses-itself = 边不能互相交叉，停在上一个位置
why-out-of-reach = 离小区太远了
why-no-area = 太窄了，围不出一块地
why-too-many-corners = 角太多了
why-gap = 距离请填 0 到 { $most } 米
why-beside-itself = 不能放在自己旁边，请换一个

# 手里正在做的事，一句话提示
hint-empty = 拖一样东西到图上试试
hint-selected = 拖动它来挪，拖圆点改大小，上面的圆点用来转
hint-selected-many = 拖动其中一个，一起挪
hint-corner = 拖动这个角，或按删除去掉它
hint-dragging = { $by ->
    [finger] 松手就放下
   *[other] 松手就放下，按 Esc 放回去
}
hint-resizing = { $by ->
    [finger] 松手定大小
   *[other] 松手定大小，按 Esc 还原
}
hint-rotating = { $by ->
    [finger] 松手定方向
   *[other] 松手定方向，按 Esc 还原
}
hint-reshaping = { $by ->
    [finger] 松手定这个角
   *[other] 松手定这个角，按 Esc 还原
}
hint-marquee = 框住的都会选上
hint-pan = 拖动地图，两指或滚轮缩放
hint-place = 在图上点一下就放在那里；也可用方向键移动，R 转，回车放下
hint-place-again = 点一下放一个；够了就再按一次“再放一个”
say-again-on = { $what }放下后还在手里，可以接着放
say-again-off = 再放一个{ $what }就好
hint-let-go = 松手就放在这里
hint-outline-start = 一个角一个角地点；或按住拖出长方形
hint-outline-next = 再点下一个角
hint-outline-close = 点回第一个角，或按“画好了”
hint-path-start = 点出起点，或按住拖出一段
hint-path-end = 接着点；或再点一下终点，就画好了

# 历史里的每一步；$what 是东西的名字或件数
things-count = { $n } 样东西
step-placed = 放了{ $what }
step-drawn = 画了{ $what }
step-moved = 挪了{ $what }
step-turned = 转了{ $what }
step-resized = 改了{ $what }的大小
step-reshaped = 改了{ $what }的形状
step-deleted = 删了{ $what }
step-duplicated = 复制了{ $what }
step-set = 改了{ $what }的选项
step-note = 给{ $what }写了备注
step-wish = 写了愿望
step-title = 改了标题
step-answer = 回答了问题
step-author = 填了作者
step-fixed = 修正了一处
step-restored = 回到了以前的样子
step-changed = 改了一处

# 做完以后说的话
say-picked = 拿起了{ $what }，在图上点一下放下
say-ghost-at = { $what }要放在：{ $place }
say-tool-taken = { $tool }：{ $hint }
say-placed = 放好了{ $what }：{ $place }
say-moved = { $what }挪到了：{ $place }
say-moved-many = 挪了{ $what }
say-resized = { $what }现在宽 { $width } 米，深 { $depth } 米
say-turned = { $what }转到了 { $degrees }°
say-reshaped = { $what }现在 { $area } 平方米
say-reshaped-path = { $what }现在长 { $metres } 米
say-corner = 第 { $n } 个角
say-corner-of = 第 { $n } 个角，共 { $count } 个：{ $place }。方向键可以挪它。
say-selected = 选中了{ $what }：{ $place }
say-selected-many = 选中了 { $n } 样东西
say-selected-none = 什么都没选
say-deleted = 删掉了{ $what }，可以撤销
say-duplicated = 旁边多了{ $what }
say-undone = 撤销了：{ $step }
say-redone = 重做了：{ $step }
say-gone-to = 到了这一步：{ $step }
say-gone-to-start = 回到最开头
say-here = { $where }在图上标出来了
say-beside = { $what }放在了{ $where }{ $side }，相隔 { $metres } 米
say-seen = 图上看得到宽 { $width } 米、高 { $height } 米，正中：{ $place }
say-north-up = 北朝上了
say-view-turned-left = 图纸向左转了 { $n } 度
say-view-turned-right = 图纸向右转了 { $n } 度
say-view-turned-to = 图纸从北朝上向左转到 { $n } 度
say-pipes-on = 管线显示出来了
say-pipes-off = 管线隐藏了
say-before = 这是现在的小区
say-after = 这是您的设计
say-split = 左边是现在，右边是您的设计
say-map-on = 小地图打开了
say-map-off = 小地图收起了
say-scale = 比例是 1 比 { $n }

# 两个样子有什么不同
diff-added = 多了：{ $what }
diff-removed = 少了：{ $what }
diff-changed = { $what }：{ $how }
diff-and = { $one }；{ $other }
diff-kind = 原来是{ $was }
diff-moved = { $toward }挪了 { $metres } 米
diff-turned = 方向从 { $was }° 到 { $is }°
diff-size = 大小从 { $was }×{ $was2 } 米到 { $is }×{ $is2 } 米
diff-length = 长度从 { $was } 米到 { $is } 米
diff-width = 宽度从 { $was } 米到 { $is } 米
diff-area = 面积从 { $was } 平方米到 { $is } 平方米
diff-options = 选项不同
diff-note = 说明不同
diff-title = 标题从“{ $was }”改成“{ $is }”
diff-wish-added = 多了愿望：{ $text }
diff-wish-removed = 少了愿望：{ $text }
diff-answers = 问题的回答不同
toward-north = 往北
toward-north-east = 往东北
toward-east = 往东
toward-south-east = 往东南
toward-south = 往南
toward-south-west = 往西南
toward-west = 往西
toward-north-west = 往西北
