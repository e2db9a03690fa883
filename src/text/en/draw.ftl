# The editor: what can be done, why not, what is going on and what was done.

# Actions: one row each in the editor's table
action-group-edit = Undo and choose
action-group-thing = What is selected
action-group-draw = Place and draw
action-group-view = Look around
action-group-page = File and page
action-undo = Undo
action-redo = Redo
action-delete = Delete
action-duplicate = Duplicate
action-turn-left = Turn left 15°
action-turn-right = Turn right 15°
action-turn-left-a-bit = Turn left 1°
action-turn-right-a-bit = Turn right 1°
action-grow = Larger
action-shrink = Smaller
action-wider = Wider by 10 cm
action-narrower = Narrower by 10 cm
action-deeper = Deeper by 10 cm
action-shallower = Shallower by 10 cm
action-add-corner = Add a corner
action-remove-corner = Remove the corner
action-next-corner = Next corner
action-previous-corner = Previous corner
action-nudge-left = Move left
action-nudge-right = Move right
action-nudge-up = Move up
action-nudge-down = Move down
action-select-next = Select the next
action-select-previous = Select the previous
action-select-all = Select all
action-select-none = Select nothing
action-place-here = Place it here
action-place-again = Again
action-place-beside = Place beside something
action-done = Done
action-cancel = Cancel
action-tool-select = Select
action-tool-pan = Move the map
action-tool-outline = Draw by corners
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-fit = Show the whole estate
action-fit-selection = Show what is selected
action-turn-view-left = Turn the plan to the left
action-turn-view-right = Turn the plan to the right
action-north-up = North up
action-level-selected = Turn the plan level with what is selected
action-choose-scale = Choose a scale
action-show-layers = Layers and views
action-toggle-pipes = Show or hide the pipes
action-toggle-before = Before or after
action-toggle-split = Before and after side by side
action-toggle-map = Small map
action-pan-left = Look left
action-pan-right = Look right
action-pan-up = Look up
action-pan-down = Look down
action-find = Find
action-show-menu = Menu of what is chosen
action-show-palette = Add things
action-show-list = Things placed
action-show-history = Steps and versions
action-name-version = Keep a version with a name
action-add-wish = Write a wish
action-submit = Send my design
action-save-file = Save as a file
action-save-as = Print, or save for other programs
action-open-file = Open a file
action-new-design = Start a new drawing
action-help = Help
action-toggle-theme = Change light or dark
action-toggle-language = 中文
action-toggle-large-text = Large text

# Why something cannot be done now
why-nothing-to-undo = There is nothing to undo yet
why-nothing-to-redo = There is nothing to redo
why-nothing-selected = First tap something that was placed
why-nothing-placed = Nothing has been placed yet
why-only-one = This works on one thing at a time; select just one
why-size-is-fixed = Its size is fixed
why-no-width = Drag its corners instead; it has no single width
why-no-corners = It has no corners to change
why-no-corner-chosen = First choose the corner: tap it, or press J
why-too-few-corners = Too few corners: an area needs three, a path two
why-nothing-picked = First pick something to add
why-nothing-drawn-yet = No corner is set yet; tap the map first
why-nothing-to-cancel = There is nothing to cancel
why-largest = This is as near as it goes
why-smallest = This is as far as it goes
why-north-is-up = North is up already
why-nothing-to-send = Nothing is drawn yet; place something or write a wish first
why-nothing-to-keep = Nothing is drawn yet, so there is nothing to keep
why-gone = That is no longer on the map
why-too-many = The drawing is full; delete something first
why-no-such-kind = This project has no such thing to place
why-crosses-itself = The sides may not cross each other; it stays where it last was
why-out-of-reach = That is too far from the estate
why-no-area = Too narrow: it encloses no ground
why-too-many-corners = There are too many corners
why-gap = Please give a distance between 0 and { $most } m
why-beside-itself = It cannot stand beside itself; choose another

