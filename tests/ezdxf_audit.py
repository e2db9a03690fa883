"""Reads each DXF file strictly and for recovery; any error, repair or warning ends with 1."""

import logging
import sys

import ezdxf
from ezdxf import recover


class Heard(logging.Handler):
    """What the reader logs: it mends some things without counting them."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


heard = Heard()
logging.getLogger("ezdxf").addHandler(heard)
for path in sys.argv[1:]:
    strict = ezdxf.readfile(path)
    recovered, audited = recover.readfile(path)
    for auditor in (strict.audit(), audited):
        for entry in (*auditor.errors, *auditor.fixes):
            heard.said.append(f"{path}: {entry.code} {entry.message}")
    print(path, strict.dxfversion, len(strict.layers), len(strict.modelspace()))
for line in heard.said:
    print(line, file=sys.stderr)
sys.exit(1 if heard.said else 0)
