# What the drawing would do: what to look at, what was found

action-group-would = What it would do
action-show-findings = What was found
action-show-shadows = Shadows and sun
why-no-latitude = The drawing does not say where on the earth the estate lies, so the sun is not known

# The one sentence after a drop
told-and = { $first }; { $rest }
told-and-like-it = { $first }, and { $n } more like it
told-bays-more = { $n ->
    [one] { $n } more parking bay
   *[other] { $n } more parking bays
}
told-bays-fewer = { $n ->
    [one] { $n } parking bay fewer
   *[other] { $n } parking bays fewer
}
told-slots-more = { $n ->
    [one] { $n } more charging slot
   *[other] { $n } more charging slots
}
told-slots-fewer = { $n ->
    [one] { $n } charging slot fewer
   *[other] { $n } charging slots fewer
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
    [one] { $n } seat fewer
   *[other] { $n } seats fewer
}
told-bikes-more = { $n ->
    [one] room for { $n } more bicycle
   *[other] room for { $n } more bicycles
}
told-bikes-fewer = { $n ->
    [one] room for { $n } bicycle fewer
   *[other] room for { $n } bicycles fewer
}
told-mended = { $n ->
    [one] { $n } finding fewer that matters
   *[other] { $n } findings fewer that matter
}
