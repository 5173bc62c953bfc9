package dev.shuttle.loom.convert.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionSearchTest {
    private static final int W = 83;
    private static final int H = 90;

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void followingRegionsFindsWhatJoiningRunsFinds(LabelMaps kind) {
        for (int minimum : new int[] {2, 5, 9, RegionSearch.MOST}) {
            CleaningWindow window = new CleaningWindow(W, H, false);
            window.load(kind.map(W, H, 4, minimum), 0, H);
            RegionFlood flood = new RegionFlood(window, minimum);
            flood.begin();
            SmallRegions followed = new SmallRegions(minimum);
            SmallRegions joined = new SmallRegions(minimum);

            new RegionSearch(window, flood, minimum).find(20, 70, followed);
            new WindowRegions(window, minimum).find(20, 70, joined);

            assertThat(all(followed)).as("%s, minimum %d", kind, minimum).isEqualTo(all(joined));
        }
    }

    /** Size and cell of each, in the order in which they are dealt with. */
    private static List<String> all(SmallRegions regions) {
        List<String> all = new ArrayList<>();
        while (regions.waiting() > 0) {
            all.add(regions.smallest() + " at " + regions.take());
        }
        return all;
    }
}
