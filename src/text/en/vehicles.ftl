# Where the fire engine and other vehicles get
fire-doors = { $doors ->
    [1] { $door }
   *[other] { $door } and other doors ({ $doors } in all)
  }
fire-lane-cut = The fire engine no longer reaches { $who }: { $left } m are left here, { $short } cm too little
fire-lane-cut-cars = The fire engine no longer reaches { $who }: with cars parked { $left } m are left here, { $short } cm too little
fire-lane-barred = The fire engine no longer reaches { $who }: { $thing } stands in its way
fire-lane-narrower = The fire engine’s way to { $who } is narrower: { $left } m are left, before { $was } m, { $asked } m are asked
fire-lane-narrower-cars = The fire engine’s way to { $who } is narrower: with cars parked { $left } m are left, before { $was } m, { $asked } m are asked
fire-lane-hose = The hose no longer reaches { $who }: { $hose } m are needed, { $reach } m are reckoned with
tiding-fire-opened = the fire engine reaches { $doors ->
    [one] one door more
   *[other] { $doors } doors more
  }
tiding-fire-cut = the fire engine no longer reaches { $who }
tiding-fire-turn = the fire engine cannot turn any more to reach { $who }
fire-needs-gate = ‘{ $rule }’ was not checked: the map has no gate for vehicles
fire-needs-doors = ‘{ $rule }’ was not checked: the map has no stair doors
fire-needs-roads = ‘{ $rule }’ was not checked: the map has no roads with a width
fire-needs-bins = No waste station is drawn yet, so the bin lorry has nowhere to go
fire-too-large = The estate is too large to finish: split it into parts
fire-too-many-edges = The map has too many edges to finish: simplify it
fire-no-vehicle = Not reckoned: a width or distance in the rules is no length
vehicle-fire-engine = Fire engine
vehicle-stretcher = Stretcher
vehicle-wheelchair = Wheelchair
vehicle-bin-lorry = Bin lorry
fire-dead-end = { $place }: the fire lane now ends after about { $length } m; beyond { $most } m it needs a place of { $side } × { $side } m for turning
fire-turning = { $thing } makes a bend of the fire lane tighter: a turn of { $left } m inside is left, before it was { $was } m; { $asked } m would suit the engine
fire-turning-cut = { $thing } makes a bend of the fire lane so tight that the engine no longer gets to { $who }: a turn of { $left } m inside is left, before it was { $was } m; { $asked } m would suit the engine

# The dialog
action-show-vehicles = Where the fire engine gets
vehicles-title = Which doors the fire engine reaches
vehicles-which = Vehicle
vehicles-door = Door
vehicles-all = The whole estate
vehicles-door-reached = { $door }
vehicles-door-not = { $door } (not reached)
vehicles-play = Drive
vehicles-reckoning = Driving…
vehicles-summary = { $n } of { $all } doors are reached; today { $today }
vehicles-summary-steps = A wheelchair gets to the steps at { $n } of { $all } doors; today at { $today }. { $ramps ->
    [0] No ramp is drawn: somebody has to carry it up.
    [one] One of them has a ramp and can be entered.
   *[other] { $ramps } of them have a ramp and can be entered.
  }
vehicles-note-steps = The map shows no steps: every door without a ramp is taken to have 3, 0.45 m high together. Measure your own.
vehicles-stop = Only { $left } m are left here today, { $short } cm too little: { $doors ->
    [one] one door is not reached
   *[other] { $doors } doors are not reached
  }
vehicles-stop-drawn = The drawing leaves only { $left } m here, { $short } cm too little: { $doors ->
    [one] one door is not reached
   *[other] { $doors } doors are not reached
  }
vehicles-stop-bend = The drawing makes this bend too tight: { $left } m inside are left, { $asked } m would be wanted: { $doors ->
    [one] one door is not reached
   *[other] { $doors } doors are not reached
  }
vehicles-note = Reckoned with a clear width of { $width } m and { $reach } m from where it stands, with cars on all existing bays. The size of its body and that distance are assumed, to be confirmed. { $way ->
    [0] {""}
   *[other] Footways and paved strips under { $way } m wide carry no engine and no lorry (assumed).{" "}
}Slopes, kerbs, weights and clear heights are not on the map and not reckoned.
