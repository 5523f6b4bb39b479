#!/usr/bin/env python3
"""Judges what editors get: JSON Schemas against our reader, SARIF logs against its specification.

usage: desk_check.py --sazba PATH schemas|sarif
schemas: an independent validator (jsonschema, draft 7) takes every YAML file that `sazba check`
         takes, and refuses those that it refuses for their shape (Y03, Y04, Y05, H01 to H09).
sarif:   required properties, rule indices, regions, suppressions and relative addresses (SARIF
         2.1.0 §3), for the sample, for silenced warnings, for a workbook and for every fixture.
exit: 0 good, 1 faults, 2 wrong usage
"""

import argparse
import functools
import json
import pathlib
import re
import shutil
import sys
import tempfile

import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from process import run

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = ROOT / "Tests/IntakeTests/Fixtures"
SHAPE = {"Y03", "Y04", "Y05", *(f"H0{digit}" for digit in range(1, 10))}
# Not shape, yet a schema may know it: words of codelists, numbers with a fixed count of digits.
EITHER = {"V06", "V10", "V15"}
# Both years are years; that the second is earlier is beyond a pattern.
BY_VALUE = {"H03"}


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, no octal numbers, no `yes`."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
]:
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))
# PyYAML takes a leading zero for octal.
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 10))


def named(value):
    """JSON knows names only."""
    if isinstance(value, dict):
        return {str(key): named(item) for key, item in value.items()}
    return [named(item) for item in value] if isinstance(value, list) else value


@functools.cache
def validators():
    files = {path.name: json.loads(path.read_text(encoding="utf-8"))
             for path in (ROOT / "Data/Schemas").glob("*.schema.json")}
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in files.items())
    for schema in files.values():
        Draft7Validator.check_schema(schema)
    found = {}
    for name, schema in files.items():
        found[name.removesuffix(".schema.json")] = Draft7Validator(
            {**schema, "$id": name}, registry=registry)
    # A file of another name may hold any key and must hold none.
    loose = {key: part for key, part in files["plan.schema.json"].items() if key != "required"}
    return found, Draft7Validator({**loose, "$id": "plan.schema.json"}, registry=registry)


def overlay(fixture, project):
    shutil.copytree(FIXTURES / "zaklad", project)
    for path in fixture.rglob("*"):
        if path.is_file() and path.suffix != ".txt":
            target = project / path.relative_to(fixture)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def projects(scratch):
    for folder in [ROOT / "Data/dacice", ROOT / "Data/Templates",
                   *sorted((ROOT / "Tests/Publications").iterdir())]:
        if (folder / "plan.yaml").is_file():
            yield folder.name, folder
    for fixture in sorted(path for path in FIXTURES.iterdir() if path.is_dir()):
        if fixture.name != "zaklad" and not (fixture / "priprava.txt").is_file():
            overlay(fixture, scratch / fixture.name)
            yield fixture.name, scratch / fixture.name


def schemas(sazba):
    faults, taken, refused = [], 0, 0
    known, loose = validators()
    with tempfile.TemporaryDirectory(prefix="sazba-schema-") as scratch:
        for name, folder in projects(pathlib.Path(scratch)):
            said = run([sazba, "check", folder, "--format", "json"])
            findings = json.loads(said.text)["findings"]
            for path in sorted(folder.glob("*.y*ml")):
                here = [f for f in findings if f.get("file", "").endswith("/" + path.name)]
                codes = {f["code"] for f in here}
                try:
                    value = named(yaml.load(path.read_text(encoding="utf-8"), Core))
                except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
                    continue  # no schema sees a file that is no YAML
                if codes & {"Y01", "Y02", "Y06", "I07", "I08"}:
                    continue
                errors = list(known.get(path.stem, loose).iter_errors(value))
                # Where the priorities stand is a matter of all files together.
                wrong = {f["code"] for f in here if "„priority“" not in f["message"]["cs"]} & (SHAPE - BY_VALUE)
                if wrong and not errors:
                    faults.append(f"{name}/{path.name}: {sorted(wrong)} is not seen")
                elif errors and not codes & (SHAPE | EITHER):
                    first = errors[0]
                    faults.append(f"{name}/{path.name}: {'/'.join(map(str, first.path))}: "
                                  f"{first.message[:120]}")
                elif errors:
                    refused += 1
                else:
                    taken += 1
    return faults, f"{taken} files taken, {refused} refused"


