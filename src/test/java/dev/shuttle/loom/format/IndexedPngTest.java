package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.PointPaper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IndexedPngTest extends RasterContract {
    @Override
    byte[] write(PointPaper paper) {
        return IndexedPng.write(paper, 2);
    }

    @Test
    void theBytesDoNotDependOnTheThreads() {
        PointPaper paper = paper(1500, 1400, 9);
        assertThat(IndexedPng.write(paper, 3)).isEqualTo(IndexedPng.write(paper, 1));
    }

    @Test
    void theDensityIsInPixelsPerMetre() {
        ByteBuffer file = ByteBuffer.wrap(IndexedPng.write(paper(8, 8, 2)));
        assertThat(new String(file.array(), 37, 4, StandardCharsets.US_ASCII)).isEqualTo("pHYs");
        assertThat(file.getInt(41)).isEqualTo(5840);
        assertThat(file.getInt(45)).isEqualTo(2100);
        assertThat(file.get(49)).isEqualTo((byte) 1);
    }

    @Test
    void nothingMakesColoursOrTransparencyAmbiguous() {
        String file = new String(IndexedPng.write(paper(50, 50, 12)), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("tRNS", "gAMA", "cHRM", "iCCP");
    }
}
