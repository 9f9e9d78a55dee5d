#!/usr/bin/env bash
# Takes the pictures of the README anew: runs the bundled case and photographs its site.
# Needs chromium (or CHROMIUM=...) and `make demo` run once. Usage: docs/pictures/make.sh
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
bin="${BIN:-$here/../../.venv/bin}"
chromium="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
[ -n "$chromium" ] || { echo "make.sh: needs chromium (apt-get install chromium)" >&2; exit 1; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

(cd "$work" && "$(cd "$bin" && pwd)/harmledger" demo book >/dev/null)

# The ladder alone: the first figure of the first incident on the overview, with its sentences.
"$bin/python" - "$work/book/site" <<'PY'
import sys
from pathlib import Path
from lxml import html

site = Path(sys.argv[1])
overview = html.parse(site / "index.html")
page = overview.xpath("string(//article[@class='subject']//h3/a/@href)")
tree = html.parse(site / page)
main = tree.find(".//main")
section = main.xpath("./section[contains(@class, 'assessed')]")[0]
for other in list(tree.find("body")):
    if other is not main:
        other.getparent().remove(other)
for part in list(main):
    if part is not section:
        main.remove(part)
tree.write(site / "incidents" / "ladder.html", method="html", encoding="utf-8")
PY

shoot() { # page, width, height, picture
  "$chromium" --headless=new --disable-gpu --hide-scrollbars --no-first-run --no-default-browser-check \
    $([ "$(id -u)" -eq 0 ] && echo --no-sandbox) --user-data-dir="$work/profile" \
    --blink-settings=preferredColorScheme=1 --force-device-scale-factor=1 \
    --window-size="$2,$3" --screenshot="$here/$4" "file://$work/book/site/$1" >/dev/null 2>&1
  test -s "$here/$4"
}
shoot index.html 1000 820 overview.png
shoot incidents/ladder.html 1000 760 ladder.png
ls -l "$here"/*.png
