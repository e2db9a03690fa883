# The planner's desk.

aside-name-disagrees = Its name does not agree with its content: it was damaged on the way, or changed by hand
aside-not-named-by-hash = Its name is not that of a design, so it cannot be told which one it is
aside-unreadable = It cannot be read: { $why }
aside-other-project = It was drawn for another project ({ $project })
aside-withheld = It is listed, but its host does not give it out: it may be damaged

gather-unreachable = The server cannot be reached. Check the network and try again.
gather-slow = The server said nothing for a long time, so reading was stopped. Try again in a while.
gather-refused = The server did not accept the token. Compare it and enter it again.
gather-not-there = The server has no such design.
gather-not-understood = The answer is not what was asked for; most likely this network wants a login first. Try another network.
gather-status = The server has a problem ({ $status }). Try again in a while.
gather-stopped = Stopped. What was read so far is shown.

desk-title = Desk
desk-token-title = The planner’s desk
desk-token-lead = Every design that was received is seen here; please enter the planner’s token. Whoever started the server knows where it is kept.
desk-token-label = Planner’s token
desk-token-enter = Enter
desk-token-kept = The token is used once, for a pass that no script can read and that lasts half a day. For a server that has no such passes it stays in this window.
desk-token-forget = Forget the token
desk-reading = Reading designs
desk-reading-list = Asking the server what there is
desk-reading-done = { $done } of { $of } read
desk-stop = Stop
desk-read-again = Read again
desk-standing = { $received } received = { $accepted } current + { $superseded } older versions + { $aside } set aside
desk-standing-withdrawn = { $received } received = { $accepted } current + { $superseded } older versions + { $aside } set aside + { $withdrawn } withdrawn
desk-shown-of = { $shown } of { $count } shown
desk-empty = No design was received yet. Send the drawing link round; when some have arrived, press “Read again”.
desk-none-match = No design is like that. Take away a condition or two.
desk-nothing-here = No design has anything here. Choose another place, or press “Show all”.

desk-search = Search titles, names, wishes, or a receipt
desk-filters = Filters
desk-filter-building = Building
desk-filter-age = Age
desk-filter-kind = Uses
desk-filter-channel = Came by
desk-filter-date = Date
desk-filter-from = From
desk-filter-to = To
desk-filter-older = Unfold older versions
desk-filter-clear = Clear
desk-filter-unsaid = Not said
desk-filter-value = { $value } ({ $n })
desk-filter-chosen = { $what }: { $n }
desk-building = Building { $n }
desk-age-60plus = 60 and over

desk-tabs = What to look at
desk-tab-designs = Designs
desk-tab-kinds = Kinds
desk-tab-wishes = Wishes
desk-tab-aside = Set aside
desk-list = Designs
desk-sort = Order
desk-first-newest = Newest first
desk-first-oldest = Oldest first
desk-first-most = Most first
desk-first-fewest = Fewest first
desk-first-a = First to last
desk-first-z = Last to first
desk-column-title = Title
desk-column-day = Drawn
desk-column-things = Things
desk-column-versions = Versions
desk-as-table = As a table
desk-more-rows = { $n } more
desk-pick = Show on the map: { $title }
desk-pick-older = Show on the map: the version of { $drawn }
desk-picked = { $n } chosen
desk-pick-none = Choose none
desk-untitled = Untitled
desk-things = { $n ->
    [one] 1 thing
   *[other] { $n } things
 }
desk-wishes-n = { $n ->
    [one] 1 wish
   *[other] { $n } wishes
 }
desk-older = { $n ->
    [one] 1 older version
   *[other] { $n } older versions
 }
desk-older-of = Older version: { $drawn }
desk-no-date = no date
desk-repairs = { $n ->
    [one] One part could not be read and was left out
   *[other] { $n } parts could not be read and were left out
 }

desk-map = Map
desk-map-all = { $n ->
    [one] One design, coloured by group
   *[other] { $n } designs, coloured by group; the stronger the colour, the more people chose that place
 }
desk-map-one = “{ $title }” on the map
desk-map-capped = Only the newest { $n } are drawn, so that the map stays quick
desk-map-show-all = Show all
desk-map-here = { $n ->
    [one] One design has something here
   *[other] { $n } designs have something here
 }
desk-map-hint = Press a place on the map to see who put something there.
desk-map-keys = Arrows move, plus and minus zoom, 0 shows everything.
desk-legend = Colours

desk-kinds-caption = How often each kind was used
desk-kinds-kind = Kind
desk-kinds-designs = Designs
desk-kinds-share = Share
desk-kinds-things = Things
desk-kinds-none = Nothing was placed in these designs
desk-share = { $share } %
desk-wishes-caption = What people wish
desk-wishes-none = No wishes in these designs
desk-wishes-show = Show the design
desk-wishes-topic-none = Other
desk-aside-caption = Files set aside: received, and not counted
desk-aside-none = No file was set aside
desk-aside-file = File
desk-aside-why = Reason
desk-aside-size = { $n } bytes

desk-one-close = Back to the list
desk-one-file = File in the store
desk-one-receipt = Receipt
desk-one-by = Its author says
desk-one-totals = Won and lost
desk-contact = Contact details
desk-contact-key = Open with your own key file
desk-contact-stays = The key is used in this window alone. It is neither kept nor sent, and forgotten when the window is closed.
desk-contact-no-key = There is no key in this file. Choose the file that mulin keys new wrote.
desk-contact-lock = Put away and forget the key
desk-contact-over = Contact details were to be kept until { $until }, which is over. They are not opened any more; delete them.
desk-one-objects = What was placed
desk-one-open = Open on the drawing page
desk-one-note = Note: { $note }

desk-download = Download
desk-download-geojson = GeoJSON (office)
desk-download-csv = CSV (office)
desk-download-hint = What is downloaded are the { $n } designs that the filters show. GeoJSON and CSV have house and age: for the office, not for posting.
desk-download-failed = The browser did not let the file be saved. Look at its download settings, or use another one.

# Rules
desk-tab-rules = Rules
desk-rules-lead = Choose by whose standards designs are checked, and which rules do not count on this estate. Designs say which were off.
desk-rules-profile = Standards of
desk-rules-save = Put the saved project.json into the project’s folder in place of the old one; whoever opens the page next is checked by it.
desk-rules-download = Save project.json
