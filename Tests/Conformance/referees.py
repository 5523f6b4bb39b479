"""The referees on every publication of a project, and the proof that builds repeat byte by byte."""

import functools
import os
import pathlib
import shutil
import sys
import tempfile

import exact_text
from process import run

HERE = pathlib.Path(__file__).resolve().parent


def checks(sazba, project, out, readers=()):
    """Builds a project; gives the checks of what came out.

    `readers` are those asked whether they find every paragraph, all where none is named: where blocks
    stand side by side, as in the catalogue, readers that know no tags mix their lines.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    built = run([sazba, "build", project, "--output", out])
    written = sorted(out.glob("*.pdf"))
    passed = built.code == 0 and bool(written)
    said = f"{built.seconds:.2f} s, {built.peak // 2**20} MB" if passed else f"{built.end}\n{built.output}"
    result = [lambda: [(passed, f"{project.name}: build", said)]]
    for pdf in written:
        publication, _, edition = pdf.stem.rpartition("-")
        name = f"{project.name}/{pdf.name}"
        result += [
            functools.partial(judge, f"{name}: qpdf --check", ["qpdf", "--check", pdf]),
            functools.partial(judge, f"{name}: file_check", python("file_check.py", pdf)),
        ]
        if edition == "web":
            vera = ["sh", HERE / "vera_check.sh", "--profile", "2a,ua1", pdf]
            result += [
                functools.partial(judge, f"{name}: veraPDF 2a,ua1", vera),
                functools.partial(
                    judge, f"{name}: a11y_check", python("a11y_check.py", "--lang", "cs", pdf)),
                functools.partial(read_back, sazba, project, publication, pdf, name, readers),
                functools.partial(
                    judge, f"{name}: headers_check", python("headers_check.py", pdf)),
                functools.partial(add_up, sazba, project, publication, pdf, name),
            ]
            if project.name == "dacice":  # where there is running text
                register = python("register_check.py", "--self-test", pdf)
                result.append(functools.partial(judge, f"{name}: register_check", register))
        result.append(
            functools.partial(judge, f"{name}: render_check", python("render_check.py", pdf)))
    return result


def python(script, *arguments):
    return [sys.executable, HERE / script, *arguments]


def judge(what, command):
    done = run(command)
    said = f"{done.seconds:.1f} s" if done.code == 0 else f"{done.end}\n{done.output}"
    return [(done.code == 0, what, said)]


def read_back(sazba, project, publication, pdf, name, readers):
    """The text of the document, read back by its readers and exactly through the tags."""
    dumped = run([sazba, "dump", project, "--stage", "text", "--only", publication])
    expected = pdf.with_suffix(".txt")
    expected.write_text(dumped.text, encoding="utf-8")
    if dumped.code != 0 or not dumped.text.strip():
        return [(False, f"{name}: dump --stage text", f"{dumped.end}\n{dumped.output}")]
    exact = judge(f"{name}: text by tags", python("exact_text.py", pdf, expected))
    try:
        entries = set(exact_text.read(pdf)[1])
    except Exception as error:  # a PDF that pikepdf cannot read is a finding, not the end
        return exact + [(False, f"{name}: text_check", f"no tags to read: {error}")]
    # In the contents, readers of pages see the dots of the leaders, which are no text.
    prose = pdf.with_name(f"{pdf.stem}-prose.txt")
    prose.write_text("\n\n".join(
        paragraph for paragraph in dumped.text.split("\n\n")
        if exact_text.plain(paragraph).strip() and exact_text.plain(paragraph) not in entries),
        encoding="utf-8")
    return exact + judge(
        f"{name}: text_check", python(
            "text_check.py", *(["--readers", ",".join(readers)] if readers else []), pdf, prose))


def add_up(sazba, project, publication, pdf, name):
    """Every total of the printed tables, computed anew; as many tables as the document has."""
    dumped = run([sazba, "dump", project, "--stage", "document", "--only", publication])
    if dumped.code != 0 or not dumped.text.strip():
        return [(False, f"{name}: dump --stage document", f"{dumped.end}\n{dumped.output}")]
    count = sum(line.split()[1].partition(".")[0] == "table"
                for line in dumped.text.splitlines() if len(line.split()) > 1)
    tagged = judge(f"{name}: tables_check", python(
        "tables_check.py", "--self-test", "--expected", str(count), pdf))
    expected = tables_with_totals(dumped.text)
    done = run(python("sums_check.py", "--self-test", "--expected", str(expected), pdf))
    said = done.text.strip().partition(".pdf: ")[2]
    return tagged + [(done.code == 0, f"{name}: sums_check",
             said if done.code == 0 else f"{done.end}\n{done.output}")]


def tables_with_totals(dump):
    """Tables of the document one of whose rows starts with „Celkem“."""
    count, table, row = 0, None, None
    for line in dump.splitlines():
        words = line.split()
        depth = len(line) - len(line.lstrip())
        kind = words[1].partition(".")[0] if len(words) > 1 else ""
        if kind == "table":
            table, row = depth, None
        elif table is not None and depth <= table:
            table = None
        elif kind == "row":
            row = "fresh"
        elif kind == "paragraph" and table is not None and row == "fresh":
            row = "read"
            if "“Celkem" in line:
                count, table = count + 1, None
    return count


def determinism_checks(sazba, projects):
    """Each project is built in five processes: workers, folders and environments differ."""
    return [functools.partial(repeat, sazba, project) for project in projects]


def repeat(sazba, project):
    with tempfile.TemporaryDirectory(prefix="sazba-repeat-") as scratch:
        scratch = pathlib.Path(scratch)
        elsewhere = scratch / "jinde" / project.name
        shutil.copytree(project, elsewhere)
        root = HERE.parent.parent
        plain = {name: value for name, value in os.environ.items()
                 if not name.startswith(("LC_", "LANG", "TZ", "SAZBA_"))}
        variants = [
            ("first", project, ["--jobs", "1"], None, plain),
            ("again", project, ["--jobs", "1"], None, plain),
            ("two workers", project, ["--jobs", "2"], None, plain),
            ("English, another zone", project, ["--lang", "en"], None,
             plain | {"LC_ALL": "C", "TZ": "Pacific/Chatham"}),
            ("another folder", elsewhere, ["--home", root, "--jobs", "2"], "/", plain),
        ]
        results, first = [], None
        for name, folder, options, cwd, env in variants:
            out = scratch / name.replace(" ", "-")
            done = run([sazba, "build", folder, "--output", out, *options], cwd=cwd, env=env)
            files = {f.name: f.read_bytes() for f in sorted(out.glob("*.pdf"))} if out.is_dir() else {}
            if done.code != 0 or not files:
                results.append((False, f"{project.name}: build, {name}", f"{done.end}\n{done.output}"))
                continue
            if first is None:
                first = files
                continue
            differing = sorted(n for n in first.keys() | files.keys() if first.get(n) != files.get(n))
            results.append((not differing, f"{project.name}: same bytes, {name}",
                            f"{len(files)} files" if not differing else
                            "\n".join(difference(n, first.get(n), files.get(n)) for n in differing)))
        return results


def difference(name, a, b):
    if a is None or b is None:
        return f"{name}: written only once"
    place = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"{name}: {len(a)} and {len(b)} bytes, differ at {place}: {a[place-20:place+20]!r}"
