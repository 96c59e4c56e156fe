#!/bin/sh
# 確定記録の連なりを確かめる / verifies the chain of official records.
#   sh verify.sh [LAST_HASH]
# Each file names the SHA-256 of the file before it ("previous"); the first one names 64 zeros. LAST_HASH is the hash that the
# portal, a printed paper or the minutes show for the latest record: it proves that no later file was taken away or added.
# Needs a POSIX shell and sha256sum (or shasum); nothing of the portal.
cd "$(dirname "$0")" || exit 2
sha() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -c1-64; }
previous=0000000000000000000000000000000000000000000000000000000000000000
number=0
for file in [0-9]*.json; do
    [ -e "$file" ] || { echo "BROKEN: there are no records here"; exit 1; }
    number=$((number + 1))
    [ "$file" = "$(printf %06d.json "$number")" ] || { echo "BROKEN: record $number is missing"; exit 1; }
    case $(cat "$file") in
        "{\"record\":$number,\"kind\":\""[A-Z]*"\",\"previous\":\"$previous\","*) ;;
        *) echo "BROKEN at $file: it does not follow from the record before"; exit 1 ;;
    esac
    previous=$(sha "$file")
done
if [ $# -gt 0 ] && [ "$1" != "$previous" ]; then
    echo "BROKEN: the last record has hash $previous, not $1"; exit 1
fi
echo "OK: $number records; the last one has hash $previous"
