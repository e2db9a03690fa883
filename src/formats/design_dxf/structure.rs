//! A DXF file of the version R2007, the first whose text is UTF-8: its sections, tables, layouts and
//! dictionaries, each with its handle and owner, as strict readers ask for them.

use super::file::{APP, Drawing, Handle, Layer, NONE, Pairs};

const MODEL: &str = "*Model_Space";
const PAPER: &str = "*Paper_Space";

impl Drawing {
    /// The file's text.
    pub fn write(&self) -> String {
        let mut body = Pairs {
            text: String::new(),
            last: 0,
        };
        let plot_style = body.handle();
        let layouts = [body.handle(), body.handle()];
        let records: Vec<Handle> = (0..self.blocks.len() + 2).map(|_| body.handle()).collect();
        body.tables(self, plot_style, &layouts, &records);
        body.blocks(self, &records);
        body.all([(0, "SECTION"), (2, "ENTITIES")]);
        for thing in &self.things {
            body.thing(thing, records[0]);
        }
        body.pair(0, "ENDSEC");
        body.objects(self, plot_style, layouts, &records);
        body.pair(0, "EOF");
        let mut head = Pairs {
            text: String::with_capacity(body.text.len() + 500),
            last: 0,
        };
        head.header(self, Handle(body.last + 1));
        head.text + &body.text
    }
}

