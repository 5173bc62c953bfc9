package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.PointPaper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class IndexedBmpTest extends RasterContract {
    @Override
    byte[] write(PointPaper paper) {
        return IndexedBmp.write(paper);
    }

    @Test
    void pixelsStartAtByte1078AndTheBottomRowComesFirst() {
        PointPaper paper = paper(7, 5, 3);
        ByteBuffer file = ByteBuffer.wrap(IndexedBmp.write(paper)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getInt(10)).isEqualTo(1078);
        assertThat(file.getInt(38)).isEqualTo(5840);
        assertThat(file.getInt(42)).isEqualTo(2100);
        assertThat(file.get(1078)).isEqualTo((byte) paper.label(0, 4));
        assertThat(file.capacity()).isEqualTo(1078 + 8 * 5);
    }
}
