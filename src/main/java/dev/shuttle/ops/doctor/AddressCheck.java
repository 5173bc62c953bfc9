package dev.shuttle.ops.doctor;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the base URL is one that DashScope has, and whether the models are offered in its region. */
record AddressCheck(URI base, List<String> models) implements Check {
    private static final String PATH = "/api/v1";

    @Override
    public String name() {
        return "address";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        String host = base.getHost();
        boolean here = isHere(host);
        if (base.getScheme().equals("http") && !here) {
            return List.of(words.fail("address.plain", base));
        }
        if (base.getPath().contains("compatible-mode")) {
            return List.of(words.fail("address.compatible", base));
        }
        if (!base.getPath().replaceAll("/+$", "").endsWith(PATH)) {
            return List.of(words.fail("address.path", base, PATH));
        }
        Optional<Region> region = Region.of(host);
        if (region.isPresent()) {
            return List.of(served(words, region.get()));
        }
        return List.of(here ? words.ok("address.here", base) : words.warn("address.unknown", base));
    }

    private Finding served(Words words, Region region) {
        List<String> lacking = region.lacking(models);
        String names = String.join(", ", lacking);
        if (lacking.isEmpty()) {
            return words.ok("address", base, region.title());
        }
        return lacking.size() == models.size()
                ? words.fail("address.region", base, region.title(), names, Region.BEIJING.baseUrl())
                : words.warn("address.some", base, region.title(), names, Region.BEIJING.baseUrl());
    }

    /** Without asking a name server. */
    static boolean isHere(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("[::1]");
    }
}
