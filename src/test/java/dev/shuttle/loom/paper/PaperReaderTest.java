package dev.shuttle.loom.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.IndexedBmp;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.format.IndexedTiff;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A paper comes back cell for cell through whatever a paint program makes of its file, or is refused with the place. */
class PaperReaderTest {
    private static final List<Rgb> SIX = Stream.of("#f4ecd8", "#b3202a", "#1d3f72", "#d8a21b", "#2f6b3a", "#221c1a")
            .map(Rgb::parse)
            .toList();

    /** A way through another program. */
    interface Way {
        byte[] file(PointPaper paper, Random random) throws IOException;
    }

    private record Named(String name, Way way) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> ways() {
        return Stream.of(
                new Named("our PNG", (paper, random) -> IndexedPng.write(paper)),
                new Named("our BMP", (paper, random) -> IndexedBmp.write(paper)),
                new Named("our TIFF", (paper, random) -> IndexedTiff.write(paper)),
                new Named("PNG in true colours", (paper, random) -> Papers.file(Papers.rgb(paper), "png")),
                new Named("BMP in true colours", (paper, random) -> Papers.file(Papers.rgb(paper), "bmp")),
                new Named("TIFF in true colours", (paper, random) -> Papers.file(Papers.rgb(paper), "tiff")),
                new Named(
                        "PNG, palette in another order",
                        (paper, random) -> Papers.file(Papers.reordered(paper, random), "png")),
                new Named(
                        "BMP, palette in another order",
                        (paper, random) -> Papers.file(Papers.reordered(paper, random), "bmp")),
                new Named(
                        "GIF, palette in another order",
                        (paper, random) -> Papers.file(Papers.reordered(paper, random), "gif")));
    }

    private static KnownPaper known(PointPaper paper) {
        return new KnownPaper(
                paper.palette().colours().stream().map(colour -> colour.rgb()).toList(), List.of(), true, null);
    }

