#!/usr/bin/python3
"""jobs.py TIMES.TSV: the markdown table of what jobs.sh took.

A row of TIMES.TSV is: build, picture, preset, copies, repetition, user CPU seconds, wall seconds, peak memory in KiB.
Cold is the process of one picture; warm is what one of several takes more, divided by how many more they are. All are
medians over the repetitions; a ratio is that of this build's median to the older one's.
"""
import sys
from collections import defaultdict
from statistics import median


def read(path):
    runs = defaultdict(lambda: defaultdict(list))
    with open(path) as file:
        for line in file:
            build, picture, preset, copies, _, user, wall, memory = line.rstrip("\n").split("\t")
            runs[picture, preset][build, int(copies)].append((float(user), float(wall), float(memory) / 1024))
    return runs


def figures(runs, build):
    """Cold and warm user CPU, cold wall seconds, the larger peak in MiB; None where the build did not run."""
    copies = sorted(count for name, count in runs if name == build)
    if not copies:
        return None
    one, many = ([median(column) for column in zip(*runs[build, count])] for count in (copies[0], copies[-1]))
    return one[0], (many[0] - one[0]) / max(1, copies[-1] - copies[0]), one[1], max(one[2], many[2])


def cell(figure, before, form):
    return form.format(figure) if before is None else f"{form.format(figure)} ({figure / before:.2f})"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("| picture, preset | cold, CPU s | warm, CPU s | cold, wall s | peak MiB |\n|---|---|---|---|---|")
    for (picture, preset), runs in read(sys.argv[1]).items():
        this, older = figures(runs, "this"), figures(runs, "older") or (None,) * 4
        cells = [cell(*pair) for pair in zip(this, older, ["{:.2f}", "{:.2f}", "{:.2f}", "{:.0f}"])]
        print(f"| {picture}, {preset} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
