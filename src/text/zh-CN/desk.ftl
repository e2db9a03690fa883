# 规划师的工作台。

aside-name-disagrees = 文件名和内容对不上，可能传输时损坏了，或被人改过
aside-not-named-by-hash = 文件名不是方案的编号，不知道它是哪一份
aside-unreadable = 读不了：{ $why }
aside-other-project = 这是另一个项目（{ $project }）的方案
