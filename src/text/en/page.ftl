# The drawing page: bars, panels, dialogs.

# When it cannot be opened
fault-title = The plan did not open
fault-what-to-do = What you drew is still on this device. Connect and try again, or open the demo estate first.
fault-again = Try again
fault-demo = Open the demo estate
fetch-no-answer = { $url } does not answer: the network may be gone, or the host does not let us read it.
fetch-not-there = There is no file at { $url }. Please check the link.
fetch-refused = { $url } refused ({ $status }). Please ask whoever sent you the link.
fetch-a-page = { $url } gave a web page and not a plan. Please check the link.
fetch-bad-address = “{ $url }” is not an address that can be used. Please check the link.
fetch-other-origin = The design “{ $url }” is on another site; only designs of this site are opened.
estate-left-out = { $n ->
    [one] One thing of the estate’s map could not be read and is left out.
   *[other] { $n } things of the estate’s map could not be read and are left out.
}

# The bar on top
title-label = Name of this drawing
title-untitled = Give this drawing a name
menu = Menu
submit = Submit my design
submit-short = Submit
skip-to-plan = Skip to the plan
state-new = Not begun
state-kept = Kept on device
state-not-kept = Cannot keep
state-waiting = Not sent yet
state-sending = Sending
state-failed = Not sent
state-sent = Received
action-cannot = { $name }: { $why }

# The plan
plan-name = Plan of the estate
plan-description = { $n ->
    [one] One thing is placed.
   *[other] { $n } things are placed.
} Press N to choose one after another, arrows to move it, R to turn, Delete to remove. Pick something under Add and press Enter to place it. Press / to find an action, a house or a thing, B to place something beside another, Shift+F10 for a menu, ? for all keys.
plan-no-canvas = This browser cannot draw the plan; please update it. The list still works.
tools-name = Tools
zoom-name = Zoom and move
scale-metres = { $m } m
legend-said = North is up; the scale bar is { $m } m long
legend-said-turned = The plan is turned by { $n }°; the scale bar is { $m } m long
panel-layers = Layers
compare-name = Now and later
compare-before = Now
compare-split = Side by side
compare-after = My design
split-name = Line between now and my design
split-said = Left of { $n } percent it is as now, right of it is my design
views-name = View
scale-name = Scale
scale-now = Now about 1 : { $n }
scale-one-to = 1 : { $n }
view-turn = Plan turned by
scale-note = Reckoned with 96 pixels to the inch; hold a ruler to the screen to be sure.
layers-there = What is there
layers-new = What is new
layers-note = Only what you see here changes. Your design is sent whole.
layer-strength = How strong
layer-buildings = Buildings
layer-roads = Roads and parking bays
layer-green = Green, trees and squares
layer-fences = Fences
layer-hydrants = Hydrants, manholes and lamps
layer-names = Numbers and names
layer-picture = Picture underneath
layer-pipe-water = Water pipes
layer-pipe-storm = Rain drains
layer-pipe-sewer = Sewers
layer-pipe-gas = Gas pipes
layer-pipe-heat = Heating pipes
layer-pipe-power = Power cables
layer-pipe-telecom = Telecom cables
layer-notes = Wishes and hints
layer-grid = Grid
layer-pinch = Two fingers turn the plan
layer-map = Small map
map-name = Small map
map-said = The whole estate with a frame around what you see. Arrow keys move it.
map-close = Close the small map
coach-palette = Drag something from here onto the plan
strip-name = What this drawing brings

# Adding
panel-palette = Add
panel-things = Placed
panel-thing = Selected
panel-findings = Checks
panel-wishes = Wishes
palette-search = Find: bench, tree…
palette-none-found = There is no such thing; you can write it as a wish
palette-size = { $width } × { $depth } m
side-name = Placed things, checks and wishes
side-tabs = What to show
sheet-name = Panel below the plan
sheet-higher = Raise
sheet-lower = Lower
sheet-close = Fold away
empty-begin = Pick something
list-name = On the plan
list-empty = Nothing is placed yet. Try dragging a pavilion onto the plan.

# What is selected
thing-name = Selected thing
thing-actions = What can be done
things-selected = { $n ->
    [one] One thing selected
   *[other] { $n } things selected
}
thing-area = Area { $m2 } m²
size-width = Width
size-depth = Depth
size-across = Across
size-path-width = Width
size-turn = Turn
size-by-corners = Drag its corners on the plan to change its shape.
unit-m = m
unit-degrees = °
stepper-less = { $name }, less
stepper-more = { $name }, more
stepper-field = { $name }, { $unit }
note-label = A word about it

