# 画图的工具：画轮廓、量尺寸、写便签

action-choose-several = 选几样
action-choose-by-ring = 画一圈选几样
action-choose-by-box = 拉一个框选几样
tools-short-select = 选择
tools-short-pan = 拖图
tools-short-choose = 选几样
tools-short-outline = 画地
tools-short-measure = 量
tools-short-note = 便签
tools-more = 画图工具
tools-less = 收起工具
draw-modes-name = 怎么画
draw-kind-name = 画什么
measure-modes-name = 量什么

action-point-back = 退回一点
action-clear-measure = 收起尺寸
action-tool-rectangle = 画长方形
action-tool-turned = 画斜放的长方形
action-tool-path = 画小路
action-measure-distance = 量距离
action-measure-path = 沿线量长
action-measure-area = 量面积
action-tool-note = 写便签
mode-polygon = 多边形
mode-rectangle = 长方形
mode-turned = 斜长方形
mode-path = 小路
mode-distance = 距离
mode-way = 沿线
mode-area = 面积
mode-ring = 圈
mode-box = 框
choose-modes-name = 怎么选

# 为什么现在不行
why-rectangle-second = 再点一下对面的角，长方形就画好了
why-turned-third = 三个点定一个斜长方形，还差一个
why-crossed-draft = 边在打叉的地方交叉了，先留着；拖动一个角，或退回一点，改好了才能画完
why-measure-second = 再点一个地方，才知道多长
why-nothing-measured = 图上没有量出来的尺寸

# 手里正在做的事
hint-outline-crossed = 边在打叉的地方交叉了：拖动一个角，或退回一点
hint-rectangle-start = 点一个角，再点对面的角；或按住拖出来
hint-rectangle-second = 再点对面的角
hint-turned-start = 先画一条边：点它的两头，或按住拖出来
hint-turned-second = 再点这条边的另一头
hint-turned-third = 再点一下，定它有多宽
hint-let-go-side = 松手就定这条边
hint-measure-distance = 点两个地方，或按住拖过去，就知道多远
hint-measure-path = 一点一点地点过去，点两下最后一点就量好
hint-measure-area = 沿着边点一圈，点回第一点就量好；或按住拖出长方形
hint-measure-second = 再点另一头
hint-measure-path-next = 接着点；点两下最后一点，或按“画好了”
hint-measure-area-next = 接着点；点回第一点，或按“画好了”
hint-measured = { $what }。再点一下就量下一处
hint-note = 点一个地方写便签；点已有的便签来改，拖动它来挪
hint-note-moving = { $by ->
    [finger] 松手就放在这里
   *[other] 松手就放在这里，按 Esc 放回去
}
hint-note-writing = 写好后按“记下”；点别处可以换个地方

# 量出来的
measured-distance = { $m } 米
measured-path = 共 { $n } 段，长 { $m } 米
measured-area = { $area } 平方米，一圈 { $m } 米

# 做完以后说的话
say-cross = 十字在{ $place }
say-cross-from = 离上一点 { $m } 米，在{ $place }
say-draft-again = 接着画上次没画完的，已有 { $n } 点
say-point-back = 退回一点，还剩 { $n } 点
say-note-place = 便签在{ $place }
say-note-moved = 便签挪到了{ $place }
say-note-written = 便签记下了
say-note-deleted = 便签删掉了，可以撤销
step-wish-changed = 改了愿望
step-wish-moved = 挪了愿望的地方
step-wish-deleted = 删了愿望

# 写便签的卡片
note-title-new = 在这里写便签
note-title-old = 改便签
note-words = 写一句话
note-example = 比如：这里晚上太暗
note-keep = 记下
note-delete = 删掉
note-edit = 改“{ $text }”
