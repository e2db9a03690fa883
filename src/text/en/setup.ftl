# A new estate: a map becomes a project that residents can draw on.

setup-title = New estate
setup-lead = Choose a map of the estate, say step by step what is on it, and save it all as a project folder.
setup-open-new = New estate
setup-open-lead = No project yet? Begin with a map; no token is needed.
setup-back = Back to the desk
setup-pick = Choose a map
setup-drop = Or drop the file here
setup-pick-hint = CAD drawings (.dxf), OpenStreetMap (.osm, .xml), GeoJSON (.geojson, .json), projects saved here (.zip) and pictures of a plan (.jpg, .png, .webp, the first page of a .pdf) are read. The file is read on this device alone and not uploaded.
setup-where-from = No map? Find the estate on openstreetmap.org and choose “Export”: that gives an .osm file. Only a plan on paper? Take a photo of it and choose that: it is laid underneath and traced.
setup-reading = Reading { $name }
setup-reading-at = { $percent } %
setup-reading-stop = Stop reading
setup-reading-stopped = { $name } was not read, because you stopped it. Pick it again, or another file.
setup-reading-slow = This takes long. You can stop it; if nothing is heard of it for { $seconds } s, it is given up.
setup-source-stopped = Reading was stopped. The map is as it was before.
setup-read-failed = { $name } cannot be read. { $why }
setup-format = Files ending in “{ $extension }” are not known. Please give a .dxf, .osm or .geojson file.
setup-file-lost = The browser could not read the file. Please choose it once more.
setup-resume = Go on where you stopped: { $title }
setup-resume-lost = What you had begun cannot be opened again ({ $why }). Please choose the map anew.
setup-zip-lacks = “{ $name }” is missing in the zip file; choose the .zip that was saved here
setup-map-lost = the device has lost the map
setup-not-kept = This device cannot keep your progress ({ $why }). Save it before you close the page.
setup-start-over = Another map
setup-start-over-sure = With another map this one is gone. Save it first. Press once more to go on.
setup-problems = { $n ->
    [one] 1 thing to look at from reading
   *[other] { $n } things to look at from reading
 }
setup-plan = Map of the estate
setup-steps = Steps
setup-undo = Undo
setup-redo = Redo
setup-undone = One step undone
setup-redone = One step done again
setup-todo = { $n } to do
setup-done = Done
setup-next = Next: { $step }

setup-step-things = What is what
setup-step-edge = Edge of the estate
setup-step-doors = Gates and doors
setup-step-homes = Homes by house
setup-step-kinds = Catalogue
setup-step-round = The round
setup-step-save = Save

setup-things-lead = Press a thing on the map or choose it in the list, then say what it is. Correct what was mistaken, take out what is not needed.
setup-things-filter = Show only
setup-things-all = Everything
setup-things-count = { $what } ({ $n })
setup-things-list = Things on the map
setup-things-more = { $n } more
setup-thing-nameless = { $what } { $id }
setup-thing-named = { $what } { $name }
setup-chosen = { $n } chosen
setup-chosen-none = Nothing is chosen
setup-choose-shown = Choose all in the list
setup-choose-none = Choose none
setup-choose = Choose { $thing }
setup-here-nothing = There is nothing here; press somewhere else
setup-call = It is
setup-call-many = They are
setup-call-pick = Choose one
setup-called = Changed: { $what }
setup-name = House number or name
setup-width = Width of the road (m)
setup-fire-lane = Fire lane
setup-remove = Take off the map
setup-removed = { $n } taken off; this can be undone

setup-edge-lead = Residents can draw inside the edge. Press its corners along the wall of the estate one by one, or draw it around what is chosen.
setup-edge-now = The edge now holds { $area } m²
setup-edge-none = There is no edge yet
setup-edge-draw = Draw by corners
setup-edge-drawing = { $n ->
    [one] 1 corner set. Press “Done” at the end.
   *[other] { $n } corners set. Press “Done” at the end.
 }
setup-edge-done = Done
setup-edge-back = Take back a corner
setup-edge-cancel = Do not draw
setup-edge-around = Around what is chosen, at a distance of (m)
setup-edge-around-do = Draw around
setup-edge-around-houses = Choose the dwellings
setup-edge-cut = Take out what lies farther outside than (m)
setup-edge-cut-do = Take out
setup-edge-set = The edge is drawn

setup-doors-lead = Press a gate where the road enters the estate, and stair doors on the walls. The fire engine drives from gate to door, so both must be right.
setup-doors-mode = A press on the map puts
setup-doors-gate = Gate for cars
setup-doors-foot = Gate on foot
setup-doors-door = Stair door
setup-doors-look = Nothing
setup-doors-middle = Put it in the middle of the map
setup-doors-counts = { $vehicle } gates for cars, { $foot } on foot, { $doors } stair doors
setup-doors-put = Put: { $what }
setup-doors-list = Gates and doors

