# The desk: filters by findings and cost, saved views.

filter-cost = Cost
filter-cost-from = At least (yuan)
filter-cost-to = At most (yuan)
filter-cost-range = Cost { $from } to { $to } yuan
filter-cost-budget = Within the budget of { $yuan } yuan
filter-findings = Findings
filter-findings-lead = By the rules that answer at once; fire engine, sun and walking are not looked at here.
filter-musts-none = Nothing that must be changed
filter-musts-some = Something that must be changed
filter-going = Reckoning, { $done } of { $of } designs

views-chip = Views
views-lead = Views are kept on this device. A link holds the filters and the words that were searched for.
views-none = No view was saved yet. Choose the filters, give them a name and save them; one press brings you back here.
views-call = A name for this view
views-save = Save
views-kept = Saved: { $name }
views-call-it = Give it a name first.
views-not-kept = This device does not let it be saved. Copy the link and keep that.
views-forget = Delete the view “{ $name }”
views-forgotten = Deleted: { $name }
views-copy = Copy a link to this view
views-copied = The link is copied. Who has the token sees the same designs with it.
views-not-copied = Copying is not allowed here; copy the address from the address bar.

compare-over = The large map lays them over each other. What all have is grey; what only some have bears the design’s number, and its line is told apart as well: 1 solid, 2 dashed, 3 dotted, 4 long dashes.
compare-map = The designs over each other: grey is in all of them, numbered things are in some
compare-numbered = { $n } · { $title }
compare-all-have = { $n ->
    [one] All have one thing alike
   *[other] All have { $n } things alike
 }
compare-some = Only in { $which }: { $n ->
    [one] one thing
   *[other] { $n } things
 }
compare-comma = {", "}
compare-otherwise = { $n ->
    [one] All have one thing, and not alike
   *[other] All have { $n } things, and not alike
 }
compare-way = In { $n }: { $how }
compare-caption = What each of them gives and which rules it breaks
compare-asking = The quick rules have answered; fire engine, walks and sun are still being asked …
compare-asked = All rules were asked of each of them.

wishes-alike = Put those of like words together
wishes-no-plan = Open a design on the map, or show a plan under “Compose”, to see which wishes it meets.
wishes-met = “{ $title }” meets { $yes } wishes, has { $elsewhere } elsewhere, lacks { $no }; { $unclear } are unclear
wishes-met-how = It looks for words only. A wish is met where the plan has what it names, within 24 m of the place that it is about. Wishes with a “not”, and those that name no thing, are unclear: a person has to read them.
wish-met-yes = Met
wish-met-elsewhere = Elsewhere
wish-met-no = Not in the plan
wish-met-unclear = Unclear
wishes-groups = { $n } wishes in { $groups } groups of like words, { $several } of them with more than one. This only puts like words together; every original is in it.
wishes-group = { $n ->
    [one] “{ $text }”
   *[other] “{ $text }” and like it, { $n }
 }
wishes-more = { $n } more of the { $left } that are left
wishes-topic = Topic
kinds-weighted = Beside it: as if houses had spoken evenly
kinds-weighted-share = Weighted by house
kinds-weighted-how = Each design counts as much as its house has households (“Who” says the weights). Designs that name no house of the map are not in it.
kinds-weighted-none = No design names a house of which the map knows the households, so nothing can be weighted.
who-stairs-unknown = Designs name their house, not their stair: that somebody of a stair has spoken is not known.
who-no-base = The map does not say how many of each live here: these are counts of designs, no shares of the residents.
wishes-topic-all = All topics
wishes-topic-n = { $topic } ({ $n })
wishes-grouping = Bringing together wishes of like words

study-counting = Counting what is in the designs
study-grouping = Finding groups of like designs; places and hot spots are there already
study-progress = How far the study is

sources-files = Open files or a zip
sources-folder = Open a folder
gather-not-a-zip = “{ $name }” is no whole zip file and was not read. Copy it again and try once more.

report-title = { $project }: report on the round
report-about = It is about { $n } of these designs. Counts below 5 are written “<5”, what would tell one is “hidden”, and nobody is named.
report-about-few = It is about fewer than 5 designs. Counts below 5 are written “<5”, what would tell one is “hidden”, and nobody is named.
report-houses-map = Designs and households of each house. Houses with a red dashed edge have not spoken; those whose count is “<5” or hidden have no number
report-group = Group { $group }: { $n } designs
report-group-kept-back = Group { $group }: its number is hidden
report-topic = Topic
report-wishes = Wishes
report-wishes-alike = What at least five people said in much the same words, one sentence of each:
report-no-answers = No answers were read for this report.
report-method = How it was reckoned
report-method-count = A design is named by the hash of its content and counts once; of a drawing that was changed only the latest version counts.
report-method-density = Density is a Gaussian kernel estimate (Silverman 1986) with a bandwidth of { $bandwidth } m. A design has one vote for a kind, shared among its things of it.
report-method-groups = Groups are found by spherical k-means on what designs have and where, seed { $seed }; how many by the silhouette, one group below 0.12.
report-method-coverage = A weight is a house’s share of the households over its share of the designs; the effective number is Kish’s.
report-method-wishes = Wishes come together by like words: TF-IDF of characters and pairs, agglomerative clustering with average linkage, cut at a likeness of 0.16.
report-method-hidden = Counts below 5 are written “<5”. Where the others and their sums would tell such a count, further ones are “hidden”, those that cost least. A house, age, channel, topic or kind that the project does not know counts as “other”.
report-uncertain = What is uncertain
report-uncertain-vote = Designs are no vote and no random sample: they say what those think who came, not what share of all households does.
report-uncertain-even = How far the houses’ designs are from their households: χ² = { $value } ({ $freedom } degrees of freedom).
report-uncertain-aside = { $n } files could not be read or were of another project, and are not counted.
report-uncertain-kept-back = How evenly the houses spoke is not said here, since it would tell the counts that are hidden; the planners have it.
report-uncertain-house = { $n } designs did not say their house.
report-uncertain-house-kept-back = Some designs did not say their house; how many is hidden.
report-uncertain-bandwidth = With another bandwidth hot spots join or part; places are good to about a bandwidth.
report-uncertain-traits = Many traits of groups were compared; about one in a hundred is chance.
report-uncertain-cost = Costs are estimates by unit prices, not a bill of quantities.
report-make = Download the report (prints as PDF)
