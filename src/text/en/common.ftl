# Words that every page uses.
product-name = Mulin · draw your estate together
words-as-is = { $text }
words-some = { $n } × { $what }
search-house-words = house building block no. number
search-numerals = 0
address-not-understood = The link says “{ $name }={ $value }”, which is not understood; the page was opened without it.
theme-auto = As the device
theme-light = Light
theme-dark = Dark
lang-zh-CN = 中文
lang-en = English

# By which way a design came; a key that may be missing, so it lies with what every page has.
desk-channel-phone = Phone
desk-channel-paper = Paper
desk-channel-visit = Visit
desk-channel-meeting = Meeting
