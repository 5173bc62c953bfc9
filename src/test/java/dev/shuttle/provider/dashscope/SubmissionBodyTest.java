package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shuttle.provider.Submission;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SubmissionBodyTest {
    /** By hand from the models' API references; PICTURE stands for the data URL. */
    private static final Map<String, String> DOCUMENTED = Map.of(
            "wanx2.1-imageedit",
            "{'model':'wanx2.1-imageedit','input':{'function':'description_edit','prompt':'改成织锦图案',"
                    + "'base_image_url':'PICTURE'},'parameters':{'n':1,'seed':42,'watermark':false,'strength':0.5}}",
            "wan2.5-i2i-preview",
            "{'model':'wan2.5-i2i-preview','input':{'prompt':'改成织锦图案','negative_prompt':'文字','images':['PICTURE']},"
                    + "'parameters':{'n':1,'seed':42,'watermark':false,'prompt_extend':true}}",
            "qwen-image-edit-plus",
            "{'model':'qwen-image-edit-plus','input':{'messages':[{'role':'user','content':[{'image':'PICTURE'},"
                    + "{'text':'改成织锦图案'}]}]},'parameters':{'n':1,'seed':42,'watermark':false,"
                    + "'negative_prompt':'文字','prompt_extend':true}}",
            "qwen-image-edit",
            "{'model':'qwen-image-edit','input':{'messages':[{'role':'user','content':[{'image':'PICTURE'},"
                    + "{'text':'改成织锦图案'}]}]},'parameters':{'n':1,'seed':42,'watermark':false,"
                    + "'negative_prompt':'文字'}}",
            "wan2.7-image",
            "{'model':'wan2.7-image','input':{'messages':[{'role':'user','content':[{'image':'PICTURE'},"
                    + "{'text':'改成织锦图案'}]}]},'parameters':{'n':1,'seed':42,'watermark':false,'size':'2K'}}",
            "wan2.6-image",
            "{'model':'wan2.6-image','input':{'messages':[{'role':'user','content':[{'text':'改成织锦图案'},"
                    + "{'image':'PICTURE'}]}]},'parameters':{'n':1,'seed':42,'watermark':false,"
                    + "'negative_prompt':'文字','enable_interleave':false,'size':'2K'}}");

    static Stream<Arguments> documented() {
        return DOCUMENTED.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void eachModelGetsItsDocumentedBody(String model, String expected) {
        var submission = submission(model, "description_edit", "改成织锦图案", "文字");

        assertThat(json(submission)).isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void everyModelOfTheTableHasAGoldenBody() {
        assertThat(DOCUMENTED.keySet()).containsExactlyInAnyOrderElementsOf(Models.names());
    }

    @Test
    void strengthIsOnlySentWithTheFunctionsThatTakeIt() {
        assertThat(json(submission("wanx2.1-imageedit", "stylization_all", "x", "")))
                .contains("\"strength\":0.5");
        assertThat(json(submission("wanx2.1-imageedit", "stylization_local", "x", "")))
                .doesNotContain("strength");
        assertThat(json(submission("wan2.5-i2i-preview", "stylization_all", "x", "")))
                .doesNotContain("strength");
    }

    @Test
    void anEmptyNegativePromptIsNotSent() {
        assertThat(Models.names())
                .allSatisfy(model ->
                        assertThat(json(submission(model, "doodle", "x", " "))).doesNotContain("negative"));
    }

    @Test
    void aPromptIsCutToTheModelsLimitWithoutHalvingACharacter() {
        String brocade = "𩊠".repeat(801);

        var cut = submission("wanx2.1-imageedit", "doodle", brocade, "");

        assertThat(cut.prompt()).isEqualTo("𩊠".repeat(800));
        assertThat(json(cut)).contains("\"" + "𩊠".repeat(800) + "\"");
    }

    @Test
    void aPromptOfExactlyTheLimitIsKept() {
        assertThat(submission("wan2.5-i2i-preview", "doodle", "织".repeat(2000), "")
                        .prompt())
                .hasSize(2000);
    }

    @Test
    void whatNoModelWouldTakeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SubmissionBody.of(submission("wanx2.1-imageedit", "description_edit_with_mask", "x", "")))
                .withMessageContaining("function must be one of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> submission("wanx2.1-imageedit", "doodle", " \n", ""))
                .withMessageContaining("prompt");
    }

    @Test
    void strengthAndSeedStayWithinTheirRanges() {
        var model = Models.named("wanx2.1-imageedit");
        var picture = Client.picture(model.name()).asDataUrl();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Submission(model, "doodle", "x", "", 1.01, 1, picture))
                .withMessageContaining("strength");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Submission(model, "doodle", "x", "", Double.NaN, 1, picture))
                .withMessageContaining("strength");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Submission(model, "doodle", "x", "", 1, -1, picture))
                .withMessageContaining("seed");
    }

    private static Submission submission(String model, String function, String prompt, String negative) {
        return new Submission(
                Models.named(model),
                function,
                prompt,
                negative,
                0.5,
                42,
                Client.picture(model).asDataUrl());
    }

    private static String json(Submission submission) {
        try {
            return new String(
                            DashScopeJson.mapper().writeValueAsBytes(SubmissionBody.of(submission)),
                            StandardCharsets.UTF_8)
                    .replace(submission.picture(), "PICTURE");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
