# What a drawing would do

named = { $name }
building-number = Building { $number }
feature-boundary = the estate's edge
feature-dwelling = a block of flats
feature-day-care = the day-care centre
feature-service = a service building
feature-substation = the substation
feature-shed = a shed
feature-building = a building
feature-door = a stair door
feature-road = the road
feature-gate = the gate
feature-bay = an existing bay
feature-green = the green
feature-paving = the paving
feature-activity = the activity ground
feature-water = the water
feature-tree = a tree
feature-kept-tree = a protected tree
feature-pipe = a pipe
feature-manhole = a manhole
feature-hydrant = a hydrant
feature-lamp = a street lamp
feature-septic = a septic tank
feature-fence = a fence

severity-must = Must be mended
severity-should = Should be mended
severity-local = Other cities do otherwise
severity-practice = Not good practice
severity-info = For information

boundary-part = { $thing }: { $area } m² lie outside the estate, up to { $metres } m out
boundary-whole = { $thing }: all of it lies outside the estate, up to { $metres } m out
overlap-area = { $thing } and { $other } overlap by { $area } m²
overlap-numbered = { $thing } and { $other } overlap by { $area } m²
overlap-road = { $thing } takes { $area } m² of { $other }
overlap-spot = { $thing } stands on { $other } ({ $where })
overlap-kept-tree = { $thing } stands on { $other } ({ $where }), which has to stay
spot-aside = toward its { $side }, { $place }

# Places
place-in = in { $where }
place-beside = { $metres } m { $side } of { $where }
place-against = right { $side } of { $where }
place-against-numbered = right { $side } of { $where }
place-on-building = where { $where } stands
place-near = near { $where }
place-on-road = on { $where }
place-by-road = { $metres } m from { $where }
place-by-gate = { $metres } m from { $where }
place-middle = in the middle of the estate
place-part = in the { $side } of the estate
place-outside = outside the estate, { $side } of it
place-and-gives = { $place }, { $gives }
side-north = north
side-north-east = north-east
side-east = east
side-south-east = south-east
side-south = south
side-south-west = south-west
side-west = west
side-north-west = north-west

gives-bays = { $count ->
    [one] room for { $count } car
   *[other] room for { $count } cars
}
gives-slots = { $count ->
    [one] charges { $count } e-bike
   *[other] charges { $count } e-bikes
}
gives-bikes = { $count ->
    [one] holds { $count } bicycle
   *[other] holds { $count } bicycles
}
gives-items = { $count ->
    [one] { $count } fitness item
   *[other] { $count } fitness items
}
gives-seats = { $count ->
    [one] seats { $count }
   *[other] seats { $count }
}
gives-area = { $area } m²
gives-no-bays = too small: a row of bays and its aisle take { $metres } m
gives-too-small = too small to hold any
size-rectangle = { $width } × { $depth } m
size-path = { $width } m long, { $depth } m wide
size-area = { $area } m²

# Names of rules
rule-boundary = The estate's edge
rule-overlap = Overlaps
rule-fire-lane = Fire lanes
rule-fire-dead-end = Turning places at dead ends of fire lanes
rule-fire-turning = Turning of fire engines
rule-fire-facade = Things between a fire lane and a façade
rule-shed-distance = Distance of charging sheds from buildings
rule-shed-group = Groups in charging sheds
rule-bay-size = Size of bays
rule-lot-distance = Distance of car parks from buildings
rule-accessible-bays = Number of accessible bays
rule-step-free = Step-free ways
rule-plinth = Height of plinths
rule-sun = Sunlight
rule-concentrated-green = Green in one piece
rule-fitness-distance = Distances of fitness items
rule-tree-distance = Distance of trees from buildings and pipes
rule-underground = Pipes and manholes
rule-waste-radius = Distance to waste stations
rule-noise = Noise
rule-activity-traffic = Activity grounds and traffic
rule-building-spacing = Spacing of buildings
rule-road-edge = Distance of roads from buildings
rule-budget = Budget
rule-clearance = Distances set by the project
part-fire-height = The clear height in “{ $rule }” is not checked: how high arches, cables and branches are is not on the map; measure that there are { $asked } m
part-ramp-slope = The slope of ramps in “{ $rule }” is not checked: levels are not on the map; no ramp may be steeper than { $asked } % (1:12)
part-wheelchair-seats = The wheelchair places in “{ $rule }” are not checked: seats are counted and not laid out; { $asked } % of the seats are for wheelchairs
part-wires = The distance from overhead lines in “{ $rule }” is not checked: they are not on the map; measure that there are { $asked } m
part-ground-slope = The slope of activity ground in “{ $rule }” is not checked: levels are not on the map; it may not be steeper than { $asked } %
not-checked-yet = This version does not check “{ $rule }” yet; a later one will
not-checked-off = The facilitator has switched “{ $rule }” off for this project
not-checked-number = “{ $rule }” is not checked: the project’s rule profile has no usable number “{ $number }”