def need(value, *keys):
    for key in keys:
        if key not in value:
            raise AssertionError(f"lacks {key}: {str(value)[:100]}")


def judge(log, folder):
    need(log, "version", "runs")
    assert log["version"] == "2.1.0"
    for each in log["runs"]:
        need(each, "tool", "results", "columnKind", "originalUriBaseIds", "language")
        driver = each["tool"]["driver"]
        need(driver, "name", "rules", "guid")
        assert re.fullmatch(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", driver["guid"])
        rules = driver["rules"]
        ids = [rule["id"] for rule in rules]
        assert len(set(ids)) == len(ids)
        tongues = {driver["language"]}
        for rule in rules:
            need(rule, "id", "shortDescription", "help", "defaultConfiguration")
            need(rule["help"], "text")
        for other in each["translations"]:
            need(other, "name", "language", "rules")
            tongues.add(other["language"])
            assert [rule["id"] for rule in other["rules"]] == ids
        assert tongues == {"cs", "en"}
        for result in each["results"]:
            need(result, "ruleId", "ruleIndex", "level", "message", "suppressions")
            assert ids[result["ruleIndex"]] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note", "none")
            need(result["message"], "text")
            for suppression in result["suppressions"]:
                assert suppression["kind"] in ("inSource", "external")
                need(suppression, "justification")
            for location in result.get("locations", []):
                place(location, each, folder)
    return each["results"]


def place(location, log, folder):
    artifact = location["physicalLocation"]["artifactLocation"]
    assert not re.match(r"[a-z]+:|/", artifact["uri"]), artifact["uri"]
    if "uriBaseId" in artifact:
        assert artifact["uriBaseId"] in log["originalUriBaseIds"]
    region = location["physicalLocation"].get("region")
    if region is None:
        for logical in location.get("logicalLocations", []):
            need(logical, "name", "fullyQualifiedName")
        return
    start = (region["startLine"], region["startColumn"])
    end = (region["endLine"], region["endColumn"])
    assert (1, 1) <= start <= end, region
    file = folder / artifact["uri"]
    if artifact.get("uriBaseId") == "PROJEKT" and file.is_file():
        try:
            lines = file.read_bytes().decode("utf-8-sig").split("\n")
        except UnicodeDecodeError:
            return
        assert start[0] <= len(lines) and start[1] <= len(lines[start[0] - 1]) + 1, region


def sarif(sazba):
    faults, count = [], 0
    with tempfile.TemporaryDirectory(prefix="sazba-sarif-") as scratch:
        for name, folder in projects(pathlib.Path(scratch)):
            said = run([sazba, "check", folder, "--format", "sarif"])
            again = run([sazba, "check", folder, "--format", "json"])
            try:
                results = judge(json.loads(said.text), folder)
                other = json.loads(again.text)["findings"]
                assert [r["ruleId"] for r in results] == [f["code"] for f in other]
                assert str(folder) not in said.text.replace(
                    json.dumps(str(folder)), "") or any(str(folder) in f["message"]["cs"]
                                                        for f in other)
                count += len(results)
            except (AssertionError, KeyError, ValueError) as error:
                faults.append(f"{name}: {type(error).__name__} {str(error)[:200]}")
    return faults, f"{count} findings told"


def checks(sazba):
    """Both for `run`."""
    def carry_out(what):
        faults, said = {"schemas": schemas, "sarif": sarif}[what](sazba)
        return [(not faults, f"desk_check {what}", "\n".join(faults) or said)]
    return [functools.partial(carry_out, what) for what in ("schemas", "sarif")]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("what", choices=["schemas", "sarif"])
    options = parser.parse_args()
    faults, said = {"schemas": schemas, "sarif": sarif}[options.what](
        pathlib.Path(options.sazba).resolve())
    for fault in faults:
        print(f"FAIL  {fault}")
    print(f"{'FAIL' if faults else 'PASS'}  {options.what}: {said}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
