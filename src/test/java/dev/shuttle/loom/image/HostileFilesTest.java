package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that claim more than they hold, or more than any loom needs, are refused before memory is spent on them. */
final class HostileFilesTest {
    private static byte[] png(int width, int height, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", pixels);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return ByteBuffer.allocate(length).put(out, 0, length).array();
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 30000, TOO_MANY_PIXELS",
        "2147483647, 2147483647, TOO_MANY_PIXELS",
        "26000, 26000, TRUNCATED_PICTURE",
        "20000, 20000, TRUNCATED_PICTURE",
        "0, 5, UNSUPPORTED_PICTURE",
    })
    void aPngIsNotBelievedWhatItCannotHold(int width, int height, String code) {
        byte[] file = png(width, height, deflated(new byte[1000]));

        assertThatThrownBy(() -> Picture.decode(file, Rgb.WHITE))
                .asInstanceOf(type(PictureException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.hint()).isNotBlank());
    }

    @Test
    void aPngOfOneColourIsAsSmallAsDeflateMakesItAndStillRead() throws Exception {
        byte[] file = png(4000, 2000, deflated(new byte[2000 * (1 + 3 * 4000)]));

        assertThat(Picture.decode(file, Rgb.WHITE).rgb(3999, 1999)).isZero();
    }
}
