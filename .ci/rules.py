"""The rules of the house. Each has a reason, a bad snippet that it must catch and a good one.

A rule is a function from the tree ({path: Source}, arrows) to findings (path, line, message). A
finding may be waived where the heuristic errs: `// lint:allow RULE` and a reason of a few words on
the line or the line above.
"""

import re

ENGINE = {"Core", "Planning", "Spreadsheets", "Manuscript", "Publications", "Fonts",
          "Typesetting", "Display", "Layout", "PDFSyntax", "PDFExport", "Prepress"}
BELOW_PIPELINE = ENGINE | {"Intake", "Style"}
WITH_FOUNDATION = {"Intake", "Style", "Pipeline", "sazba"}
SYSTEM = {"Glibc", "Swift", "Synchronization", "Testing", "PackageDescription"}
FOUNDATION = {"Foundation", "FoundationEssentials", "FoundationXML", "FoundationNetworking",
              "Dispatch"}
GREATEST_FILE = 500


class Ban:
    """A pattern that product code must not contain, with the reason."""

    def __init__(self, name, pattern, reason, bad, good, targets=None, but=()):
        self.name, self.pattern, self.reason = name, re.compile(pattern), reason
        self.bad, self.good, self.targets, self.but = bad, good, targets, set(but)

    def __call__(self, tree, arrows):
        for source in swift(tree):
            if not source.is_product or source.target in self.but:
                continue
            if self.targets is not None and source.target not in self.targets:
                continue
            for number, line in enumerate(source.code_lines, 1):
                if self.pattern.search(line) and not source.waived(number, self.name):
                    yield source.path, number, self.reason


def swift(tree):
    return (tree[path] for path in sorted(tree) if tree[path].is_swift)


BANS = [
    Ban("clock", r"\bDate\(\)|\bDate\.now|\bgettimeofday\b|\bclock_gettime\b|\btime\(nil",
        "no clock: the same input gives the same bytes; time is the plan's date of text",
        "let now = Date()", "let date = plan.dateOfText"),
    Ban("stopwatch", r"\b(Continuous|Suspending)Clock\b|\bDispatchTime\b",
        "only Pipeline and sazba measure time, and only to tell the user",
        "let start = ContinuousClock().now", "let start = paragraph.start",
        but=["Pipeline", "sazba"]),
    Ban("random", r"\bUUID\(|\.random\b|\.shuffled\(|\.randomElement\b|\barc4random|RandomNumber",
        "no chance: identifiers come from StableHash of the content",
        "let id = UUID()", "let id = StableHash(of: bytes).hex"),
    Ban("hash-value", r"\bhashValue\b|\bHasher\(",
        "Swift's hashes differ in every process; use StableHash",
        "let key = name.hashValue", "let key = StableHash(of: name)"),
    Ban("locale", r"\bLocale\b|\b(Number|Date)Formatter\b|\.localized\w*|\.formatted\(|\bsetlocale\b",
        "formats come from Phrases and our own code, never from the machine",
        "let text = number.formatted()", "let text = crowns(number)"),
    Ban("string-format", r"String\(\s*format:",
        "formats by C rules and locale; build the text from integers",
        'let s = String(format: "%.2f", x)', "let s = Decimal3.text(sp: x)"),
    Ban("force", r"\btry!|\bas!",
        "bad input gives a Diagnostic, not a crash", "let x = try! read()", "let x = try read()"),
    Ban("crash", r"\b(fatalError|assertionFailure|abort)\(",
        "bad input gives a Diagnostic; a broken promise inside is a precondition that names it",
        'fatalError("bad file")', 'precondition(index < count, "index of a face")'),
    Ban("print", r"(?<![.\w])(print|debugPrint|NSLog|fputs|printf)\(",
        "findings travel in the values; only sazba talks", 'print("here")', "page.print(text)",
        but=["sazba"]),
    Ban("exit", r"(?<![.\w])exit\(", "only sazba ends the process", "exit(1)", "return .failed",
        but=["sazba"]),
    Ban("unsafe-state", r"nonisolated\(unsafe\)|unowned\(unsafe\)|@preconcurrency",
        "no shared mutable state", "nonisolated(unsafe) var cache = 0", "var cache = 0"),
    Ban("unchecked", r"@unchecked\s+Sendable",
        "only Fonts wraps C objects that are immutable once made",
        "final class Pool: @unchecked Sendable {}", "struct Pool: Sendable {}", but=["Fonts"]),
    Ban("class", r"(?<![.\w])(class|actor)\s+[A-Z]",
        "values everywhere; classes only wrap C objects (Fonts, PDFSyntax, Intake, Spelling)",
        "final class Context {", "struct Galley {", but=["Fonts", "PDFSyntax", "Intake", "Spelling"]),
    Ban("open-class", r"(?<!final )(?<!final package )(?<!final private )\bclass\s+[A-Z]",
        "a class that wraps a C object is final",
        "package class Face {", "package final class Face {"),
    Ban("float-functions", r"(?<![.\w])(pow|exp|sin|cos|tan|log)\(",
        "results differ between C libraries; only Core may use them, for reports",
        "let x = pow(a, 2)", "let x = a * a", targets=BELOW_PIPELINE - {"Core"}),
]


