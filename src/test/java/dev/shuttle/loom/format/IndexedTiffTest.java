package dev.shuttle.loom.format;

import dev.shuttle.loom.design.PointPaper;

class IndexedTiffTest extends RasterContract {
    @Override
    byte[] write(PointPaper paper) {
        return IndexedTiff.write(paper);
    }
}
