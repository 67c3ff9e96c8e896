"""Reads SPDX 3.0.1 JSON-LD documents (a path a line on stdin) with the SPDX project's own bindings (PyPI spdx-python-model).

They are generated from the SHACL model: types, enumerations, cardinalities. Prints a line of JSON for each document.
"""

import io
import json
import sys

from spdx_python_model import v3_0_1 as spdx


def complaints(path: str) -> list[str]:
    objects = spdx.SHACLObjectSet()
    with open(path, "rb") as file:
        spdx.JSONLDDeserializer().read(file, objects)
    missing = objects.link()
    found = [f"missing: {name}" for name in sorted(map(str, missing)) if "spdx.org/" not in str(name)]
    # Writing checks what reading does not: that nothing mandatory is missing.
    spdx.JSONLDSerializer().write(objects, io.BytesIO())
    return found


for line in sys.stdin:
    try:
        print(json.dumps(complaints(line.rstrip("\n"))))
    except Exception as error:  # noqa: BLE001: a document that breaks the bindings is an answer
        print(json.dumps([f"{type(error).__name__}: {error}"]))
