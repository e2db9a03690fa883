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
