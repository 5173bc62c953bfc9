#!/bin/sh
# peers.sh [-k COLOURS] [-r REPETITIONS] [-w WORK] FOLDER
#
# Shuttle beside pngquant and ImageMagick over the pictures of a folder: time, memory and quality, as markdown.
# All read the same 8-bit RGB PNG and write a PNG; each run is a whole process, and the programs take turns, so that
# whatever else the machine does falls on all of them. WORK (default target/peers) keeps the outputs and times.tsv.
# Needs: mvn -q -DskipTests package; Debian's pngquant imagemagick time python3-skimage.
# Environment: JAVA (default java), PYTHON (default /usr/bin/python3).
set -eu

colours=16
repetitions=3
work=target/peers
while getopts k:r:w: option; do
    case $option in
        k) colours=$OPTARG ;;
        r) repetitions=$OPTARG ;;
        w) work=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# = 1 ] || { sed -n 2p "$0" >&2; exit 2; }
folder=$1

bench=$(cd "$(dirname "$0")" && pwd)
jar=$bench/../../target/shuttle.jar
java=${JAVA:-java}
python=${PYTHON:-/usr/bin/python3}
magick=$(command -v magick || command -v convert-im6.q16 || command -v convert) || magick=
for needed in pngquant "$magick" /usr/bin/time "$java" "$python"; do
    command -v "$needed" > /dev/null || { echo "missing: ${needed:-ImageMagick}" >&2; exit 1; }
done
[ -f "$jar" ] || { echo "no target/shuttle.jar: mvn -q -DskipTests package" >&2; exit 1; }

program() { # NAME IN OUT
    case $1 in
        pngquant) pngquant --nofs --speed 3 --force --output "$3" "$colours" "$2" ;;
        imagemagick) "$magick" "$2" -dither None -colors "$colours" "$3" ;;
        shuttle) "$java" -jar "$jar" convert -p faithful -k "$colours" -o "$3" "$2" ;;
    esac
}

# time(1) measures a process, so it measures this script, called for one program.
if [ -n "${PEERS_PROGRAM:-}" ]; then
    program "$PEERS_PROGRAM" "$PEERS_IN" "$PEERS_OUT"
    exit
fi

# Results of an earlier run would be counted among this one's.
rm -rf "$work/source" "$work/out" "$work/times.tsv"
mkdir -p "$work/source" "$work/out"
for picture in "$folder"/*; do
    case $picture in
        *.png | *.PNG | *.jpg | *.JPG | *.jpeg | *.JPEG | *.bmp | *.tif | *.tiff | *.webp) ;;
        *) continue ;;
    esac
    name=$(basename "$picture")
    "$magick" "$picture" -auto-orient -colorspace sRGB -background white -alpha remove -alpha off -strip -depth 8 \
        "png24:$work/source/$name.png"
done

for repetition in $(seq "$repetitions"); do
    for source in "$work"/source/*.png; do
        name=$(basename "$source" .png)
        for peer in pngquant imagemagick shuttle; do
            PEERS_PROGRAM=$peer PEERS_IN=$source PEERS_OUT=$work/out/$name.$peer.png \
                /usr/bin/time -o "$work/time" -f '%U\t%e\t%M' "$0" -k "$colours" "$folder" > /dev/null 2> "$work/log" \
                || { echo "$peer failed on $name:" >&2; cat "$work/log" >&2; exit 1; }
            printf '%s\t%s\t%s\t%s\n' "$peer" "$name" "$repetition" "$(cat "$work/time")" >> "$work/times.tsv"
        done
    done
done

echo "$colours colours, medians of $repetitions runs that took turns, $(ls "$work/source" | wc -l) pictures;" \
    "$("$java" -version 2>&1 | sed -n 2p), pngquant $(pngquant --version | cut -d' ' -f1)," \
    "$("$magick" -version | sed -n 's/^Version: \(ImageMagick [^ ]*\).*/\1/p')."
echo
"$python" "$bench/times.py" "$work/times.tsv"
echo
"$python" "$bench/quality.py" "$work/source" "$work/out"
