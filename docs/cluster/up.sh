#!/usr/bin/env bash
# up.sh [--nodes N] [--roles ROLES]… [--store folder|s3] [--folder DIR] [--port FROM] [--detach]
#
# A whole cluster from a checkout, as processes of this machine: PostgreSQL (Debian's package), Apache Artemis and, with
# --store s3, an S3 server (both by Maven), the emulated cloud where no key is in the environment, and N nodes (3), which
# share an inbox and an outbox. All listen on 127.0.0.1 only, on free ports from FROM (18080) on.
# --roles is given once a node, in order (intake,pages); nodes without one do all.
# Ctrl-C ends all; --detach leaves it running, and down.sh [DIR] ends it. DIR (cluster/) keeps everything, for the next start;
# settings for all nodes go into DIR/extra.properties, options for their Java into JAVA_OPTS.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd -P)
folder=$here/cluster
count=3
roles=()
store=folder
next_port=18080
detach=false
while [ $# -gt 0 ]; do
    case $1 in
        --nodes) count=$2; shift ;;
        --roles) roles+=("$2"); shift ;;
        --store) store=$2; shift ;;
        --folder) folder=$2; shift ;;
        --port) next_port=$2; shift ;;
        --detach) detach=true ;;
        *) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
    shift
done
. "$here/docs/cluster/parts.sh"

prepare
trap 'trap "" INT TERM; say "ending all"; end_all' EXIT
trap 'exit 130' INT TERM
start_postgres
start_broker
[ "$store" != s3 ] || start_s3
[ -n "${DASHSCOPE_API_KEY:-}${TONGYI_API_KEY:-}" ] || start_emulator
await broker "$broker_port"
[ "$store" = s3 ] && await s3 "$s3_port" || mkdir -p "$folder/store"
[ -z "${emulator_port:-}" ] || await emulator "$emulator_port"
say "PostgreSQL 127.0.0.1:$postgres_port   broker 127.0.0.1:$broker_port${s3_port:+   S3 127.0.0.1:$s3_port}${emulator_port:+   emulated cloud 127.0.0.1:$emulator_port}"
for number in $(seq "$count"); do
    start_node "$number" "${roles[$((number - 1))]:-all}"
done
await_nodes
say "inbox      $folder/inbox"
say "outbox     $folder/outbox"
if $detach; then
    trap - EXIT
    say "$here/docs/cluster/down.sh $folder ends it"
    exit 0
fi
say "Ctrl-C ends all"
while sleep 2; do
    for node in $(nodes); do
        runs "$node" || { say "$node has ended; its log is $folder/log/$node.log"; rm -f "$folder/run/$node"; }
    done
done
