# CAD drawings
problem-at-layer = Layer { $layer } at { $x }, { $y }: { $what }
file-dwg = DWG is a closed format that is not read here. Open the drawing in your CAD program and save it as DXF (“Save as”, AutoCAD 2007 DXF or later), then bring that.
dxf-unit-said = The drawing's unit is { $unit }, as it says. Give --unit if the estate comes out in a wrong size.
dxf-unit-by-size = The drawing does not say its unit; by its size it was taken to be { $unit }. Give --unit if the estate comes out in a wrong size.
dxf-unit-against = The drawing says that its unit is { $said }, but by its size it was taken to be { $unit }. Give --unit if that is wrong.
dxf-letters-belie = The drawing names a wrong code page; its letters were read as { $letters }.
dxf-cut = The drawing breaks off at its end. What stands before it was read.
dxf-damaged =
    { $count ->
        [one] Line { $line } makes no sense and was passed over.
       *[other] { $count } lines make no sense and were passed over, the first is line { $line }.
    }
dxf-spoilt = a { $kind } has a number that is none, or is not whole; left out
dxf-spoilt-more = { $count } further things of the drawing have numbers that are none; left out.
dxf-unread = Not taken, since they say nothing of the ground: { $kinds }.
dxf-block-missing = The block { $block } is used but not in the file; its uses were left out.
dxf-block-circular = The block { $block } contains itself; it was left out there.
dxf-closed = lines that nearly meet were closed; the gap was { $gap } m
dxf-open = a line around a { $what } does not close ({ $gap } m are missing); left out
dxf-lines-more = { $count } further lines were closed or left out in the same way.
dxf-road-edge-alone = an edge of a road has no partner beside it; draw that road by hand
dxf-edges-more = { $count } further edges of roads have no partner.
dxf-roads-of-edges =
    { $count ->
        [one] 1 road was made of two edges that run side by side; compare it with the place.
       *[other] { $count } roads were made of edges that run side by side; compare them with the place.
    }
dxf-doubles =
    { $count ->
        [one] 1 area is drawn twice; it was taken once.
       *[other] { $count } areas are drawn twice; they were taken once.
    }
cass-layer-gxyz = pipes, wires and their shafts (管线)
cass-layer-dldw = works and single objects (工矿建构筑物、独立地物)
dxf-layer-mixed =
    { $count ->
        [one] On layer { $layer } lie { $what }; of 1 thing neither code nor block says what it is; left out. Say it with a table of layers.
       *[other] On layer { $layer } lie { $what }; of { $count } things neither code nor block says what they are; left out. Say it with a table of layers.
    }
dxf-layer-unknown =
    { $count ->
        [one] Nobody knows what is on layer { $layer } (1 thing); left out. Say it with a table of layers.
       *[other] Nobody knows what is on layer { $layer } ({ $count } things); left out. Say it with a table of layers.
    }
dxf-storeys =
    { $count ->
        [one] The storeys of 1 building were read from the drawing.
       *[other] The storeys of { $count } buildings were read from the drawing.
    }
dxf-no-storeys =
    { $count ->
        [one] 1 building has no storeys in the drawing; say them.
       *[other] { $count } buildings have no storeys in the drawing; say them.
    }
dxf-names =
    { $count ->
        [one] The name of 1 building was read from the drawing.
       *[other] The names of { $count } buildings were read from the drawing.
    }
dxf-doors-of-labels =
    { $count ->
        [one] 1 stair door was put into the wall nearest to its label (单元); see whether it is the right wall.
       *[other] { $count } stair doors were put into the wall nearest to their label (单元); see whether they are the right walls.
    }
dxf-door-no-wall = the door has no wall of a building within { $metres } m; it belongs to none
dxf-doors-more = { $count } further doors have no wall near them.
layers-unusable = The table of layers cannot be read ({ $why }). Give the file that mulin import --write-layers wrote.
layers-schema = The table of layers is “{ $schema }”, not mulin.layers/1. Give the file that mulin import --write-layers wrote.
layers-word = The table of layers says that { $name } is “{ $word }”, which is not known; write a word such as building-dwelling, tree or skip.
layers-close = In the table of layers, “close” is to be from 0 to 5 metres.

# What is said of a map that is brought
cli-import-osm-is-wgs84 = OpenStreetMap files are always in WGS-84; leave --crs out.
cli-import-crs = The coordinate system { $crs } is not known; give one such as EPSG:4548 (CGCS2000, 4491 to 4554), EPSG:32650 (UTM), wgs84, gcj02, bd09 or local.
import-only-drawings = A table of layers and a unit are for CAD drawings (.dxf); leave them out.
import-unit = The unit { $unit } is not known; give m, mm, cm, dm, ft or in.
import-axes = The order of axes { $axes } is not known; give en (easting first) or ne (northing first).
import-point = “{ $point }” is not a known point; write X,Y=E,N, such as 1000,2000=462305.24,3920159.18.
problem-elements-senseless =
    { $count ->
        [one] 1 element of the file makes no sense; left out.
       *[other] { $count } elements of the file make no sense; left out.
    }
