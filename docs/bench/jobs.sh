#!/bin/sh
# jobs.sh [-b BUILD] [-p PRESETS] [-r REPETITIONS] [-n MORE] [-w WORK] PICTURE...
#
# Whole jobs of this checkout, with all their files: user CPU seconds of the first job of a process (cold, the start of the
# JVM included) and of each further one (warm), for every preset and picture, as markdown. BUILD is the folder of an older
# checkout that was built too: then both take turns in one sitting, and each figure has its ratio to the older one's.
# Warm is what a process of 1 + MORE (2) copies takes more than one of a single picture, divided by MORE; each figure is the
# median of REPETITIONS (3). WORK (default target/jobs) keeps times.tsv and what the last run of each left.
# Needs: mvn -q -DskipTests package; Debian's time. Environment: JAVA (default java), JAVA_OPTS, PYTHON (default python3).
set -eu

older=
presets="faithful weaving_machine shu_brocade tapestry damask"
repetitions=3
more=2
work=target/jobs
while getopts b:p:r:n:w: option; do
    case $option in
        b) older=$OPTARG ;;
        p) presets=$OPTARG ;;
        r) repetitions=$OPTARG ;;
        n) more=$OPTARG ;;
        w) work=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n 2p "$0" >&2; exit 2; }

bench=$(cd "$(dirname "$0")" && pwd)
java=${JAVA:-java}
here=$(cd "$bench/../.." && pwd)
for build in "$here" ${older:+"$older"}; do
    [ -f "$build/target/shuttle.jar" ] || { echo "no $build/target/shuttle.jar: mvn -q -DskipTests package" >&2; exit 1; }
done
mkdir -p "$work/in"
: > "$work/times.tsv"

run() { # BUILD-NAME BUILD PRESET PICTURE-NAME COPIES REPETITION
    rm -rf "$work/out-$1-$3-$4"
    # shellcheck disable=SC2046,SC2086 # options and file names without blanks
    /usr/bin/time -o "$work/time" -f '%U\t%e\t%M' "$java" ${JAVA_OPTS:--XX:+UseSerialGC} -jar "$2/target/shuttle.jar" \
        convert -p "$3" -o "$work/out-$1-$3-$4" $(seq -f "$work/in/$4-%.0f.${extension}" "$5") > "$work/log" 2>&1 \
        || { echo "$1 failed on $4 as $3:" >&2; cat "$work/log" >&2; exit 1; }
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$4" "$3" "$5" "$6" "$(cat "$work/time")" >> "$work/times.tsv"
}

for picture in "$@"; do
    name=$(basename "$picture" | sed 's/\.[^.]*$//; s/[^A-Za-z0-9]/_/g')
    extension=${picture##*.}
    for copy in $(seq $((more + 1))); do
        cp "$picture" "$work/in/$name-$copy.$extension"
    done
    for repetition in $(seq "$repetitions"); do
        for preset in $presets; do
            for copies in 1 $((more + 1)); do
                [ -z "$older" ] || run older "$older" "$preset" "$name" "$copies" "$repetition"
                run this "$here" "$preset" "$name" "$copies" "$repetition"
            done
        done
    done
    rm -f "$work/in/$name"-*
done

"${PYTHON:-python3}" "$bench/jobs.py" "$work/times.tsv"
