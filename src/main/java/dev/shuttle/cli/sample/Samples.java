package dev.shuttle.cli.sample;

import java.util.List;

/** The bundled sample pictures. */
public final class Samples {
    private Samples() {}

    /** Draws all samples, a second or two of work: a peony brocade as PNG, a misty river as JPEG. */
    public static List<Sample> all() {
        return List.of(
                new Sample("peony-brocade", "peony-brocade.png", Encoding.png(PeonyBrocade.draw())),
                new Sample("misty-river", "misty-river.jpg", Encoding.jpeg(MistyRiver.draw(), 0.92f)));
    }
}
