#!/bin/sh
# Asks HarfBuzz's own tool (Debian package libharfbuzz-bin) how it shapes the lines of cases.tsv
# in every face, and writes the answers to answers.tsv.
#
# usage: record.sh            from anywhere in the checkout
set -eu
here=$(cd "$(dirname "$0")" && pwd)
fonts=$here/../../../Fonts
tab=$(printf '\t')
{
  echo "# $(hb-shape --version | head -n 1); made by record.sh"
  echo "# face${tab}features${tab}language${tab}script${tab}text${tab}glyph=cluster[@dx,dy]+advance[#flags]"
  grep -v '^#' "$here/cases.tsv" | while IFS="$tab" read -r faces features language script text; do
    for face in $(cd "$fonts" && ls -d $faces); do
      if [ "$features" = - ]; then set --; else set -- "--features=$features"; fi
      answer=$(hb-shape --no-glyph-names --show-flags --utf8-clusters --cluster-level=1 \
        --direction=ltr --language="$language" --script="$script" "$@" \
        "--text=$text" "$fonts/$face")
      printf '%s\t%s\t%s\t%s\t%s\t%s\n' \
        "$face" "$features" "$language" "$script" "$text" "$answer"
    done
  done
} > "$here/answers.tsv"