    private static ReturnedPaper read(byte[] file, @Nullable KnownPaper known, ReadingRules rules)
            throws PictureException, PaperException {
        return PaperReader.read(file, known, rules, 1, Deadline.NONE);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noCellChanges(Named through) throws Exception {
        for (int seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            List<Rgb> colours = Papers.colours(2 + random.nextInt(63), random);
            PointPaper paper = Papers.of(3 + random.nextInt(120), 2 + random.nextInt(90), colours, random);

            ReturnedPaper returned = read(through.way().file(paper, random), known(paper), ReadingRules.STRICT);

            assertThat(returned.cells().labels()).as("seed %d", seed).isEqualTo(paper.labels());
            assertThat(returned.colours()).as("seed %d", seed).isEqualTo(colours);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void exactlyTheEditedCellsChange(Named through) throws Exception {
        for (int seed = 1; seed <= 15; seed++) {
            Random random = new Random(seed);
            List<Rgb> colours = Papers.colours(2 + random.nextInt(20), random);
            PointPaper issued = Papers.of(40 + random.nextInt(60), 40 + random.nextInt(60), colours, random);
            byte[] edited = issued.labels().clone();
            for (int stroke = 0; stroke < 40; stroke++) {
                edited[random.nextInt(edited.length)] = (byte) random.nextInt(colours.size());
            }
            long changed = 0;
            for (int cell = 0; cell < edited.length; cell++) {
                changed += edited[cell] == issued.labels()[cell] ? 0 : 1;
            }
            PointPaper painted = Papers.of(issued.ends(), issued.lines(), edited, colours);

            ReturnedPaper returned = read(through.way().file(painted, random), known(issued), ReadingRules.STRICT);
            PaperEdits edits = PaperEdits.between(
                    new KnownPaper.Cells(issued.ends(), issued.lines(), issued.labels()), returned.cells());

            assertThat(returned.cells().labels()).as("seed %d", seed).isEqualTo(edited);
            assertThat(edits.cells()).as("seed %d", seed).isEqualTo(changed);
            assertThat(edits.changes().stream()
                            .mapToLong(PaperEdits.Change::cells)
                            .sum())
                    .isEqualTo(changed);
        }
    }

    @Test
    void coloursHardlyAnybodyTellsApartStayTwo() throws Exception {
        List<Rgb> colours = List.of(Rgb.parse("#b3202a"), Rgb.parse("#b3212a"), Rgb.parse("#1d3f72"));
        PointPaper paper = Papers.of(60, 50, colours, new Random(3));

        ReturnedPaper returned = read(Papers.file(Papers.rgb(paper), "png"), known(paper), ReadingRules.STRICT);

        assertThat(returned.cells().labels()).isEqualTo(paper.labels());
    }

    /** A profile moves every colour by a level or two. */
    @Test
    void aConversionOfTheWholeFileChangesNoCell() throws Exception {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            PointPaper paper = Papers.of(70, 60, SIX, random);
            BufferedImage image = Papers.rgb(paper);
            int[] moved = new int[6];
            for (int i = 0; i < 6; i++) {
                Rgb colour = SIX.get(i);
                moved[i] = new Rgb(colour.red() - 1, colour.green() + random.nextInt(2), colour.blue() + 1).packed();
            }
            for (int cell = 0; cell < paper.labels().length; cell++) {
                image.setRGB(cell % 70, cell / 70, moved[paper.labels()[cell]]);
            }

            ReturnedPaper returned = read(Papers.file(image, "png"), known(paper), ReadingRules.STRICT);

            assertThat(returned.cells().labels()).isEqualTo(paper.labels());
            assertThat(returned.near()).isEqualTo(paper.labels().length);
        }
    }

    private static BufferedImage stroked(PointPaper paper, Random random, int strokes) {
        BufferedImage image = Papers.rgb(paper);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setStroke(new BasicStroke(4));
        for (int stroke = 0; stroke < strokes; stroke++) {
            brush.setColor(Papers.awt(SIX.get(1 + random.nextInt(5))));
            brush.drawLine(
                    random.nextInt(paper.ends()),
                    random.nextInt(paper.lines()),
                    random.nextInt(paper.ends()),
                    random.nextInt(paper.lines()));
        }
        brush.dispose();
        return image;
    }

    private static PointPaper plain(int ends, int lines) {
        return Papers.of(ends, lines, new byte[ends * lines], SIX);
    }

    /** The halo of a soft brush passes by colours that are neither the brush's nor the ground's. */
    @Test
    void aSoftStrokeLeavesNoThirdColour() throws Exception {
        for (int seed = 1; seed <= 10; seed++) {
            PointPaper paper = plain(600, 500);
            BufferedImage image = stroked(paper, new Random(seed), 1);

            ReturnedPaper returned = read(Papers.file(image, "png"), known(paper), ReadingRules.STRICT);

            long colours = Stream.iterate(0, i -> i + 1)
                    .limit(returned.cells().labels().length)
                    .map(i -> returned.cells().labels()[i])
                    .distinct()
                    .count();
            assertThat(colours).as("seed %d", seed).isLessThanOrEqualTo(2);
            assertThat(returned.marked() == null).as("marked, seed %d", seed).isEqualTo(returned.blended() == 0);
        }
    }

    @Test
    void manySoftStrokesAreRefusedWithTheirCellsMarked() throws Exception {
        PointPaper paper = plain(120, 100);
        byte[] file = Papers.file(stroked(paper, new Random(1), 12), "png");

        PaperException refused =
                catchThrowableOfType(PaperException.class, () -> read(file, known(paper), ReadingRules.STRICT));

        assertThat(refused.code()).isIn("BLENDED_CELLS", "FOREIGN_COLOURS");
        BufferedImage marked = Objects.requireNonNull(refused.marked());
        assertThat(marked.getWidth()).isEqualTo(120);
        assertThat(marked.getHeight()).isEqualTo(100);
    }

    @Test
    void manySoftStrokesSnapWhereThatIsWanted() throws Exception {
        PointPaper paper = plain(120, 100);
        byte[] file = Papers.file(stroked(paper, new Random(1), 12), "png");

        ReturnedPaper returned = read(file, known(paper), new ReadingRules(null, true, List.of()));

        assertThat(returned.blended() + returned.snapped()).isPositive();
        assertThat(returned.marked()).isNotNull();
    }

    @Test
    void aColourThatIsNoneOfThePapersIsNamedWithCountAndPlace() throws Exception {
        PointPaper paper = plain(50, 40);
        BufferedImage image = Papers.rgb(paper);
        image.setRGB(17, 23, 0x00ff80);
        image.setRGB(18, 23, 0x00ff80);
        byte[] file = Papers.file(image, "png");

        PaperException refused =
                catchThrowableOfType(PaperException.class, () -> read(file, known(paper), ReadingRules.STRICT));

        assertThat(refused.code()).isEqualTo("FOREIGN_COLOURS");
        assertThat(refused.message()).contains("#00ff80 in 2 cells, first at x 17, y 23");
        BufferedImage marked = Objects.requireNonNull(refused.marked());
        assertThat(marked.getRGB(17, 23) & 0xffffff).isEqualTo(0xd01020);
        assertThat(marked.getRGB(12, 23) & 0xffffff).as("the frame").isEqualTo(0x1040d0);
        assertThat(marked.getRGB(30, 5) & 0xffffff).as("elsewhere").isNotIn(0xd01020, 0xf08000, 0x1040d0);
    }

    @Test
    void aNewColourThatIsNamedGetsTheNextIndex() throws Exception {
        PointPaper paper = plain(50, 40);
        BufferedImage image = Papers.rgb(paper);
        image.setRGB(17, 23, 0x00ff80);
        Rgb added = Rgb.parse("#00ff80");

        ReturnedPaper returned = read(
                Papers.file(image, "png"),
                known(paper),
                new ReadingRules(null, false, List.of(Rgb.parse("#123456"), added)));

        List<Rgb> expected = new ArrayList<>(SIX);
        expected.add(added);
        assertThat(returned.colours()).isEqualTo(expected);
        assertThat(returned.cells().labels()[23 * 50 + 17]).isEqualTo((byte) 6);
    }

    @Test
    void transparentCellsAreRefusedUnlessTheirGroundIsNamed() throws Exception {
        PointPaper paper = plain(50, 40);
        BufferedImage image = new BufferedImage(50, 40, BufferedImage.TYPE_INT_ARGB);
        for (int cell = 0; cell < 2000; cell++) {
            image.setRGB(cell % 50, cell / 50, 0xff000000 | SIX.get(0).packed());
        }
        image.setRGB(9, 7, 0);
        byte[] file = Papers.file(image, "png");

        PaperException refused =
                catchThrowableOfType(PaperException.class, () -> read(file, known(paper), ReadingRules.STRICT));
        ReturnedPaper returned = read(file, known(paper), new ReadingRules(SIX.get(3), false, List.of()));

        assertThat(refused.message()).isEqualTo("1 cell is transparent, the first at x 9, y 7");
        assertThat(returned.cells().labels()[7 * 50 + 9]).isEqualTo((byte) 3);
    }

    @Test
    void aJpegIsRefusedUnlessItMaySnap() throws Exception {
        PointPaper paper = Papers.of(80, 80, SIX, new Random(4));
        byte[] file = Papers.file(Papers.rgb(paper), "jpg");

        PaperException refused =
                catchThrowableOfType(PaperException.class, () -> read(file, known(paper), ReadingRules.STRICT));
        ReturnedPaper returned = read(file, known(paper), new ReadingRules(null, true, List.of()));

        assertThat(refused.code()).isEqualTo("LOSSY_FORMAT");
        assertThat(returned.cells().labels()).hasSameSizeAs(paper.labels());
    }

    @Test
    void ofAnUnknownPaperTheTablesOrderIsKept() throws Exception {
        List<Rgb> colours = Papers.colours(30, new Random(8));
        PointPaper paper = Papers.of(90, 80, colours, new Random(8));

        for (byte[] file : List.of(IndexedPng.write(paper), IndexedBmp.write(paper), IndexedTiff.write(paper))) {
            ReturnedPaper returned = read(file, null, ReadingRules.STRICT);

            assertThat(returned.colours()).isEqualTo(colours);
            assertThat(returned.cells().labels()).isEqualTo(paper.labels());
        }
    }

    @Test
    void aPictureIsNoPaper() throws Exception {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        for (int cell = 0; cell < 10_000; cell++) {
            image.setRGB(cell % 100, cell / 100, cell * 1000);
        }
        byte[] file = Papers.file(image, "png");

        PaperException refused =
                catchThrowableOfType(PaperException.class, () -> read(file, null, ReadingRules.STRICT));

        assertThat(refused.message()).isEqualTo("it has 10000 colours, and a point paper has 64 at most");
    }

    @Test
    void falseColoursAreReadAsThePapersOwn() throws Exception {
        List<Rgb> near = List.of(Rgb.parse("#b3202a"), Rgb.parse("#b4212a"), Rgb.parse("#b3202c"));
        List<Rgb> painted = FalseColours.of(near);
        PointPaper paper = Papers.of(60, 50, near, new Random(3));
        PointPaper shown = Papers.of(60, 50, paper.labels(), painted);

        ReturnedPaper returned = read(
                Papers.file(Papers.rgb(shown), "png"), new KnownPaper(near, painted, true, null), ReadingRules.STRICT);

        assertThat(returned.isInFalseColours()).isTrue();
        assertThat(returned.colours()).isEqualTo(near);
        assertThat(returned.cells().labels()).isEqualTo(paper.labels());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 16, 64})
    void noTwoFalseColoursCanBeMistaken(int count) {
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<Rgb> colours = random.nextBoolean()
                    ? Papers.colours(count, random)
                    : Stream.iterate(0x204060, rgb -> rgb + 1)
                            .limit(count)
                            .map(Rgb::of)
                            .toList();
            List<Rgb> painted = FalseColours.of(colours);

            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    double difference = dev.shuttle.loom.colour.Lab.of(painted.get(i))
                            .difference(dev.shuttle.loom.colour.Lab.of(painted.get(j)));
                    assertThat(difference)
                            .as("%d colours, seed %d", count, seed)
                            .isGreaterThanOrEqualTo(10);
                }
            }
        }
    }
}
