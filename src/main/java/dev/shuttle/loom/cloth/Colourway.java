package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.weave.WarpFaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A colourway 配色: other yarns in the lift plan of a cloth, whose threads lie where they lay, so that all that is proved of the
 * floats holds for it too.
 *
 * @param name as its user calls it
 * @param first the cloth whose lift plan it is
 * @param cloth the same in other colours
 * @param yarns all of them, by the letter of the weft, for jin of the warp, by {@code warp} and {@code binder}, those of bobbins by
 *     their colour
 * @param unknown what was to be changed and is not in the cloth
 */
public record Colourway(String name, Cloth first, Cloth cloth, List<Dyed> yarns, List<String> unknown) {
    /** Wefts nearer in lightness than this (L*) have no order that anybody sees. */
    private static final double SEEN = 3;
    /** How much heavier or lighter a yarn may be: beyond that it is another quality. */
    private static final double SAME_COUNT = 0.05;

    public Colourway {
        yarns = List.copyOf(yarns);
        unknown = List.copyOf(unknown);
    }

    /**
     * A yarn in both ways.
     *
     * @param place {@code A}, {@code C2} where the weft C changes its yarn along the length, {@code warp}, {@code binder}
     */
    public record Dyed(String place, Rgb from, Rgb to) {}

    /**
     * Two wefts of which the lighter one has become the darker one.
     *
     * @param lighter the place of the one that was lighter
     * @param darker the place of the other
     */
    public record Flip(String lighter, String darker) {}

    /**
     * The colourway of a cloth.
     *
     * @param yarns by place; {@code C} stands for all yarns of a weft that changes, a colour for all yarns that have it
     */
    public static Colourway of(String name, Map<String, Rgb> yarns, Cloth first) {
        List<Dyed> dyed = new ArrayList<>();
        List<String> unknown = new ArrayList<>(yarns.keySet());
        for (Map.Entry<String, Rgb> place : places(first).entrySet()) {
            unknown.removeIf(written -> names(written, place.getKey(), place.getValue()));
            dyed.add(dyed(place.getKey(), place.getValue(), yarns, dyed));
        }
        return new Colourway(name, first, dyed(first, dyed), dyed, unknown);
    }

    /** A binder that had the warp's colour goes with the warp. */
    private static Dyed dyed(String place, Rgb from, Map<String, Rgb> yarns, List<Dyed> before) {
        String key = key(place, from, yarns);
        boolean goesAlong =
                key.isEmpty() && place.equals("binder") && before.get(0).from().equals(from);
        return new Dyed(place, from, goesAlong ? before.get(0).to() : yarns.getOrDefault(key, from));
    }

    /** The yarns of a cloth by place. */
    public static Map<String, Rgb> places(Cloth cloth) {
        Map<String, Rgb> places = new LinkedHashMap<>();
        Colouring colouring = cloth.colouring();
        if (cloth.structure() instanceof WarpFaced) {
            for (int warp = 0; warp < colouring.warp().size(); warp++) {
                places.put(letter(warp), colouring.warp().get(warp));
            }
            places.put("binder", colouring.binder());
            return places;
        }
        places.put("warp", colouring.warp().get(0));
        if (cloth.plan().binders().columns() > 0) {
            places.put("binder", colouring.binder());
        }
        for (int weft = 0; weft < colouring.weftCount(); weft++) {
            List<Rgb> own = colouring.yarns(weft);
            for (int i = 0; i < own.size(); i++) {
                places.put(letter(weft) + (own.size() == 1 ? "" : String.valueOf(i + 1)), own.get(i));
            }
        }
        cloth.brocading().yarns().forEach(yarn -> places.put(yarn.hex(), yarn));
        return places;
    }

    /** 甲 乙 丙 as letters. */
    public static String letter(int number) {
        return String.valueOf((char) ('A' + number));
    }

    private static boolean names(String written, String place, Rgb colour) {
        boolean ofWeft = written.length() == 1 && place.length() > 1 && place.startsWith(written);
        return written.equals(place) || ofWeft || isColour(written, colour);
    }

    private static boolean isColour(String written, Rgb colour) {
        return written.matches("#?[0-9a-fA-F]{6}") && Rgb.parse(written).equals(colour);
    }

    /** What is said of a yarn: by its place, by its weft, by its colour. */
    private static String key(String place, Rgb colour, Map<String, Rgb> yarns) {
        return yarns.keySet().stream()
                .filter(written -> names(written, place, colour))
                .min((one, other) -> Integer.compare(rank(one, place), rank(other, place)))
                .orElse("");
    }

    private static int rank(String written, String place) {
        return written.equals(place) ? 0 : place.startsWith(written) ? 1 : 2;
    }

