# 规划师的工作台。

aside-name-disagrees = 文件名和内容对不上，可能传输时损坏了，或被人改过
aside-not-named-by-hash = 文件名不是方案的编号，不知道它是哪一份
aside-unreadable = 读不了：{ $why }
aside-other-project = 这是另一个项目（{ $project }）的方案
aside-withheld = 文件列在名单里，但服务器不肯给出，可能已经损坏

gather-unreachable = 连不上服务器。看看网络，再试一次。
gather-slow = 服务器好久没有回应，先停下了。过一会儿再试。
gather-refused = 口令不对，服务器没有放行。请核对后再输一次。
gather-not-there = 服务器上没有这份方案。
gather-not-understood = 服务器的回答看不懂，多半是中间的网络要先登录。换个网络再试。
gather-status = 服务器出了状况（{ $status }）。过一会儿再试。
gather-stopped = 已经停下，先看读到的这些。
