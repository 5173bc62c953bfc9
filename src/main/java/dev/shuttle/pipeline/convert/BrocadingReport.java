package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.BrocadedArea;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.YarnAmounts;
import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.loom.cloth.YarnSystem;
import dev.shuttle.loom.cloth.YarnUse;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.report.Brocading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What small bobbins weave, in the words of the report. */
final class BrocadingReport {
    private BrocadingReport() {}

    /** @param amounts null where no fabric is named */
    static @Nullable Brocading of(Cloth cloth, @Nullable YarnAmounts amounts, YarnNames names) {
        dev.shuttle.loom.cloth.Brocading brocading = cloth.brocading();
        List<String> unwoven = cloth.order().brocading().stream()
                .map(Brocaded::colour)
                .filter(colour -> !brocading.yarns().contains(colour))
                .map(Rgb::hex)
                .distinct()
                .toList();
        if (brocading.isNone() && unwoven.isEmpty()) {
            return null;
        }
        List<Brocading.Area> areas = new ArrayList<>();
        for (BrocadedArea area : brocading.areas()) {
            areas.add(area(areas.size() + 1, area, cloth, amounts, names));
        }
        int picks = cloth.plan().picks().picks() - cloth.shuttlePicks();
        return new Brocading(brocading.bobbinsAtOnce(), picks, areas, unwoven);
    }

    private static Brocading.Area area(
            int number, BrocadedArea area, Cloth cloth, @Nullable YarnAmounts amounts, YarnNames names) {
        double metres = YarnAmounts.metres(area, cloth, YarnRules.USUAL);
        double width = (area.toEnd() - area.fromEnd()) / cloth.density().endsPerCm();
        return new Brocading.Area(
                number,
                area.yarn().hex(),
                names.of(area.yarn()),
                area.fromLine() + 1,
                area.toLine(),
                area.fromEnd() + 1,
                area.toEnd(),
                amounts == null ? null : Double.valueOf(width),
                area.bobbins(),
                area.spans().size(),
                area.cells(),
                amounts == null ? null : Double.valueOf(metres),
                amounts == null ? null : Double.valueOf(metres * tex(area, amounts) / 1000));
    }

    private static double tex(BrocadedArea area, YarnAmounts amounts) {
        return amounts.uses().stream()
                .filter(use -> use.system() == YarnSystem.BROCADING)
                .filter(use -> use.colour().equals(area.yarn()))
                .mapToDouble(YarnUse::tex)
                .findFirst()
                .orElseThrow();
    }
}
