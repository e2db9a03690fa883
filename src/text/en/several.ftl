# Several at once: choose, align, group, lock, hide, copy and paste, a row, another kind

action-select-kind = Choose all of this kind
action-group = Group
action-ungroup = Ungroup
action-enter-group = Choose within the group
action-lock = Lock
action-unlock = Unlock
action-hide = Hide for now
action-show-all = Show all
action-align-left = Align left
action-align-centre = Align centres
action-align-right = Align right
action-align-top = Align tops
action-align-middle = Align middles
action-align-bottom = Align bottoms
action-distribute-across = Equal gaps across
action-distribute-along = Equal gaps up and down
action-copy = Copy
action-cut = Cut
action-paste = Paste
action-make-row = Make a row
action-replace-kind = Replace with

why-locked = It is locked; unlock it first
why-locked-already = It is locked already
why-not-locked = Nothing selected is locked
why-at-least-two = First choose two things or more
why-at-least-three = First choose three things or more
why-one-group-already = They are one group already
why-no-group = What is selected is in no group
why-nothing-hidden = Nothing is hidden
why-other-form = They differ in shape and cannot become one kind
why-clip-not-things = The clipboard holds nothing from a drawing; select things and copy them first
why-clip-newer = This was copied by a newer version; reload the page, then paste
why-clip-too-large = The clipboard holds too much; copy fewer things
why-clip-too-many = At most { $n } things can be pasted at once; copy fewer
why-row-count = A row holds 2 to { $n } things
why-row-gap = Give a gap of 0 to { $metres } m
why-row-no-direction = That is where it stands; tap beside it

hint-choosing = Tap things, or draw a ring
hint-choosing-by-box = Tap things, or pull a box open
hint-lasso = What lies wholly in the ring is selected
hint-marquee-takes = What lies wholly in the box is taken away

step-aligned = Aligned { $what }
step-distributed = Evened the gaps of { $what }
step-grouped = Grouped { $what }
step-ungrouped = Ungrouped { $what }
step-locked = Locked { $what }
step-unlocked = Unlocked { $what }
step-pasted = Pasted { $what }
step-row = Made a row of { $what }
step-replaced = Replaced { $what }

say-aligned = { $n ->
    [one] Aligned { $n } thing
   *[other] Aligned { $n } things
}
say-distributed = { $n ->
    [one] Evened the gaps of { $n } thing
   *[other] Evened the gaps of { $n } things
}
say-already-so = It is so already
say-grouped = { $n ->
    [one] { $n } thing is a group now; it is chosen and moved as one
   *[other] { $n } things are one group now; they are chosen and moved as one
}
say-ungrouped = { $n ->
    [one] Ungrouped; { $n } thing stands alone again
   *[other] Ungrouped; { $n } things stand alone again
}
say-locked = Locked { $what }; it cannot be moved or deleted
say-unlocked = Unlocked { $what }
say-locked-stayed = { $n ->
    [one] { $n } thing is locked and stayed as it was
   *[other] { $n } things are locked and stayed as they were
}
say-hidden = Not showing { $what } for now; it is still sent
say-shown = { $n ->
    [one] { $n } thing is shown again
   *[other] { $n } things are shown again
}
say-choosing = Choosing several: tap to add or take away, or draw a ring round several
say-choosing-by-box = Choosing several: tap to add or take away, or pull a box open round several
say-scaled = { $n ->
    [one] { $n } thing is now at { $percent }%
   *[other] { $n } things are now at { $percent }%
}
say-turned-many = { $n ->
    [one] Turned { $n } thing by { $degrees }°
   *[other] Turned { $n } things by { $degrees }°
}
say-copied = { $n ->
    [one] Copied { $n } thing; it can be pasted into another drawing
   *[other] Copied { $n } things; they can be pasted into another drawing
}
say-cut = { $n ->
    [one] Cut { $n } thing
   *[other] Cut { $n } things
}
say-copy-denied = The browser does not allow copying; press Ctrl+C (⌘C on a Mac)
say-paste-denied = The browser does not allow reading the clipboard; allow it, or press Ctrl+V (⌘V on a Mac)
say-pasted = Pasted { $what }
say-pasted-some = { $n ->
    [one] { $n } thing could not be read and was not pasted
   *[other] { $n } things could not be read and were not pasted
}
say-pasted-crossed = { $n } pasted outlines cross themselves. The first is in your hand to be mended; { $left } more { $left ->
    [one] was
   *[other] were
} left out
say-row = { $n ->
    [one] A row of { $n }, { $metres } m apart
   *[other] A row of { $n }, { $metres } m apart
}
say-replaced = { $n ->
    [one] { $n } thing is now { $what }
   *[other] { $n } things are now { $what }
}
say-replaced-resized = { $n ->
    [one] { $n } thing is now { $what }, brought to a size it may have
   *[other] { $n } things are now { $what }; { $resized } were brought to a size they may have
}

# The card of several
several-selected = { $n ->
    [one] { $n } thing
   *[other] { $n } things
}
several-together = Together
several-align = Align
several-spread = Even gaps
several-more = More
several-clipboard = Copy and paste
row-title = Make a row
row-what = Places more of what is selected, one after the other.
row-count = How many in all
row-unit = things
row-gap = Gap between
row-toward = Which way
row-width = Along its width
row-depth = To its front
row-place = Point on the map
hint-row-aiming = Tap where the row should go; it is shown before you tap
hint-wish-aiming = Tap the place that the wish is about
row-make = Make the row
replace-title = Replace with
replace-what = Place and direction stay; sizes that do not fit are brought within range.
thing-locked = Locked
thing-hidden = Hidden
thing-grouped = In a group
list-choose = Choose several
list-choosing-done = Done choosing
hidden-count = { $n ->
    [one] { $n } thing is hidden
   *[other] { $n } things are hidden
}
submit-hidden = { $n ->
    [one] { $n } of them is hidden on your screen and is sent too.
   *[other] { $n } of them are hidden on your screen and are sent too.
}