# What the hand can do now, in a sentence
hint-empty = Drag something onto the map to begin
hint-selected = Drag it to move, a dot to resize, the dot above it to turn
hint-selected-many = Drag any of them to move them all
hint-corner = Drag the corner, or delete it
hint-dragging = { $by ->
    [finger] Let go to put it down
   *[other] Let go to put it down; Esc puts it back
}
hint-resizing = { $by ->
    [finger] Let go to keep the size
   *[other] Let go to keep the size; Esc puts it back
}
hint-rotating = { $by ->
    [finger] Let go to keep the direction
   *[other] Let go to keep the direction; Esc puts it back
}
hint-reshaping = { $by ->
    [finger] Let go to keep the corner
   *[other] Let go to keep the corner; Esc puts it back
}
hint-marquee = What lies wholly in the box is selected
hint-pan = Drag the map; pinch or wheel to zoom
hint-place = Tap the map to place it; or move it with the arrow keys, turn with R, place with Enter
hint-place-again = Tap for each one; press Again once more when there are enough
say-again-on = { $what } stays in your hand after each placing
say-again-off = The next { $what } is the last
hint-let-go = Let go to place it here
hint-outline-start = Tap corner by corner; or press and pull a rectangle
hint-outline-next = Tap the next corner
hint-outline-close = Tap the first corner again, or press Done
hint-path-start = Tap where it starts; or press and pull a piece
hint-path-end = Go on, or tap the end once more to finish

# Steps of the history; $what is a thing's name or how many
things-count = { $n ->
    [one] { $n } thing
   *[other] { $n } things
}
step-placed = Placed { $what }
step-drawn = Drew { $what }
step-moved = Moved { $what }
step-turned = Turned { $what }
step-resized = Resized { $what }
step-reshaped = Reshaped { $what }
step-deleted = Deleted { $what }
step-duplicated = Duplicated { $what }
step-set = Changed { $what }
step-note = Wrote a note at { $what }
step-wish = Wrote a wish
step-title = Changed the title
step-answer = Answered a question
step-author = Said who drew it
step-fixed = Mended a finding
step-restored = Went back to a version
step-changed = Made a change

# What is said when something was done
say-picked = { $what } in hand; tap the map to place it
say-ghost-at = { $what } would stand here: { $place }
say-tool-taken = { $tool }: { $hint }
say-placed = Placed { $what }: { $place }
say-moved = Moved { $what }: { $place }
say-moved-many = Moved { $what }
say-resized = { $what } is now { $width } m wide and { $depth } m deep
say-turned = Turned { $what } to { $degrees }°
say-reshaped = { $what } now covers { $area } m²
say-reshaped-path = { $what } is now { $metres } m long
say-corner = Corner { $n }
say-corner-of = Corner { $n } of { $count }: { $place }. Arrow keys move it.
say-selected = Selected { $what }: { $place }
say-selected-many = { $n ->
    [one] { $n } thing selected
   *[other] { $n } things selected
}
say-selected-none = Nothing is selected
say-deleted = Deleted { $what }; it can be undone
say-duplicated = Duplicated { $what } beside it
say-undone = Undone: { $step }
say-redone = Done again: { $step }
say-gone-to = Now at: { $step }
say-gone-to-start = Back at the beginning
say-here = { $where } is marked on the plan
say-beside = { $what }: now { $metres } m from { $where }, on its { $side }
say-seen = The plan shows { $width } by { $height } metres, centred { $place }
say-north-up = North is up
say-view-turned-left = The plan is turned { $n }° to the left
say-view-turned-right = The plan is turned { $n }° to the right
say-view-turned-to = The plan stands turned { $n }° to the left of north
say-pipes-on = The pipes are shown
say-pipes-off = The pipes are hidden
say-before = This is the estate as it is now
say-after = This is your design
say-split = Left as it is now, right your design
say-map-on = The small map is open
say-map-off = The small map is closed
say-scale = The plan is 1 to { $n }

# What differs between two versions
diff-added = Added: { $what }
diff-removed = Removed: { $what }
diff-changed = { $what }: { $how }
diff-and = { $one }; { $other }
diff-kind = was { $was }
diff-moved = moved { $metres } m { $toward }
diff-turned = turned from { $was }° to { $is }°
diff-size = { $was } × { $was2 } m became { $is } × { $is2 } m
diff-length = { $was } m long became { $is } m
diff-width = { $was } m wide became { $is } m
diff-area = { $was } m² became { $is } m²
diff-options = other options
diff-note = another note
diff-title = The title “{ $was }” became “{ $is }”
diff-wish-added = New wish: { $text }
diff-wish-removed = Wish taken away: { $text }
diff-answers = Answers to the questions differ
toward-north = to the north
toward-north-east = to the north-east
toward-east = to the east
toward-south-east = to the south-east
toward-south = to the south
toward-south-west = to the south-west
toward-west = to the west
toward-north-west = to the north-west
