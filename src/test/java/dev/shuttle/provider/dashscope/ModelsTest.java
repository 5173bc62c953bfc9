package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelsTest {
    @ParameterizedTest
    @CsvSource({
        "wanx2.1-imageedit, true, /services/aigc/image2image/image-synthesis",
        "wan2.5-i2i-preview, true, /services/aigc/image2image/image-synthesis",
        "qwen-image-edit-plus, false, /services/aigc/multimodal-generation/generation",
        "qwen-image-edit, false, /services/aigc/multimodal-generation/generation",
        "wan2.7-image, false, /services/aigc/multimodal-generation/generation",
        "wan2.6-image, false, /services/aigc/multimodal-generation/generation",
    })
    void aModelsNameDecidesItsPathAndMode(String name, boolean makesTask, String path) {
        assertThat(Models.named(name).makesTask()).isEqualTo(makesTask);
        assertThat(Models.named(name).path()).isEqualTo(path);
    }

    @Test
    void anUnknownModelIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.named("wanx-v1"))
                .withMessage("Unknown model 'wanx-v1'; known are wanx2.1-imageedit, wan2.5-i2i-preview, "
                        + "qwen-image-edit-plus, qwen-image-edit, wan2.7-image, wan2.6-image");
    }
}
