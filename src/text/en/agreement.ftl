# Where designs agree, who has spoken, answers: what the desk and the command line say of them.

compose-nothing-no-designs = Nothing was composed: there is no design. Read the designs first.
compose-nothing-nothing-drawn = Nothing was composed: no design has a thing that the catalogue knows.
compose-nothing-budget = Nothing was composed: the budget of { $budget } yuan pays for none of what people drew; a larger one is needed.
compose-nothing-rules = Nothing was composed: everything that several people drew breaks a must-rule where they put it.
compose-nothing-no-agreement = Nothing was composed: there is nothing that enough people agree on.
compose-nothing-stopped = Stopped before the first plan was there, so nothing is known yet. Press “Compose” to begin again.
compose-failed-project = Nothing was composed: the project could not be read beside the page. Load the page again, then compose once more.
compose-failed-answer = Nothing was composed: what came back could not be read. Load the page again, then compose once more.
compose-title = Composed plan { $n }

desk-tab-where = Where
desk-tab-who = Who
desk-tab-compose = Compose
desk-tab-answer = Answer

where-kind = Which kind
where-bandwidth = How wide a place is
where-metres = { $n } m
where-whose = Whose
where-whose-all = Everybody's
where-whose-group = Group { $group }
where-whose-apart = Group { $group } against the others
where-caption = { $kind }: { $n ->
    [one] one design
   *[other] { $n } designs
}, bandwidth { $bandwidth } m
where-votes = Each design has one vote for a kind, however many it places. The darker, the more designs want it there.
where-apart = Red: where this group wants it more; green, dashed: where the others do, design by design.
where-spots = Hot spots
where-spot = { $designs ->
    [one] one design
   *[other] { $designs } designs
}, { $things ->
    [one] one thing
   *[other] { $things } things
}
where-none = None of these designs has one
where-at = { $place }, within { $radius } m: { $n ->
    [one] one design
   *[other] { $n } designs
}
where-at-close = Leave this place
where-take = Download the isolines (GeoJSON)
where-take-few = Fewer than 5 designs have this, and lines would tell on them. Choose another kind, or all designs.
where-map = The map shows how dense { $kind } is, { $n } places; press a place to see who proposed what

who-standing = { $households } households, { $designs } designs; { $silent ->
    [one] one house has
   *[other] { $silent } houses have
} not spoken yet
who-effective = Houses spoke unevenly: weighted by house this says as much as { $n } even designs (of { $of }).
who-not-a-vote = Designs are no vote: they tell what those think who came.
who-houses = Houses
who-households = Households
who-weight = Weight
who-weights = Weight: what makes each house count as its households do; the raw count stands beside it
who-silent = nobody spoke yet
who-next = Doors to visit next
who-next-lead = Silent houses first, then those that few spoke from; stairs with most households first.
who-no-stairs = The map has no stair doors, so there is no list of visits.
who-door = { $house }, stair { $stair }, about { $households } households
who-door-silent = { $house }, stair { $stair }, about { $households } households (nobody of the house spoke)
who-groups = People who think alike
who-groups-lead = By what they have and where, the designs are { $n } groups (silhouette { $silhouette }, seed { $seed }; the same designs are always the same groups).
who-groups-one = Nothing clearly parts these designs: people want much the same.
who-group = Group { $group }: { $n ->
    [one] one design
   *[other] { $n } designs
}
who-group-show = Show on the map
who-traits-none = Nothing sets it clearly apart
who-trait-more = More want { $kind }: { $own } %, of the others { $others } %
who-trait-less = Fewer want { $kind }: { $own } %, of the others { $others } %
who-trait-there-more = { $kind } at { $place }: wanted by { $own } %, of the others { $others } %
who-trait-there-less = { $kind } at { $place }: wanted by { $own } % only, of the others { $others } %
who-take = Download the houses (counts below 5 hidden)
who-standing-designs = { $households } households, { $designs } designs
# A count that is kept back, since it would tell another one
shown-kept-back = hidden
# A house, age, channel or kind that the project does not know
shown-other = Other
who-map = At each house “designs/households”; nobody spoke yet from houses with a dashed red edge

compose-lead = Composes up to three different plans from the { $n ->
    [one] one design
   *[other] { $n } designs
} that the filters show.
compose-measure = Each thing stands where most people put it, breaks no must-rule and stays in the budget. No group is left behind: agreement is the root of the product over the groups.
compose-begin = Compose
compose-going = Composing
compose-at = { $n ->
    [0] Measuring each design, { $share } %
   *[other] Composing plan { $n }, { $share } %
}
compose-best = Of { $n } single designs measured the best has { $support } % agreement{ $breaks ->
    [0] {""}
    [one] ; it breaks one must-rule
   *[other] ; it breaks { $breaks } must-rules
}.
compose-better = Agreement { $support } %, more than any single design
compose-not-better = Agreement { $support } %, not more than the best single design
compose-group = Group { $group } { $share } % ({ $n })
compose-show = Show on the map
compose-adopt = Answer by this plan
compose-take = Save, to edit it on the drawing page
compose-behind = Who is behind each thing
compose-designs = { $n ->
    [one] one design
   *[other] { $n } designs
}
compose-stands = group { $group } { $n }/{ $of }
compose-left = Wanted by many and not in it
compose-left-row = { $kind }, { $place } ({ $n } designs): { $why }
compose-left-rule = would break the must-rule “{ $rule }”
compose-left-budget = the money does not reach
compose-left-support = with it fewer would agree on the whole
compose-left-taken = is in a plan before this one