setup-homes-lead = How many storeys and homes each house has. Where nobody knows the homes, reckon them by doors and storeys first.
setup-homes-house = House
setup-homes-storeys = Storeys
setup-homes-doors = Doors
setup-homes-homes = Homes
setup-homes-total = { $n } homes in all
setup-homes-none = There is no dwelling on the map yet. Say which houses are dwellings in “What is what”.
setup-homes-reckon = Reckon the empty ones by doors and storeys
setup-homes-reckon-hint = { $n } homes a floor and stair are assumed; please check.
setup-homes-reckoned = Reckoned; please check
setup-homes-storeys-of = Storeys of { $house }
setup-homes-homes-of = Homes in { $house }
setup-homes-name-of = Number of { $house }

setup-round-lead = What residents see first when they open the link.
setup-round-title = Title ({ $lang })
setup-round-about = A word to residents ({ $lang })
setup-round-id = Short name
setup-round-id-hint = Small letters and digits; designs carry it. Do not change it once the round has begun.
setup-round-budget = Budget (yuan)
setup-round-budget-hint = Without one, nothing is compared with it.
setup-round-profile = Check by the standards of
setup-round-from = First day
setup-round-to = Last day
setup-round-open = Anyone may see the designs of others
setup-round-questions = Questions to residents
setup-round-question = Question { $n } ({ $lang })
setup-round-answers = Answers to choose from, one a line ({ $lang }); without any, residents write
setup-round-add = Add a question
setup-round-drop = Take question { $n } away
setup-kinds-price = Price of { $kind }
setup-kinds-price-unit = yuan, { $unit }
setup-kinds-usual = usually { $price } yuan

setup-save-lead = Saves one compressed file. Unpacked it is the project folder; mulin serve --project takes it as it is, too.
setup-save-do = Save the project (zip)
setup-save-ready = All is there; residents can draw.
setup-save-stops = Residents cannot draw without these:
setup-save-less = These can be missing; some things then cannot be said:
setup-save-unchecked = These rules cannot be checked on this map
setup-save-unchecked-rule = { $rule }: { $why }
setup-saved = Saved
setup-save-failed = The browser did not let the file be saved. Try again, or use another browser.

setup-missing-buildings = There is no building on the map
setup-missing-roads = There is no road on the map: neither fire engine nor walking can be reckoned
setup-missing-edge = The estate has no edge yet
setup-missing-gate = There is no gate for cars: nobody knows where the fire engine comes in
setup-missing-doors = { $n ->
    [one] 1 dwelling has no stair door yet
   *[other] { $n } dwellings have no stair door yet
 }
setup-missing-storeys = { $n ->
    [one] 1 dwelling has no storeys said: its shadow is that of two
   *[other] { $n } dwellings have no storeys said: their shadows are those of two
 }
setup-missing-homes = { $n ->
    [one] 1 dwelling has no homes said
   *[other] { $n } dwellings have no homes said
 }
setup-missing-names = { $n ->
    [one] 1 dwelling has no number: residents cannot tell their own house
   *[other] { $n } dwellings have no number: residents cannot tell their own house
 }
setup-missing-questions = { $n ->
    [one] 1 question has no words yet
   *[other] { $n } questions have no words yet
 }
setup-missing-title = It has no title yet
setup-missing-dates = The last day is before the first

setup-no-thing = Choose something on the map first.
setup-no-shape = A thing of this shape cannot be this: { $what }. Houses and grounds have an edge, roads and pipes are lines, doors and trees are points.
setup-no-edge-shape = These corners make no edge: { $why }.
setup-no-edge = Draw the edge of the estate first.
setup-no-wall = No building has a wall within { $metres } m. Press beside a wall.
setup-no-number = { $value } makes no sense here; give a number from { $least } to { $most }.
setup-not-a-number = “{ $text }” is not a number. Write digits, such as 6.
setup-nothing-to-reckon = There is nothing to reckon: all homes are said, or the storeys are not known.

what-boundary = Edge of the estate
what-building-dwelling = Dwelling
what-building-day-care = Day-care centre
what-building-service = Service building
what-building-substation = Substation building
what-building-shed = Shed
what-building-other = Other building
what-door = Stair door
what-road-main = Main road
what-road-ring = Ring road
what-road-path = Path
what-road-city = City street
what-gate-vehicle = Gate for cars
what-gate-foot = Gate on foot
what-bay-car = Parking bay
what-bay-accessible = Accessible bay
what-bay-ev = Charging bay
what-bay-bike = Bicycle bay
what-green = Green
what-paving = Paving
what-activity = Activity ground
what-water = Water
what-tree = Tree
what-pipe-water = Water pipe
what-pipe-storm = Storm drain
what-pipe-sewer = Sewer
what-pipe-gas = Gas pipe
what-pipe-heat = Heating pipe
what-pipe-power = Power line
what-pipe-telecom = Telecom line
what-manhole = Manhole
what-hydrant = Hydrant
what-lamp = Lamp
what-substation = Distribution box
what-septic = Septic tank
what-fence = Fence

