# cli：命令行里说的话
cli-ready =
    睦邻开着，按 Ctrl+C 停。
      画图    { $base }
      大屏    { $base }?view=wall
      工作台  { $base }?view=desk
      规划师的口令放在 { $token }
cli-ended = 睦邻停了，收到的都存好了。
cli-store-not-s3 = 这个命令只读文件夹，请先把桶里的 designs/ 拷到一个文件夹再给它。
cli-bucket-unusable = { $store } 用不了（{ $why }），请设好 AWS_ENDPOINT、AWS_REGION、AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY。
cli-bucket-unwritable = { $path } 里存不了东西（{ $why }），请核对桶名、密钥和 AWS_ENDPOINT。
cli-store-creates-once = { $store } 会拒绝同名再写，符合要求。
cli-store-overwrites = 注意：{ $store } 会不声不响地覆盖。方案不受影响（同名必同内容），但只能让一个睦邻往里写。
cli-disk-overwrites = { $path } 允许同名覆盖，请把存储放在本机硬盘上。
cli-token-hash-broken = { $path } 里的 sha256: 不完整，请删掉这个文件，会重新生成口令。
cli-token-forgotten = 口令最后显示一次：{ $token }
    { $path } 里今后只留它的散列。
cli-token-forgotten-before = { $path } 里早已只有口令的散列；删掉这个文件会重新生成口令。
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
cli-public-rows = --csv、--geoparquet 只供内部，请去掉它们或 --public。
cli-compress-failed = 压缩不了 { $path }（{ $why }），请看看这个文件夹能不能读写。
cli-compressed = 压缩了 { $count } 个文件，共 { $of } 个。
cli-store-unreadable = 读不了 { $path }（{ $why }），请核对存放的地方。
cli-verify-no-name = { $path }：名字不是方案的名字。
cli-verify-other-bytes = { $path }：内容和名字对不上，坏了或被改过。
cli-verify-no-design = { $path }：内容不是方案。
cli-verified = 看了 { $count } 个文件，有问题的 { $unsound } 个。
cli-import-one = 这个版本一次只导入一份底图；请只给一个文件。
cli-import-unreadable = 底图 { $path } 读不了（{ $why }）；请看看名字和位置。
cli-import-picture = 图片 { $path } 放不到底下：{ $why }
cli-import-picture-folder = 底图是整个项目的一部分；请在 -o 后面写文件夹，以 / 结尾。
cli-import-no-picture = --picture-point 是说底图在哪里的；请用 --picture 给出图片。
cli-import-page-slow = 这一页画得慢，最多等 { $seconds } 秒；按 Ctrl-C 可以停下。
cli-import-page-late = { $seconds } 秒没有画完。可用 --picture-wait 秒数 多等，或把这一页另存成 PNG 再用。
cli-imported = 写好了 { $features } 样东西（其中楼房 { $buildings } 座），在 { $path }。
cli-back-several = 这个文件里有 { $n } 份方案；请在 -o 后面写文件夹，以 / 结尾，每份各写一个文件。
cli-back = 写好了 { $n } 份方案，在 { $path }。
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
rules-table-own = 没有条文
rules-table-unverified = 待核实
rules-table-same = 和国家标准一样。
rules-table-why = （*{ $why }*）
rules-table-not = 没有规则单独用它
rules-table-not-wires = 没有检查：图上没有架空线
rules-table-not-slopes = 没有检查：图上没有坡度
rules-table-not-seats = 没有检查：目录只数座位，不排座位
cli-quarantined = { $file }：先放在一边。{ $why }
cli-collected = 收到 { $received } = 采用 { $accepted } + 被新版取代 { $superseded } + 隔离 { $quarantined }。重复的副本 { $copies } 份，还没写完而没算的 { $unfinished } 份。都在 { $path } 里。
keys-made = 私钥存在 { $path }：请收好，另存一份在别处；丢了谁也补不出来。
    公钥（写进项目用）：{ $key }
keys-no-chance = 系统没有给出随机数（{ $why }），请再试一次。
keys-not-a-key = { $key } 不是公钥；公钥以 mulin-key-1: 开头，请从 mulin keys new 整个拷贝。
keys-known = 这把公钥项目里已经有了，{ $holder } 不用再登记。
keys-too-many = 一个项目最多 { $most } 把公钥，请先从 project.json 里去掉一把。
keys-entered = 已登记 { $holder }，项目现有 { $count } 把公钥。请 { $holder } 接着运行 mulin keys rehearse。
keys-not-entered = { $path } 里的钥匙不在这个项目里，请先用 mulin keys enter 登记。
keys-wrong-envelope = { $holder } 的信封不是给这把钥匙的，请从 project.json 里去掉它再登记一次。
keys-rehearsed = { $holder } 打开了信封：这把钥匙好用。
keys-no-contact = 这份方案没有留联系方式。
keys-broken-project = project.json 里的 contacts 读不懂（{ $why }），请改好或去掉。
keys-not-asked = 这一轮不收联系方式：项目里没有规划师的公钥。
keys-ready = { $count } 位规划师都打开过信封：这一轮可以收联系方式。
keys-too-few = 项目只有 { $count } 把公钥，至少要 { $fewest } 把，丢一把才不要紧；请用 mulin keys new 再做一把。
keys-not-rehearsed = 这一轮还不能开始：{ $holders } 要先用 mulin keys rehearse 打开信封。
keys-unwritable = { $path } 写不进去（{ $why }），请换一个能写的文件夹里的新文件。
keys-unreadable = 钥匙文件 { $path } 读不出来（{ $why }），请核对名字和位置。
keys-no-secret = { $path } 里没有私钥，请给 mulin keys new 写的那个文件。
cli-bandwidth = 带宽 { $metres } 米用不了；请给 --bandwidth 0.5 到 500 之间的数。
cli-composed = { $title }：{ $things } 件，{ $cost } 元，赞同度 { $support }%（{ $better ->
    [yes] 高于量过的 { $singles } 份单个方案，其中最好的是 { $best }%
   *[other] 没有超过最好的单个方案 { $best }%，那份有 { $breaks } 处违反必须遵守的规则
}）；已写到 { $path }。
cli-withdrawn = 作者撤回 { $count } 份图；连同规划师删除的，删掉设计 { $designs } 份，不再计数。
cli-contacts-deleted = 联系方式只留到 { $until }：已从 { $count } 份设计里删掉。原来的收件文件夹也请删。
cli-contacts-kept = { $count } 份设计留有联系方式，都封着；留到 { $until }。加 --project 才会到期删除。
forget-not-a-code = { $code } 不是回执号，或打错了一个字；请对照回执。
forget-not-here = 这里没有回执号 { $code } 的设计，请核对，或换一个收件文件夹。
forget-done = 删掉了 { $count } 份设计（各个版本都在内）；以后汇总别处的副本也不会再收进来。
keys-not-a-day = { $day } 不是日期，请写成 2027-03-31 这样。
keys-until = 联系方式留到 { $day }；过了这天，mulin collect --project 会删掉。
cli-few-descriptors = 系统只许同时打开 { $there } 个文件，所以最多同时接 { $connections } 个连接，多的排队；要放开请设 ulimit -n { $wished }。
cli-reader-token-same = { $path } 里是规划师的口令，给只看的人会让他们也能答复。请换一个文件，或删掉它，让程序另做一个。
cli-export-no-grid = 只有 CAD 图（--to dxf）能选坐标系。请去掉 --grid。
