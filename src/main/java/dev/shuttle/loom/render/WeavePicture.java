package dev.shuttle.loom.render;

import dev.shuttle.loom.weave.UnitWeave;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A weave on squared paper as weavers draw it: black is up, one repeat framed in red amid its neighbours. */
public final class WeavePicture {
    private static final int CELL = 10;
    /** Neighbours are shown so far, and small repeats again. */
    private static final int FEWEST = 24;

    private static final Color PAPER = Color.WHITE;
    private static final Color LINES = new Color(0xb8b8b8);
    private static final Color FRAME = new Color(0xd01020);

    private WeavePicture() {}

    /** The picture; its first end and its top row are the repeat's. */
    public static BufferedImage of(UnitWeave weave) {
        int ends = Math.max(FEWEST, weave.ends() + weave.ends() / 2);
        int lines = Math.max(FEWEST, weave.lines() + weave.lines() / 2);
        BufferedImage image = new BufferedImage(ends * CELL + 1, lines * CELL + 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int line = 0; line < lines; line++) {
            for (int end = 0; end < ends; end++) {
                graphics.setColor(weave.isUp(end, line) ? Color.BLACK : PAPER);
                graphics.fillRect(end * CELL, line * CELL, CELL, CELL);
                graphics.setColor(LINES);
                graphics.drawRect(end * CELL, line * CELL, CELL, CELL);
            }
        }
        graphics.setColor(FRAME);
        graphics.drawRect(0, 0, weave.ends() * CELL, weave.lines() * CELL);
        graphics.dispose();
        return image;
    }
}
