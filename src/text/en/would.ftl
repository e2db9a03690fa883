# What the drawing would do: what to look at, what was found

action-group-would = What it would do
action-show-findings = What was found
action-show-shadows = Shadows and sun
why-no-latitude = The drawing does not say where on the earth the estate lies, so the sun is not known

# The one sentence after a drop
told-and = { $first }; { $rest }
told-and-like-it = { $first }, and { $n } more like it
told-to-confirm = { $said } (number to be confirmed)
told-bays-more = { $n ->
    [one] { $n } more parking bay
   *[other] { $n } more parking bays
}
told-bays-fewer = { $n ->
    [one] { $n } fewer parking bay
   *[other] { $n } fewer parking bays
}
told-slots-more = { $n ->
    [one] { $n } more charging slot
   *[other] { $n } more charging slots
}
told-slots-fewer = { $n ->
    [one] { $n } fewer charging slot
   *[other] { $n } fewer charging slots
}
told-green-more = { $n } m² more green
told-green-fewer = { $n } m² less green
told-activity-more = { $n } m² more activity ground
told-activity-fewer = { $n } m² less activity ground
told-seats-more = { $n ->
    [one] { $n } more seat
   *[other] { $n } more seats
}
told-seats-fewer = { $n ->
    [one] { $n } fewer seat
   *[other] { $n } fewer seats
}
told-bikes-more = { $n ->
    [one] room for { $n } more bicycle
   *[other] room for { $n } more bicycles
}
told-bikes-fewer = { $n ->
    [one] room for { $n } fewer bicycle
   *[other] room for { $n } fewer bicycles
}
told-mended = { $n ->
    [one] { $n } finding fewer that matters
   *[other] { $n } findings fewer that matter
}

# Slow checks
slow-checking = Still checking fire engine, sun and walking…
slow-gave-up = “{ $rule }” was not checked this time: there is too much on the plan, and it took too long
reckon-gave-up = That took too long and was given up. Your drawing is all there; try again a little later, or with fewer things

# The list of findings
finding-dismiss = Not important to me
finding-recall = Take back
findings-aside = { $n } hidden
findings-unchecked = { $n ->
    [one] { $n } rule not checked, and why
   *[other] { $n } rules not checked, and why
}
findings-off = The facilitator has switched off: { $rules }
step-dismissed = Hid a finding
step-recalled = Took a finding back
rules-profile = Checked by the rules of { $profile }
rules-numbers = { $n ->
    [one] { $n } number is the estate’s own
   *[other] { $n } numbers are the estate’s own
}
rules-and = { $first } · { $next }
rules-no-such-profile = The project names rules “{ $profile }” that do not exist; the national ones are used
rules-no-such-number = No rule asks for the number “{ $number }” that the project sets
rules-absurd = The project sets “{ $number }” to { $value }, which is not between { $least } and { $most }; its rule is not checked
profile-national = the national standards
profile-shandong = Shandong
profile-fuzhou = Fuzhou
profile-xuzhou = Xuzhou
profile-beijing = Beijing
finding-against = No place near was found that keeps both “{ $rule }” and “{ $other }”
finding-nowhere = No place within 30 m was found where it is right. Turn it, make it smaller, move it farther, or leave it out.
finding-locked = It is locked: unlock it to have a place found for it.
finding-not-sought = No place is looked for on this device: move it and see whether this stays.
finding-number-unverified = number to be confirmed
finding-mend-would = After that: { $would }
finding-mend-would-nothing = After that this is gone, and nothing else changes.

# What helps where moving a thing does not end a finding.
remedy-budget = Moving things does not make them cheaper: leave some out, or choose cheaper ones.
remedy-accessible-lot = No place ends this: put an accessible bay beside the car park, or make it wide enough for one with its aisle.
remedy-accessible-estate = No place ends this: put one accessible bay more anywhere on the estate.
remedy-green = Where no place near helps: lay out a lawn elsewhere, at least 8 m wide, or make this smaller.
remedy-green-in-the-sun = Where no place near helps: put it into the shadow of a house or off the green, or lay out a lawn at least 8 m wide where the sun comes.
remedy-waste = Where no place near helps: put one more waste station near the doors that are far off.
finding-mend-lower = Make it { $height } cm high
finding-mend-size = Make it { $width } × { $depth } m

# What rules take for granted
assumed-drivable = Taken for granted, since no map says it: roads, and paths and paved ground { $way } m wide or more, bear an engine; kerbs, slopes, arches, cables and branches do not stop it. Nothing drawn is driven under.
assumed-level = Taken for granted, since no map says it: ways are level, but for the ramps that are drawn.
assumed-no-stations = Taken for granted, since no map says it: where waste stations are today is not known; distances are those to the stations that are drawn.
findings-save = Save what the rules say
findings-save-reckoning = Reckoning what the rules say…
