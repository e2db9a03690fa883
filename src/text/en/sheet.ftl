# Printed sheets (PDF): the words of the title block, the notes and the bill.
sheet-untitled = A design without a name
sheet-unsaid = no name given
sheet-author = { $alias } (house { $building })
sheet-design = Design
sheet-by = Drawn by
sheet-receipt = Receipt
sheet-date = Date
sheet-not-sent = not sent yet
sheet-scale = Scale
sheet-overview-scale = Overview about { $about }; { $n ->
    [one] the sheet after it is { $scale }
   *[other] the { $n } sheets after it are { $scale }
}
sheet-legend-new = New
sheet-legend-old = There already
sheet-legend-row = { $what } × { $n }
sheet-legend-more = { $n ->
    [one] One more kind is in the bill
   *[other] { $n } more kinds are in the bill
}
sheet-old-building = Building
sheet-old-road = Road
sheet-old-paving = Paving
sheet-old-green = Green
sheet-old-tree = Tree
sheet-old-boundary = Edge of the estate
sheet-print-whole = Print at actual size (not 'fit to page') and check with the scale bar.
sheet-not-for-building = A resident's idea, not a drawing to build from.
sheet-notes = Notes
sheet-no-notes = No notes were written.
sheet-note-at = { $what }: { $note }
sheet-bill = Bill
sheet-bill-empty = Nothing in it costs money.
sheet-bill-between = All prices are estimates: by their lowest and highest, about { $low } to { $high } yuan.
sheet-bill-budget = The budget of the project is { $yuan } yuan.
sheet-number = { $n }
sheet-letters-missing = The font lacks these letters: { $letters }. They are drawn as boxes; all else is there.
sheet-font = The font cannot be used ({ $why }). Use the one that comes with Mulin.
sheet-too-many = At this scale it needs { $needed } sheets, and { $most } are the most. Choose larger paper or a smaller scale such as 1:500.

# Pictures (PNG)
picture-size = A picture { $width } wide and { $height } high cannot be made. Each side must be from 16 to { $most } points, and all of it at most { $millions } million.
picture-drawing = The picture cannot be drawn ({ $why }). Use svg or pdf instead.

# The layers of CAD files (DXF): the Chinese and the English name stand together.
dxf-layer-boundary = EX_BOUNDARY
dxf-layer-building = EX_BUILDING
dxf-layer-door = EX_DOOR
dxf-layer-road = EX_ROAD
dxf-layer-gate = EX_GATE
dxf-layer-bay = EX_BAY
dxf-layer-green = EX_GREEN
dxf-layer-paving = EX_PAVING
dxf-layer-activity = EX_ACTIVITY
dxf-layer-water = EX_WATER
dxf-layer-tree = EX_TREE
dxf-layer-pipe = EX_PIPE
dxf-layer-manhole = EX_MANHOLE
dxf-layer-hydrant = EX_HYDRANT
dxf-layer-lamp = EX_LAMP
dxf-layer-substation = EX_SUBSTATION
dxf-layer-septic = EX_SEPTIC
dxf-layer-fence = EX_FENCE
dxf-layer-new-parking = NEW_PARKING
dxf-layer-new-rest = NEW_REST
dxf-layer-new-green = NEW_GREEN
dxf-layer-new-service = NEW_SERVICE
dxf-layer-new-facility = NEW_FACILITY
dxf-layer-new-other = NEW_OTHER
dxf-layer-new-edges = NEW_EDGES
dxf-layer-notes = NOTES

# Sheets to work on with a pen, and pieces to cut out
sheet-kit = To draw on paper
sheet-kit-how = Cut out the pieces and lay them, or draw; write beside it what you think
sheet-blank-line = Ideas
sheet-pieces = To cut out · { $scale }
sheet-piece = { $what }, { $width } × { $depth } m
sheet-piece-too-large = { $what }, { $width } × { $depth } m: larger than this paper, please draw it on the plan