impl Pairs {
    fn header(&mut self, drawing: &Drawing, next: Handle) {
        self.pair(999, super::file::plain(&drawing.comment));
        self.all([(0, "SECTION"), (2, "HEADER")]);
        self.all([
            (9, "$ACADVER"),
            (1, "AC1021"),
            (9, "$DWGCODEPAGE"),
            (3, "ANSI_936"),
        ]);
        self.pair(9, "$HANDSEED");
        self.pair(5, next);
        // Metres.
        self.all([(9, "$INSUNITS"), (70, "6"), (9, "$MEASUREMENT"), (70, "1")]);
        self.all([(9, "$LUNITS"), (70, "2"), (9, "$LUPREC"), (70, "3")]);
        for (name, at) in [("$EXTMIN", drawing.bounds[0]), ("$EXTMAX", drawing.bounds[1])] {
            self.pair(9, name);
            self.point_3d(10, at);
        }
        self.pair(0, "ENDSEC");
        self.all([(0, "SECTION"), (2, "CLASSES"), (0, "ENDSEC")]);
    }
    fn tables(&mut self, drawing: &Drawing, plot_style: Handle, layouts: &[Handle; 2], records: &[Handle]) {
        self.all([(0, "SECTION"), (2, "TABLES")]);
        self.view_port(drawing);
        let table = self.table("LTYPE", 3);
        for name in ["ByBlock", "ByLayer", "Continuous"] {
            self.row("LTYPE", table, "AcDbLinetypeTableRecord", name);
            self.all([(70, "0"), (3, ""), (72, "65"), (73, "0"), (40, "0.0")]);
        }
        self.pair(0, "ENDTAB");
        let table = self.table("LAYER", drawing.layers.len() + 1);
        let zero = Layer {
            name: "0".to_owned(),
            colour: 7,
        };
        for layer in std::iter::once(&zero).chain(&drawing.layers) {
            self.row("LAYER", table, "AcDbLayerTableRecord", &layer.name);
            self.pair(70, 0);
            self.pair(62, layer.colour);
            self.pair(6, "Continuous");
            self.pair(370, -3);
            self.pair(390, plot_style);
        }
        self.pair(0, "ENDTAB");
        let table = self.table("STYLE", 1);
        let style = self.row("STYLE", table, "AcDbTextStyleTableRecord", "Standard");
        self.all([
            (70, "0"),
            (40, "0.0"),
            (41, "1.0"),
            (50, "0.0"),
            (71, "0"),
            (42, "2.5"),
        ]);
        self.all([(3, "simsun.ttc"), (4, ""), (0, "ENDTAB")]);
        for name in ["VIEW", "UCS"] {
            self.table(name, 0);
            self.pair(0, "ENDTAB");
        }
        let table = self.table("APPID", 2);
        for name in ["ACAD", APP] {
            self.row("APPID", table, "AcDbRegAppTableRecord", name);
            self.pair(70, 0);
        }
        self.pair(0, "ENDTAB");
        let table = self.table("DIMSTYLE", 1);
        self.row("DIMSTYLE", table, "AcDbDimStyleTableRecord", "Standard");
        self.pair(70, 0);
        self.pair(340, style);
        self.pair(0, "ENDTAB");
        let table = self.table("BLOCK_RECORD", records.len());
        let own = drawing.blocks.iter().map(|block| block.name.as_str());
        for (at, name) in [MODEL, PAPER].into_iter().chain(own).enumerate() {
            self.row_of(records[at], "BLOCK_RECORD", table, "AcDbBlockTableRecord", name);
            self.pair(340, layouts.get(at).copied().unwrap_or(NONE));
            self.all([(70, 6), (280, 1), (281, 0)]);
        }
        self.all([(0, "ENDTAB"), (0, "ENDSEC")]);
    }
    /// The window that shows the drawing when it is opened.
    fn view_port(&mut self, drawing: &Drawing) {
        let table = self.table("VPORT", 1);
        self.row("VPORT", table, "AcDbViewportTableRecord", "*Active");
        self.pair(70, 0);
        let [low, high] = drawing.bounds;
        let middle = [(low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0];
        let height = (high[1] - low[1]).max((high[0] - low[0]) / 1.6).max(1.0) * 1.05;
        for (code, at) in [
            (10, [0.0, 0.0]),
            (11, [1.0, 1.0]),
            (12, middle),
            (13, [0.0, 0.0]),
            (14, [10.0, 10.0]),
            (15, [10.0, 10.0]),
        ] {
            self.point(code, at);
        }
        self.point_3d(16, [0.0, 0.0]);
        // It looks from above.
        self.text.truncate(self.text.len() - "36\n0.000000\n".len());
        self.real(36, 1.0);
        self.point_3d(17, [0.0, 0.0]);
        for (code, value) in [
            (40, height),
            (41, 1.6),
            (42, 50.0),
            (43, 0.0),
            (44, 0.0),
            (50, 0.0),
            (51, 0.0),
        ] {
            self.real(code, value);
        }
        self.all([
            (71, 0),
            (72, 1000),
            (73, 1),
            (74, 3),
            (75, 0),
            (76, 0),
            (77, 0),
            (78, 0),
        ]);
        self.pair(0, "ENDTAB");
    }
    fn blocks(&mut self, drawing: &Drawing, records: &[Handle]) {
        self.all([(0, "SECTION"), (2, "BLOCKS")]);
        let own = drawing
            .blocks
            .iter()
            .map(|block| (block.name.as_str(), block.things.as_slice()));
        let spaces = [(MODEL, &[][..]), (PAPER, &[][..])];
        for ((name, things), record) in spaces.into_iter().chain(own).zip(records) {
            let (begin, end) = (self.handle(), self.handle());
            self.object("BLOCK", begin, *record);
            self.all([
                (100, "AcDbEntity"),
                (8, "0"),
                (100, "AcDbBlockBegin"),
                (2, name),
                (70, "0"),
            ]);
            self.point_3d(10, [0.0, 0.0]);
            self.all([(3, name), (1, "")]);
            for thing in things {
                self.thing(thing, *record);
            }
            self.object("ENDBLK", end, *record);
            self.all([(100, "AcDbEntity"), (8, "0"), (100, "AcDbBlockEnd")]);
        }
        self.pair(0, "ENDSEC");
    }
    fn dictionary(&mut self, own: Handle, owner: Handle, entries: &[(&str, Handle)]) {
        self.object("DICTIONARY", own, owner);
        self.pair(100, "AcDbDictionary");
        self.pair(281, 1);
        for (name, handle) in entries {
            self.pair(3, name);
            self.pair(350, handle);
        }
    }
    fn objects(&mut self, drawing: &Drawing, plot_style: Handle, layouts: [Handle; 2], records: &[Handle]) {
        let [root, groups, layout_names, plot_styles] = std::array::from_fn(|_| self.handle());
        self.all([(0, "SECTION"), (2, "OBJECTS")]);
        self.dictionary(
            root,
            NONE,
            &[
                ("ACAD_GROUP", groups),
                ("ACAD_LAYOUT", layout_names),
                ("ACAD_PLOTSTYLENAME", plot_styles),
            ],
        );
        self.dictionary(groups, root, &[]);
        let names = ["Layout1", "Model"];
        self.dictionary(
            layout_names,
            root,
            &[(names[0], layouts[1]), (names[1], layouts[0])],
        );
        self.object("ACDBDICTIONARYWDFLT", plot_styles, root);
        self.all([(100, "AcDbDictionary"), (281, "1"), (3, "Normal")]);
        self.pair(350, plot_style);
        self.pair(100, "AcDbDictionaryWithDefault");
        self.pair(340, plot_style);
        self.object("ACDBPLACEHOLDER", plot_style, plot_styles);
        for (at, name) in [(0, names[1]), (1, names[0])] {
            self.layout(layouts[at], layout_names, name, at, records[at], drawing.bounds);
        }
        self.pair(0, "ENDSEC");
    }
    fn layout(
        &mut self,
        own: Handle,
        owner: Handle,
        name: &str,
        order: usize,
        record: Handle,
        bounds: [[f64; 2]; 2],
    ) {
        self.object("LAYOUT", own, owner);
        self.all([
            (100, "AcDbPlotSettings"),
            (1, ""),
            (2, "none_device"),
            (4, ""),
            (6, ""),
        ]);
        for code in (40..=49).chain([140, 141]) {
            self.real(code, 0.0);
        }
        self.real(142, 1.0);
        self.real(143, 1.0);
        self.all([(70, if order == 0 { 1024 } else { 0 }), (72, 1), (73, 0), (74, 5)]);
        self.all([(7, ""), (75, "16"), (147, "1.0"), (148, "0.0"), (149, "0.0")]);
        self.all([(100, "AcDbLayout"), (1, name)]);
        self.all([(70, 1), (71, order)]);
        self.point(10, [0.0, 0.0]);
        self.point(11, [420.0, 297.0]);
        self.point_3d(12, [0.0, 0.0]);
        self.point_3d(14, bounds[0]);
        self.point_3d(15, bounds[1]);
        self.real(146, 0.0);
        self.point_3d(13, [0.0, 0.0]);
        self.point_3d(16, [1.0, 0.0]);
        self.point_3d(17, [0.0, 1.0]);
        self.pair(76, 0);
        self.pair(330, record);
    }
}
