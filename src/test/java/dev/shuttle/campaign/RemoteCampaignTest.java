package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.MinaFtp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link RemoteCampaign}. */
class RemoteCampaignTest {
    private static final long SEED = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void wheneverBothSidesAreKilledEachPictureIsDoneOnce() throws Exception {
        MinaFtp server = new MinaFtp(Files.createDirectory(root.resolve("remote")));

        RemoteCampaign.Outcome outcome = RemoteCampaign.run(server, root.resolve("mill"), 12, 4, SEED);

        assertThat(outcome).as("seed %d", SEED).isEqualTo(new RemoteCampaign.Outcome(12, 0, 0, 0, 0));
    }
}
