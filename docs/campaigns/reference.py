#!/usr/bin/env python3
"""Reads pictures with Pillow, and where that differs with ImageMagick, and compares them with what Shuttle decoded.

A line on standard input is a file and, after a tab, Shuttle's picture as PPM (nothing where it refused the file). The
answer is EXACT, NEAR (up to 1.5 levels on average), AGREES_WITH_IMAGEMAGICK, OFF, SIZE, ONLY_SHUTTLE, ONLY_REFERENCE or
BOTH_REFUSE, with the mean and the largest difference. Debian: apt-get install python3-pil python3-numpy imagemagick
"""
import io
import shutil
import struct
import subprocess
import sys

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

Image.MAX_IMAGE_PIXELS = 100_000_000
PngImagePlugin.MAX_TEXT_CHUNK = 1 << 28
SRGB = ImageCms.createProfile("sRGB")
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}
NEAR = 1.5


def chunks(path):
    """A PNG's chunks before its pixels."""
    with open(path, "rb") as file:
        if file.read(8) != b"\x89PNG\r\n\x1a\n":
            return {}
        found = {}
        while True:
            head = file.read(8)
            if len(head) < 8 or head[4:] == b"IDAT":
                return found
            found[head[4:]] = file.read(struct.unpack(">I", head[:4])[0])
            file.read(4)


def calibrated(pixels, path):
    """gAMA and cHRM, which Pillow does not apply."""
    said = chunks(path)
    if not said or b"iCCP" in said or b"sRGB" in said or b"cICP" in said:
        return pixels
    gamma = struct.unpack(">I", said[b"gAMA"][:4])[0] / 100000 if b"gAMA" in said else 1 / 2.2
    other = abs(gamma * 2.2 - 1) > 0.05
    if not other and b"cHRM" not in said:
        return pixels
    coded = pixels / 255
    light = coded ** (1 / gamma) if other else np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    if b"cHRM" in said and not (pixels[..., 0] == pixels[..., 1]).all():
        xy = np.array(struct.unpack(">8I", said[b"cHRM"][:32])) / 100000
        srgb = np.array([0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06])
        if np.abs(xy - srgb).max() > 0.002:
            light = light @ (np.linalg.inv(primaries(srgb)) @ primaries(xy)).T
    light = np.clip(light, 0, 1)
    return 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def primaries(xy):
    columns = np.array([[xy[i] / xy[i + 1], 1, (1 - xy[i] - xy[i + 1]) / xy[i + 1]] for i in (2, 4, 6)]).T
    white = np.array([xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]])
    return columns * np.linalg.solve(columns, white)


def managed(image, profile):
    want = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if want.get(source.profile.xcolor_space.strip()) == image.mode:
            return ImageCms.profileToProfile(image, source, SRGB, renderingIntent=1, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        pass
    return image


def levels(image):
    """Samples of more than eight bits as bytes."""
    samples = np.asarray(image)
    if image.mode == "F":
        return Image.fromarray(np.rint(255 * np.clip(samples, 0, 1)).astype(np.uint8))
    samples = samples.astype(np.int64)
    shift = 24 if np.abs(samples).max(initial=0) > 65535 else 8
    return Image.fromarray(np.clip(samples >> shift, 0, 255).astype(np.uint8))


def pillow(path):
    image = Image.open(path)
    profile = image.info.get("icc_profile")
    turn = image.getexif().get(0x0112, 1)
    image.load()
    if image.mode.startswith("I") or image.mode == "F":
        image = levels(image)
    if image.mode in ("P", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    alpha = None
    if image.mode in ("LA", "RGBA"):
        alpha = np.asarray(image.getchannel("A")).astype(float)[..., None] / 255
        image = image.convert("L" if image.mode == "LA" else "RGB")
    if image.mode == "1":
        image = image.convert("L")
    if image.mode == "LAB":
        image = ImageCms.applyTransform(image, ImageCms.buildTransform(ImageCms.createProfile("LAB"), SRGB, "LAB", "RGB"))
    image = (managed(image, profile) if profile else image).convert("RGB")
    pixels = calibrated(np.asarray(image).astype(float), path)
    if alpha is not None:
        pixels = pixels * alpha + 255 * (1 - alpha)
    if image.size and turn in TURNS and Image.open(path).format != "TIFF":
        pixels = np.asarray(Image.fromarray(np.rint(pixels).astype(np.uint8)).transpose(TURNS[turn]))
    return np.rint(pixels)


def imagemagick(path):
    if shutil.which("convert") is None:
        return None
    command = ["convert", path + "[0]", "-auto-orient", "-background", "white", "-flatten", "-depth", "8", "ppm:-"]
    try:
        made = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout
        return np.asarray(Image.open(io.BytesIO(made)).convert("RGB"))
    except (subprocess.SubprocessError, OSError):
        return None


def difference(ours, theirs):
    if ours.shape != theirs.shape:
        return None
    apart = np.abs(ours.astype(np.int16) - theirs.astype(np.int16))
    return apart.mean(), int(apart.max())


def verdict(path, decoded):
    try:
        theirs = pillow(path)
    except Exception:  # whatever a damaged file provokes
        return "ONLY_SHUTTLE" if decoded else "BOTH_REFUSE"
    if not decoded:
        return "ONLY_REFERENCE"
    ours = np.asarray(Image.open(decoded))
    apart = difference(ours, theirs)
    if apart is not None and apart[0] < NEAR:
        return "%s\t%.2f\t%d" % ("EXACT" if apart[1] == 0 else "NEAR", *apart)
    second = imagemagick(path)
    other = None if second is None else difference(ours, second)
    if other is not None and other[0] < NEAR:
        return "AGREES_WITH_IMAGEMAGICK\t%.2f\t%d" % other
    return "SIZE" if apart is None else "OFF\t%.2f\t%d" % apart


for line in sys.stdin:
    file, ppm = line.rstrip("\n").split("\t")
    print(verdict(file, ppm), flush=True)
