package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesis;
import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesisParam;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.provider.Submission;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's own client, asked for the same, sends the same. */
final class VendorSdkTest {
    private static final String ACCEPTED =
            "{\"output\":{\"task_status\":\"PENDING\",\"task_id\":\"t-1\"},\"request_id\":\"r-1\"}";

    private final LoopbackService service =
            LoopbackService.start().then(200, ACCEPTED).then(200, ACCEPTED);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void ofWanx21Imageedit() throws ApiException, NoApiKeyException, IOException {
        Submission ours = Client.submission("wanx2.1-imageedit");
        Client.submit(Client.of(service).build(), ours.model().name());

        theirs().asyncCall(common("wanx2.1-imageedit")
                .function(ours.function())
                .prompt(ours.prompt())
                .baseImageUrl(ours.picture())
                .parameter("strength", ours.strength())
                .build());

        assertSameRequests();
    }

    @Test
    void ofWan25() throws ApiException, NoApiKeyException, IOException {
        Submission ours = Client.submission("wan2.5-i2i-preview");
        Client.submit(Client.of(service).build(), ours.model().name());

        theirs().asyncCall(common("wan2.5-i2i-preview")
                .prompt(ours.prompt())
                .images(List.of(ours.picture()))
                .promptExtend(true)
                .build());

        assertSameRequests();
    }

    private ImageSynthesis theirs() {
        return new ImageSynthesis("image2image", service.base().toString());
    }

    private static ImageSynthesisParam.ImageSynthesisParamBuilder<?, ?> common(String model) {
        return ImageSynthesisParam.builder()
                .apiKey(Client.KEY)
                .model(model)
                .n(1)
                .seed(42)
                .parameter("watermark", false);
    }

    private void assertSameRequests() throws IOException {
        var ours = service.asked().get(0);
        var theirs = service.asked().get(1);
        assertThat(ours.method()).isEqualTo(theirs.method());
        assertThat(ours.pathAndQuery()).isEqualTo(theirs.pathAndQuery());
        for (String header : List.of("Authorization", "Content-Type", "X-DashScope-Async")) {
            assertThat(ours.header(header)).as(header).isEqualTo(theirs.header(header));
        }
        assertThat(tree(ours)).isEqualTo(tree(theirs));
    }

    private static JsonNode tree(LoopbackService.Asked asked) throws IOException {
        return new ObjectMapper().readTree(asked.body());
    }
}
