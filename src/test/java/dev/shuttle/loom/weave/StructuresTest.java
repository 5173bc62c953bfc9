package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every structure keeps, whatever the picture. */
class StructuresTest {
    private static Stream<Satin> satins() {
        return IntStream.rangeClosed(5, 16)
                .boxed()
                .flatMap(ends -> Satin.steps(ends).stream().map(step -> new Satin(ends, step)));
    }

    static List<Structure> structures() {
        List<Structure> all = new ArrayList<>();
        satins().forEach(satin -> {
            all.add(new ShadedSatin(satin));
            IntStream.rangeClosed(2, 6)
                    .filter(wefts -> wefts <= satin.ends() - 3)
                    .forEach(wefts -> all.add(new WeftBacked(satin, wefts)));
        });
        for (int wefts : new int[] {2, 3, 6}) {
            for (Binding binding :
                    List.of(new Binding(1, 2), new Binding(1, 3), new Binding(2, 3), new Binding(4, 4))) {
                all.add(new WeftFaced(binding, wefts));
                all.add(new WeftFaced(binding, wefts, true));
                all.add(new WarpFaced(binding, wefts));
            }
            for (boolean brocaded : new boolean[] {false, true}) {
                all.add(Lampas.of(new Satin(5, 2), wefts, brocaded));
                all.add(new Lampas(new Satin(5, 2), new Binding(4, 3), wefts, brocaded));
                all.add(new Lampas(new Satin(8, 3), new Binding(1, 2), wefts, brocaded));
                all.add(new Lampas(new Satin(7, 2), new Binding(2, 4), wefts, brocaded));
                for (Binding binding : List.of(new Binding(4, 2), new Binding(4, 3), new Binding(1, 2))) {
                    all.add(new Lampas(new Satin(5, 2), null, binding, wefts, brocaded, true));
                    all.add(new Lampas(new Satin(8, 3), null, binding, wefts, brocaded, true));
                }
                for (String ground : new String[] {"plain", "twill 1/2 S", "twill 3/1", "basket 3/3", "warp-rib 2/2"}) {
                    UnitWeave woven = FloatGuardTest.weave(ground);
                    all.add(new Lampas(new Satin(5, 2), woven, Lampas.USUAL_BINDING, wefts, brocaded));
                    all.add(new Lampas(new Satin(5, 2), woven, Lampas.USUAL_BINDING, wefts, brocaded, true));
                }
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> floatsKeepTheBoundsAndTheClothHangsTogether() {
        return structures().stream()
                .map(structure -> DynamicTest.dynamicTest(structure.toString(), () -> {
                    for (LabelMaps kind : LabelMaps.values()) {
                        for (FaceMap map : maps(structure, kind)) {
                            holds(structure, structure.weave(map), kind + " " + map.ends() + " × " + map.lines());
                        }
                    }
                }));
    }

    private static void holds(Structure structure, LiftPlan plan, String what) {
        WeaveAnalysis analysis = WeaveAnalysis.of(plan);
        FloatBounds found = analysis.longest();
        FloatBounds bounds = structure.bounds();
        assertThat(found.warpFace()).as("warp face, %s", what).isLessThanOrEqualTo(bounds.warpFace());
        assertThat(found.warpBack()).as("warp back, %s", what).isLessThanOrEqualTo(bounds.warpBack());
        assertThat(found.weftFace()).as("weft face, %s", what).isLessThanOrEqualTo(bounds.weftFace());
        assertThat(found.weftBack()).as("weft back, %s", what).isLessThanOrEqualTo(bounds.weftBack());
        assertThat(analysis.hangsTogether()).as("hangs together, %s", what).isTrue();
    }

    /** One repeat, and a larger map; of each face alone, and of this kind. */
    private static List<FaceMap> maps(Structure structure, LabelMaps kind) {
        List<FaceMap> maps = new ArrayList<>();
        for (int times = 1; times <= 2; times++) {
            int ends = times * structure.endsRepeat();
            int lines = times * structure.linesRepeat();
            maps.add(map(structure, kind, ends, lines, times));
        }
        return maps;
    }

    static FaceMap map(Structure structure, LabelMaps kind, int ends, int lines, long seed) {
        int faces = structure.mostFace() - structure.leastFace() + 1;
        byte[] labels = kind.map(ends, lines, faces, seed);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (Math.floorMod(labels[i], faces) + structure.leastFace());
        }
        return new FaceMap(ends, lines, labels);
    }

    @Test
    void aClothOfOneFaceKeepsTheBoundsToo() {
        for (Structure structure : structures()) {
            for (int face = structure.leastFace(); face <= structure.mostFace(); face++) {
                byte[] faces = new byte[4 * structure.endsRepeat() * structure.linesRepeat()];
                Arrays.fill(faces, (byte) face);
                FaceMap map = new FaceMap(2 * structure.endsRepeat(), 2 * structure.linesRepeat(), faces);
                holds(structure, structure.weave(map), structure + ", face " + face);
            }
        }
    }

    /** The bounds are no larger than must be: random maps reach them, where the structure has only a few faces. */
    @Test
    void theBoundsOfTheWeftAreReached() {
        for (Structure structure : List.of(
                new ShadedSatin(new Satin(8, 3)),
                new WeftBacked(new Satin(8, 3), 2),
                WeftFaced.samitum(2),
                WeftFaced.taquete(3),
                Lampas.of(new Satin(5, 2), 3, false))) {
            FaceMap map = map(structure, LabelMaps.BLOBS, 4 * structure.endsRepeat(), 4 * structure.linesRepeat(), 1);
            WeaveAnalysis analysis = WeaveAnalysis.of(structure.weave(map));
            assertThat(analysis.longest().weftFace())
                    .as("%s", structure)
                    .isEqualTo(structure.bounds().weftFace());
            assertThat(analysis.longest().weftBack())
                    .as("%s", structure)
                    .isEqualTo(structure.bounds().weftBack());
        }
    }

    @Test
    void oneCellTurnedOverIsFound() {
        SplittableRandom random = new SplittableRandom(7);
        for (Structure structure : structures()) {
            LabelMaps kind = random.nextBoolean() ? LabelMaps.RANDOM : LabelMaps.BLOBS;
            LiftPlan plan = structure.weave(map(structure, kind, structure.endsRepeat(), structure.linesRepeat(), 3));
            List<SortedMap<Integer, Long>> before = warpFloats(plan);
            plan.mains()
                    .flip(
                            random.nextInt(plan.mains().rows()),
                            random.nextInt(plan.mains().columns()));
            assertThat(warpFloats(plan)).as("%s", structure).isNotEqualTo(before);
        }
    }

    private static List<SortedMap<Integer, Long>> warpFloats(LiftPlan plan) {
        WeaveAnalysis analysis = WeaveAnalysis.of(plan);
        return List.of(analysis.warpFace().counts(), analysis.warpBack().counts());
    }

    /** The binding points are what the bounds rest on: without one, a float is too long. */
    @Test
    void oneBindingPointLostIsAFloatTooLong() {
        for (Structure structure : List.of(
                new ShadedSatin(new Satin(8, 3)),
                new ShadedSatin(new Satin(16, 5)),
                new WeftBacked(new Satin(10, 3), 3))) {
            byte[] faces = new byte[9 * structure.endsRepeat() * structure.linesRepeat()];
            Arrays.fill(faces, (byte) structure.leastFace());
            LiftPlan plan =
                    structure.weave(new FaceMap(3 * structure.endsRepeat(), 3 * structure.linesRepeat(), faces));
            int end = plan.mains().end(0, 0, false);
            plan.mains().flip(0, end);
            assertThat(WeaveAnalysis.of(plan).longest().weftFace())
                    .as("%s", structure)
                    .isGreaterThan(structure.bounds().weftFace());
        }
    }

    /** So it is with a binder that is not lifted where it should be. */
    @Test
    void oneBinderLostIsAFloatTooLong() {
        for (Structure structure : List.of(
                WeftFaced.taquete(2),
                WeftFaced.samitum(3),
                Lampas.of(new Satin(5, 2), 3, false),
                Lampas.of(new Satin(5, 2), 3, true))) {
            byte[] faces = new byte[4 * structure.endsRepeat() * structure.linesRepeat()];
            Arrays.fill(faces, (byte) structure.mostFace());
            LiftPlan plan =
                    structure.weave(new FaceMap(2 * structure.endsRepeat(), 2 * structure.linesRepeat(), faces));
            int row = plan.picks().rows(structure.mostFace() % structure.threads())[0];
            plan.binders().flip(row, plan.binders().end(row, 0, false));
            assertThat(WeaveAnalysis.of(plan).longest().weftFace())
                    .as("%s", structure)
                    .isGreaterThan(structure.bounds().weftFace());
        }
    }

    /** And with a hidden binding point, on the back. */
    @Test
    void oneHiddenBindingPointLostIsAFloatTooLongOnTheBack() {
        for (int wefts = 2; wefts <= 6; wefts++) {
            WeftBacked structure = WeftBacked.of(wefts);
            byte[] faces = new byte[9 * structure.endsRepeat() * structure.linesRepeat()];
            LiftPlan plan =
                    structure.weave(new FaceMap(3 * structure.endsRepeat(), 3 * structure.linesRepeat(), faces));
            int row = plan.picks().rows(1)[0];
            plan.mains().flip(row, plan.mains().end(row, 0, true));
            assertThat(WeaveAnalysis.of(plan).longest().weftBack())
                    .as("%s", structure)
                    .isGreaterThan(structure.bounds().weftBack());
        }
    }
}
