package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found by measured patches of a weave blanket about a structure and its yarns.
 *
 * @param name that recipes name it by
 * @param structure that was woven
 * @param law how its threads mix
 * @param tone luminance of the measured yarns by that of their colours on the card, for yarns that were not measured
 * @param yarns how each looks on the face, by its colour on the card, CIELAB under D65
 * @param quality how well it fits
 */
public record Calibration(
        String name, StructureKind structure, MixingLaw law, double tone, Map<Rgb, Lab> yarns, Quality quality) {
    public Calibration {
        yarns = Map.copyOf(new LinkedHashMap<>(yarns));
        if (!(tone > 0 && tone <= 4)) {
            throw new IllegalArgumentException("the tone is above 0 and up to 4, not " + tone);
        }
    }

    /**
     * Mean CIEDE2000 between measured and predicted patches.
     *
     * @param patches that were measured
     * @param before by the colours of the card and their shares of the surface
     * @param fitted by the calibration
     * @param leftOut by calibrations that each leave out the patch they predict, which is what to expect of new mixtures
     */
    public record Quality(int patches, double before, double fitted, double leftOut) {}

    /** Whether it holds for a structure: a brocade is a lampas whose wefts rest where they do not show. */
    public boolean isFor(StructureKind kind) {
        return face(kind) == face(structure);
    }

    private static StructureKind face(StructureKind kind) {
        return switch (kind) {
            case BROCADE -> StructureKind.LAMPAS;
            case DAMASK -> StructureKind.SHADED_SATIN;
            default -> kind;
        };
    }

    /** The yarns of these that were not measured. */
    public List<Rgb> unmeasured(List<Rgb> of) {
        return of.stream().distinct().filter(yarn -> !yarns.containsKey(yarn)).toList();
    }
}
