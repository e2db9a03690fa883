# Files that are read and written: what is wrong with them, and what was done.
project-not-a-project = The file project.json cannot be read ({ $why }). Ask whoever gave you the link for a sound one.
project-newer = The project was made by a newer Mulin ({ $version }). Reload the page, or open it with a newer Mulin.
project-estate-unusable = The map of the estate cannot be used. { $why }

file-too-large = The file has { $size } MB; at most { $most } MB are read. Cut it to the estate and try again.
file-too-many = The file has more than { $most } points or features. Cut it to the estate and try again.
file-not-in-format = The file cannot be read as { $format }: { $why }. Check that it is the right file and whole.
file-unknown-crs = The coordinates ({ $crs }) cannot be placed on the earth. Give WGS-84 degrees, or metres with "mulin:crs": "local".
file-not-degrees = The coordinates are not degrees. If they are metres, write "mulin:crs": "local" in the file, or import it with --crs local.
file-out-of-reach = Everything in the file lies more than { $reach } km from its origin. If it is in millimetres, turn it into metres; if it is in a surveyor's grid, name the grid (--crs), or two known points (--point).
file-nothing-known = Nothing in the file is known here, such as a building or a road. Check that it is the map of the estate.

problem-at-feature = Feature { $number }: { $what }
problem-at-named-feature = Feature { $number } ({ $id }): { $what }
problem-at-osm = { $element } { $number }: { $what }
problem-underlay = project.json: the picture underneath cannot be used ({ $what }); it is left out
problem-catalogue = project.json: what it says of the catalogue cannot be used here ({ $what }); the usual was taken
problem-left-out = left out, because { $why }
problem-mended = its sides cross; the larger part was taken, compare it with the place
problem-hole-left-out = a hole was left out, because { $why }
problem-renamed = its name is there twice; it is now called { $to }
problem-alone-boundary = The file is one area that says nothing of itself; it was taken for the boundary of the estate. Add what stands on it from another map.
problem-boundary-made = The file has no boundary. One was drawn { $margin } m around the buildings; correct it before residents draw.
problem-bad-number = “{ $key }” is { $value }, not a number from { $least } to { $most }; it counts as not given
problem-unknown-use = the use “{ $use }” is not known; the usual one was taken
problem-unknown-class = the class “{ $class }” is not known; left out
problem-osm-turned = Latitude and longitude stand in each other's place in this file; they were taken the other way round.
problem-osm-nowhere = { $count ->
    [one] One point lies
   *[other] { $count } points lie
} nowhere on the earth and { $count ->
    [one] was
   *[other] were
} left out.
problem-file-breaks-off = The file breaks off ({ $why }). What stands before it was read.
problem-points-missing =
    { $count ->
        [one] 1 of its points is not in the file; the others were taken
       *[other] { $count } of its points are not in the file; the others were taken
    }
problem-road-width = the road has no width; { $width } m was assumed
problem-road-widths-assumed =
    { $count ->
        [one] 1 road has no width in the file; the usual width of its class was assumed. Measure it on the spot.
       *[other] { $count } roads have no width in the file; the usual width of their class was assumed. Measure them on the spot.
    }
problem-crowns-assumed =
    { $count ->
        [one] 1 tree has no crown in the file; 5 m was assumed.
       *[other] { $count } trees have no crown in the file; 5 m was assumed.
    }
problem-unknown-tag =
    { $count ->
        [one] 1 thing with { $tag } was left out: the map of an estate has no use for it.
       *[other] { $count } things with { $tag } were left out: the map of an estate has no use for them.
    }
why-not-a-line = it is not a line of two or more points within { $reach } m of the middle
why-wrong-geometry = a { $class } cannot have this geometry
why-hole-outside = it does not lie inside the area
why-cut-off = its edge is not whole in the file, as happens at the edge of an extract
why-senseless = what is written of it makes no sense ({ $why })
why-no-geometry = it has no geometry that can be read

# Why a ring of corners is not an outline; ends of sentences.
outline-not-finite = a corner has a coordinate that is not a number
outline-out-of-reach = it lies more than 5 km from the middle of the map
outline-too-few-corners = it has fewer than three distinct corners
outline-no-area = it has no area
outline-crosses-itself = its sides cross each other
outline-too-many-corners = it has more than 2,000 corners

# What an imported project says of itself, for the facilitator to correct.
import-title = Redrawing { $name }
import-about = This map was imported, not surveyed; widths, heights and the boundary may be assumed. { $source }
why-too-many-parts = it has more than { $most } parts

