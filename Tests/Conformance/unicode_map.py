"""What a font's ToUnicode says of its codes, and how long codes are: for every reader of ours.

*Source:* ISO 32000-1:2008, 9.7.5 (CMaps), 9.10.3 (ToUnicode).
"""

import re


def utf16(digits, errors="strict"):
    """The text that hexadecimal digits of UTF-16 spell."""
    return bytes.fromhex(re.sub(r"\s", "", digits)).decode("utf-16-be", errors)


def texts(cmap, errors="strict"):
    """Codes to texts, of a ToUnicode CMap."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(r"<([^>]*)>\s*<([^>]*)>", block):
            found[int(code, 16)] = utf16(text, errors)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for low, high, one, many in re.findall(
                r"<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[(.*?)\])", block, re.S):
            low, high = int(low, 16), int(high, 16)
            if many:
                for code, text in enumerate(re.findall(r"<([^>]*)>", many), low):
                    found[code] = utf16(text, errors)
                continue
            start = utf16(one, errors)
            for code in range(low, high + 1):
                found[code] = start[:-1] + chr(ord(start[-1]) + code - low)
    return found


def code_length(cmap):
    """How many bytes a code has, of an embedded CMap; one length is all that is understood."""
    ranges = re.findall(r"begincodespacerange\s*<([^>]*)>", cmap)
    lengths = {len(low.strip()) // 2 for low in ranges}
    if len(lengths) != 1:
        raise ValueError(f"codes of {sorted(lengths)} bytes in one font")
    return lengths.pop()
