# Ways on foot, and the card of one's own door

door-of = { $house }, stair { $stair }
door-of-house = the door of { $house }
door-stair = stair { $stair }
walk-to-plaza = the plaza
walk-to-shed = the bicycle shed
walk-to-gate = a gate
walk-to-bench = a seat
walk-to-day-care = the day-care centre
walk-to-bins = the waste station
walk-needs-doors = The map of this estate shows no stair doors, so walks cannot be reckoned; the facilitator can add them to the map
walk-too-large = This estate is too large to reckon its ways on foot here
not-checked-doors = “{ $rule }” is not checked: the estate’s map shows no stair doors

step-free-cut-narrow = From { $door }{ $others ->
    [0] {""}
    [one] {" "}and 1 more door
   *[other] {" "}and { $others } more doors
} there is no longer a step-free way to { $to }: at the narrowest { $width } m are left, { $missing } cm too few
step-free-cut-closed = From { $door }{ $others ->
    [0] {""}
    [one] {" "}and 1 more door
   *[other] {" "}and { $others } more doors
} there is no longer a step-free way to { $to }: the way is closed
step-free-thing-narrow = { $thing } cannot be reached from any door without steps: at the narrowest { $width } m are left, { $missing } cm too few
step-free-thing-closed = { $thing } cannot be reached from any door without steps: the way is closed
tiding-step-free-lost = { $count ->
    [one] { $count } door loses
   *[other] { $count } doors lose
} the step-free way to { $to }
tiding-step-free-won = { $count ->
    [one] { $count } door gains
   *[other] { $count } doors gain
} a step-free way to { $to }
tiding-ramps = { $count ->
    [one] { $count } stair door gets a ramp
   *[other] { $count } stair doors get a ramp
}
waste-radius-far = From { $door } it is { $metres } m in a straight line to the nearest waste station, more than { $asked } m{ $others ->
    [0] {""}
    [one] ; so it is from 1 more door
   *[other] ; so it is from { $others } more doors
}
tiding-waste-reached = The waste stations drawn reach { $doors } stair doors

# My own door
door-no-house = Doors without a house number
door-card-title = { $door }, floor { $floor }
door-walk = On foot to { $to }
walk-minutes = { $minutes } min ({ $metres } m)
walk-none = no step-free way
walk-nothing = none there
door-steps-label = Steps at the stair door
door-steps = about 3 steps
door-steps-ramp = a ramp
door-noise = When people dance on the plaza
door-noise-quiet = hardly heard, under 40 dB
door-noise-level = about { $level } dB
door-noise-loud = about { $level } dB, above { $limit } dB
door-bays = Parking bays within { $metres } m
door-bays-count = { $count ->
    [one] { $count } bay
   *[other] { $count } bays
}
door-better = better
door-worse = worse
door-same = stays
door-note-speed = Walks are reckoned at { $speed } m a second, an assumption for people who walk slowly, on ways of 1.2 m without steps.
door-note-steps = Three steps of 0.45 m in all at each stair door are assumed; measure your own.
door-note-noise = Noise is estimated as on open ground, with nothing between (80 dB at 5 m); trees and houses make it less.
door-sun-great-cold = Sun at the window on 20 January (Great Cold)
door-sun-solstice = Sun at the window on the shortest day
door-sun-minutes = { $hours } h { $minutes } min
door-note-sun = Sun is reckoned from the map’s heights, without trees and balconies, for the window on the sunny side nearest to the stair.

# The dialogs
action-show-walking = Walking map
action-show-my-door = My door
walking-title = On foot, without steps
walking-to = To
walking-state = Shown
walking-before = As it is
walking-after = With this drawing
walking-reckoning = Reckoning the ways…
walking-picture = The ground by the minutes it is from { $to }
walking-nothing = There is { $state ->
    [before] no { $to } on the map yet
   *[after] no { $to } on the map or in this drawing yet
}: nothing to walk to
walking-band-1 = up to 1 min
walking-band-2 = 1 to 2 min
walking-band-3 = 2 to 3 min
walking-band-4 = 3 to 5 min
walking-band-5 = more than 5 min
walking-band-6 = no step-free way
walking-note = Reckoned at { $speed } m a second, an assumption for people who walk slowly. Only ways 1.2 m wide without steps count; the steps at the stair doors themselves (about 3) are not counted. Lengths may be up to 3 % too long.
walking-table = By house, minutes to { $to }
walking-house = House
walking-now = Now
walking-then = With this drawing
walking-range = { $least } – { $most }
walking-one = { $minutes }
walking-some-none = { $said }; { $n ->
    [one] { $n } door without a way
   *[other] { $n } doors without a way
}
walking-all-none = no step-free way
walking-benches = Somewhere to sit
walking-benches-said = On the way to the plaza people sit down every { $every } m where there are seats. From { $n ->
    [0] every door there is a seat often enough.
    [one] { $n } of { $all } doors it is farther from seat to seat, at most { $longest } m.
   *[other] { $n } of { $all } doors it is farther from seat to seat, at most { $longest } m.
} Existing seats are on no map and do not count.

my-door-title = My door
my-door-house = House
my-door-stair = Stair
my-door-floor = Floor
my-door-picture = The plan about { $door }
my-door-now = Now
my-door-then = Then
my-door-save = Save the picture
my-door-share = Send it
my-door-saved = The card is saved as a picture
my-door-saved-svg = The card is saved as a drawing (SVG)
my-door-not-saved = This browser did not take the file; try another one
my-door-not-sent = It was not sent; save the picture and send it yourself
my-door-file = my-door

door-fire = Fire engine, with { $metres } m of hose
door-fire-reached = reaches the door
door-fire-short = does not reach it: { $missing } cm too narrow
door-fire-bend = cannot turn to reach it: a bend leaves { $left } m inside, { $asked } m would be wanted
door-fire-none = does not reach it
