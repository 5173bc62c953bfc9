package dev.shuttle.cli.sample;

import java.awt.Color;

/** The dyer's colours of the brocade: few, deep and far apart, as yarns are. */
enum Jewel {
    INK(0x0e2a33),
    TEAL(0x1d4a55),
    MIST(0x6fa3a6),
    MAROON(0x4a0d22),
    GARNET(0x941a36),
    ROSE(0xcf3f5c),
    BLUSH(0xee8f97),
    IVORY(0xfdf0dc),
    GOLD(0xd59a35),
    STRAW(0xf3d486),
    PINE(0x16573f),
    JADE(0x3f9a68),
    CELADON(0xa8d3a4),
    LAPIS(0x28468c);

    final Color colour;

    Jewel(int rgb) {
        this.colour = new Color(rgb);
    }
}