def unordered(tree, arrows):
    """Dictionaries and sets differ in order between processes: sort before anything comes of it."""
    declared = re.compile(
        r"\b(\w+)\s*(?::\s*(?:inout\s+)?(?:\[[^\[\]:()\n,?]+:[^\]\n]+\]|Set<|Dictionary<)"
        r"|=\s*(?:\[[^\[\]:,()\n?]+:[^\]\n]+\]\(|Set<[^>]*>\(|Set\(|Dictionary[<(]|\[:\]))")
    array = re.compile(r"\b(\w+)\s*:\s*\[[^\]:]+\]|\b(\w+) = \[[^\]:]+\]\(\)")
    for source in swift(tree):
        if not source.is_product or source.target not in BELOW_PIPELINE:
            continue
        # A name that is an array elsewhere in the file says nothing.
        names = {found[1] for found in declared.finditer(source.code)}
        names -= {found[1] or found[2] for found in array.finditer(source.code)}
        uses = [r"(?<!\bself)\.(?:keys|values)\b(?![:\[(])"]
        if names:
            any_name = "|".join(sorted(names))
            uses.append(r"\bin\s+(?:self\.)?(?:%s)\b\s*(?:\{|where|$)" % any_name)
            uses.append(r"(?<![\w.])(?:self\.)?(?:%s)\.(?:map|flatMap|compactMap|forEach|reduce|first)\b" % any_name)
        pattern = re.compile("|".join(uses))
        for number, line in enumerate(source.code_lines, 1):
            if not pattern.search(line) or source.waived(number, "unordered"):
                continue
            if re.search(r"\.(sorted|sort|min|max|count|isEmpty|contains)\b",
                         line + " ".join(source.code_lines[number:number + 2])):
                continue
            yield source.path, number, "a Dictionary or Set in no order: sort it or keep an array"


_DECLARATION = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:final|static|indirect|mutating|borrowing|consuming|lazy|"
    r"nonisolated|convenience|required|override|prefix|postfix|infix|weak)\s+)*"
    r"(?P<access>package|public|open)\s+(?!import\b)(?:(?:package|private|internal)\(set\)\s+)?(?P<rest>.*)")
_REQUIREMENT = re.compile(
    r"^\s*(?:(?:static|mutating|borrowing|consuming)\s+)*(?:var|func|init|subscript|associatedtype)\b")
_WITNESS = re.compile(
    r"func\s+(?:[-+*/<>=!&|^~%]+\s*[(<]|hash\(into|encode\(to|makeIterator\()|init\(from decoder"
    r"|(?:let|var) rawValue\b|init\(rawValue")


def documented(tree, arrows):
    """Every package or public declaration says what it is (the formatter's rule skips package).

    Not asked for: operators and the witnesses of Hashable, Codable,
    Sequence and RawRepresentable, whose meaning the
    protocol fixes, and enum cases, which have no access level of their own. Asked for: the
    requirements of package protocols, although they have no access level either.
    """
    for source in swift(tree):
        if not (source.is_product or source.target == "SazbaTesting"):
            continue
        depth, protocol = 0, None
        for number, line in enumerate(source.code_lines, 1):
            found = _DECLARATION.match(line)
            wanted = found and not _WITNESS.search(line)
            if protocol is not None and depth == protocol + 1 and _REQUIREMENT.match(line):
                wanted = True
            if wanted and not _has_comment(source, number):
                text = source.lines[number - 1].strip()
                yield source.path, number, f"say in a /// comment what this is: {text[:60]}"
            if found and re.search(r"\bprotocol\b", found["rest"]):
                protocol = depth
            depth += line.count("{") - line.count("}")
            if protocol is not None and depth <= protocol and "}" in line:
                protocol = None


def _has_comment(source, number):
    above = number - 2
    while above >= 0 and re.match(r"^\s*(@|//(?!/)|#if|#endif)", source.lines[above]):
        above -= 1
    while above >= 0 and re.match(r"^\s*///", source.lines[above]):
        if re.match(r"^\s*///\s*\S", source.lines[above]):
            return True
        above -= 1
    return False


def foundation(tree, arrows):
    """The engine runs without Foundation; only the floors that touch files and people have it."""
    for source in swift(tree):
        if source.is_product and source.target not in WITH_FOUNDATION:
            for number, module in imports(source):
                if module in FOUNDATION:
                    yield source.path, number, f"{source.target} does without {module}"