# Heads of tables.
csv-kind = { $kind }
csv-receipt = Receipt
csv-title = Title
csv-alias = Alias
csv-building = Building
csv-age = Age
csv-channel = Came by
csv-sent = Sent
csv-older = Older versions
csv-wishes = Wishes
csv-name = Design (hash)
csv-cost = Estimated cost (yuan)
csv-cost-low = Lowest cost (yuan)
csv-cost-high = Highest cost (yuan)
csv-bays = Net bays
csv-bays-won = Bays won
csv-bays-lost = Bays lost
csv-slots = Charging slots
csv-green = Net green (m²)
csv-activity = Net activity ground (m²)
csv-seats = Seats
csv-bill-kind = Item
csv-bill-option = Variant
csv-bill-count = Things
csv-bill-quantity = Quantity
csv-bill-unit = Unit
csv-bill-price = Price a unit (yuan)
csv-bill-low = Lowest (yuan)
csv-bill-high = Highest (yuan)
csv-bill-total = Estimated (yuan)
csv-bill-source = Where the price is from
csv-bill-works = Class
csv-bill-works-sum = { $works }, sum
csv-bill-sum = Sum
csv-bill-estimate = All prices are estimates.
geojson-local-note = The coordinates are metres of a local grid; the place on the earth is not known.

# Reading a design
design-too-large = The design has { $bytes } bytes, and one has at most { $most }; choose another file.
design-not-a-design = This file is not a design of Mulin ({ $why }); choose another file.
design-newer = A newer Mulin made this design ({ $version }); reload the page, or open it with a newer one.
design-too-many = This design holds more than can be opened; split it into several.
repair-shape-left-out = The shape of { $id } cannot be drawn ({ $why }); it was left out, the rest is there.
repair-no-shape = { $id } has no place; it was left out, the rest is there.
repair-renamed = Two things are named { $id }; the second is now { $to }.

zip-not-zip = The file is not a whole zip ({ $why }). Save it again, or give the folder itself.
zip-too-many = The zip holds more than { $most } files; a project has a handful.
zip-too-large = Unpacked the zip is larger than { $most } MB; take the large pictures out.
zip-outside = The zip is not safe: its file “{ $name }” would be written outside of the folder. Ask for another one.

# A design that comes back from CAD or GIS
back-format = Drawings come back as .json, .dxf or .geojson; files ending in “{ $extension }” are not known.
back-none = No drawing of Mulin is in this file. Choose one that was saved from here for CAD (.dxf) or GIS (.geojson).
back-several = { $n } drawings are in this file, and one can be opened. Save one alone, or let mulin import --design take all of them.
back-mended = Opened, but not all of it was as it should be ({ $n }): { $first }

exchange-no-job = The page asked for something that this Mulin cannot do; reload the page.
export-points = The size “{ $points }” is none; write how many points across and down, such as 1920x1080.
exchange-lost = What reads and writes files did not arrive, most likely because the network is gone. Connect and try again.
exchange-stopped = It was stopped. Begin again when you like.
exchange-broke = What reads and writes files broke off, most likely for want of memory. Choose something smaller, or close other pages and try again.
exchange-slow = Nothing was heard of it for { $seconds } seconds, so it was given up. Use a smaller file, or mulin on the command line.

save-as-title = For paper and other programs
save-as-format = As
save-as-pdf = Printed sheet (PDF)
save-as-dxf = CAD drawing (DXF)
save-as-png = Picture (PNG)
save-as-geojson = For a map program (GeoJSON)
save-as-csv = Bill for a spreadsheet (CSV)
save-as-svg = Picture that stays sharp (SVG)
save-as-cut-out = Pieces to cut out, for a meeting (PDF)
save-as-cut-out-file = to-cut-out
save-as-cut-out-note = The estate and whatever can be placed, both at this scale, with the code of the drawing page. What was drawn is not on it.
save-as-cut-out-here = This address opens on this computer only, and so does the code.
save-as-size = Size
save-as-size-paper = As large as a paper (150 points an inch)
save-as-size-phone = For phones, { $side } points long
save-as-size-wall = For the wall, { $side } points long
save-as-size-large = Large, { $side } points long
save-as-size-largest = Very large, { $side } points long
save-as-size-own = Another size
save-as-across = Points across
save-as-down = Points down
save-as-scale = Scale
save-as-paper = Paper
save-as-print = Print it at actual size, not “fit to page”. A plan larger than the paper comes in parts to glue.
save-as-back-note = Things may be moved there. The file opens here again, on the drawing page, with “Open a file”.
save-as-do = Save
save-as-busy = Being written…
save-as-done = Saved

