package dev.shuttle.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.provider.dashscope.DashScope;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key of another region: each region is an emulator of its own, with a key of its own, behind the vendor's host name. */
class AuthenticationCheckTest {
    private static final URI BEIJING = URI.create("https://dashscope.aliyuncs.com/api/v1");
    private static final URI SINGAPORE = URI.create("https://dashscope-intl.aliyuncs.com/api/v1");
    private static final URI VIRGINIA = URI.create("https://dashscope-us.aliyuncs.com/api/v1");
    private static final URI HONG_KONG = URI.create("https://cn-hongkong.dashscope.aliyuncs.com/api/v1");

    private final Map<URI, Emulator> regions = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();

    AuthenticationCheckTest() {
        List.of(BEIJING, SINGAPORE, VIRGINIA, HONG_KONG)
                .forEach(base -> regions.put(
                        base, Emulator.start(EmulatorSettings.defaults().withApiKey("sk-of-" + base.getHost()))));
    }

    @AfterEach
    void stop() {
        regions.values().forEach(Emulator::close);
    }

    @Test
    void aKeyOfItsRegionIsTaken() {
        assertThat(look(BEIJING, BEIJING, true).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void aKeyOfAnotherRegionIsNamedWithThatRegion() {
        Finding finding = look(BEIJING, SINGAPORE, true);

        assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
        assertThat(finding.seen().en()).contains("wrong region", "China (Beijing)", "Singapore");
        assertThat(String.valueOf(finding.hint())).contains(SINGAPORE.toString());
    }

    @Test
    void aRefusedKeyIsShownToNobodyElseUnlessThatIsWished() {
        Finding finding = look(BEIJING, SINGAPORE, false);

        assertThat(finding.seen().en()).contains("InvalidApiKey", "of another region than China (Beijing)");
        assertThat(String.valueOf(finding.hint())).contains("--regions");
        assertThat(asked).containsExactly(BEIJING);
    }

    @Test
    void aKeyOfNoRegionIsWrong() {
        Finding finding = look(BEIJING, URI.create("https://nowhere/api/v1"), true);

        assertThat(finding.seen().en()).contains("refused in every region");
        assertThat(asked).contains(BEIJING, SINGAPORE, VIRGINIA, HONG_KONG);
    }

    private Finding look(URI base, URI ofKey, boolean elsewhere) {
        ServiceChecks.AuthenticationCheck check = new ServiceChecks.AuthenticationCheck(
                base, elsewhere, at -> client(at, "sk-of-" + ofKey.getHost()), InstantSource.system());
        return check.look().get(0);
    }

    private DashScope client(URI at, String key) {
        asked.add(at);
        return PlainClient.at(Objects.requireNonNull(regions.get(at)).baseUrl(), key);
    }
}
