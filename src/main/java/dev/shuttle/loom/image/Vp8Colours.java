package dev.shuttle.loom.image;

import dev.shuttle.loom.work.Deadline;

/** From luma and chroma, which has half the samples each way, to pixels, as libwebp does it. */
final class Vp8Colours {
    private final Vp8Plane luma;
    private final Vp8Plane blue;
    private final Vp8Plane red;
    private final Deadline deadline;

    Vp8Colours(Vp8Plane luma, Vp8Plane blue, Vp8Plane red, Deadline deadline) {
        this.luma = luma;
        this.blue = blue;
        this.red = red;
        this.deadline = deadline;
    }

    Picture picture(int width, int height) {
        Picture picture = Picture.blank(width, height);
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        int[] u = new int[width + 2];
        int[] v = new int[width + 2];
        for (int y = 0; y < height; y++) {
            deadline.check();
            int near = y / 2;
            int far = Math.max(0, Math.min(chromaHeight - 1, (y & 1) == 1 ? near + 1 : near - 1));
            between(blue, near, far, chromaWidth, u);
            between(red, near, far, chromaWidth, v);
            row(picture, y, u, v);
        }
        return picture;
    }

    /** A row of chroma with a sample for each pixel: 9, 3, 3 and 1 sixteenths of the four around it. */
    private static void between(Vp8Plane plane, int near, int far, int count, int[] out) {
        byte[] s = plane.samples();
        int n = plane.at(0, near);
        int f = plane.at(0, far);
        out[0] = (3 * (s[n] & 255) + (s[f] & 255) + 2) >> 2;
        for (int x = 1; x < count; x++) {
            int nearBefore = s[n + x - 1] & 255;
            int nearHere = s[n + x] & 255;
            int farBefore = s[f + x - 1] & 255;
            int farHere = s[f + x] & 255;
            int sum = nearBefore + nearHere + farBefore + farHere + 8;
            out[2 * x - 1] = (((sum + 2 * (nearHere + farBefore)) >> 3) + nearBefore) >> 1;
            out[2 * x] = (((sum + 2 * (nearBefore + farHere)) >> 3) + nearHere) >> 1;
        }
        out[2 * count - 1] = (3 * (s[n + count - 1] & 255) + (s[f + count - 1] & 255) + 2) >> 2;
    }

    private void row(Picture picture, int y, int[] u, int[] v) {
        byte[] bgr = picture.bgr();
        byte[] s = luma.samples();
        int from = luma.at(0, y);
        for (int x = 0, to = 3 * y * picture.width(); x < picture.width(); x++, to += 3) {
            int light = ((s[from + x] & 255) * 19077) >> 8;
            bgr[to] = level(light + ((u[x] * 33050) >> 8) - 17685);
            bgr[to + 1] = level(light - ((u[x] * 6419) >> 8) - ((v[x] * 13320) >> 8) + 8708);
            bgr[to + 2] = level(light + ((v[x] * 26149) >> 8) - 14234);
        }
    }

    private static byte level(int value) {
        return Vp8Plane.clipped(value >> 6);
    }
}
