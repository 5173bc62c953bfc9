# What up.sh, down.sh and docs/bench/scaling.sh share: starting and ending what a cluster consists of, as processes of this
# machine, all on 127.0.0.1. To be read by bash with $here (the checkout) and $folder (what the cluster keeps) set.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
user=shuttle
addresses=()

say() { echo "$@" >&2; }
fail() { say "cluster: $1"; exit 1; }

is_open() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

# The next port, from $next_port on, that nobody listens on.
free_port() {
    while is_open "$next_port"; do next_port=$((next_port + 1)); done
    port=$next_port
    next_port=$((next_port + 1))
}

# start NAME COMMAND…: in a session of its own, so that Ctrl-C reaches this script alone. Its number is in run/NAME.
start() {
    local name=$1
    shift
    setsid "$@" > "$folder/log/$name.log" 2>&1 < /dev/null &
    echo $! > "$folder/run/$name"
}

# Whether what was started by that name still runs; a number that another program has by now does not count.
runs() {
    [ -f "$folder/run/$1" ] && { tr '\0' ' ' < "/proc/$(cat "$folder/run/$1")/cmdline"; } 2> /dev/null | grep -qF "$folder"
}

# await NAME PORT: until it answers there.
await() {
    local left=600
    until is_open "$2"; do
        # What has just been started is still this script for a moment.
        runs "$1" || { sleep 0.5; runs "$1"; } ||
            { tail -n 20 "$folder/log/$1.log" >&2; fail "$1 did not start; its log is $folder/log/$1.log"; }
        left=$((left - 1))
        [ $left -gt 0 ] || fail "$1 does not answer on port $2 after a minute; its log is $folder/log/$1.log"
        sleep 0.1
    done
}

# end NAME [SECONDS]: SIGTERM, and after so many seconds SIGKILL, which loses nothing either.
end() {
    local left=$((${2:-25} * 10))
    if runs "$1"; then
        kill "$(cat "$folder/run/$1")" 2> /dev/null || true
        while runs "$1" && [ $left -gt 0 ]; do left=$((left - 1)); sleep 0.1; done
        runs "$1" && kill -9 "$(cat "$folder/run/$1")" 2> /dev/null || true
    fi
    rm -f "$folder/run/$1"
}

# PostgreSQL does not run as root; Debian's package has a user for it.
as_postgres() { # COMMAND…, in a folder that the user may be in
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else (cd / && "$@"); fi
}

