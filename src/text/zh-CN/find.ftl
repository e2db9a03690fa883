# 查找、小菜单、步骤和以前的样子、放在某处旁边

find-title = 查找
find-label = 找什么
find-example = 动作、楼号、路名，如“长椅”
find-found = 找到的
find-none = 没找到，换个短一点的词试试。
find-count = 找到 { $n } 个
find-place = 添加：{ $what }
find-on-plan = 在图上看

context-ground = 空地

panel-history = 步骤和以前的样子
history-steps = 步骤
history-start = 最开头
history-now = 现在
history-all = 列出全部步骤

versions-name = 起个名字，如“开会前”
versions-keep = 留一份
versions-no-name = 先起个名字
versions-named = “{ $name }”留在这台设备上了
versions-compare = 比一比
versions-delete = 删掉这一份
versions-deleted = 删掉了：{ $name }
compare-with = 和
compare-now = 现在
compare-close = 不比了
compare-summary = 多了 { $added }，少了 { $removed }，改了 { $changed }

beside-title = 放在某处旁边
beside-what-for = 说清放在哪里，就准准地放在那里。
beside-what = 放什么
beside-chosen = 选中的{ $what }
beside-chosen-many = 选中的 { $n } 样
beside-gap = 隔多远（米）
beside-side = 在哪一侧
beside-find = 找楼号或东西
beside-find-example = 3 号楼，或“亭子”
beside-of = 在什么旁边
beside-of-what = 先选在什么旁边
beside-place = 放下
