"""Wrong usage and bad input: exit codes, no crash, bounded time and memory, old outputs intact."""

import functools
import json
import os
import pathlib
import shutil
import tempfile

from process import run

SECONDS, MEMORY = 120, 4 * 2**30
NOBODY = 65_534


def usage_checks(sazba, project):
    """Arguments and the exit codes that are right; something is said in every case."""
    cases = [
        (["--help"], {0}), (["build", "--help"], {0}), (["--version"], {0}),
        ([], {0, 2}), (["tisk"], {2}), (["build"], {2}), (["build", project, "--nonsense"], {2}),
        (["build", project, "--jobs", "0"], {2}), (["build", project, "--jobs", "dva"], {2}),
        (["build", project, "--only", "nonsense"], {2}),
        (["build", project, "--edition", "nonsense"], {2}),
        (["build", project, "--lang", "xx"], {2}), (["check", project, "--format", "xml"], {2}),
        (["dump", project, "--stage", "nonsense"], {2}), (["dump", project], {2}),
        (["inspect", project, "--only", "plan", "--page", "0"], {2}),
        (["inspect", project, "--only", "plan", "--page", "9999"], {2}),
        (["build", project / "neni"], {1, 2}), (["build", project / "plan.yaml"], {1, 2}),
        (["check", project], {0}), (["check", project, "--format", "json"], {0}),
        (["check", project, "--format", "sarif"], {0}), (["new", project], {2}), (["new"], {2}),
        (["explain"], {0}), (["explain", "V06"], {0}), (["explain", "nonsense"], {2}),
        (["schema", "--output", ""], {2}), (["schema", "--output", project / "plan.yaml"], {3}),
        (["inspect", project, "--only", "plan", "--page", "3"], {0}),
    ]
    cases += [(["dump", project, "--stage", stage], {0})
              for stage in ("plan", "document", "galley", "pages", "tags", "text")]
    return [functools.partial(usage, sazba, arguments, codes) for arguments, codes in cases]


def usage(sazba, arguments, codes):
    with tempfile.TemporaryDirectory(prefix="sazba-usage-") as folder:
        done = run([sazba, *arguments], timeout=SECONDS, cwd=folder)
        left = os.listdir(folder)
    shown = " ".join(os.path.relpath(a) if isinstance(a, pathlib.Path) else a for a in arguments)
    fine = done.code in codes and done.output.strip()
    said = done.end if fine else f"{done.end}, expected {sorted(codes)}\n{done.output}"
    if left:
        fine, said = False, f"left {left} in the current folder"
    return [(bool(fine), f"sazba {shown}", said)]


class Scene:
    """A home and a project that anybody may read, in a scratch folder."""

    def __init__(self, sazba, root, keep):
        self.root, self.keep = root, keep
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sazba-battery-"))
        self.folder.chmod(0o755)
        self.sazba = self.folder / "sazba"
        shutil.copy2(sazba, self.sazba)
        self.sazba.chmod(0o755)
        self.home, self.project = self.folder / "home", self.folder / "project"
        for name in ("Fonts", "Layouts", "Codelists", "Data/Codelists"):
            if (root / name).is_dir():
                shutil.copytree(root / name, self.home / name)
        shutil.copytree(root / "Data/dacice", self.project)
        for path in self.folder.rglob("*"):
            path.chmod(0o755 if path.is_dir() or path == self.sazba else 0o644)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.keep:
            print(f"kept {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def copy(self, name):
        to = self.folder / name
        shutil.copytree(self.project, to)
        return to

    def texts(self, ending):
        return sorted(path.relative_to(self.project) for path in self.project.rglob("*" + ending))

    def build(self, project, out, *options, home=None, prefix=(), **limits):
        command = [*prefix, self.sazba, "build", project, "--output", out,
                   "--home", home or self.home, "--lang", "en", *options]
        return run(command, timeout=SECONDS, memory=MEMORY, **limits)


def snapshot(folder):
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None
            for p in sorted(folder.rglob("*"))}


def judge(scene, name, change, codes, place=None):
    """Changes a copy of the sample, builds it over an older output, and looks what became of it."""
    project = scene.copy(name)
    change(project)
    out = scene.folder / f"{name}.out"
    out.mkdir()
    (out / "plan-web.pdf").write_bytes(b"the output before\n")
    before = snapshot(out)
    done = scene.build(project, out)
    result = verdict(name, done, codes, place)
    if done.code != 0 and snapshot(out) != before:
        result.append((False, f"{name}: the output before", f"changed: {sorted(snapshot(out))}"))
    shutil.rmtree(project)
    shutil.rmtree(out)
    return result


