# cli：命令行里说的话
cli-ready =
    睦邻开着，按 Ctrl+C 停。
      画图    { $base }
      大屏    { $base }?view=wall
      工作台  { $base }?view=desk
      规划师的口令放在 { $token }
cli-ended = 睦邻停了，收到的都存好了。
cli-store-not-s3 = 这个版本只能存在本机硬盘上，请用 --store file:///文件夹。
cli-store-unknown = 看不懂 --store { $store }，请写成 file:///文件夹。
cli-store-unwritable = { $path } 里存不了东西（{ $why }），请换一个能写的文件夹。
cli-token-too-short = { $path } 里的口令不到 { $fewest } 个字符，请写长些，或删掉这个文件让程序另配一个。
cli-token-unreadable = 读不出 { $path } 里的口令（{ $why }），请看看文件权限。
cli-token-unwritable = 口令写不进 { $path }（{ $why }），请用 --token-file 换个地方。
cli-project-unreadable = 项目读不了：{ $path }（{ $why }），请看看 --project 的文件夹。
cli-no-app = 没有 { $path }（{ $why }），请先运行 make build，或改 --dist。
cli-cannot-listen = { $address } 开不了（{ $why }），多半已被占用，请用 --listen 换个端口。
cli-no-threads = 系统没有给 { $path } 的服务开线程（{ $why }），请关掉些程序再试。
cli-demo-made = 编了 { $count } 份方案，放在 { $path }。
cli-demo-unwritable = 方案写不进 { $path }（{ $why }）；请换一个能写的文件夹。
cli-unwritable = 写不进 { $path }（{ $why }）；请用 -o 换个地方。
cli-compress-failed = 压缩不了 { $path }（{ $why }），请看看这个文件夹能不能读写。
cli-compressed = 压缩了 { $count } 个文件，共 { $of } 个。
cli-store-unreadable = 读不了 { $path }（{ $why }），请核对存放的地方。
cli-verify-no-name = { $path }：名字不是方案的名字。
cli-verify-other-bytes = { $path }：内容和名字对不上，坏了或被改过。
cli-verify-no-design = { $path }：内容不是方案。
cli-verified = 看了 { $count } 个文件，有问题的 { $unsound } 个。
cli-import-one = 这个版本一次只导入一份底图；请只给一个文件。
cli-import-unreadable = 底图 { $path } 读不了（{ $why }）；请看看名字和位置。
cli-imported = 写好了 { $features } 样东西（其中楼房 { $buildings } 座），在 { $path }。
cli-design-unreadable = 方案 { $path } 读不出来（{ $why }）；请看看文件名和位置。
cli-check-finding = { $severity }（{ $things }）：{ $sentence }
cli-checked = 提示 { $count } 条。还有 { $unchecked } 条规则这一版不检查。
cli-design-unusable = { $path } 用不了。{ $why }
cli-design-of-other-project = 注意：这份方案是给“{ $drawn }”画的，不是“{ $project }”。
cli-export-no-sheet = --scale 和 --cut-out 是给打印图纸（pdf）的，--paper 是给图纸和图片（pdf、png）的，请去掉。
cli-export-scale = 比例 1:{ $scale } 画不了，请用 1:{ $least } 到 1:{ $most } 之间的，比如 --scale 200。
cli-export-paper = 没有“{ $paper }”这种纸，请用 A4、A3、A2、A1 或 A0。
cli-exported = 已写到 { $path }。
cli-tallied = 收到 { $received } 份，放在一边 { $aside } 份，已写到 { $path }。
cli-check-design = { $path }：
rules-table-title = # 规则和它们的数
rules-table-intro =
    这一页由 `mulin rules` 从规则所用的数据（`src/rules/profiles/*.json`）印出，有测试保证两者一致。
    “已读到”指在公开的抄本里读到了条文或数字；其余都待核实。
rules-table-head =
    | 规则 | 是什么、它的名字 | 数 | 程度 | 条文 | 来源 | 核实 |
    |---|---|---|---|---|---|---|
rules-table-plain = 常识，没有数
rules-table-verified = 已读到
rules-table-unverified = 待核实
rules-table-same = 和国家标准一样。
rules-table-why = （*{ $why }*）
rules-table-not = 没有规则单独用它
rules-table-not-wires = 没有检查：图上没有架空线
rules-table-not-slopes = 没有检查：图上没有坡度
rules-table-not-seats = 没有检查：目录只数座位，不排座位
