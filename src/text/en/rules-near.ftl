# Rules about a thing and what is near it

near-numbered = { $name }
near-thing = { $name }
near-door-of-stair = the door of stair { $stair } of { $building }
near-door-of = the door of { $building }
near-needs-buildings = “{ $rule }” is checked in part only: the plan shows no building
near-needs-doors = “{ $rule }” is checked in part only: the plan shows no stair door
near-needs-lanes = “{ $rule }” is not checked: the plan marks no fire lane
near-needs-roads = “{ $rule }” is not checked: the plan shows no road
short-by = { $metres } m of { $asked } m, { $short } m short

shed-distance-high-wall = { $thing }: only { $metres } m from the wall of { $where }, a high building; { $asked } m is asked, { $short } m more
shed-distance-wall = { $thing }: only { $metres } m from the wall of { $where }; { $asked } m is asked, { $short } m more
shed-distance-day-care = { $thing }: only { $metres } m from { $where }; by a place for the old { $asked } m is asked, { $short } m more
shed-distance-touches = { $thing } stands right at { $where }; it has to stay { $asked } m away
shed-distance-exit = { $thing }: only { $metres } m from { $where }, by which people leave in a fire; { $asked } m is asked, { $short } m more
shed-distance-lane = { $thing } takes { $area } m² of { $where }, a way of the fire engine
shed-distance-way = { $thing } takes { $area } m² of { $where }, which people walk and drive on
shed-distance-near-way = { $thing }: only { $metres } m from { $where }; { $asked } m is asked, { $short } m more

shed-group-two = Two charging sheds are only { $metres } m apart; { $asked } m is asked so that fire does not spread, { $short } m more
shed-group-bikes = { $thing }: a group of { $count } bikes; { $asked } at most
shed-group-length = { $thing }: a group { $metres } m long; { $asked } m at most
shed-group-gap = { $thing }: its groups are only { $metres } m apart; { $asked } m is asked, { $short } m more

building-spacing-must = { $thing }: only { $metres } m from { $where }; against fire { $asked } m is asked, { $short } m more
building-spacing-should = { $thing }: only { $metres } m from { $where }; { $asked } m would be right, { $short } m more
building-spacing-septic = { $thing }: only { $metres } m from { $where }; { $asked } m is asked, { $short } m more
building-spacing-touches-must = { $thing } stands right at { $where }; it has to stay { $asked } m away
building-spacing-touches-should = { $thing } stands right at { $where }; { $asked } m away would be right

bay-size-width = { $thing }: only { $metres } m wide; { $asked } m is asked, { $short } m more
bay-size-length = { $thing }: only { $metres } m long; { $asked } m is asked, { $short } m more
bay-size-parallel-length = { $thing } along the road: only { $metres } m long; it takes { $asked } m to park, { $short } m more
bay-size-aisle = { $thing }: { $where } before it leaves only { $metres } m to turn in; { $asked } m is asked, { $short } m more
bay-size-aisle-blocked = { $thing }: { $what } leaves only { $metres } m before it to turn in; { $asked } m is asked, { $short } m more
bay-size-own-aisle = { $thing }: its aisle is only { $metres } m wide; { $asked } m is asked, { $short } m more
bay-size-street = Kerb bay on { $where }, which is only { $metres } m wide; below { $asked } m there should be none

lot-distance-building = { $thing }: only { $metres } m from { $where }; { $asked } m would be right, { $short } m more
lot-distance-lot = { $thing }: with { $count } bays it is a car park, and only { $metres } m from { $where }; { $asked } m is asked, { $short } m more
lot-distance-touches = { $thing } lies right at { $where }; it has to stay { $asked } m away
lot-distance-group = { $thing }: { $count } cars in one group; { $asked } at most would be right
lot-distance-gap = Two car parks with { $count } bays together are only { $metres } m apart; { $asked } m would be right, { $short } m more

road-edge-door = { $thing }: the side with its door is only { $metres } m from the edge of { $where }; { $asked } m is asked, { $short } m more
road-edge-wall = { $thing }: its wall is only { $metres } m from the edge of { $where }; { $asked } m is asked, { $short } m more
road-edge-gable = { $thing }: its short end is only { $metres } m from the edge of { $where }; { $asked } m is asked, { $short } m more
road-edge-touches = { $thing } reaches onto { $where }; its wall has to stay { $asked } m from the edge
road-edge-aisle-door = { $thing }: its aisle is only { $metres } m from the wall with the door of { $where }; { $asked } m is asked, { $short } m more
road-edge-aisle-wall = { $thing }: its aisle is only { $metres } m from the wall of { $where }; { $asked } m is asked, { $short } m more
road-edge-aisle-gable = { $thing }: its aisle is only { $metres } m from the short end of { $where }; { $asked } m is asked, { $short } m more
road-edge-aisle-touches = { $thing }: its aisle runs right along the wall of { $where }; it has to stay { $asked } m away

fire-facade-thing = { $thing } is { $metres } m high and stands between the fire lane and { $where }, where no ladder could then reach; nothing there may be higher than { $asked } m
fire-facade-distance = { $thing }: only { $metres } m from the edge of the fire lane; { $asked } m would be right, { $short } m more
