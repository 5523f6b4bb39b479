"""Swift text as the rules see it: code without comments and without the contents of strings."""

import re

_TOKENS = re.compile(
    r'''(?P<line>//[^\n]*)|(?P<block>/\*)|(?P<string>\#*"""|\#*")''')


def code_of(text):
    """The text with comments and string contents blanked; line and column numbers stay."""
    out, position = [], 0
    while found := _TOKENS.search(text, position):
        out.append(text[position:found.start()])
        if found["line"]:
            end = found.end()
            out.append(" " * len(found[0]))
        elif found["block"]:
            end = _end_of_comment(text, found.end())
            out.append(_blank(text[found.start():end]))
        else:
            end = _end_of_string(text, found.end(), found["string"])
            inner = text[found.end():end - len(found["string"])]
            out.append(found["string"] + _blank(inner) + text[end - len(found["string"]):end])
        position = end
    out.append(text[position:])
    return "".join(out)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _end_of_comment(text, position):
    depth = 1
    while depth and (found := re.compile(r"/\*|\*/").search(text, position)):
        depth += 1 if found[0] == "/*" else -1
        position = found.end()
    return position if depth == 0 else len(text)


def _end_of_string(text, position, opening):
    hashes = opening.count("#")
    closing = opening[hashes:] + "#" * hashes
    escape = "\\" + "#" * hashes
    while position < len(text):
        if text.startswith(closing, position):
            return position + len(closing)
        if text.startswith(escape + "(", position):
            position = _end_of_interpolation(text, position + len(escape) + 1)
        elif text.startswith(escape, position):
            position += len(escape) + 1
        elif text[position] == "\n" and '"""' not in opening:
            return position
        else:
            position += 1
    return len(text)


def _end_of_interpolation(text, position):
    depth = 1
    while depth and position < len(text):
        if text[position] == '"':
            long = '"""' if text.startswith('"""', position) else '"'
            position = _end_of_string(text, position + len(long), long)
            continue
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        position += 1
    return position


class Source:
    """A file of the tree: its path, its text and, for Swift, its bare code."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.lines = text.split("\n")
        self.is_swift = path.endswith(".swift")
        self.code = code_of(text) if self.is_swift else text
        self.code_lines = self.code.split("\n")
        parts = path.split("/")
        self.target = parts[1] if len(parts) > 2 and parts[0] in ("Sources", "Tests") else ""
        self.is_product = parts[0] == "Sources"

    def waived(self, line, rule):
        """Whether line `line` (from 1) or the one above says `lint:allow RULE reason`."""
        pattern = re.compile(r"lint:allow " + re.escape(rule) + r" \S+ \S+")
        return any(pattern.search(text) for text in self.lines[max(0, line - 2):line])