# Records that a plan may lack and that no recipe of the sample prints: nothing has a gap without them.
NOT_PRINTED = {"aktiva.yaml", "analyza.yaml", "kapacity.csv"}


def verdict(name, done, codes, place=None):
    problems = []
    if done.timed_out or done.signal is not None or done.code not in codes:
        problems.append(f"{done.end}, expected exit {sorted(codes)}")
    if "Fatal error" in done.output or "Stack dump" in done.output:
        problems.append("it crashed")
    if done.code in (1, 3) and not done.output.strip():
        problems.append("no word of what is wrong")
    if place and done.code == 1 and place not in done.output:
        problems.append(f"the message does not name {place}")
    said = f"{done.end}, {done.seconds:.1f} s, {done.peak // 2**20} MB"
    if problems:
        said = "; ".join(problems) + f" ({said})\n{done.output}"
    return [(not problems, f"bad input, {name}", said)]


def checks(scene):
    result = []

    def case(name, change, codes, place=None):
        result.append(functools.partial(judge, scene, name, change, codes, place))

    case("an empty folder", empty, {1}, "plan.yaml")
    texts, tables = scene.texts(".md"), scene.texts(".csv")
    for path in scene.texts(".yaml") + texts + tables:
        codes = {0} if path.name in NOT_PRINTED else {1}
        case(f"no {path.name}", functools.partial(remove, path), codes, path.name)
    for path in [pathlib.Path("plan.yaml"), *texts[:1], *tables[:1]]:
        case(f"no UTF-8 in {path.name}", functools.partial(insert, path, b"\xc5\xff\xfe "), {1}, path.name)
        case(f"NUL in {path.name}", functools.partial(insert, path, b"\0"), {0, 1})
        case(f"noise as {path.name}", functools.partial(replace, path, noise()), {1}, path.name)
        case(f"nothing in {path.name}", functools.partial(replace, path, b""), {0, 1})
        case(f"a folder as {path.name}", functools.partial(folder, path), {1}, path.name)
    case("a letter missing in plan.yaml", lambda p: rename_key(p / "plan.yaml"), {1}, "plan.yaml")
    deep = b"nazev: " + b"[" * 100_000
    case("100,000 brackets", functools.partial(replace, "plan.yaml", deep), {1}, "plan.yaml")
    case("a bomb of aliases", functools.partial(replace, "plan.yaml", bomb()), {1}, "plan.yaml")
    case("Windows line ends", lambda p: each(p, lambda b: b.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")), {0})
    case("byte order marks", lambda p: each(p, lambda b: b"\xef\xbb\xbf" + b), {0})
    if texts:
        word = "\n\n" + "neobhospodařovávatelnější" * 4_000 + "\n"
        case("a paragraph of 100,000 letters", functools.partial(append, texts[0], word), {0, 1})
        rows = "\n\n| Obec | Počet |\n|---|---:|\n" + "".join(f"| Obec {n} | {n} |\n" for n in range(100_000))
        case("a table of 100,000 rows", functools.partial(append, texts[0], rows), {0, 1})
        quotes = "\n\n" + ">" * 10_000 + " hluboko\n"
        case("10,000 nested quotes", functools.partial(append, texts[0], quotes), {0, 1})
        stars = "\n\n" + "*a **b " * 20_000 + "\n"
        case("20,000 open emphases", functools.partial(append, texts[0], stars), {0, 1})
    for path in tables:
        case(f"100,000 rows in {path.name}", functools.partial(grow, path), {0, 1})
    for name in ("a font that is no font", "half a font", "an empty font"):
        result.append(functools.partial(bad_font, scene, name))
    result += [functools.partial(check, scene) for check in (
        no_permission, output_is_a_file, full_disk, json_findings)]
    return result


def empty(project):
    shutil.rmtree(project)
    project.mkdir()


def remove(path, project):
    (project / path).unlink()


def replace(path, data, project):
    (project / path).write_bytes(data)


def append(path, text, project):
    with open(project / path, "ab") as file:
        file.write(text.encode())


def folder(path, project):
    (project / path).unlink()
    (project / path).mkdir()


def insert(path, data, project):
    text = (project / path).read_bytes()
    middle = text.index(b"\n", len(text) // 2) + 1 if b"\n" in text[len(text) // 2:] else len(text)
    (project / path).write_bytes(text[:middle] + data + text[middle:])


def noise():
    state, out = 1, bytearray()
    for _ in range(200_000):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(state >> 56)
    return bytes(out)


def bomb():
    lines = ['a0: &a0 "x"'] + [f"a{n}: &a{n} [{', '.join([f'*a{n-1}'] * 10)}]" for n in range(1, 12)]
    return ("\n".join(lines) + "\n").encode()


def rename_key(path):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("nazev:", "nzev:", 1), encoding="utf-8")


def each(project, change):
    for path in project.rglob("*"):
        if path.suffix in (".yaml", ".md", ".csv"):
            path.write_bytes(change(path.read_bytes()))


def grow(path, project):
    lines = (project / path).read_bytes().splitlines(keepends=True)
    body = lines[1:] or [b"\n"]
    (project / path).write_bytes(lines[0] + b"".join(body[n % len(body)] for n in range(100_000)))


def bad_font(scene, name):
    home = scene.folder / f"home of {name}"
    shutil.copytree(scene.home, home)
    for path in home.rglob("*"):
        if path.suffix in (".otf", ".ttf"):
            data = path.read_bytes()
            path.write_bytes({"a font that is no font": b"This is a letter, not a font.\n",
                              "half a font": data[:len(data) // 2], "an empty font": b""}[name])
    out = scene.folder / f"out of {name}"
    done = scene.build(scene.project, out, home=home)
    shutil.rmtree(home)
    return verdict(name, done, {1})


def no_permission(scene):
    """As nobody into a folder of root's: root itself would be let through."""
    if os.geteuid() != 0:
        out = scene.folder / "not mine"
        out.mkdir(mode=0o555)
        return verdict("no permission", scene.build(scene.project, out), {3})
    out = scene.folder / "not-theirs"
    out.mkdir(mode=0o755)
    prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if run([*prefix, scene.sazba, "--help"]).code != 0:
        return [(False, "bad input, no permission", "nobody cannot even start sazba")]
    done = scene.build(scene.project, out, prefix=prefix)
    return verdict("no permission", done, {3}) + [
        (not os.listdir(out), "bad input, no permission: nothing left", str(os.listdir(out)))]


def output_is_a_file(scene):
    out = scene.folder / "file.out"
    out.write_bytes(b"a file\n")
    done = scene.build(scene.project, out)
    return verdict("the output folder is a file", done, {3}) + [
        (out.read_bytes() == b"a file\n", "bad input, that file is untouched", "")]


def full_disk(scene):
    """A file system of 16 KiB; where mounting is not allowed, a limit on the size of files."""
    out = scene.folder / "full"
    out.mkdir()
    mounted = run(["mount", "-t", "tmpfs", "-o", "size=16k,mode=0777", "tmpfs", out]).code == 0
    how = "16 KiB of tmpfs" if mounted else "limit of 16 KiB for a file"
    try:
        (out / "plan-web.pdf").write_bytes(b"the output before\n")
        done = scene.build(scene.project, out, file_size=None if mounted else 16_384)
        left = snapshot(out)
    finally:
        if mounted:
            run(["umount", out])
    return verdict(f"a full disk ({how})", done, {3}) + [
        (left == {"plan-web.pdf": b"the output before\n"}, "bad input, a full disk: as before",
         f"there is {sorted(left)}")]


def json_findings(scene):
    """`check --format json` tells errors as JSON, with codes, and exits 1."""
    project = scene.copy("for json")
    rename_key(project / "plan.yaml")
    done = run([scene.sazba, "check", project, "--home", scene.home, "--format", "json"],
               timeout=SECONDS, memory=MEMORY)
    try:
        found = json.loads(done.text)["findings"]
        fine = done.code == 1 and any(
            one["file"].endswith("plan.yaml") and one["line"] >= 1 and one["column"] >= 1
            and all(one[key][tongue] for key in ("message", "fix") for tongue in ("cs", "en"))
            for one in found if "file" in one)
    except (ValueError, KeyError, TypeError) as error:
        fine, found = False, error
    return [(fine, "check --format json", done.end if fine else f"{done.end}: {found}\n{done.output}")]
