package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.PictureLimits;
import dev.shuttle.provider.dashscope.DashScopeModel.Mode;
import dev.shuttle.provider.dashscope.DashScopeModel.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The models Shuttle can speak to.
 *
 * <p>Sources: Model Studio's API references of wanx2.1-imageedit, wan2.5-i2i-preview, wan2.6-image, wan2.7-image and
 * qwen-image-edit. Where these give no largest proportion, ours keeps a picture recognisable. A limit of 10 MB is taken for the
 * encoded data URL, as the service documents it for its Qwen-VL models. No side is sent longer than 4096 pixels, though some models
 * take 8000: none returns more than 2048 × 2048.
 */
public final class Models {
    /**
     * The functions of wanx2.1-imageedit that need one picture and no mask, spelled as documented. (The vendor's SDK says
     * {@code remove_watermaker}, which is not.)
     */
    public static final List<String> FUNCTIONS = List.of(
            "stylization_all",
            "stylization_local",
            "description_edit",
            "remove_watermark",
            "expand",
            "super_resolution",
            "colorization",
            "doodle",
            "control_cartoon_feature");

    /** The functions that take {@code strength}. */
    static final Set<String> FUNCTIONS_WITH_STRENGTH = Set.of("stylization_all", "description_edit");

    private static final int MB = 1024 * 1024;
    private static final String TASKS = "/services/aigc/image2image/image-synthesis";
    private static final String MESSAGES = "/services/aigc/multimodal-generation/generation";

    private static final Map<String, DashScopeModel> TABLE = table(
            new DashScopeModel(
                    "wanx2.1-imageedit",
                    Mode.ASYNC,
                    TASKS,
                    Shape.FUNCTION,
                    new PictureLimits(512, 4096, 8, 10 * MB),
                    800,
                    0,
                    Map.of()),
            new DashScopeModel(
                    "wan2.5-i2i-preview",
                    Mode.ASYNC,
                    TASKS,
                    Shape.IMAGES,
                    new PictureLimits(384, 4096, 4, 10 * MB),
                    2000,
                    500,
                    Map.of("prompt_extend", true)),
            new DashScopeModel(
                    "qwen-image-edit-plus",
                    Mode.SYNC,
                    MESSAGES,
                    Shape.IMAGE_THEN_TEXT,
                    new PictureLimits(384, 3072, 4, 10 * MB),
                    800,
                    500,
                    Map.of("prompt_extend", true)),
            new DashScopeModel(
                    "qwen-image-edit",
                    Mode.SYNC,
                    MESSAGES,
                    Shape.IMAGE_THEN_TEXT,
                    new PictureLimits(384, 3072, 4, 10 * MB),
                    800,
                    500,
                    Map.of()),
            new DashScopeModel(
                    "wan2.7-image",
                    Mode.SYNC,
                    MESSAGES,
                    Shape.IMAGE_THEN_TEXT,
                    new PictureLimits(240, 4096, 8, 20 * MB),
                    5000,
                    0,
                    Map.of("size", "2K")),
            new DashScopeModel(
                    "wan2.6-image",
                    Mode.SYNC,
                    MESSAGES,
                    Shape.TEXT_THEN_IMAGE,
                    new PictureLimits(240, 4096, 4, 10 * MB),
                    2000,
                    500,
                    Map.of("size", "2K", "enable_interleave", false)));

    private Models() {}

    /** The names, the default's first. */
    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException listing the known names if there is none
     */
    public static DashScopeModel named(String name) {
        DashScopeModel model = TABLE.get(name.strip());
        if (model == null) {
            throw new IllegalArgumentException("Unknown model '" + name + "'; known are " + String.join(", ", names()));
        }
        return model;
    }

    private static Map<String, DashScopeModel> table(DashScopeModel... models) {
        var table = new LinkedHashMap<String, DashScopeModel>();
        for (DashScopeModel model : models) {
            table.put(model.name(), model);
        }
        return table;
    }
}
