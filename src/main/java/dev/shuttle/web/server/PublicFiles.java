package dev.shuttle.web.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** Which files of the outbox may be seen, and as what. */
final class PublicFiles implements HttpContent.Factory {
    private static final String BINARY = "application/octet-stream";

    /** A browser must run nothing that came in as a picture: pages are ours alone, by their names. */
    private static final Set<String> OUR_PAGES = Set.of("index.html", "report.html");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("json", "application/json"),
            Map.entry("csv", "text/csv;charset=utf-8"),
            Map.entry("gpl", "text/plain;charset=utf-8"),
            Map.entry("wif", "text/plain;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"));

    private final Path root;
    private final ResourceFactory resources = ResourceFactory.root();

    PublicFiles(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    Resource root() {
        return resources.newResource(root);
    }

    /**
     * The content type of a file of that name.
     *
     * @param name without its folder
     */
    static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (OUR_PAGES.contains(name)) {
            return "text/html;charset=utf-8";
        }
        // Scripts only beside the gallery, under names no upload gets.
        boolean came = name.startsWith("source.") && (ending.equals("js") || ending.equals("css"));
        return came ? BINARY : TYPES.getOrDefault(ending, BINARY);
    }

    @Override
    public @Nullable HttpContent getContent(String path) throws IOException {
        Path file = file(path);
        if (file == null || !Files.exists(file) || !file.toRealPath().equals(file)) {
            return null;
        }
        String type = type(file.getFileName().toString());
        return new Typed(new ResourceHttpContent(resources.newResource(file), type), type);
    }

    /**
     * @param path canonical: what would change it, such as a percent sign in a name, is still encoded
     */
    private @Nullable Path file(String path) {
        try {
            Path file = root;
            for (String part : path.split("/", -1)) {
                String name = URIUtil.decodePath(part);
                if (name.startsWith(".") || name.indexOf('\\') >= 0 || name.indexOf('/') >= 0) {
                    return null;
                }
                file = name.isEmpty() ? file : file.resolve(name);
            }
            return file.normalize().startsWith(root) ? file : null;
        } catch (InvalidPathException noFileHere) {
            return null;
        }
    }

    private static final class Typed extends HttpContent.Wrapper {
        private final HttpField type;

        Typed(HttpContent content, String type) {
            super(content);
            this.type = new HttpField(HttpHeader.CONTENT_TYPE, type);
        }

        @Override
        public HttpField getContentType() {
            return type;
        }
    }
}
