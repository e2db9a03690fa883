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
