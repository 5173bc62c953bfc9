package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of the campaign {@code disk}: without a file system of its own, rights only. */
final class FullDisksTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"RIGHT_IN_WORK,submitted", "RIGHT_IN_OUTBOX,converted", "RIGHT_IN_INBOX,admitted"})
    void whatCannotBeWrittenForAWhileIsWrittenLater(DiskCampaign.Lack lack, String moment) throws Exception {
        assumeFalse(isRoot(), "root may write everywhere");
        DiskCampaign campaign = new DiskCampaign(folder, 2);

        campaign.trial(lack, moment, 7);

        assertThat(campaign.tally(lack).broken()).isEmpty();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
