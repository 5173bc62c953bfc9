package dev.shuttle.loom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.IndexedBmp;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.format.IndexedTiff;
import dev.shuttle.loom.image.PictureDetails.Resolution;
import dev.shuttle.loom.paper.Papers;
import dev.shuttle.loom.work.RowBands;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What files say beside their pixels. */
class PictureDetailsTest {
    private static final PointPaper PAPER = Papers.of(40, 30, Papers.colours(9, new Random(5)), new Random(5));
    private static final List<Integer> COLOURS = PAPER.palette().colours().stream()
            .map(colour -> colour.rgb().packed())
            .toList();

    private static Resolution resolution(byte[] file) {
        return Objects.requireNonNull(PictureDetails.read(file).resolution());
    }

    /** A PNG with one more chunk before its end. */
    private static byte[] withChunk(String type, byte[] data) {
        byte[] png = IndexedPng.write(PAPER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, png.length - 12);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type.getBytes(ISO_8859_1));
        out.writeBytes(data);
        out.writeBytes(new byte[4]);
        out.write(png, png.length - 12, 12);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] text) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            deflating.write(text);
        }
        return out.toByteArray();
    }

    private static byte[] joined(String head, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(ISO_8859_1));
        out.writeBytes(rest);
        return out.toByteArray();
    }

    @Test
    void densityAndTableOfOurOwnFilesAreRead() {
        for (byte[] file : List.of(IndexedPng.write(PAPER), IndexedBmp.write(PAPER), IndexedTiff.write(PAPER))) {
            assertThat(resolution(file).across()).isEqualTo(58.4);
            assertThat(resolution(file).down()).isEqualTo(21);
            assertThat(PictureDetails.read(file).table().subList(0, 9)).isEqualTo(COLOURS);
        }
    }

    @Test
    void commentsAreReadInEveryFormThatAPngHas() throws Exception {
        byte[] words = "a 牡丹".getBytes(UTF_8);

        assertThat(PictureDetails.read(withChunk("tEXt", joined("comment\0", "a b".getBytes(UTF_8))))
                        .texts())
                .containsExactly("a b");
        assertThat(PictureDetails.read(withChunk("zTXt", joined("Comment\0\0", deflated("a b".getBytes(UTF_8)))))
                        .texts())
                .containsExactly("a b");
        assertThat(PictureDetails.read(withChunk("iTXt", joined("Comment\0\0\0\0\0", words)))
                        .texts())
                .containsExactly("a 牡丹");
        assertThat(PictureDetails.read(withChunk("iTXt", joined("Comment\0\1\0en\0\0", deflated(words))))
                        .texts())
                .containsExactly("a 牡丹");
        assertThat(PictureDetails.read(withChunk("tEXt", joined("Title\0", words)))
                        .texts())
                .isEmpty();
    }

    @Test
    void aJpegsCommentIsRead() throws Exception {
        byte[] jpeg = Papers.file(Papers.rgb(PAPER), "jpg");
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(jpeg, 0, 2);
        commented.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 5, 'a', ' ', 'b'});
        commented.write(jpeg, 2, jpeg.length - 2);

        assertThat(PictureDetails.read(commented.toByteArray()).texts()).containsExactly("a b");
        assertThat(PictureDetails.read(jpeg).texts()).isEmpty();
    }

    @Test
    void whatIsDamagedSaysNothing() {
        byte[] whole = IndexedPng.write(PAPER, "a comment", new RowBands(1));
        byte[] tiff = IndexedTiff.write(PAPER, "a comment");
        byte[] bmp = IndexedBmp.write(PAPER);
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] file = List.of(whole, tiff, bmp).get(round % 3).clone();
            for (int hit = 0; hit < 3; hit++) {
                file[random.nextInt(Math.min(400, file.length))] = (byte) random.nextInt(256);
            }
            assertThat(PictureDetails.read(java.util.Arrays.copyOf(file, random.nextInt(file.length))))
                    .isNotNull();
        }
        assertThat(PictureDetails.read(new byte[0]).texts()).isEmpty();
    }
}