find_postgres() {
    local place
    # shellcheck disable=SC2012 # names are versions
    for place in $(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -rV) ${PATH//:/ }; do
        [ -x "$place/initdb" ] && [ -x "$place/pg_ctl" ] && { postgres=$place; return; }
    done
    fail "PostgreSQL is not here: apt-get install postgresql"
}

start_postgres() {
    local data=$folder/postgres/data
    find_postgres
    if [ ! -d "$data" ]; then
        mkdir -p "$folder/postgres"
        echo "$password" > "$folder/postgres/password"
        if [ "$(id -u)" -eq 0 ]; then
            chmod 711 "$folder"
            chown -R postgres "$folder/postgres"
            as_postgres test -w "$folder/postgres" ||
                fail "$folder cannot be reached by the user postgres, as whom PostgreSQL runs for root; name another with --folder"
        fi
        as_postgres "$postgres/initdb" -D "$data" -U $user -A scram-sha-256 --pwfile="$folder/postgres/password" -E UTF8 \
            --no-locale > "$folder/log/postgres.log" 2>&1 || { cat "$folder/log/postgres.log" >&2; fail "initdb failed"; }
        rm "$folder/postgres/password"
    fi
    free_port
    postgres_port=$port
    echo "$port" > "$folder/run/postgres.port"
    as_postgres "$postgres/pg_ctl" -D "$data" -w -l "$folder/postgres/log" -o \
        "-p $port -c unix_socket_directories= -c listen_addresses=127.0.0.1 -c shared_preload_libraries=pg_stat_statements" \
        start > "$folder/log/postgres.log" 2>&1 ||
        { cat "$folder/log/postgres.log" "$folder/postgres/log" >&2; fail "PostgreSQL did not start"; }
    sql postgres "SELECT 1 FROM pg_database WHERE datname = 'shuttle'" | grep -q 1 || sql postgres "CREATE DATABASE shuttle"
}

sql() { # DATABASE STATEMENT
    PGPASSWORD=$password "$postgres/psql" -XAtq -h 127.0.0.1 -p "$postgres_port" -U $user -d "$1" -c "$2"
}

end_postgres() {
    [ -f "$folder/postgres/data/postmaster.pid" ] || return 0
    find_postgres
    as_postgres "$postgres/pg_ctl" -D "$folder/postgres/data" -w -m fast stop > /dev/null || say "PostgreSQL did not stop"
}

# jars NAME: what docs/cluster/NAME/pom.xml brings to target/NAME.
jars() {
    [ "$(find "$here/target/$1" -name '*.jar' 2> /dev/null | head -n 1)" ] ||
        mvn -q -f "$here/docs/cluster/$1/pom.xml" dependency:copy-dependencies || fail "Maven could not bring the jars of $1"
}

start_broker() {
    jars broker
    mkdir -p "$folder/broker"
    [ -f "$folder/broker/password" ] || echo "$password" > "$folder/broker/password"
    free_port
    broker_port=$port
    start broker "$java" -Xmx256m -cp "$here/target/broker/*" "$here/docs/cluster/broker/Broker.java" "$folder/broker" "$port"
}

start_s3() {
    local option=--com.adobe.testing.s3mock
    jars s3
    mkdir -p "$folder/s3"
    free_port
    s3_port=$port
    start s3 "$java" -Xmx256m -cp "$here/target/s3/*" com.adobe.testing.s3mock.S3MockApplication --server.port=0 \
        --server.address=127.0.0.1 $option.http-port="$port" $option.store.root="$folder/s3" \
        $option.store.retain-files-on-exit=true $option.store.initial-buckets=shuttle
}

start_emulator() {
    # No address of the real service beats that of the emulator.
    unset DASHSCOPE_HTTP_BASE_URL DASHSCOPE_BASE_URL
    mkdir -p "$folder/emulator"
    free_port
    emulator_port=$port
    start emulator "$java" -Xmx256m -jar "$here/target/shuttle.jar" emulator --port "$port" --api-key sk-emulator \
        --state "$folder/emulator"
}

# start_node NUMBER ROLES: in a folder of its own, with the settings that all share.
start_node() {
    local home=$folder/node-$1
    mkdir -p "$home"
    free_port
    local pages=$port
    free_port
    {
        echo "# Written by up.sh at each start; what you add to $folder/extra.properties is taken over."
        echo "shuttle.node=node-$1"
        echo "shuttle.roles=$2"
        echo "shuttle.http.port=$pages"
        echo "shuttle.management.port=$port"
        echo "shuttle.inbox=$folder/inbox"
        echo "shuttle.outbox=$folder/outbox"
        echo "shuttle.work=$home/work"
        echo "shuttle.routes=$here/routes"
        echo "shuttle.inbox.shared=true"
        echo "shuttle.journal.url=jdbc:postgresql://127.0.0.1:$postgres_port/shuttle"
        echo "shuttle.journal.user=$user"
        echo "shuttle.journal.password=$password"
        echo "shuttle.broker.url=amqp://127.0.0.1:$broker_port"
        echo "shuttle.broker.user=$user"
        echo "shuttle.broker.password=$password"
        echo "shuttle.stage.intake=amqp:queue:shuttle.intake?concurrentConsumers=1"
        echo "shuttle.stage.cloud=amqp:queue:shuttle.cloud?concurrentConsumers=1"
        echo "shuttle.stage.poll=amqp:queue:shuttle.poll?concurrentConsumers=4"
        echo "shuttle.stage.convert=amqp:queue:shuttle.convert?concurrentConsumers={{shuttle.concurrency}}"
        echo "shuttle.stage.dead=amqp:queue:DLQ"
        if [ "$store" = s3 ]; then
            echo "shuttle.store=s3://shuttle/nodes"
            echo "shuttle.store.endpoint=http://127.0.0.1:$s3_port"
            echo "shuttle.store.access-key=$user"
            echo "shuttle.store.secret-key=$password"
        else
            echo "shuttle.store=$folder/store"
        fi
        if [ "${emulator_port:-}" ]; then
            echo "dashscope.base-url=http://127.0.0.1:$emulator_port/api/v1"
            echo "dashscope.result-hosts=http://127.0.0.1:*"
            echo "dashscope.api-key=sk-emulator"
        fi
        if [ -f "$folder/extra.properties" ]; then cat "$folder/extra.properties"; fi
    } > "$home/shuttle.properties"
    # shellcheck disable=SC2086 # several words
    (cd "$home" && start "node-$1" "$java" ${JAVA_OPTS:--Xmx768m} -Dshuttle.cluster="$folder" -jar "$here/target/shuttle.jar" run)
    addresses+=("node-$1 $pages http://127.0.0.1:$pages/  operators http://127.0.0.1:$port/hawtio/  $2")
}

await_nodes() {
    local name pages address
    for address in "${addresses[@]}"; do
        read -r name pages address <<< "$address"
        await "$name" "$pages"
        say "$name     $address"
    done
}

nodes() { find "$folder/run" -name 'node-*' -printf '%f\n' | sort -V; }

end_all() {
    local node
    # All are asked at once; then each is waited for.
    for node in $(nodes); do runs "$node" && kill "$(cat "$folder/run/$node")" 2> /dev/null || true; done
    for node in $(nodes); do end "$node"; done
    end emulator 5
    end s3 5
    end broker 10
    end_postgres
    rm -f "$folder/run/postgres.port"
}

# What a cluster keeps, for its owner alone; the password of database and broker is drawn at the first start.
prepare() {
    [ -f "$here/target/shuttle.jar" ] && [ -d "$here/target/lib" ] || (cd "$here" && mvn -q -DskipTests package) ||
        fail "Shuttle could not be built"
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd -P)
    umask 077
    mkdir -p "$folder/run" "$folder/log" "$folder/inbox" "$folder/outbox"
    [ -f "$folder/password" ] || od -An -N16 -tx1 /dev/urandom | tr -d ' \n' > "$folder/password"
    password=$(cat "$folder/password")
    for name in $(ls "$folder/run"); do
        if runs "$name"; then fail "$name runs already in $folder; docs/cluster/down.sh $folder ends all of it"; fi
    done
    end_postgres
    rm -f "$folder/run/"*
}
