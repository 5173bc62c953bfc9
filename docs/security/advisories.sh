#!/usr/bin/env bash
# Compares what the program is made of with advisories in the OSV format that lie on this machine: advisories.sh
# FOLDER|FILE.json|FILE.zip…, from a checkout that was built. Nothing is fetched. Exit code 0: whatever is affected stands in
# docs/decisions/0010-known-cves.md; 1: something does not; 2: cannot be compared.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { echo "usage: $0 FOLDER|FILE.json|FILE.zip…, see docs/security.md" >&2; exit 2; }
[ -f target/shuttle.cdx.json ] && [ -d target/test-classes ] || mvn -q -DskipTests package
path=target/advisories.classpath
if [ ! -f "$path" ] || [ pom.xml -nt "$path" ]; then
    mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$path"
fi
exec java -cp "target/test-classes:$(cat "$path")" dev.shuttle.advisories.Comparison \
    target/shuttle.cdx.json docs/decisions/0010-known-cves.md "$@"
