package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.List;

/**
 * The point paper in greys, with the cells in red whose thread on the cloth is further than {@link Filling#LOST} from their colour: one
 * pixel is one end by one line.
 */
public final class LostMap {
    private static final int GREYS = 15;
    private static final int LOST = GREYS;
    private static final int RED = 0xd01020;
    /** What is not lost is paler than on the point paper, so that red stands out. */
    private static final int DARKEST = 0x60;

    private LostMap() {}

    public static BufferedImage of(Cloth cloth, PointPaper paper) {
        int[] colours = new int[GREYS + 1];
        for (int grey = 0; grey < GREYS; grey++) {
            colours[grey] = 0x010101 * (DARKEST + (255 - DARKEST) * grey / (GREYS - 1));
        }
        colours[LOST] = RED;
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        BufferedImage map = new BufferedImage(paper.ends(), paper.lines(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] pixels = ((DataBufferByte) map.getRaster().getDataBuffer()).getData();
        for (Band band : cloth.colouring().bands()) {
            byte[][] shown = shown(cloth, paper, band);
            for (int line = band.from(); line < Math.min(band.to(), paper.lines()); line++) {
                byte[] of = shown[line & 1];
                for (int end = 0; end < paper.ends(); end++) {
                    int label = paper.label(end, line);
                    // a bobbin has the very yarn
                    pixels[line * paper.ends() + end] = cloth.isBobbin(end, line)
                            ? grey(Lab.of(paper.palette().rgb(label)))
                            : of[label];
                }
            }
        }
        return map;
    }

    private static byte grey(Lab wanted) {
        return (byte) Math.round(wanted.lightness() * (GREYS - 1) / 100);
    }

    /** The pixel of each colour on even and on odd lines of a band. */
    private static byte[][] shown(Cloth cloth, PointPaper paper, Band band) {
        byte[][] shown = new byte[2][paper.palette().size()];
        for (Filling filling : band.fillings()) {
            Lab wanted = Lab.of(filling.asked());
            byte grey = grey(wanted);
            List<Rgb> yarns = cloth.looks(filling.face(), band);
            for (int odd = 0; odd < 2; odd++) {
                double difference = yarns.isEmpty()
                        ? filling.difference()
                        : Lab.of(yarns.get(odd % yarns.size())).difference(wanted);
                shown[odd][filling.index()] = difference > Filling.LOST ? LOST : grey;
            }
        }
        return shown;
    }
}
