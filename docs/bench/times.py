#!/usr/bin/python3
"""times.py TIMES.TSV: the markdown table of times that peers.sh took.

A row of TIMES.TSV is: program, picture, repetition, user CPU seconds, wall seconds, peak memory in KiB. The table has
the median over the repetitions, summed over the pictures (memory: the largest), and the ratios of those sums to
pngquant's.
"""
import sys
from collections import defaultdict
from statistics import median

REFERENCE = "pngquant"


def read(path):
    runs = defaultdict(lambda: defaultdict(list))
    with open(path) as file:
        for line in file:
            program, picture, _, *measured = line.rstrip("\n").split("\t")
            runs[program][picture].append([float(value) for value in measured])
    return runs


def totals(pictures):
    medians = [[median(column) for column in zip(*repetitions)] for repetitions in pictures.values()]
    user, wall, memory = zip(*medians)
    return sum(user), sum(wall), max(memory) / 1024


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = {program: totals(pictures) for program, pictures in read(sys.argv[1]).items()}
    print("| program | user CPU s | wall s | peak memory MiB | user CPU ratio | wall ratio | memory ratio |")
    print("|---|---|---|---|---|---|---|")
    for program, (user, wall, memory) in table.items():
        ratios = [ours / theirs for ours, theirs in zip((user, wall, memory), table[REFERENCE])]
        print(f"| {program} | {user:.2f} | {wall:.2f} | {memory:.0f} | " + " | ".join(f"{r:.2f}" for r in ratios) + " |")


if __name__ == "__main__":
    main()
