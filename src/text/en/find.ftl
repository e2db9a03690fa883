# Finding things, the menu at the hand, steps and versions, placing beside something.

find-title = Find
find-label = What are you looking for
find-example = An action, a house number, a road, “bench”
find-found = What was found
find-none = Nothing like that here. Try a shorter word.
find-count = { $n ->
    [one] One found
   *[other] { $n } found
}
find-place = Add: { $what }
find-on-plan = Show on the plan

context-ground = The ground

panel-history = Steps and versions
history-steps = Steps
history-start = The beginning
history-now = Now
history-all = List all steps

versions-name = A name, for example “before the meeting”
versions-keep = Keep
versions-no-name = Give it a name first
versions-named = “{ $name }” is kept on this device
versions-compare = Compare
versions-delete = Delete this version
versions-deleted = Deleted: { $name }
compare-with = with
compare-now = now
compare-close = End the comparison
compare-summary = { $added } added, { $removed } removed, { $changed } changed

beside-title = Place beside something
beside-what-for = Say in words where it goes, and it is put there to the centimetre.
beside-what = What
beside-chosen = The chosen { $what }
beside-chosen-many = The { $n } chosen things
beside-gap = How far (m)
beside-side = On which side
beside-find = Find a house or thing
beside-find-example = 3, or “pavilion”
beside-of = Of what
beside-of-what = Choose beside what it goes
beside-place = Place it
