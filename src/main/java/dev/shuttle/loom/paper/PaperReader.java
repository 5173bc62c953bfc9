package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureDetails;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureFormat;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.paper.PaperException.Code;
import dev.shuttle.loom.work.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a point paper cell for cell: one pixel is one cell, its colour one of the paper's. Nothing is sought, cleaned or resampled. */
public final class PaperReader {
    /** In files of more colours than this nobody has put colours to names. */
    private static final int MOST_COUNTED = 1 << 16;

    private final byte[] file;
    private final @Nullable KnownPaper known;
    private final ReadingRules rules;
    private final int threads;
    private final Deadline deadline;

    private PaperReader(byte[] file, @Nullable KnownPaper known, ReadingRules rules, int threads, Deadline deadline) {
        this.file = file;
        this.known = known;
        this.rules = rules;
        this.threads = threads;
        this.deadline = deadline;
    }

    /**
     * Reads a whole file.
     *
     * @param known null: the file's own colours are the paper's, in the order of its table or, without one, of their use
     * @param threads that may help to decode, 1 or more
     * @throws PictureException where it cannot be decoded
     * @throws PaperException where it is no paper that can be woven as it is
     */
    public static ReturnedPaper read(
            byte[] file, @Nullable KnownPaper known, ReadingRules rules, int threads, Deadline deadline)
            throws PictureException, PaperException {
        return new PaperReader(file, known, rules, threads, deadline).read();
    }

    private ReturnedPaper read() throws PictureException, PaperException {
        PictureHeader header = PictureHeader.read(file).requireDecodable();
        boolean lossy = header.format() == PictureFormat.JPEG;
        if (lossy && !(rules.snap() && known != null)) {
            throw new PaperException(
                    Code.LOSSY_FORMAT,
                    "a JPEG has other colours in every cell than were painted",
                    known == null
                            ? "save it as PNG, BMP, TIFF or GIF"
                            : "save it as PNG, BMP, TIFF or GIF, or write snap: true in its ticket",
                    null);
        }
        Picture picture = opaque();
        if (known == null) {
            return free(picture);
        }
        List<Rgb> all = new ArrayList<>(known.colours());
        ReturnedPaper paper = match(picture, known, all, lossy).paper();
        return known.kept() ? paper : paper.withoutUnused();
    }

    private Picture stored(Rgb ground) throws PictureException {
        return Picture.decodeAsStored(file, ground, threads, deadline);
    }

    /** The picture, in which nothing is transparent, or over the ground that is to lie there. */
    private Picture opaque() throws PictureException, PaperException {
        Picture onWhite = stored(Rgb.WHITE);
        Picture onBlack = stored(Rgb.BLACK);
        byte[] states = new byte[onWhite.width() * onWhite.height()];
        long transparent = 0;
        int first = -1;
        for (int cell = 0; cell < states.length; cell++) {
            int x = cell % onWhite.width();
            int y = cell / onWhite.width();
            if (onWhite.rgb(x, y) != onBlack.rgb(x, y)) {
                states[cell] = CellState.TRANSPARENT.code();
                first = transparent == 0 ? cell : first;
                transparent++;
            }
        }
        if (transparent == 0) {
            return onWhite;
        }
        if (rules.ground() != null) {
            return stored(rules.ground());
        }
        throw new PaperException(
                Code.TRANSPARENT_CELLS,
                (transparent == 1 ? "1 cell is" : transparent + " cells are") + " transparent, the first at "
                        + Places.of(first, onWhite.width()),
                "flatten the picture, or write in its ticket which colour lies there, as ground: \"#rrggbb\"",
                MarkedPaper.of(onWhite, states));
    }

    private PaperMatch match(Picture picture, KnownPaper of, List<Rgb> all, boolean lossy)
            throws PictureException, PaperException {
        FileColours colours = FileColours.of(picture, lossy ? Integer.MAX_VALUE : MOST_COUNTED);
        boolean inFalse = exact(colours, of.falseColours()) > exact(colours, of.colours());
        List<Rgb> shown = new ArrayList<>(inFalse ? of.falseColours() : of.colours());
        for (Rgb colour : rules.added()) {
            if (!all.contains(colour) && !shown.contains(colour) && colours.count(colour.packed()) > 0) {
                all.add(colour);
                shown.add(colour);
            }
        }
        long cells = (long) picture.width() * picture.height();
        Picture read = picture;
        if (2 * exact(colours, shown) < cells) {
            // A program that keeps its own colour space stores other values, and says which.
            Picture managed = Picture.decode(file, Objects.requireNonNullElse(rules.ground(), Rgb.WHITE), threads);
            FileColours seen = FileColours.of(managed, lossy ? Integer.MAX_VALUE : MOST_COUNTED);
            if (nearness(seen, shown) > nearness(colours, shown)) {
                read = managed;
                colours = seen;
            }
        }
        if (colours.size() > MOST_COUNTED && !rules.snap()) {
            throw new PaperException(
                    Code.FOREIGN_COLOURS,
                    "it has more than " + MOST_COUNTED + " colours, and the paper "
                            + of.colours().size(),
                    "this is a picture, not a point paper: drop it into the inbox itself",
                    null);
        }
        return new PaperMatch(read, colours, all, shown, inFalse, rules.snap(), deadline).matched();
    }

    private static long exact(FileColours colours, List<Rgb> of) {
        return of.stream().mapToLong(colour -> colours.count(colour.packed())).sum();
    }

    /** Cells whose colour is one of these, or very near to one. */
    private static long nearness(FileColours colours, List<Rgb> of) {
        NearColours near = new NearColours(of);
        long cells = 0;
        for (int rgb : colours.all()) {
            cells += near.of(rgb) >= 0 ? colours.count(rgb) : 0;
        }
        return cells;
    }

    /** The file's own colours are the paper's. */
    private ReturnedPaper free(Picture picture) throws PaperException {
        FileColours colours = FileColours.of(picture, MOST_COUNTED);
        if (colours.size() > Recipe.MOST_COLOURS) {
            String many = colours.size() > MOST_COUNTED ? "more than " + MOST_COUNTED : String.valueOf(colours.size());
            throw new PaperException(
                    Code.TOO_MANY_COLOURS,
                    "it has " + many + " colours, and a point paper has " + Recipe.MOST_COLOURS + " at most",
                    "reduce its colours, or drop it into the inbox itself to be converted as a picture",
                    null);
        }
        List<Rgb> order = order(colours);
        return new PaperMatch(picture, colours, order, order, false, false, deadline)
                .matched()
                .paper();
    }

    private List<Rgb> order(FileColours colours) {
        Set<Rgb> order = new LinkedHashSet<>();
        for (int rgb : PictureDetails.read(file).table()) {
            if (colours.count(rgb) > 0) {
                order.add(Rgb.of(rgb));
            }
        }
        List<Integer> rest = new ArrayList<>();
        colours.all().forEach(rest::add);
        rest.sort(Comparator.comparingLong((Integer rgb) -> -colours.count(rgb)).thenComparing(rgb -> rgb));
        rest.forEach(rgb -> order.add(Rgb.of(rgb)));
        return List.copyOf(order);
    }

    /** Places in words. */
    static final class Places {
        private Places() {}

        /** As paint programs count them. */
        static String of(long cell, int width) {
            return String.format(Locale.ROOT, "x %d, y %d", cell % width, cell / width);
        }
    }
}
