package dev.shuttle.web.server;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.util.URIUtil;

/** The handlers of the server, by method and path. */
public final class Router {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    private record Entry(PathSpec path, Set<String> methods, Consumer<Call> handler) {}

    /** The handler of a request, with the parameters of its path. */
    record Found(Consumer<Call> handler, Map<String, String> parameters) {}

    /**
     * Registers a handler; run the result to unregister.
     *
     * @param template such as {@code /api/jobs/{id}}
     * @param below whether longer paths that begin like it are meant too
     */
    public Runnable register(String template, boolean below, Set<String> methods, Consumer<Call> handler) {
        PathSpec path =
                below ? new ServletPathSpec(template.replaceAll("/$", "") + "/*") : new UriTemplatePathSpec(template);
        Entry entry = new Entry(path, Set.copyOf(methods), handler);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /**
     * Finds the handler of a request; HEAD goes to the handler of GET.
     *
     * @throws HttpProblem 404 or 405
     */
    Found find(String method, String path) {
        Set<String> allowed = new TreeSet<>();
        for (Entry entry : matching(path)) {
            if (entry.methods().contains(method)
                    || (method.equals("HEAD") && entry.methods().contains("GET"))) {
                return new Found(entry.handler(), parameters(entry.path(), path));
            }
            allowed.addAll(entry.methods());
        }
        if (allowed.isEmpty()) {
            throw new HttpProblem(
                    404, "NOT_FOUND", "there is nothing at " + path, "/api/openapi.json tells what there is");
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        throw new HttpProblem(405, "METHOD_NOT_ALLOWED", path + " does not take " + method, "use one of " + allowed)
                .with(Map.of("Allow", String.join(", ", allowed)));
    }

    /** The most particular first. */
    private List<Entry> matching(String path) {
        return entries.stream()
                .filter(entry -> entry.path().matches(path))
                .sorted(Comparator.comparing(Entry::path))
                .toList();
    }

    private static Map<String, String> parameters(PathSpec spec, String path) {
        if (!(spec instanceof UriTemplatePathSpec template)) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>(template.getPathParams(path));
        // The canonical path leaves encoded what would change it, such as a percent sign.
        parameters.replaceAll((name, value) -> URIUtil.decodePath(value));
        return parameters;
    }
}
