package dev.shuttle.loom.library;

import dev.shuttle.loom.weave.UnitWeave;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The weaves that come with the program. They are known by their formulas; many others have one too. */
public final class BuiltInWeaves {
    private static final List<String> TWILLS =
            List.of("1/2", "2/1", "1/3", "2/2", "3/1", "1/4", "2/3", "3/2", "4/1", "3/3", "4/4", "1/7", "7/1");
    private static final List<String> SATINS =
            List.of("5/2", "7/2", "8/3", "8/5", "10/3", "12/5", "16/3", "16/5", "16/7", "24/5", "24/7");
    private static final List<String> SHADED = List.of("5/2", "8/3", "10/3", "12/5", "16/3", "24/5");

    private BuiltInWeaves() {}

    /**
     * Weaves of one kind.
     *
     * @param title in English
     * @param chinese its title in Chinese
     */
    public record Group(String title, String chinese, List<UnitWeave> weaves) {
        public Group {
            weaves = List.copyOf(weaves);
        }
    }

    /** All of them, by kind. */
    public static List<Group> groups() {
        List<String> twills = new ArrayList<>();
        TWILLS.forEach(twill -> twills.addAll(List.of("twill " + twill + " Z", "twill " + twill + " S")));
        List<String> satins = new ArrayList<>();
        SATINS.forEach(satin -> satins.addAll(List.of("satin " + satin + " weft", "satin " + satin + " warp")));
        List<String> shaded = new ArrayList<>();
        SHADED.forEach(satin -> IntStream.range(1, Integer.parseInt(satin.substring(0, satin.indexOf('/'))))
                .forEach(level -> shaded.add("shaded " + satin + " L=" + level)));
        return List.of(
                group("plain and rib", "平纹、重平", List.of("plain", "warp-rib 2/2", "weft-rib 2/2")),
                group("basket", "方平", List.of("basket 2/2", "basket 3/3", "basket 4/4")),
                group("twill", "斜纹", twills),
                group(
                        "broken twill and herringbone",
                        "破斜纹、人字斜纹",
                        List.of("broken 1/3", "broken 2/2", "broken 3/1", "herringbone 2/2", "herringbone 3/3")),
                group("satin", "缎纹", satins),
                group("shaded satin", "影光", shaded));
    }

    private static Group group(String title, String chinese, List<String> formulas) {
        List<UnitWeave> weaves = new ArrayList<>();
        for (String formula : formulas) {
            try {
                weaves.add(WeaveFormula.of(formula));
            } catch (WeaveException e) {
                throw new IllegalStateException(e);
            }
        }
        return new Group(title, chinese, weaves);
    }
}
