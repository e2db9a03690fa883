# 画下去会怎样：看什么，查出了什么

action-group-would = 会怎样
action-show-findings = 查出的提示