reply-adopted = Adopted
reply-partly = Partly adopted
reply-declined = Not adopted
reply-open = Open
reply-works-planned = Planned
reply-works-building = Being built
reply-works-done = Done

answer-lead = Answer the designs that the filters show, thing by thing. Once published, residents read it with their receipt.
answer-by-plan = Answer by a plan
answer-plan = By “{ $title }” ({ $n } things)
answer-plan-none = Choose one under “Compose”, or open a design on the map.
answer-plan-open = By the one on the map
answer-propose = Compare, and answer each first
answer-proposed = { $n ->
    [one] One thing has
   *[other] { $n } things have
} a first answer; what was answered before stays.
answer-many = Answer many at once
answer-what = What
answer-what-things = Everything placed
answer-what-wishes = Every wish
answer-what-kind = { $kind } ({ $n })
answer-what-topic = Wishes: { $topic } ({ $n })
answer-decision = Answer
answer-works = Works
answer-works-none = Not said
answer-template = Usual reasons
answer-template-none = In own words
answer-reason = Reason ({ $language })
answer-chinese = Chinese
answer-english = English
answer-again = Also change what is answered
answer-apply = { $n ->
    [one] Answer this design
   *[other] Answer these { $n } designs
}
answer-done = { $n } answers in { $designs } designs, not published yet.
answer-change = Change the answer
answer-waiting = { $n ->
    [0] No reply waits to be published
    [one] One reply waits to be published
   *[other] { $n } replies wait to be published
}
answer-publish = Publish
answer-publishing = { $done } of { $of } published
answer-published = { $n ->
    [one] One reply is
   *[other] { $n } replies are
} published. Residents see it with their receipt.
answer-published-clashing = { $n ->
    [one] One reply is
   *[other] { $n } replies are
} published. Another planner answered the same otherwise in { $clashed ->
    [one] one design
   *[other] { $clashed } designs
}: choose below, then publish again.

clash-title = Answered by two planners
clash-lead = Nothing of these designs was published. Choose whose answer stands, then publish again.
clash-said = “{ $title }”, { $what }: published meanwhile is “{ $theirs }” ({ $who }), yours is “{ $mine }”.
clash-thing = { $kind } ({ $place })
clash-wish = the wish “{ $text }”
clash-none = no answer
clash-other = another planner
clash-when = { $who }, { $when }
clash-theirs = Keep theirs
clash-mine = Mine instead
clash-all-theirs = Keep all of theirs
clash-all-mine = All of mine instead

works-many = How far the works are
works-lead = Only what is adopted or partly adopted is told of; what was decided and why stays.
works-what = Of what
works-apply = Say so of what is built
works-said = { $n ->
    [0] Nothing changed: nothing of it is adopted, or it is said already. Answer it first.
    [one] Told of one thing; publish it now.
   *[other] Told of { $n } things in { $designs } designs; publish them now.
}
answer-failed = It stopped after { $n }: { $why } What is not published is kept; press again to go on.
answer-not-understood = The reply on the server cannot be read and was not overwritten. Ask whoever runs the server.
answer-busy = Another planner keeps publishing the same reply; try again in a while.

template-adopted = Adopted, where you proposed it.
template-adopted-near = Adopted, a little to the side.
template-elsewhere = There will be one, at a place that more people agree on.
template-rule = Here it is too near to a fire lane, a pipe or a dwelling; the rules do not allow it.
template-budget = This round's money does not reach; it is noted for the next.
template-few = Few have asked for it so far, so not this time.
template-owner = The owner or the utility must agree first; we are asking.
template-open = It is still being discussed; we will tell you.

adoption-title = What became of the proposals
adoption-caption = { $project }: proposals of { $n ->
    [one] one design
   *[other] { $n } designs
}
adoption-what = Proposal
adoption-all = In all
adoption-sum = Sum
adoption-wishes = Wishes: { $topic }
adoption-hide = For posting: counts below 5 as “<5”, and none that would tell one
adoption-print = Print
adoption-note = Each thing and each wish is a proposal; what is not answered is open.

answered-show = See the answer
answered-title = The answer
answered-none = No answer yet. Once the planners answer, you see here what becomes of each thing.
answered-fault = The answer cannot be read now: { $why }
answered-map = On the map: ✓ adopted, ◐ partly, ✕ not adopted, … open
answered-written = Answered: { $when }

desk-tab-compare = Compare
compare-pick = Tick two to four designs under “Designs”, then compare them here.
compare-table = Only the rules that answer at once were asked; fire engine, walks and sun are on the drawing page
compare-figures = What it gives
compare-figure = { $n }
compare-only = Only in “{ $title }”: { $n ->
    [one] one thing
   *[other] { $n } things
}
compare-same = Of one kind and within about 9 m, both have it; in two versions of one drawing a thing keeps its name wherever it is moved.