# Checks
findings-name = Checks
findings-none = No problem seen.
findings-nothing-drawn = Once something is placed, this says whether it fits.
finding-mend = Move it { $metres } m
finding-show = Show where
finding-clause = By { $clause }
finding-clause-unverified = By { $clause }, not verified yet

# Wishes and questions
wishes-name = Wishes written
wish-label = Write a wish
wish-example = For example: benches with a back
wish-topic = What it is about
wish-add = Add
wish-empty = Write a sentence first, then press Add.
wish-give-place = Point to a place
wish-tap-the-plan = Tap the plan
wish-has-place = Has a place; press to remove
wish-show = Show on the plan
wish-remove = Remove the wish “{ $text }”
topic-seats = Seats
topic-parking = Parking
topic-charging = Charging
topic-green = Greenery
topic-activity = Activity
topic-children = Children
topic-safety = Safety
topic-other = Other
questions-name = We would like to ask

# The figures below
figure-money = Cost
figure-money-left = Left
figure-money-over = Over
figure-money-unit = est.
figure-bays = Parking
figure-bays-unit = bays
figure-charging = Charging
figure-charging-unit = slots
figure-green = Green
figure-green-unit = m²
figure-activity = Activity
figure-activity-unit = m²
figure-seats = Seats
figure-seats-unit = { "" }
figure-how = How it is reckoned
figure-won = { $n } more
figure-lost = { $n } fewer
money-ten-thousands = ¥{ $thousand }k
money-yuan = ¥{ $yuan }
change-won = ▲ { $n }
change-lost = ▼ { $n }
change-none = 0
figures-title = Where the figures come from
figures-balance = Compared with today
figures-cost = An estimated { $cost } in all, somewhere from { $low } to { $high }.
figures-budget = The budget is { $budget }.
figures-bill = Line by line
bill-line = { $n } × { $price } per { $unit }

# Help, about
help-title = Help
help-steps = How to draw
help-add = Add: drag something from Add onto the plan; or tap it, then tap the place.
help-move = Move: drag it; or select it and press the arrow keys.
help-turn = Turn and resize: by the handles, the buttons, or by typing numbers.
help-look = Look about: pinch or turn the wheel to zoom, drag empty ground to move.
help-menu = What can be done there: press and hold with a finger, or click the second button of the mouse, for a menu.
help-find = Find: “Find” in the menu, or the key /, finds actions, houses and things by name or number.
help-several = Several at once: hold Shift and pull a box, or press things one after another with Shift.
help-send = Send: press “Submit my design”. Without a network it waits and goes by itself.
help-keys = Keys work after you click the plan. From the list, Escape leads back to it.
about-title = About this map
about-estimates = Costs and counts are estimates, good for talking and not for building.
about-device = Your drawing is kept on this device. No account is needed; it is sent only when you submit.
menu-language = Language
menu-theme = Colours
menu-text = Text size
text-normal = Normal
text-large = Large
menu-receipts = What I sent, and receipts
menu-about = About this map
dialog-close = Close
toast-close = Got it

# Opening and saving files
file-name = My estate
save-done = Saved as a file, in your downloads.
save-failed = This browser does not let files be saved; try another one.
open-done = Opened. The drawing from before is under “Older versions”.
open-other-project = This design belongs to another estate, “{ $project }”, and does not fit this plan.
open-crossed = { $n } outlines in it cross themselves. The first is in your hand to be mended; { $left } more { $left ->
    [one] was
   *[other] were
} left out and { $left ->
    [one] is
   *[other] are
} still in the file.
open-repaired = { $n ->
    [one] One thing was changed on reading: { $first }
   *[other] { $n } things were changed on reading, the first: { $first }
}
open-not-the-same = What came is not what the link names, so it was not opened. Try again, or ask whoever sent it.
open-link-done = The linked design is open; change it and submit, and it is a new version.
open-sent-done = The sent design is open; change it and submit, and it is a new version.
versions-title = Older versions
versions-when = One is kept by itself whenever you submit, open another drawing or begin anew.
versions-none = There are no older versions yet.
versions-row = { $n ->
    [one] One thing placed
   *[other] { $n } things placed
}
versions-back = Go back to it
versions-done = Back at the version; this can be undone.
new-title = Begin a new drawing
new-what-happens = The drawing as it is stays under “Older versions”; you can go back to it at any time.
new-done = A new drawing begins.
topic-light = Lighting
topic-noise = Noise
topic-access = Easy walking
list-more = List more of the other { $n }
