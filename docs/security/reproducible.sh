#!/usr/bin/env bash
# Builds the last commit twice, in two folders of its own at two times, and compares what comes out: the jar, its libraries
# and the list of what it is made of, which Maven does not write offline. Exit code 0: the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for build in one another; do
    mkdir "$place/$build"
    git archive HEAD | tar -x -C "$place/$build"
    (cd "$place/$build" && mvn -q -Dmaven.test.skip=true "$@" package)
    (cd "$place/$build/target" && { find shuttle.jar shuttle.cdx.json lib -type f -print0 2> "$place/missing" || true; } | sort -z | xargs -0 sha256sum) > "$place/$build.sums"
done
[ -s "$place/missing" ] && echo "not compared, for Maven made none: shuttle.cdx.json" >&2
if diff "$place/one.sums" "$place/another.sums"; then
    echo "the same: $(wc -l < "$place/one.sums") files, shuttle.jar $(grep ' shuttle.jar$' "$place/one.sums" | head -c 16)…"
else
    echo "two builds of one commit differ" >&2
    exit 1
fi
