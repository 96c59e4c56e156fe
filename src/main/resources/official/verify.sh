#!/bin/sh
# 確定記録の連なりと署名を確かめる / verifies the chain of official records and its signatures.
#   sh verify.sh [LAST_HASH]
# Each file names the SHA-256 of the file before it ("previous"); the first one names 64 zeros. The city's server has signed each record
# (signatures.txt) and, every day, how many there are and the last hash (heads.txt), with a key that is not in its database. LAST_HASH is
# the hash that the portal, a printed paper or the minutes show for the latest record: it proves that no later file was taken away or added.
# Needs a POSIX shell and sha256sum (or shasum); openssl (3.0 or newer) for the signatures; nothing of the portal.
cd "$(dirname "$0")" || exit 2
sha() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -c1-64; }
broken() { echo "BROKEN$1"; echo "記録は、書き換えられたか、欠けています。/ Something was changed or is missing."; exit 1; }
previous=0000000000000000000000000000000000000000000000000000000000000000
number=0
hashes=""
for file in [0-9]*.json; do
    [ -e "$file" ] || broken ": there are no records here"
    number=$((number + 1))
    [ "$file" = "$(printf %06d.json "$number")" ] || broken ": record $number is missing"
    case $(cat "$file") in
        "{\"record\":$number,\"kind\":\""[A-Z]*"\",\"previous\":\"$previous\","*) ;;
        *) broken " at $file: it does not follow from the record before" ;;
    esac
    previous=$(sha "$file")
    hashes="$hashes$number $previous
"
done
if [ $# -gt 0 ] && [ "$1" != "$previous" ]; then
    broken ": the last record has hash $previous, not $1"
fi
hash_of() { printf %s "$hashes" | grep "^$1 " | cut -d' ' -f2; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
# signed TEXT KEY SIGNATURE
signed() {
    printf %s "$1" >"$work/text"
    printf '%s\n' "$3" | openssl base64 -d -A >"$work/signature" 2>/dev/null
    openssl pkeyutl -verify -pubin -inkey "key-$2.pem" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null 2>&1
}
said=""
if [ ! -s signatures.txt ]; then
    said="署名はありません。/ Nothing is signed."
elif ! command -v openssl >/dev/null; then
    said="署名は確かめていません（openssl がありません）。/ The signatures were not checked: there is no openssl."
else
    count=0
    while read -r no key signature; do
        signed "official $no $(hash_of "$no")" "$key" "$signature" || broken ": record $no is not what key $key signed"
        count=$((count + 1))
    done <signatures.txt
    day=""
    while read -r day no hash key signature; do
        signed "head official $day $no $hash" "$key" "$signature" || broken ": the end of $day is not what key $key signed"
        [ "$(hash_of "$no")" = "$hash" ] || broken ": on $day record $no had hash $hash"
    done <heads.txt
    said="署名 $count 件を確かめました（鍵 $(cut -d' ' -f2 signatures.txt | sort -u | tr '\n' ' ')）。鍵は、市が公開しているものと見比べてください。"
    said="$said / $count signatures hold; compare the key with the one the city publishes."
    [ -z "$day" ] || said="$said
$day の時点で $no 件でした。/ On $day there were $no records."
fi
echo "OK: $number records; the last one has hash $previous"
echo "$said"
if [ $# -eq 0 ]; then
    echo "後ろの記録が消されていないことは、最後のハッシュを付けて実行すると分かります。"
    echo "/ That no later record was taken away is only shown with the last hash: sh verify.sh HASH"
fi
