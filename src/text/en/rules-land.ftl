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

tree-distance-wall = { $other }: its wall is only { $metres } m from { $thing }; { $asked } m would keep windows light and footings sound
tree-distance-fence = { $other } is only { $metres } m from { $thing }; { $asked } m would be right
tree-distance-pipe = { $other } is only { $metres } m from { $thing }; { $asked } m would keep roots off the pipe

underground-on-manhole = { $thing } stands on { $other }: it could not be opened for repair
underground-by-manhole = { $thing } is only { $metres } m from { $other }; { $asked } m must stay clear to open it
underground-hydrant = { $other } is only { $metres } m from { $thing }; { $asked } m about it must stay clear
underground-over-septic = { $thing } covers { $area } m² of { $other }: it could not be emptied
underground-septic = { $other } is only { $metres } m from { $thing }; a building keeps { $asked } m off
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
