package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of the campaign {@code journals}. */
final class DamagedJournalsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void whateverBecameOfTheJournalNothingIsLostDoubledOrPaidTwice(JournalsCampaign.Damage damage) throws Exception {
        JournalsCampaign campaign = new JournalsCampaign(folder, 4);

        campaign.trial(damage, 7);

        assertThat(campaign.broken()).isEmpty();
    }
}
