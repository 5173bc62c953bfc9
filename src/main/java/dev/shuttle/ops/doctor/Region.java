package dev.shuttle.ops.doctor;

import dev.shuttle.report.page.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where DashScope is served, by Model Studio's pages "Regions" and "Base URL" and the models' API references. Keys and hosts belong to one
 * region each; a mix of them is answered as a wrong key.
 *
 * @param host the one for everybody; empty where there are only workspaces' own
 * @param code as it stands in a workspace's own host
 * @param models empty: all, or not known to be fewer
 */
record Region(Text title, String host, String code, Set<String> models) {
    static final Region BEIJING =
            new Region(new Text("China (Beijing)", "中国（北京）"), "dashscope.aliyuncs.com", "cn-beijing", Set.of());

    static final List<Region> ALL = List.of(
            BEIJING,
            new Region(
                    new Text("Singapore", "新加坡"),
                    "dashscope-intl.aliyuncs.com",
                    "ap-southeast-1",
                    Set.of(
                            "wan2.5-i2i-preview",
                            "wan2.6-image",
                            "wan2.7-image",
                            "qwen-image-edit",
                            "qwen-image-edit-plus")),
            new Region(
                    new Text("US (Virginia)", "美国（弗吉尼亚）"),
                    "dashscope-us.aliyuncs.com",
                    "us-east-1",
                    Set.of("wan2.6-image")),
            new Region(new Text("Germany (Frankfurt)", "德国（法兰克福）"), "", "eu-central-1", Set.of("wan2.6-image")),
            new Region(
                    new Text("China (Hong Kong)", "中国（香港）"),
                    "cn-hongkong.dashscope.aliyuncs.com",
                    "cn-hongkong",
                    Set.of()));

    /** The region that a host serves. */
    static Optional<Region> of(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(region -> region.host.equals(lower) || lower.endsWith("." + region.code + ".maas.aliyuncs.com"))
                .findFirst();
    }

    String baseUrl() {
        return "https://" + host + "/api/v1";
    }

    /** Those of the models that it is documented not to have. */
    List<String> lacking(List<String> wanted) {
        return models.isEmpty()
                ? List.of()
                : wanted.stream().filter(model -> !models.contains(model)).toList();
    }
}
