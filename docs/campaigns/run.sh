#!/usr/bin/env bash
# Runs one of the long campaigns of docs/reliability.md: run.sh NAME [OPTIONS], from a checkout that was built.
# Campaigns are the classes of dev.shuttle.campaign in the tests; they start the real program and servers of their own on loopback.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { echo "usage: $0 NAME [OPTIONS]; names and options stand in docs/reliability.md and docs/pictures.md" >&2; exit 2; }
[ -f target/shuttle.jar ] && [ -d target/test-classes ] || mvn -q -DskipTests package
path=target/campaigns.classpath
if [ ! -f "$path" ] || [ pom.xml -nt "$path" ]; then
    mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$path"
fi
name=$1
shift
exec java -Xmx1g -Djava.awt.headless=true -cp "target/classes:target/test-classes:$(cat "$path")" "dev.shuttle.campaign.${name^}Campaign" "$@"
