# 画下去会怎样：看什么，查出了什么

action-group-would = 会怎样
action-show-findings = 查出的提示
action-show-shadows = 影子和日照
why-no-latitude = 这张图没有说小区在地球上的位置，算不出太阳

# 放下以后的一句话
told-and = { $first }；{ $rest }
told-and-like-it = { $first }，这样的还有 { $n } 处
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