# Where a map lies on the earth.
crs-northing-first = The northing (or latitude) comes first in this file; the two numbers were taken the other way round. Give --axes if that is wrong.
crs-read-as = The numbers are those of { $crs }, not of { $named } (the zone's number before the easting); they were read as such.
crs-guessed = The coordinates look like { $crs } (CGCS2000, by the zone's number) and were taken as such. Give --crs if they are of another system.
crs-zone-unknown = The coordinates look like Gauss-Krüger metres without the zone's number. Where on the earth they lie cannot be known; give --crs (117° east: EPSG:4548) to have the sun and the map services right.
crs-origin-moved = The middle of the drawing ({ $x }, { $y }) is now the origin, since no place on the earth is known.
fit-said = The local grid was laid onto the points: { $residual } m are left on average, { $worst } m at most; it is turned by { $turn }° and scaled by { $scale }.
fit-scale-doubted = A scale of { $scale } is not that of a survey: a point or the unit is probably wrong.
fit-too-few = Two points or more are needed to place a local grid.
fit-one-place = The points lie on one place; give points that are far apart.
fit-known-point = A known point is none: give its metres or degrees in the system of --crs.
dxf-coordinates-grid = Coordinates: { $grid }. Eastings are x, northings y, in metres.
dxf-coordinates-sheet = Coordinates: metres of the plan, whose origin lies on no surveyor's grid.
grid-gauss = CGCS2000 Gauss-Krüger, central meridian { $meridian }° E ({ $word })
grid-utm = WGS 84 UTM zone { $zone } ({ $word })
grid-own = the survey's own grid, which nobody has placed
grid-fitted = the survey's own grid, laid onto { $onto }
export-grid-none = This project knows no grid of its own: its map did not come in one. Say --grid cgcs2000, utm or an EPSG number, or leave it out.
export-grid-nowhere = This project's map lies nowhere on the earth, so it has no coordinates in a grid. Import it with --crs or --point first.
export-grid-far = The grid { $grid } does not reach the estate. Choose the strip in which it lies (cgcs2000 or utm).
export-grid-unknown = “{ $grid }” is no grid in metres. Say project, sheet, cgcs2000, utm, or a number such as EPSG:4548.
save-as-grid = Coordinates
save-as-grid-own = As the survey came
save-as-grid-cgcs2000 = CGCS2000, 3° strip
save-as-grid-utm = UTM zone
save-as-grid-sheet = Metres of the plan
export-without-picture = The picture underneath is not shown. { $why }
export-picture-large = It has { $millions } million pixels; at most { $most } million, and 20 MB, go out with a plan. Make it smaller.
save-as-picture = With the picture underneath
save-as-picture-note = The picture goes along in the file. Pass it on only if you may.

# The first page of a PDF as a picture underneath.
pdf-page-drawn = { $pages ->
    [1] The page of the PDF
   *[other] The first of the { $pages } pages of the PDF
} measures { $width } × { $height } mm on paper and is a picture of { $across } × { $down } pixels now. If it was printed at 1:500, it shows { $metres } m from left to right.
pdf-page-fonts = These fonts are not in the PDF: { $fonts }. Their letters are drawn in another font; they may look different or be missing. Lines are where they were.
pdf-page-letters = Some letters are of a font that cannot be read. They may be wrong or missing.
pdf-page-pictures = A picture on the page cannot be read and was left out.
pdf-page-marks = A note on the page cannot be read and was left out.
pdf-page-breaks-off = The file breaks off, so something of the page may be missing. Get the file once more if you can.
pdf-page-password = The PDF is locked with a password. Open it with that, print it into a new PDF or save the page as PNG, and choose that.
pdf-page-encrypted = The PDF is encrypted in a way that is not read here. Open it in a viewer, print it into a new PDF or save the page as PNG, and choose that.
pdf-page-unreadable = This PDF cannot be read. If a viewer shows it, save the page there as PNG or JPEG and choose that.
pdf-page-none = No page is found in this PDF. If a viewer shows one, save it there as PNG or JPEG and choose that.
pdf-page-size = The page has a size that cannot be drawn. If a viewer shows it, save the page there as PNG or JPEG and choose that.
pdf-page-broke = Drawing this page took more memory or time than it may have ({ $most } MB). Open the PDF in a viewer, save the page as PNG or JPEG, and choose that.