setup-source = How the map was read
setup-source-lead = Correct here what was guessed, and read the map again. What you have changed on it is gone then.
setup-source-unit = Unit of the drawing
setup-source-crs = Coordinate system (EPSG:4548, wgs84, gcj02, bd09, local …)
setup-source-axes = Order of the two numbers
setup-axes-en = East first (Y, X in surveys)
setup-axes-ne = North first (X, Y in surveys)
setup-source-guessed = As it looks
setup-source-points = Known points of a local grid, one a line: 1000,2000=462305.24,3920159.18
setup-source-again = Read the map again
setup-source-sure = What you have changed on the map will be gone. Press once more to read it again.
setup-source-read = The map was read again.
setup-layers = Layers of the drawing
setup-layers-lead = Say what is on each layer. Keep the table as a file: it serves for the next drawing of the same surveyor.
setup-layers-save = Save the table
setup-layers-take = Take a table
setup-layer-skip = Nothing of the estate
setup-layer-unknown = Not said
setup-layer-edges = { $what }, drawn as its two edges

setup-step-picture = Picture and tracing
setup-no-line = A line needs two points or more
picture-lead = Nothing but a plan on paper, a photo or an aerial picture? Lay it under the plan, bring it to scale by what is known, and trace from it.
picture-pick = Choose a picture
picture-other = Choose another picture
picture-kinds = JPEG, PNG, WebP, or the first page of a PDF. Large pictures are made smaller.
picture-remove = Take the picture away
picture-standing = The picture is now { $width } m wide and { $height } m high; a pixel is { $pixel } cm; turned { $turn }°
picture-lock = Keep the picture where it is
picture-length = To scale by a length that is known
picture-length-lead = Find something whose length you know, such as the front of a house: press its two ends, then say how many metres.
picture-length-begin = Press both ends
picture-length-pressed = { $n ->
    [0] Press one end.
    [1] Press the other end.
   *[other] Both ends are set. Say the length.
}
picture-length-metres = Length (m)
picture-length-set = Bring to scale
picture-places = To where it belongs
picture-places-lead = When something is on the plan already: press a place in the picture, then where it belongs. With two places, size and turn come right too.
picture-points-begin = Match two places
picture-move-begin = Only move
picture-point-now = Press a place in the picture.
picture-point-there = Press where it belongs.
picture-second-now = Press a second place in the picture, far from the first.
picture-second-there = Press where the second place belongs.
picture-turn = Turn (degrees, anticlockwise)
picture-strength = How strong the picture is
picture-crop = Cut off the sides
picture-left = Cut off left (%)
picture-top = Cut off top (%)
picture-right = Cut off right (%)
picture-bottom = Cut off bottom (%)
picture-laid = The picture lies underneath. Now bring it to scale by what is known.
picture-laid-smaller = The picture of { $waswidth } × { $washeight } pixels was made { $width } × { $height } and lies underneath.
picture-removed = The picture is taken away
picture-locked = The picture is locked
picture-unlocked = The picture can be moved again
picture-scaled = Brought to scale
picture-fitted = Both places match
picture-moved = The picture is moved
picture-turned = The picture is turned
picture-faded = The picture is fainter or stronger now
picture-cropped = Cut
picture-none = There is no picture yet
picture-is-locked = The picture is locked. Unlock it to move it.
picture-two-places = two places say where it lies, and { $n } were given; give two or none.
picture-one-place = The two places are one, so they say nothing of the scale. Press two that are farther apart.
picture-too-many-pixels = The picture is too long or too wide. Make it smaller first.
picture-crop-nothing = Nothing would be left of the picture. Cut off less.
picture-no-scale = That size makes no sense: a pixel is from 0.1 mm to 10 m. Check the length in metres, or press the two ends again.
picture-off-the-sheet = The picture would lie off the sheet. Move it back, or choose two other places.
picture-no-file = This picture cannot lie underneath. Save it as JPEG or PNG and choose it again.
picture-unreadable = This picture cannot be read. Save it as JPEG or PNG and try again.
picture-too-large = The picture has { $millions } million pixels; { $most } million are the most. Make it smaller first.
picture-too-large-to-shrink = The picture has { $millions } million pixels, and making it smaller would take more than 256 MB of memory. Save it half as large first, or as a plain JPEG.
picture-lost = The picture of last time is no longer on this device. Choose it again.
trace-title = Tracing
trace-lead = Press the corners one by one, as the picture shows them.
trace-what = What is traced
trace-begin = Begin tracing
trace-corners = { $n ->
    [0] Press the first corner on the map.
   *[other] { $n } set. When all are, press Done.
}
trace-each-press = Each press puts one.
trace-done = Done
trace-back = Take back one
trace-stop = Stop tracing
