"""Writes one small survey as DXF with ezdxf, a writer that is not ours: every version, ASCII and binary, into a folder.

What lies where is written down in tests/cad.test.mjs, which reads the files with `mulin import`.
"""

import sys
from pathlib import Path

import ezdxf
from ezdxf import units

VERSIONS = ["R12", "R2000", "R2004", "R2007", "R2010", "R2013", "R2018"]


def survey(version):
    doc = ezdxf.new(version, setup=True)
    if version != "R12":
        doc.units = units.M
    if version in ("R12", "R2000", "R2004"):
        doc.encoding = "gbk"
    if "SOUTH" not in doc.appids:
        doc.appids.add("SOUTH")
    for layer in ("JMD", "围墙", "绿化", "行道树"):
        doc.layers.add(layer)
    tree = doc.blocks.new("树")
    tree.add_circle((0, 0), 1)
    pair = doc.blocks.new("两棵")  # Two trees, the second turned and twice as large.
    pair.add_blockref("树", (0, 0), dxfattribs={"layer": "行道树"})
    pair.add_blockref("树", (4, 0), dxfattribs={"layer": "行道树", "xscale": 2, "yscale": 2, "rotation": 30})
    space = doc.modelspace()

    def ring(points, layer, **more):
        if version == "R12":
            return space.add_polyline2d(points, format="xyb", close=True, dxfattribs={"layer": layer, **more})
        return space.add_lwpolyline(points, format="xyb", close=True, dxfattribs={"layer": layer, **more})

    # A house of six storeys with a name and an object code, and one whose east side is a half circle.
    house = ring([(0, 0, 0), (40, 0, 0), (40, 12, 0), (0, 12, 0)], "JMD")
    house.set_xdata("SOUTH", [(1000, "141161")])
    space.add_text("混6", height=2, dxfattribs={"layer": "JMD"}).set_placement((10, 6))
    space.add_text("3号楼", height=2, dxfattribs={"layer": "JMD"}).set_placement((20, 6))
    ring([(0, 40, 0), (20, 40, 1), (20, 52, 0), (0, 52, 0)], "JMD")
    # A house of four lines, one of which ends 8 cm short.
    for start, end in [((60, 0), (80, 0)), ((80, 0), (80, 10)), ((80, 10), (60, 10)), ((60, 10), (60, 0.08))]:
        space.add_line(start, end, dxfattribs={"layer": "JMD"})
    # Two trees by a block within a block, used at a quarter turn: at (100, 20) and (100, 24).
    space.add_blockref("两棵", (100, 20), dxfattribs={"layer": "0", "rotation": 90})
    # Fences: an arc and, where the version has them, an ellipse and a spline.
    space.add_arc((120, 20), 10, 0, 90, dxfattribs={"layer": "围墙"})
    if version != "R12":
        space.add_ellipse((120, 60), major_axis=(10, 0), ratio=0.5, start_param=0, end_param=3.14159265358979, dxfattribs={"layer": "围墙"})
        space.add_spline([(140, 0), (150, 10), (160, 0)], dxfattribs={"layer": "围墙"})
        space.add_mtext("{\\fSimSun;5号楼}", dxfattribs={"layer": "JMD"}).set_location((8, 46))
        hatch = space.add_hatch(dxfattribs={"layer": "绿化"})
        hatch.paths.add_polyline_path([(0, 70), (30, 70), (30, 90), (0, 90)], is_closed=True)
    return doc


folder = Path(sys.argv[1])
for version in VERSIONS:
    for form in ("asc", "bin"):
        path = folder / f"{version}-{form}.dxf"
        survey(version).saveas(path, fmt=form)
        print(path)
