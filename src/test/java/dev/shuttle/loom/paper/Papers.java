package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Point papers for tests, and what paint programs make of their files. */
public final class Papers {
    /** Of a Shu brocade. */
    public static final Density SHU = new Density(58.4, 21);

    private Papers() {}

    /** Unlike colours at random. */
    public static List<Rgb> colours(int count, Random random) {
        List<Rgb> colours = new ArrayList<>();
        while (colours.size() < count) {
            Rgb colour = Rgb.of(random.nextInt(1 << 24));
            if (!colours.contains(colour)) {
                colours.add(colour);
            }
        }
        return colours;
    }

    /** Blocks of cells in these colours at random. */
    public static PointPaper of(int ends, int lines, List<Rgb> colours, Random random) {
        byte[] labels = new byte[ends * lines];
        int[] blocks = random.ints((ends + 6L) / 7 * ((lines + 4) / 5), 0, colours.size())
                .toArray();
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = (byte) blocks[(cell / ends / 5) * ((ends + 6) / 7) + cell % ends / 7];
        }
        return of(ends, lines, labels, colours);
    }

    /** A paper of these cells. */
    public static PointPaper of(int ends, int lines, byte[] labels, List<Rgb> colours) {
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < colours.size(); i++) {
            palette.add(new PaletteColour(i, colours.get(i), 1, 1.0 / colours.size()));
        }
        return new PointPaper(ends, lines, labels, new Palette(palette), SHU);
    }

    /** The paper in true colours, as a program has it that knows no palettes. */
    public static BufferedImage rgb(PointPaper paper) {
        BufferedImage image = new BufferedImage(paper.ends(), paper.lines(), BufferedImage.TYPE_INT_RGB);
        for (int line = 0; line < paper.lines(); line++) {
            for (int end = 0; end < paper.ends(); end++) {
                image.setRGB(
                        end, line, paper.palette().rgb(paper.label(end, line)).packed());
            }
        }
        return image;
    }

    /** The paper with its palette in another order, as most programs save it. */
    public static BufferedImage reordered(PointPaper paper, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < paper.palette().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        // all 256 entries: the JDK writes a wrong BMP of a shorter table
        int[] table = Arrays.copyOf(
                order.stream().mapToInt(i -> paper.palette().rgb(i).packed()).toArray(), 256);
        IndexColorModel model = new IndexColorModel(8, table.length, table, 0, false, -1, 0);
        BufferedImage image = new BufferedImage(paper.ends(), paper.lines(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int line = 0; line < paper.lines(); line++) {
            for (int end = 0; end < paper.ends(); end++) {
                image.getRaster().setSample(end, line, 0, order.indexOf(paper.label(end, line)));
            }
        }
        return image;
    }

    /** An image as a file. */
    public static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    static Color awt(Rgb colour) {
        return new Color(colour.packed());
    }
}
