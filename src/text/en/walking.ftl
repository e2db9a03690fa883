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
waste-radius-far = From { $door } it is { $metres } m in a straight line to the nearest waste station, more than { $asked } m{ $others ->
    [0] {""}
    [one] ; so it is from 1 more door
   *[other] ; so it is from { $others } more doors
}

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