    private static Cloth dyed(Cloth first, List<Dyed> yarns) {
        Map<String, Rgb> to = new HashMap<>();
        yarns.forEach(yarn -> to.put(yarn.place(), yarn.to()));
        Colouring colouring = first.colouring();
        boolean jin = first.structure() instanceof WarpFaced;
        List<Rgb> warp = new ArrayList<>();
        for (int i = 0; i < colouring.warp().size(); i++) {
            warp.add(to.getOrDefault(jin ? letter(i) : "warp", colouring.warp().get(i)));
        }
        Rgb binder = to.getOrDefault("binder", warp.get(0));
        WayColours colours = new WayColours(
                first.structure(), warp, binder, Mixing.of(first.order().calibration()));
        List<Band> bands = new ArrayList<>();
        for (Band band : colouring.bands()) {
            List<Rgb> wefts = new ArrayList<>();
            for (int weft = 0; weft < band.wefts().size(); weft++) {
                wefts.add(jin ? binder : weft(colouring, weft, band.wefts().get(weft), to));
            }
            List<Filling> own = band.fillings().stream()
                    .map(filling -> bobbins(filling, to))
                    .toList();
            bands.add(new Band(band.from(), band.to(), colours.of(own, wefts), band.seen(), wefts));
        }
        List<Filling> fillings = new ArrayList<>();
        for (int index = 0; index < colouring.fillings().size(); index++) {
            int home = colouring.homes().get(index);
            fillings.add(bands.get(home).fillings().get(index));
        }
        Colouring own = new Colouring(fillings, warp, binder, bands, colouring.homes());
        return new Cloth(
                first.order().weighed(counts(first.order().counts(), yarns)),
                first.structure(),
                own,
                first.faces(),
                first.plan(),
                first.allEnds(),
                first.analysis(),
                first.density(),
                List.of(),
                List.of(),
                first.brocading().dyed(to));
    }

    private static Filling bobbins(Filling filling, Map<String, Rgb> to) {
        if (!(filling.face() instanceof Filling.Bobbin bobbin)) {
            return filling;
        }
        Rgb yarn = to.getOrDefault(bobbin.yarn().hex(), bobbin.yarn());
        return new Filling(
                filling.index(),
                filling.asked(),
                filling.woven(),
                filling.difference(),
                filling.lost(),
                new Filling.Bobbin(bobbin.face(), yarn),
                filling.weave());
    }

    private static Rgb weft(Colouring colouring, int weft, Rgb colour, Map<String, Rgb> to) {
        List<Rgb> own = colouring.yarns(weft);
        String place = letter(weft) + (own.size() == 1 ? "" : String.valueOf(own.indexOf(colour) + 1));
        return to.getOrDefault(place, colour);
    }

    /** A yarn of which no card says how thick it is is as thick as the one in whose place it is woven. */
    private static YarnCounts counts(YarnCounts known, List<Dyed> yarns) {
        Map<Rgb, Double> shown = new HashMap<>(known.shown());
        for (Dyed yarn : yarns) {
            Double before = known.shown().get(yarn.from());
            if (before != null) {
                shown.putIfAbsent(yarn.to(), before);
            }
        }
        return new YarnCounts(shown, known.warp(), known.binder());
    }

    /** The mean CIEDE2000 between the two cloths, by area. */
    public double difference(Palette palette) {
        double sum = 0;
        for (PaletteColour colour : palette.colours()) {
            Lab before = Lab.of(first.colouring().fillings().get(colour.index()).woven());
            Lab after = Lab.of(cloth.colouring().fillings().get(colour.index()).woven());
            sum += colour.share() * before.difference(after);
        }
        return sum;
    }

    /** Whether another warp has to be made for it, binders among it. */
    public boolean hasNewWarp() {
        return !first.colouring().warp().equals(cloth.colouring().warp())
                || (cloth.plan().binders().columns() > 0
                        && !first.colouring().binder().equals(cloth.colouring().binder()));
    }

    /** Yarns, by place, that are heavier or lighter than those of the first way by more than 5 %. */
    public List<String> otherCounts() {
        Map<Rgb, Double> known = first.order().counts().shown();
        List<String> others = new ArrayList<>();
        for (Dyed yarn : yarns) {
            boolean shown = yarn.place().matches("[A-H].*");
            Double before = known.get(yarn.from());
            Double after = known.get(yarn.to());
            if (shown && before != null && after != null && Math.abs(after / before - 1) > SAME_COUNT) {
                others.add(yarn.place());
            }
        }
        return others;
    }

    /** Wefts, for jin warps, whose order of lightness is turned over: figure and ground may change places. */
    public List<Flip> flips() {
        List<Dyed> shown =
                yarns.stream().filter(yarn -> yarn.place().matches("[A-H].*")).toList();
        List<Flip> flips = new ArrayList<>();
        for (Dyed one : shown) {
            for (Dyed other : shown) {
                if (lightness(one.from()) - lightness(other.from()) > SEEN
                        && lightness(other.to()) - lightness(one.to()) > SEEN) {
                    flips.add(new Flip(one.place(), other.place()));
                }
            }
        }
        return flips;
    }

    private static double lightness(Rgb colour) {
        return Lab.of(colour).lightness();
    }

    /** How far figure is from ground, L*, the mean by area; the ground is the colour of the largest area. */
    public double contrast(Palette palette) {
        List<Filling> fillings = cloth.colouring().fillings();
        double ground = lightness(fillings.get(0).woven());
        double sum = 0;
        double area = 0;
        for (PaletteColour colour : palette.colours()) {
            if (colour.index() > 0) {
                sum += colour.share()
                        * Math.abs(lightness(fillings.get(colour.index()).woven()) - ground);
                area += colour.share();
            }
        }
        return area == 0 ? 0 : sum / area;
    }
}
