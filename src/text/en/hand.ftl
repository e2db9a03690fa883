# The hand at work: what it snapped to, lengths at the thing, and numbers as they are typed.

# Numbers that cannot be read
why-amount-empty = Please type a number, such as 12.5
why-amount-too-long = That is too long; please type something shorter, such as 12.5+3
why-amount-words = “{ $text }” is no number; please type one, such as 12.5, 250cm or 12.5+3
why-amount-unfinished = That is not finished; please go on or take the last sign away
why-amount-units = Metres times or by metres are no metres; please give one number only a unit
why-amount-by-zero = Nothing can be divided by zero
why-amount-comma = “{ $text }” can be read in two ways; please write a point for decimals, such as 1.5, and a thousand as 1000
why-amount-negative = That comes to less than zero; please type something larger
why-amount-too-large = That number is too large
why-amount-held = It can only be between { $least } and { $most }; it is { $held } now

# Snapping: one switch with five places
action-next-snap = Snap to something else
snap-chip-hint = Snapping is set to { $mode }; press for the next
snap-mode-grid = grid
snap-mode-edges = edges
snap-mode-alignment = all
snap-mode-right-angles = square
snap-mode-off = off
say-snap-grid = Snaps to the grid
say-snap-edges = Snaps to edges, corners and middles of edges only
say-snap-alignment = Snaps to edges, middle lines, extension lines and equal gaps
say-snap-right-angles = Snaps to right angles only
say-snap-off = Snapping is off
say-snapped = { $said }; { $snap }

# What was snapped to; $where names a building, road or thing, $side is a point of the compass
snap-to = in line with { $what }
snap-both = { $one }; { $other }
snap-wall = the { $side } wall of { $where }
snap-wall-line = the line of the { $side } wall of { $where }
snap-kerb = the kerb of { $where }
snap-line = { $where }
snap-edge = the edge of { $where }
snap-edge-line = the line of the edge of { $where }
snap-corner = the corner of { $where }
snap-middle = the middle of a side of { $where }
snap-axis = the middle line of { $where }
snap-place = { $where }
snap-gaps = equal gaps of { $metres } m
snap-square = a right angle
snap-straight = straight
snap-parallel = parallel to { $where }
snap-across = square to { $where }
snap-grid = the grid, { $metres } m a space
snap-back = with its back to { $what }
snap-row = in the row of { $where }
snap-opening = opening on { $where }
wall-north = north
wall-north-east = north-east
wall-east = east
wall-south-east = south-east
wall-south = south
wall-south-west = south-west
wall-west = west
wall-north-west = north-west

# Units that are known when they are typed, with spaces between
typed-millimetre = mm millimetre millimetres
typed-centimetre = cm centimetre centimetres
typed-decimetre = dm decimetre decimetres
typed-metre = m metre metres meter meters
typed-kilometre = km kilometre kilometres
typed-degree = ° deg degree degrees

# Lengths on the plan that can be opened and typed
lengths-name = Lengths of what is selected
length-width = Width
length-depth = Depth
length-across = Diameter
length-side = Side { $n }
length-gap = Distance to { $where }
length-turn = Direction
length-metres = { $value } m
length-square-metres = { $value } m²
length-degrees = { $value }°
length-said = { $name } { $value }; press to change it
length-typed = { $name }: 12.5+3, 3m or 250cm; Enter makes it so
why-no-wall-near = There is no wall, kerb or boundary near
why-length-held = It can be no larger or smaller; it is { $value } now
