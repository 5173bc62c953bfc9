package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.render.ClothPicture;
import dev.shuttle.loom.render.FloatMap;
import dev.shuttle.loom.render.LostMap;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.recipe.Output;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Writes pictures of a cloth for people. */
final class ClothFiles {
    private static final int DETAIL_WIDTH = 1200;
    private static final int DETAIL_HEIGHT = 900;

    private final Cloth cloth;
    private final PointPaper paper;
    private final ClothPicture picture;
    private final Path folder;
    private final String stem;
    private final int longest;
    private final RowBands bands;

    /** @param longest the longer side of a picture of the whole, in pixels */
    ClothFiles(Cloth cloth, PointPaper paper, Path folder, String stem, int longest, RowBands bands) {
        this.cloth = cloth;
        this.paper = paper;
        this.picture = new ClothPicture(cloth, paper, longest, bands);
        this.folder = folder;
        this.stem = stem;
        this.longest = longest;
        this.bands = bands;
    }

    void write(Set<Output> wanted) throws IOException {
        if (wanted.contains(Output.PREVIEW)) {
            png(".preview.png", picture.front());
            png(".cloth-back.png", picture.back(longest / 2));
            png(".cloth-threads.png", picture.threads(DETAIL_WIDTH, DETAIL_HEIGHT));
            Disk.write(folder.resolve(stem + ".lost.png"), PicturePng.indexed(LostMap.of(cloth, paper), bands));
        }
        if (wanted.contains(Output.FLOATS)) {
            Disk.write(folder.resolve(stem + ".floats.png"), PicturePng.indexed(FloatMap.of(cloth), bands));
        }
    }

    /** The face, {@code most} pixels on the longer side. */
    BufferedImage small(int most) {
        return picture.far(most);
    }

    private void png(String ending, BufferedImage image) throws IOException {
        Disk.write(folder.resolve(stem + ending), PicturePng.woven(image, bands));
    }
}
