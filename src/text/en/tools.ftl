# The tools that draw, measure and note

action-choose-several = Choose several
action-choose-by-ring = Select several by a ring
action-choose-by-box = Select several by a box
tools-short-select = Select
tools-short-pan = Move
tools-short-choose = Several
tools-short-outline = Draw
tools-short-measure = Measure
tools-short-note = Note
tools-more = Drawing tools
tools-less = Put the tools away
draw-modes-name = How to draw
draw-kind-name = What to draw
measure-modes-name = What to measure

action-point-back = Undo point
action-clear-measure = Clear the measure
action-tool-rectangle = Draw a rectangle
action-tool-turned = Draw a rectangle at an angle
action-tool-path = Draw a path
action-measure-distance = Measure a distance
action-measure-path = Measure along a path
action-measure-area = Measure an area
action-tool-note = Write a note
mode-polygon = Corners
mode-rectangle = Rectangle
mode-turned = At an angle
mode-path = Path
mode-distance = Distance
mode-way = Along a path
mode-area = Area
mode-ring = Ring
mode-box = Box
choose-modes-name = How to select

# Why something cannot be done now
why-rectangle-second = Tap the opposite corner and the rectangle is done
why-turned-third = Three points make a rectangle at an angle; one is missing
why-crossed-draft = The sides cross where the cross stands. It is kept; drag a corner or undo a point, then it can be finished
why-measure-second = Tap another place to know how long it is
why-nothing-measured = Nothing is measured on the plan

# What the hand can do now
hint-outline-crossed = The sides cross where the cross stands: drag a corner, or undo a point
hint-rectangle-start = Tap two opposite corners, or pull
hint-rectangle-second = Now tap the opposite corner
hint-turned-start = First one side: tap its two ends, or press and pull
hint-turned-second = Now the other end of that side
hint-turned-third = Tap once more for how deep it is
hint-let-go-side = Let go to keep this side
hint-measure-distance = Tap two places, or pull
hint-measure-path = Tap along the way; tap the last point twice to finish
hint-measure-area = Tap around the edge and back on the first point; or pull a rectangle
hint-measure-second = Now the other end
hint-measure-path-next = Go on; tap the last point twice, or press Done
hint-measure-area-next = Go on; tap the first point again, or press Done
hint-measured = { $what }. Tap to measure the next
hint-note = Tap a place or a note; drag a note to move it
hint-note-moving = { $by ->
    [finger] Let go to put it here
   *[other] Let go to put it here; Esc puts it back
}
hint-note-writing = Press Keep when it is written; tap elsewhere for another place

# What was measured
measured-distance = { $m } m
measured-path = { $n ->
    [one] { $n } piece, { $m } m
   *[other] { $n } pieces, { $m } m
}
measured-area = { $area } m², { $m } m around

# What is said when something was done
say-cross = The cross is { $place }
say-cross-from = { $m } m from the last point, { $place }
say-draft-again = { $n ->
    [one] Going on with what was not finished; { $n } point is set
   *[other] Going on with what was not finished; { $n } points are set
}
say-point-back = { $n ->
    [one] One point back; { $n } is left
   *[other] One point back; { $n } are left
}
say-note-place = The note is { $place }
say-note-moved = The note is now { $place }
say-note-written = The note is kept
say-note-deleted = The note is deleted; it can be undone
step-wish-changed = Changed a wish
step-wish-moved = Moved a wish
step-wish-deleted = Deleted a wish

# The card of a note
note-title-new = Write a note here
note-title-old = Change the note
note-words = A sentence
note-example = For example: too dark here at night
note-keep = Keep
note-delete = Delete
note-edit = Change “{ $text }”
