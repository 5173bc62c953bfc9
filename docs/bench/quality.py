#!/usr/bin/python3
"""quality.py SOURCES OUTPUTS: the markdown tables of quality, of SOURCES/NAME.png beside OUTPUTS/NAME.PROGRAM.png.

colours     different colours in the output
ΔE          mean CIEDE2000 between source and output, pixel by pixel
ΔE blurred  the same after a Gaussian blur of both, sigma 1.5 pixels, in linear light: what an eye sees from afar
specks      share of the pixels that lie in 4-connected regions of one colour with fewer than 9 pixels
recall      share of the source's edge pixels that have an edge pixel of the output within 1 pixel
precision   share of the output's edge pixels that have an edge pixel of the source within 1 pixel
Edges are Canny's on L* as 0 to 1, sigma 1.5, thresholds 0.1 and 0.2. Both pictures are opaque 8-bit sRGB of one size.
"""
import sys
from pathlib import Path

import numpy as np
from scipy.ndimage import binary_dilation, gaussian_filter
from skimage.color import deltaE_ciede2000, rgb2lab
from skimage.feature import canny
from skimage.io import imread
from skimage.measure import label

SMALLEST_REGION = 9
BLUR = 1.5
BAND = 256  # rows at a time: CIEDE2000 holds some twenty planes of doubles
ROWS = ["colours", "ΔE", "ΔE blurred", "specks", "recall", "precision"]


def picture(path):
    pixels = imread(path)
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[..., None], 3, axis=2)
    if pixels.dtype != np.uint8 or (pixels.shape[2] == 4 and pixels[..., 3].min() < 255):
        sys.exit(f"{path}: not an opaque 8-bit picture")
    return pixels[..., :3]


def packed(pixels):
    red, green, blue = (pixels[..., channel].astype(np.int32) for channel in range(3))
    return red << 16 | green << 8 | blue


def bands(height):
    return [slice(start, start + BAND) for start in range(0, height, BAND)]


def lab(pixels):
    """CIELAB (D65) of 8-bit or of unit sRGB values, in single precision."""
    return np.concatenate([rgb2lab(pixels[band]).astype(np.float32) for band in bands(len(pixels))])


def difference(one, other):
    sums = [deltaE_ciede2000(one[band].astype(float), other[band].astype(float)).sum() for band in bands(len(one))]
    return sum(sums) / (one.shape[0] * one.shape[1])


def to_linear(value):
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def from_linear(value):
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * np.maximum(value, 0) ** (1 / 2.4) - 0.055)


def blurred(pixels):
    linear = to_linear(pixels / 255)
    return from_linear(np.stack([gaussian_filter(linear[..., channel], BLUR) for channel in range(3)], axis=2))


def speck_share(colours):
    sizes = np.bincount(label(colours, connectivity=1, background=-1).ravel())
    return sizes[sizes < SMALLEST_REGION].sum() / colours.size


def edges(lightness):
    return canny(lightness / 100, sigma=1.5, low_threshold=0.1, high_threshold=0.2)


def found(wanted, present):
    """The share of one edge map that the other has, give or take a pixel in each direction."""
    near = binary_dilation(present, np.ones((3, 3), bool))
    return (wanted & near).sum() / wanted.sum() if wanted.any() else 1.0


def quality(source, output):
    if source.shape != output.shape:
        sys.exit(f"sizes differ: {source.shape} and {output.shape}")
    colours = packed(output)
    before, after = lab(source), lab(output)
    wanted, present = edges(before[..., 0]), edges(after[..., 0])
    return {
        "colours": len(np.unique(colours)),
        "ΔE": difference(before, after),
        "ΔE blurred": difference(lab(blurred(source)), lab(blurred(output))),
        "specks": speck_share(colours),
        "recall": found(wanted, present),
        "precision": found(present, wanted),
    }


def row(name, values):
    cells = [
        f"{values['colours']:.4g}",
        f"{values['ΔE']:.2f}",
        f"{values['ΔE blurred']:.2f}",
        f"{100 * values['specks']:.3g} %",
        f"{values['recall']:.3f}",
        f"{values['precision']:.3f}",
    ]
    return f"| {name} | " + " | ".join(cells) + " |"


def table(first, rows):
    print(f"| {first} | " + " | ".join(ROWS) + " |\n" + "|---" * (len(ROWS) + 1) + "|")
    print("\n".join(row(name, values) for name, values in rows))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    programs = {}
    for path in sorted(Path(sys.argv[1]).glob("*.png")):
        source = picture(path)
        for output in sorted(Path(sys.argv[2]).glob(f"{path.stem}.*.png")):
            program = output.name[len(path.stem) + 1 : -len(".png")]
            if "." in program:
                continue  # of a picture whose name begins with this one's
            programs.setdefault(program, {})[path.stem] = quality(source, picture(output))
    means = {
        program: {key: np.mean([values[key] for values in pictures.values()]) for key in ROWS}
        for program, pictures in programs.items()
    }
    table("program, mean", sorted(means.items()))
    print()
    table(
        "picture, program",
        sorted((f"{name}, {program}", values) for program, all_ in programs.items() for name, values in all_.items()),
    )


if __name__ == "__main__":
    main()
