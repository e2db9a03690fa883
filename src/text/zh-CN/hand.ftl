# The hand at work: what it snapped to, lengths at the thing, and numbers as they are typed.

# 打进去的数看不懂
why-amount-empty = 请填一个数，比如 12.5
why-amount-too-long = 太长了，请写短一点，比如 12.5+3
why-amount-words = 看不懂“{ $text }”，请填数，比如 12.5、250cm 或 12.5+3
why-amount-unfinished = 没写完，请接着写或删掉最后的符号
why-amount-units = 米乘米、米除以米都不是米，请只给一个数写单位
why-amount-by-zero = 不能除以零
why-amount-comma = “{ $text }”看不准，小数请用一个点，比如 1.5；一千请写 1000
why-amount-negative = 算出来比零小，请填大一点
why-amount-too-large = 这个数太大了
why-amount-held = 它只能在 { $least } 到 { $most } 之间，已改成 { $held }
