#!/usr/bin/env bash
# scaling.sh [-n PICTURES] [-p "1 2 4"] [-k KIND] [-f FOLDER] [-i PICTURE]
#
# How fast 1, 2 and 4 processes are over one PostgreSQL, one broker and one store, each with shuttle.concurrency=1 and one
# processor of its own (else the engine of one process works on all cores), and what a picture costs them: prints a markdown table for docs/scaling.md. KIND is local (no cloud: the loom engine alone, the default)
# or cloud (the emulated one, whose own work is on the same cores).
#
# The pictures (default: 40 copies of PICTURE, by default one of the demo's) are claimed and admitted by a node that takes in
# only; the nodes that convert are started, and warmed up with four pictures each, before; they publish too. Then the clock starts with the drop
# and ends with the last result in the outbox. CPU is that of the nodes that convert (utime and stime of /proc, so Linux only),
# statements those of pg_stat_statements for the database shuttle, messages the broker's own count of what it took in; all are
# differences over the timed part, all nodes together, so what idle nodes ask anyway is in them: the column "idle" says how much.
# FOLDER (target/scaling) keeps logs and figures.tsv. Wants: docs/cluster/up.sh's needs, and a machine with nothing else to do.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd -P)
pictures=40
processes="1 2 4"
kind=local
base=$here/target/scaling
picture=$here/src/main/resources/demo/peony-brocade.png
while getopts n:p:k:f:i: option; do
    case $option in
        n) pictures=$OPTARG ;;
        p) processes=$OPTARG ;;
        k) kind=$OPTARG ;;
        f) base=$OPTARG ;;
        i) picture=$OPTARG ;;
        *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done
store=folder
folder=$base
. "$here/docs/cluster/parts.sh"
ticks=$(getconf CLK_TCK)
warm=4
export JAVA_OPTS="-Xmx768m -XX:ActiveProcessorCount=1"
# Whatever is measured, nothing is sent to the real service.
unset DASHSCOPE_API_KEY TONGYI_API_KEY DASHSCOPE_HTTP_BASE_URL DASHSCOPE_BASE_URL

results() { find "$folder/outbox" -mindepth 2 -maxdepth 2 -name report.json -newer "$folder/begun" | wc -l; }

drop() { # COUNT NAME
    local i
    for i in $(seq "$1"); do
        cp "$picture" "$folder/inbox/.$2-$i.part"
        mv "$folder/inbox/.$2-$i.part" "$folder/inbox/$2-$i.${picture##*.}"
    done
}

await_results() { # COUNT
    local left=36000
    while [ "$(results)" -lt "$1" ]; do
        left=$((left - 1))
        [ $left -gt 0 ] || fail "only $(results) of $1 results after an hour; see $folder/log"
        sleep 0.1
    done
}

# CPU seconds of the nodes that convert.
cpu() {
    local node sum=0 fields
    for node in $(nodes); do
        [ "$node" = node-1 ] && continue
        read -r -a fields <<< "$(sed 's/.*) //' "/proc/$(cat "$folder/run/$node")/stat")"
        sum=$((sum + fields[11] + fields[12]))
    done
    awk "BEGIN { print $sum / $ticks }"
}

statements() { sql shuttle "SELECT COALESCE(SUM(calls), 0) FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = 'shuttle' AND query NOT LIKE '%pg_stat_statements%'"; }
transactions() { sql shuttle "SELECT xact_commit FROM pg_stat_database WHERE datname = 'shuttle'"; }
messages() { cut -d ' ' -f 1 "$folder/broker/messages"; }
now() { date +%s.%N; }
calc() { awk "BEGIN { printf \"%.2f\", $1 }"; }

run() { # PROCESSES
    local from number idle_statements seconds before
    folder=$base/$kind-$1
    [ ! -d "$folder/run" ] || end_all
    rm -rf "$folder"
    addresses=()
    next_port=19080
    emulator_port=
    prepare
    mkdir -p "$folder/store"
    {
        echo "shuttle.concurrency=1"
        echo "shuttle.inbox.poll=200ms"
        echo "shuttle.inbox.settle=200ms"
        echo "dashscope.max-in-flight=100"
        echo "dashscope.submit-rate=20/s"
    } > "$folder/extra.properties"
    start_postgres
    start_broker
    [ "$kind" = local ] || start_emulator
    await broker "$broker_port"
    [ -z "$emulator_port" ] || await emulator "$emulator_port"
    sql shuttle "CREATE EXTENSION IF NOT EXISTS pg_stat_statements" > /dev/null
    # Without a key a node with the role cloud sends what came in to the loom at once.
    if [ "$kind" = local ]; then start_node 1 intake,cloud; else start_node 1 intake; fi
    for number in $(seq 2 $(($1 + 1))); do
        if [ "$kind" = local ]; then start_node "$number" convert,pages; else start_node "$number" cloud,convert,pages; fi
    done
    await_nodes
    touch "$folder/begun"
    drop $((warm * $1)) warm
    await_results $((warm * $1))
    sleep 3
    local idle_transactions before_transactions
    before=$(statements) before_transactions=$(transactions)
    sleep 10
    idle_statements=$(calc "($(statements) - $before) / 10")
    idle_transactions=$(calc "($(transactions) - $before_transactions) / 10")
    touch "$folder/begun"
    sleep 1
    local statements0 transactions0 messages0 cpu0
    statements0=$(statements) transactions0=$(transactions) messages0=$(messages) cpu0=$(cpu)
    from=$(now)
    drop "$pictures" timed
    await_results "$pictures"
    seconds=$(calc "$(now) - $from")
    local cpu1
    cpu1=$(cpu)
    # The broker and pg_stat write their counts once a second.
    sleep 2
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$pictures" "$seconds" "$(calc "$cpu1 - $cpu0")" \
        "$(($(statements) - statements0))" "$(($(transactions) - transactions0))" "$(($(messages) - messages0))" "$idle_statements" "$idle_transactions" \
        >> "$base/figures.tsv"
    [ -z "$(find "$folder/outbox/failed" "$folder/outbox/rejected" -name report.json 2> /dev/null)" ] || fail "jobs failed; see $folder/outbox"
    end_all
}

mkdir -p "$base"
: > "$base/figures.tsv"
trap 'trap "" INT TERM; end_all' EXIT
trap 'exit 130' INT TERM
for each in $processes; do run "$each"; done
trap - EXIT

# Statements and transactions without what idle nodes ask in that time anyway.
load=$(cut -d ' ' -f 1 /proc/loadavg)
echo
echo "$(basename "$picture"), $kind, $(nproc) cores, load at the end $load:"
echo
echo "| processes | pictures | seconds | pictures/s | times one | CPU s a picture | SQL statements a picture | transactions a picture | messages a picture | SQL idle, a second |"
echo "|---|---|---|---|---|---|---|---|---|---|"
awk -F '\t' 'NR == 1 { one = $2 / $3 }
    { printf "| %s | %s | %.1f | %.2f | %.2f | %.2f | %.0f | %.0f | %.1f | %.1f |\n",
      $1, $2, $3, $2 / $3, $2 / $3 / one, $4 / $2, ($5 - $8 * $3) / $2, ($6 - $9 * $3) / $2, $7 / $2, $8 }' "$base/figures.tsv"
