package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A draft as DTX, the text format of Fiberworks, with a lift plan; known from files, not from a specification. */
public final class DtxWriter {
    private DtxWriter() {}

    /** The whole file. Each end is on one shaft. */
    public static byte[] write(Draft draft) {
        Set<Rgb> colours = new LinkedHashSet<>(draft.warp());
        colours.addAll(draft.weft());
        List<Rgb> palette = new ArrayList<>(colours);
        String threading = IntStream.range(0, draft.ends())
                .mapToObj(end -> String.valueOf(draft.threading().end(end, 0, false) + 1))
                .collect(Collectors.joining(" "));
        String lifts = IntStream.range(0, draft.picks())
                .mapToObj(pick -> IntStream.range(0, draft.shafts())
                        .mapToObj(shaft -> draft.lifts().get(pick, shaft) ? "1" : "0")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        String table = palette.stream()
                .map(rgb -> rgb.red() + "," + rgb.green() + "," + rgb.blue())
                .collect(Collectors.joining("\n"));
        String text = String.join(
                "\n",
                "@@StartDTX",
                "%%version 1",
                "",
                "@@Description",
                draft.title().replaceAll("[^\\x20-\\x7e]", "?"),
                "",
                "@@Contents",
                "Imprint\nInfo\nThreading\nLiftplan\nColor Palet\nWarp Colors\nWeft Colors\nEndDTX",
                "",
                "@@Imprint",
                "Shuttle 1.0",
                "",
                "@@Info",
                "%%shafts " + draft.shafts(),
                "%%treadles " + draft.shafts(),
                "%%ends " + draft.ends(),
                "%%picks " + draft.picks(),
                "",
                "@@Threading",
                threading,
                "",
                "@@Liftplan",
                lifts,
                "",
                "@@Color Palet",
                table,
                "",
                "@@Warp Colors",
                indices(draft.warp(), palette),
                "",
                "@@Weft Colors",
                indices(draft.weft(), palette),
                "",
                "@@EndDTX",
                "");
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String indices(List<Rgb> threads, List<Rgb> palette) {
        return threads.stream()
                .map(colour -> String.valueOf(palette.indexOf(colour)))
                .collect(Collectors.joining(" "));
    }
}
