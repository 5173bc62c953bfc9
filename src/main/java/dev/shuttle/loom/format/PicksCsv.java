package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.PickPlan;
import java.util.List;

/** Which weft each pick throws 投梭, as a table in the order of weaving: the bottom row of the lift plan comes first. */
public final class PicksCsv {
    /** The first line; rows count from the top of the lift plan, from 1, as wefts do. */
    public static final String HEADER = "pick,lift_plan_row,weft,hex";

    private PicksCsv() {}

    /**
     * The whole file.
     *
     * @param colours of each pick, by rows of the lift plan
     */
    public static String write(PickPlan picks, List<Rgb> colours) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (int row = picks.picks() - 1; row >= 0; row--) {
            int weft = picks.weft(row);
            out.append(picks.picks() - row)
                    .append(',')
                    .append(row + 1)
                    .append(',')
                    .append(weft + 1)
                    .append(',')
                    .append(colours.get(row).hex())
                    .append("\r\n");
        }
        return out.toString();
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
