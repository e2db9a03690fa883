# Words that every page uses.
product-name = 睦邻 · 大家一起画小区
words-as-is = { $text }
words-some = { $n } × { $what }
search-house-words = 号楼 号院 号 栋 幢 楼 座 房
search-numerals = 〇一二三四五六七八九十
address-not-understood = 链接里的“{ $name }={ $value }”看不懂，先照平常的样子打开了。
theme-auto = 随设备
theme-light = 浅色
theme-dark = 深色
lang-zh-CN = 中文
lang-en = English

# 设计从哪条路来；键可以没有，所以和常用的放在一起。
desk-channel-phone = 手机
desk-channel-paper = 纸上
desk-channel-visit = 上门
desk-channel-meeting = 会上
