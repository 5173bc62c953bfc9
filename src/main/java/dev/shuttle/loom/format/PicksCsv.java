package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.harness.LoomPick;
import dev.shuttle.loom.harness.LoomPick.Flight;
import dev.shuttle.loom.weave.PickPlan;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the loom does for each pick 投梭, as a table in the order of weaving: the bottom row of the lift plan comes first. */
public final class PicksCsv {
    /**
     * The first line; rows and lines count from the top, from 1, as all else does. {@code regulator}: 1 where the take-up goes on.
     * Shuttle, boxes and remark are empty on looms without shuttle boxes, {@code take_up_mm}, how far the take-up goes on after the
     * pick, where no fabric is named.
     */
    public static final String HEADER =
            "pick,lift_plan_row,weft,hex,line,letter,letter_zh,selector,shuttle,box,to_box,regulator,band,yarn,ends_up,remark,take_up_mm";

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

    private PicksCsv() {}

    /**
     * The whole file.
     *
     * @param picks in the order of weaving
     * @param colours of each pick, by rows of the lift plan
     * @param yarns what a colour's yarn is called
     * @param sized whether the density is the cloth's
     */
    public static String write(List<LoomPick> picks, List<Rgb> colours, Function<Rgb, String> yarns, boolean sized) {
        CsvText out = new CsvText(HEADER);
        for (int i = 0; i < picks.size(); i++) {
            LoomPick pick = picks.get(i);
            Rgb colour = colours.get(pick.row() - 1);
            Flight flight = pick.flight();
            out.row(List.of(
                    String.valueOf(i + 1),
                    String.valueOf(pick.row()),
                    String.valueOf(pick.weft()),
                    colour.hex(),
                    String.valueOf(pick.line()),
                    pick.letter(),
                    STEMS.substring(pick.weft() - 1, pick.weft()),
                    pick.selector() == 0 ? "" : String.valueOf(pick.selector()),
                    flight == null ? "" : String.valueOf(flight.shuttle()),
                    flight == null ? "" : flight.box(),
                    flight == null ? "" : flight.toBox(),
                    pick.isAdvance() ? "1" : "0",
                    String.valueOf(pick.band()),
                    yarns.apply(colour),
                    String.valueOf(pick.up()),
                    flight == null ? "" : flight.remark(),
                    sized ? String.format(Locale.ROOT, "%.5f", pick.takeUpMm()) : ""));
        }
        return out.text();
    }

    /** The plan of such a table. */
    public static PickPlan read(String csv) {
        List<String> lines = csv.lines().skip(1).toList();
        byte[] wefts = new byte[lines.size()];
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            wefts[Integer.parseInt(fields[1]) - 1] = (byte) (Integer.parseInt(fields[2]) - 1);
        }
        return PickPlan.of(wefts);
    }
}
