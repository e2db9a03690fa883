# Hints: ground, trees, pipes, sound, bays, green, money

pipe-water = Water main
pipe-storm = Storm sewer
pipe-sewer = Sewer
pipe-gas = Gas main
pipe-heat = Heat main
pipe-power = Buried cable
pipe-telecom = Buried telephone line

fitness-distance-dwelling = { $other } is only { $metres } m from { $thing }; { $asked } m are asked for
fitness-distance-pipe = { $other } is only { $metres } m from { $thing }; { $asked } m are asked for
fitness-distance-envelope = { $thing }: two of them are only { $metres } m apart; { $asked } m are asked for between their envelopes of motion

clearance-front = { $thing } has only { $metres } m free in front of it, up to { $other }; the project asks for { $asked } m
clearance-missed = { $thing } is only { $metres } m from { $other }; the project asks for { $asked } m
tree-distance-wall = { $other }: its wall is only { $metres } m from { $thing }; { $asked } m would keep windows light and footings sound
tree-distance-fence = { $other } is only { $metres } m from { $thing }; { $asked } m would be right
tree-distance-pipe = { $other } is only { $metres } m from { $thing }; { $asked } m would keep roots off the pipe

underground-on-manhole = { $thing } stands on { $other }: it could not be opened for repair
underground-by-manhole = { $thing } is only { $metres } m from { $other }; { $asked } m must stay clear to open it
underground-hydrant = { $other } is only { $metres } m from { $thing }; { $asked } m about it must stay clear
underground-over-septic = { $thing } covers { $area } m² of { $other }: it could not be emptied
underground-pipe = { $other } is only { $metres } m from { $thing }; a building keeps { $asked } m off
underground-over-pipe = { $thing } would stand on { $metres } m of pipe ({ $other }), which must be dug up for repair
not-checked-no-pipes = No pipes are drawn on the map, so "{ $rule }" is not checked; a plan of the pipes would do

plinth-high = { $thing }: its plinth is { $height } cm high; above { $most } cm a wheelchair needs a ramp

noise-dance = { $other } is only { $metres } m from { $thing }; { $asked } m would be right: with dancing about { $level } dB at the windows, { $limit } by day is the standard (estimated for an open field)
noise-court = { $other } is only { $metres } m from { $thing }; { $asked } m would be right: with a game about { $level } dB at the windows, { $limit } by day is the standard (estimated for an open field)
noise-play = { $other } is only { $metres } m from { $thing }; { $asked } m would be right: with children at play about { $level } dB at the windows, { $limit } by day is the standard (estimated for an open field)
noise-chess = { $other } is only { $metres } m from { $thing }; { $asked } m would be right: with talk over chess about { $level } dB at the windows, { $limit } by day is the standard (estimated for an open field)

activity-traffic-across = { $thing }: { $area } m² of it lie on the carriageway of { $other }; activity ground does not cross with vehicles
activity-traffic-path = { $thing } crosses { $other }: those who walk there give way to cars
activity-traffic-edge = { $thing } is only { $metres } m from the carriageway of { $other }; { $asked } m would be right

accessible-bays-estate = The estate would have { $bays } bays; { $asked } of them must be accessible, { $count } are
accessible-bays-lot = { $thing } of { $bays } bays: { $asked } must be accessible, { $count } are
accessible-bays-aisle = { $thing }: the aisle for a wheelchair beside it is only { $metres } m wide; { $asked } m are asked for
accessible-bays-won = { $count ->
    [one] one accessible bay that was missing
   *[other] { $count } accessible bays that were missing
}

concentrated-green-less = Concentrated green wide enough to count falls by { $lost } m² to { $left } m²; { $people } people should have { $asked } m²
concentrated-green-darker = { $lost } m² of the concentrated green that lies in the sun are taken: its sunny part falls from { $was } % to { $is } %; a third is asked for
concentrated-green-more = { $won } m² more concentrated green
concentrated-green-no-sun = This map has no place on the earth, so the sun on the concentrated green is not checked
not-checked-no-households = The map does not say how many households the houses have, so "{ $rule }" is not checked
not-checked-no-green = No green is drawn on the map, so "{ $rule }" is not checked

budget-over = It would cost about { $cost } yuan, { $over } more than the budget of { $budget }
budget-order = Over the budget. Basic works come first, says the State Council: here { $basic } yuan are basic works, { $better } works of convenience, { $service } services; to save, think of { $last } first
not-checked-no-budget = This project has no budget, so "{ $rule }" is not checked
