# The wall.

wall-title = Wall
wall-screens = Designs on the wall
wall-plan = Plan of { $title }
wall-untitled = A design without a title
wall-of = { $at } of { $count }
wall-of-four = { $from }–{ $to } of { $count }

wall-cost = Costs about
wall-cost-value = ¥{ $thousand },000
wall-cost-small = ¥{ $yuan }
wall-budget-left = { $left } of the budget left
wall-budget-over = { $over } over the budget
wall-bays = Parking
wall-slots = Charging
wall-green = Green
wall-activity = Activity
wall-seats = Seats
wall-square-metres = { $n } m²
wall-count = { $n }
wall-gained = { $much } more
wall-lost = { $much } less
wall-same = as now
wall-estimate = Prices and quantities are estimates
wall-findings = Worth noting
wall-no-findings = Nothing found by the rules that are checked
wall-more-findings = { $n ->
    [one] One more finding; see the drawing page
   *[other] { $n } more findings; see the drawing page
 }
wall-qr = Scan and draw too
wall-qr-here-only = This address opens on this computer only
wall-qr-alt = QR code that opens the drawing page { $url }

wall-empty-title = Put everyone’s designs on the wall
wall-empty-lead = Choose one way, and they are there at once.
wall-from-files = Open design files
wall-choose-files = Choose files
wall-from-files-hint = Or drag the files here. It works without a network.
wall-from-planner = Read with the planner’s token
wall-from-planner-hint = Reads every design that the server received.
wall-from-link-hint = A facilitator’s link that names designs shows them when it is opened.
wall-gallery-reading = Reading the open gallery…
wall-nothing-received = The server has no design yet. When the first one arrives, press “Read again”.
wall-drop = Let go to put them on the wall
wall-files-none = None of these files is a design that can be used.
wall-set-aside = { $n ->
    [one] One file cannot be used and is not on the wall
   *[other] { $n } files cannot be used and are not on the wall
 }
wall-read-again = Read again
wall-reading = Reading designs
wall-link-not-ours = The link names a design of another site, which was not opened.

wall-controls = Controls of the wall
wall-previous = Previous
wall-next = Next
wall-one = One
wall-four = Four
wall-tour = Tour
wall-tour-on = Start the tour
wall-tour-off = Stop the tour
wall-stay = Each stays
wall-stay-seconds = { $n } s
wall-fullscreen = Full screen
wall-dress-dark = Dark
wall-dress-paper = Paper
wall-zoom-in = Nearer
wall-zoom-out = Further
wall-fit = Whole estate
wall-add = Add designs
wall-keys = Keys
wall-keys-next = Next: →, ↓, PageDown, space
wall-keys-previous = Previous: ←, ↑, PageUp
wall-keys-across = One or four: 1, 4
wall-keys-tour = Tour: P
wall-keys-view = Nearer, further, whole: +, -, 0; move: Shift with arrows
wall-keys-screen = Full screen: F; dark or paper: D
wall-now-shown = Now showing { $title }
wall-close = Close
wall-unit-square-metres = m²