def imports(source):
    for number, line in enumerate(source.code_lines, 1):
        found = re.match(
            r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?"
            r"import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)", line)
        if found:
            yield number, found[1]


def arrows_hold(tree, arrows):
    """A target imports only what its line in Package.swift says."""
    for source in swift(tree):
        if not source.target or source.target not in arrows:
            continue
        for number, module in imports(source):
            if module not in arrows[source.target] | SYSTEM | FOUNDATION | {source.target}:
                yield source.path, number, f"Package.swift has no arrow {source.target} → {module}"


WALLS = {"CHarfBuzz": {"Fonts"}, "CFreeType": {"Fonts"}, "CZlib": {"PDFSyntax"}, "CDeflate": {"PDFSyntax"},
         "CZip": {"Spreadsheets"}, "CExpat": {"Spreadsheets"}, "CXlsxWriter": {"Spreadsheets"},
         "CCmark": {"Intake"}, "CHunspell": {"Spelling"}, "CXXHash": {"Core"}, "CNettle": {"Prepress"},
         "Yams": {"Intake", "Style"},
         "ArgumentParser": {"sazba"}}


def walls(tree, arrows):
    """Each foreign library is behind one wall."""
    for target, dependencies in sorted(arrows.items()):
        for library, owners in WALLS.items():
            if library in dependencies and target not in owners and not target.endswith("Tests"):
                yield "Package.swift", 1, f"only {' and '.join(sorted(owners))} may have {library}"


def readme_arrows(tree, arrows):
    """The README's table of arrows is Package.swift's."""
    readme = tree.get("README.md")
    if readme is None:
        yield "README.md", 1, "there is no README"
        return
    shown, first = {}, 1
    for number, line in enumerate(readme.lines, 1):
        found = re.match(r"^\| `(\w+)` \| ([^|]*) \|", line)
        if found and (found[1] in arrows or "→" in found[2]):
            first = first if shown else number
            shown[found[1]] = set(re.findall(r"`(\w+)`", found[2]))
    real = {name: to for name, to in arrows.items()
            if not name.endswith("Tests") and name != "SazbaTesting"}
    for name in sorted(real.keys() | shown.keys()):
        if name not in shown:
            yield "README.md", first, f"the table of arrows lacks {name}"
        elif name not in real:
            yield "README.md", first, f"Package.swift has no target {name}"
        elif shown[name] != real[name]:
            yield "README.md", first, f"{name} → {', '.join(sorted(real[name]))} in Package.swift"


def short_files(tree, arrows):
    """A file over 500 lines holds more than one thing."""
    for path in sorted(tree):
        lines = len(tree[path].text.splitlines())
        is_code = path.endswith((".swift", ".py", ".sh")) or tree[path].text.startswith("#!")
        if is_code and lines > GREATEST_FILE:
            yield path, GREATEST_FILE + 1, f"{lines} lines; split it (at most {GREATEST_FILE})"


_LATER = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"]) + r")\b")
_MACHINE = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["home/\\w", "Users/\\w", "root/", "work/", "opt/", "tmp/"])
    + r")|\.\./shared\b")


def nothing_later(tree, arrows):
    """What is not done is an issue, not a word in a file."""
    for path, number, line in text_lines(tree):
        if found := _LATER.search(line):
            yield path, number, f"{found[0]}: do it or file an issue"


def no_machine(tree, arrows):
    """No path of one machine in any file."""
    for path, number, line in text_lines(tree):
        if _MACHINE.search(line):
            yield path, number, "a path of one machine: take it from the caller or from mktemp"


def text_lines(tree):
    for path in sorted(tree):
        for number, line in enumerate(tree[path].lines, 1):
            yield path, number, line


_KIND = re.compile(r"static\s+let\s+(\w+)\s*(?::\s*DiagnosticKind\s*)?=\s*DiagnosticKind\(\s*\"(\w+)\"")


def proven_kinds(tree, arrows):
    """Each kind of diagnostic has a code of its own and is named by a test or fixture."""
    seen = {}
    tests = "\n".join(tree[path].text for path in sorted(tree) if path.startswith("Tests/"))
    words = set(re.findall(r"\w+", tests))
    members = set(re.findall(r"\.(\w+)", tests))
    for source in swift(tree):
        if not source.is_product:
            continue
        for found in _KIND.finditer(source.text):
            number = source.text.count("\n", 0, found.start()) + 1
            if found[2] in seen:
                yield source.path, number, f"the code {found[2]} is also at {seen[found[2]]}"
            seen[found[2]] = f"{source.path}:{number}"
            if found[2] not in words and found[1] not in members:
                yield source.path, number, f"no test triggers {found[2]} ({found[1]})"
