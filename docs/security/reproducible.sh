#!/usr/bin/env bash
# Builds the last commit twice, in two folders of its own at two times, and compares what comes out: the jar, its libraries
# and the list of what it is made of. Exit code 0: the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for build in one another; do
    mkdir "$place/$build"
    git archive HEAD | tar -x -C "$place/$build"
    (cd "$place/$build" && mvn -q -DskipTests "$@" package)
    (cd "$place/$build/target" && sha256sum shuttle.jar shuttle.cdx.json lib/*) > "$place/$build.sums"
done
if diff "$place/one.sums" "$place/another.sums"; then
    echo "the same: $(wc -l < "$place/one.sums") files, shuttle.jar $(head -c 16 "$place/one.sums")…"
else
    echo "two builds of one commit differ" >&2
    exit 1
fi
