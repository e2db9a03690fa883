# 画下去会怎样：看什么，查出了什么

action-group-would = 会怎样
action-show-findings = 查出的提示
action-show-shadows = 影子和日照
why-no-latitude = 这张图没有说小区在地球上的位置，算不出太阳

# 放下以后的一句话
told-and = { $first }；{ $rest }
told-and-like-it = { $first }，这样的还有 { $n } 处
told-to-confirm = { $said }（数字待核实）
told-bays-more = 多了 { $n } 个车位
told-bays-fewer = 少了 { $n } 个车位
told-slots-more = 多了 { $n } 个充电位
told-slots-fewer = 少了 { $n } 个充电位
told-green-more = 多了 { $n } 平方米绿地
told-green-fewer = 少了 { $n } 平方米绿地
told-activity-more = 多了 { $n } 平方米活动场地
told-activity-fewer = 少了 { $n } 平方米活动场地
told-seats-more = 多了 { $n } 个座位
told-seats-fewer = 少了 { $n } 个座位
told-bikes-more = 能多放 { $n } 辆自行车
told-bikes-fewer = 少放 { $n } 辆自行车
told-mended = 少了 { $n } 处要改的地方

# 慢的检查
slow-checking = 还在检查消防车、日照和步行……
slow-gave-up = “{ $rule }”这次没有检查完：东西太多，算得太久
reckon-gave-up = 算得太久，停下来了。画都在；改小一点再看，或者等一会儿再打开

# 提示的清单
finding-dismiss = 对我不重要
finding-recall = 再放回来
findings-aside = 收起来的 { $n } 条
findings-unchecked = 没有检查的 { $n } 项，和原因
findings-off = 主持人关掉了这些规则：{ $rules }
step-dismissed = 收起了一条提示
step-recalled = 放回了一条提示
rules-profile = 按“{ $profile }”检查
rules-numbers = { $n } 个数由本小区自己定
rules-and = { $first } · { $next }
rules-no-such-profile = 项目里写的规则“{ $profile }”没有，改用国家标准
rules-no-such-number = 项目里写的数“{ $number }”没有规则用到
rules-absurd = 项目里写的数“{ $number }”是 { $value }，应该在 { $least } 到 { $most } 之间，用到它的规则不检查
profile-national = 国家标准
profile-shandong = 山东
profile-fuzhou = 福州
profile-xuzhou = 徐州
profile-beijing = 北京
finding-against = 附近没有找到两全的地方：守住“{ $rule }”，就会碰到“{ $other }”
finding-nowhere = 附近 30 米内没有找到合适的地方。可以换个方向、改小一点，挪得更远，或者不放它。
finding-locked = 它锁住了：先解锁，才能帮着挪。
finding-not-sought = 这台设备上不会帮着找地方：自己挪一挪，看这条提示还在不在。
finding-number-unverified = 数字待核实
finding-mend-would = 挪了以后：{ $would }
finding-mend-would-nothing = 挪了以后这条提示就没有了，别的不变。

# 挪动东西解决不了时，怎样才有用。
remedy-budget = 挪地方不会更便宜：少放几样，或换便宜的。
remedy-accessible-lot = 挪到哪里都不行：在停车场边上放一个无障碍车位，或把停车场加宽到放得下无障碍车位和通道。
remedy-accessible-estate = 挪到哪里都不行：在小区里再放一个无障碍车位。
remedy-green = 附近没有合适的地方时：在别处补一块至少 8 米宽的草坪，或把它改小。
remedy-green-in-the-sun = 附近没有合适的地方时：把它挪到楼影里或绿地外，或在晒得到太阳的地方补一块至少 8 米宽的草坪。
remedy-waste = 附近没有合适的地方时：在离得远的门附近再放一个垃圾点。
finding-mend-lower = 改成 { $height } 厘米高
finding-mend-size = 改成 { $width } × { $depth } 米

# 规则当作前提的事
assumed-drivable = 图上没有、当作前提的：道路，和 { $way } 米以上宽的小路、铺装，都承得住消防车；路缘、坡度、门洞、电线、树枝都不挡车。画上去的东西下面一律不过车。
assumed-level = 图上没有、当作前提的：路是平的，只有画出来的坡道除外。
assumed-no-stations = 图上没有、当作前提的：现在的垃圾点图上没有，垃圾点的距离只按方案里放的算。
findings-save = 存下规则说的话
findings-save-reckoning = 正在算规则说的话……
