package dev.shuttle.campaign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that no honest client sends, each with what it may get for it. */
final class HostileRequests {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    /** What a request hides that is meant to be taken for another. */
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final int FIRST_MILLIS = 20_000;
    /** No more comes, where the connection is kept. */
    private static final int NEXT_MILLIS = 300;

    private final int port;
    private final String token;
    private final boolean pages;

    /**
     * One of them.
     *
     * @param allowed statuses of its answers, in their order; an end without an answer is always allowed
     */
    record Hostile(String name, String bytes, Pattern allowed) {}

    /** What came of it. */
    record Outcome(Hostile request, String statuses, String answer) {
        boolean isFine() {
            return statuses.isEmpty() || request.allowed().matcher(statuses).matches();
        }

        @Override
        public String toString() {
            return request.name() + ": " + statuses + " instead of " + request.allowed();
        }
    }

    HostileRequests(int port, String token, boolean pages) {
        this.port = port;
        this.token = token;
        this.pages = pages;
    }

    /** Sends them one after the other; gives those that got something else. */
    List<Outcome> wrong() throws IOException {
        List<Outcome> wrong = new ArrayList<>();
        for (Hostile request : all()) {
            Outcome outcome = send(request);
            if (!outcome.isFine()
                    || outcome.answer().contains("dev.shuttle.")
                    || outcome.answer().contains("\tat ")) {
                wrong.add(outcome);
            }
        }
        return wrong;
    }

    List<Hostile> all() {
        List<Hostile> all = new ArrayList<>(smuggled());
        all.addAll(heads());
        all.addAll(paths());
        all.addAll(sites());
        all.addAll(pages ? bodies() : operatorsBodies());
        return all;
    }

    private String head(String line, String... headers) {
        String own = "Authorization: Bearer " + token + "\r\nHost: localhost\r\n";
        return line + "\r\n" + (line.contains("/hawtio") ? "Host: localhost\r\n" : own) + String.join("\r\n", headers)
                + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
    }

    private static Hostile of(String name, String bytes, String allowed) {
        return new Hostile(name, bytes, Pattern.compile(allowed));
    }

    /** Two parsers that disagree on where a request ends: never is the hidden one answered. */
    private List<Hostile> smuggled() {
        String post = "POST /sign-in HTTP/1.1";
        String once = "(400|404|405|411|403|413|501)( 400)?";
        return List.of(
                of(
                        "length and chunks",
                        head(post, "Content-Length: 6", "Transfer-Encoding: chunked") + "0\r\n\r\n" + HIDDEN,
                        once),
                of("two lengths", head(post, "Content-Length: 0", "Content-Length: 44") + HIDDEN, once),
                of("two equal lengths in one", head(post, "Content-Length: 5, 6") + "token" + HIDDEN, once),
                of("length with a sign", head(post, "Content-Length: +5") + "token" + HIDDEN, once),
                of("negative length", head(post, "Content-Length: -1") + HIDDEN, once),
                of("length beyond 64 bits", head(post, "Content-Length: 99999999999999999999") + HIDDEN, once),
                of("length in hex", head(post, "Content-Length: 0x5") + "token" + HIDDEN, once),
                of(
                        "chunked twice",
                        head(post, "Transfer-Encoding: chunked", "Transfer-Encoding: identity") + "0\r\n\r\n" + HIDDEN,
                        once),
                of("not quite chunked", head(post, "Transfer-Encoding: xchunked") + "0\r\n\r\n" + HIDDEN, once),
                of(
                        "chunked in HTTP/1.0",
                        head("POST /sign-in HTTP/1.0", "Transfer-Encoding: chunked") + "0\r\n\r\n" + HIDDEN,
                        once),
                of("space before the colon", head(post, "Transfer-Encoding : chunked") + "0\r\n\r\n" + HIDDEN, once),
                of("folded header", head(post, "X: y", " Transfer-Encoding: chunked") + "0\r\n\r\n" + HIDDEN, once),
                of(
                        "chunk size beyond 32 bits",
                        head(post, "Transfer-Encoding: chunked") + "ffffffffffffffff\r\nx\r\n" + HIDDEN,
                        once),
                of("chunk size with a sign", head(post, "Transfer-Encoding: chunked") + "-1\r\nx\r\n" + HIDDEN, once),
                of(
                        "chunk size in words",
                        head(post, "Transfer-Encoding: chunked") + "zz\r\nx\r\n0\r\n\r\n" + HIDDEN,
                        once),
                of(
                        "chunk extension with a line feed",
                        head(post, "Transfer-Encoding: chunked") + "1;a=\nx\r\nx\r\n0\r\n\r\n" + HIDDEN,
                        "(400|403)( 4\\d\\d)?"),
                of(
                        "chunk without its end",
                        head(post, "Transfer-Encoding: chunked") + "1\r\nxx\r\n0\r\n\r\n" + HIDDEN,
                        once),
                of("null in a header", head(post, "X: a\0b", "Content-Length: 0"), once),
                of(
                        "carriage return in a header",
                        head(post, "X: a\rTransfer-Encoding: chunked") + "0\r\n\r\n" + HIDDEN,
                        once));
    }

    private List<Hostile> heads() {
        String get = "GET /api/jobs HTTP/1.1";
        String refused = "(400|401|403|404|405|414|421|426|431|501|505)( 400)?";
        return List.of(
                of("a header of 64 kB", head(get, "X: " + "x".repeat(65_536)), refused),
                of("10,000 headers", head(get, "X: y\r\n".repeat(10_000).strip()), refused),
                of("an address of 64 kB", head("GET /" + "a".repeat(65_536) + " HTTP/1.1"), refused),
                of("a query of 7 kB", head("GET /api/jobs?" + "a=1&".repeat(1700) + " HTTP/1.1"), "200|404"),
                of("a query that is no UTF-8", head("GET /api/jobs?state=%ff%fe%80 HTTP/1.1"), "400|404"),
                of("a query with half an escape", head("GET /api/jobs?state=%4 HTTP/1.1"), "400|404"),
                of("a query with a null", head("GET /api/jobs?before=%00 HTTP/1.1"), "400|404"),
                of("no host", get + "\r\n\r\n", refused),
                of("two hosts", get + "\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", refused),
                of("another host", get + "\r\nHost: evil.example\r\n\r\n", "421"),
                of(
                        "another host in the address",
                        "GET http://evil.example/api/jobs HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "400|421"),
                of("a host with a path", get + "\r\nHost: localhost/../evil\r\n\r\n", refused),
                of("TRACE", head("TRACE /api/jobs HTTP/1.1"), refused),
                of("CONNECT", head("CONNECT evil.example:443 HTTP/1.1"), "(400|401|403|404|405|421|501)( 400)?"),
                of("a method of 8 kB", head("A".repeat(8192) + " / HTTP/1.1"), refused),
                of("PRI of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", refused),
                of("HTTP/0.9", "GET /api/jobs\r\n\r\n", refused),
                of("HTTP/9.9", head("GET /api/jobs HTTP/9.9"), refused),
                of(
                        "a TLS hello",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                        refused),
                of(
                        "upgrade to a web socket",
                        head(
                                get,
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="),
                        "200|404"),
                of(
                        "upgrade to HTTP/2",
                        head(
                                get,
                                "Connection: Upgrade, HTTP2-Settings",
                                "Upgrade: h2c",
                                "HTTP2-Settings: AAMAAABkAAQAAP__"),
                        "200|404"),
                of(
                        "method by a header",
                        head(
                                "POST /api/jobs/261122-150226-a1k09b HTTP/1.1",
                                "X-HTTP-Method-Override: DELETE",
                                "Content-Length: 0"),
                        "405|404"),
                of("a debugger's map", head("GET /hawtio/html.worker.js.map HTTP/1.1"), "401|404"),
                of("expectation nobody knows", head(get, "Expect: a miracle"), "417|400|200|404"));
    }

    private List<Hostile> paths() {
        List<String> wanted = List.of(
                "/outbox/../work/journal.db",
                "/outbox/..%2fwork/journal.db",
                "/outbox/%2e%2e/work/journal.db",
                "/outbox/.%2e/work/run.lock",
                "/outbox/%252e%252e/work/journal.db",
                "/outbox/..;/work/journal.db",
                "/outbox/;/../work/journal.db",
                "/outbox/..\\work\\journal.db",
                "/outbox/..%5cwork%5cjournal.db",
                "/outbox/%c0%ae%c0%ae/work/journal.db",
                "/outbox/%00/index.html",
                "/outbox/index.html%00.png",
                "/outbox//etc/passwd",
                "//etc/passwd",
                "/outbox/C:/windows/win.ini",
                "/outbox/index.html:$DATA",
                "/outbox/.gallery",
                "/outbox/%ff",
                "/outbox/%",
                "/outbox/%zz",
                "/api/jobs/..%2f..%2fetc%2fpasswd",
                "/api/jobs/%00",
                "/api/jobs/%ff%fe",
                "/api/jobs/{id}",
                "/api/jobs/$%7bjndi:ldap:%2f%2fevil.example%7d",
                "/api/jobs/%7b%7benv:DASHSCOPE_API_KEY%7d%7d",
                "/api/jobs/261122-150226-a1k09b",
                "/api/jobs/261122-150226-a1k09b/files/..%2freport.json",
                "/api/jobs/261122-150226-a1k09b/files/report.json",
                "/api/jobs/261122-150226-a1k09b/events",
                "/api/jobs?limit=-1",
                "/api/jobs?limit=999999999999",
                "/api/jobs?before=x",
                "/api/jobs?state=DROP%20TABLE",
                "/hawtio/..%2f..%2fetc/passwd",
                "/hawtio/%2e%2e/%2e%2e/WEB-INF/web.xml",
                "/hawtio/WEB-INF/web.xml",
                "/hawtio/static/..%5c..%5cx",
                "/hawtio/plugin/%ff",
                "/hawtio/jolokia/%ff",
                "/hawtio/%00",
                "/observe/health/%2e%2e/%2e%2e/x",
                "/observe/nothing");
        return wanted.stream()
                .flatMap(path -> List.of("GET", "HEAD", "DELETE").stream()
                        .map(method -> of(
                                method + " " + path,
                                head(method + " " + path + " HTTP/1.1", "Connection: close"),
                                // Hawtio leads every unknown page to its own.
                                path.startsWith("/hawtio") && !method.equals("DELETE")
                                        ? "(200|302|400|401|403|404)"
                                        : "(400|401|403|404|405)")))
                .toList();
    }

    private List<Hostile> sites() {
        return List.of(
                of(
                        "CORS preflight",
                        head(
                                "OPTIONS /api/jobs HTTP/1.1",
                                "Origin: http://evil.example",
                                "Access-Control-Request-Method: POST"),
                        "403|404|405"),
                of(
                        "a form of another site",
                        head("POST /sign-in HTTP/1.1", "Origin: http://evil.example", "Content-Length: 0"),
                        "403"),
                of("a sandboxed frame", head("POST /sign-in HTTP/1.1", "Origin: null", "Content-Length: 0"), "403"),
                of(
                        "a sibling site",
                        head("POST /sign-in HTTP/1.1", "Sec-Fetch-Site: same-site", "Content-Length: 0"),
                        "403"),
                of(
                        "sign-out by another site",
                        head("POST /sign-out HTTP/1.1", "Origin: http://evil.example", "Content-Length: 0"),
                        "403"),
                of(
                        "Jolokia by another site",
                        head(
                                "GET /hawtio/jolokia/exec/shuttle:type=Intake/pause() HTTP/1.1",
                                "Origin: http://evil.example"),
                        "401|403|404"),
                of("forwarded host", head("GET /api/jobs HTTP/1.1", "X-Forwarded-Host: evil.example"), "200|404"),
                of(
                        "100 ranges",
                        head(
                                "GET /outbox/index.html HTTP/1.1",
                                "Range: bytes="
                                        + IntStream.range(0, 100)
                                                .mapToObj(i -> i + "-")
                                                .collect(Collectors.joining(","))),
                        "206|200|404|416"),
                of("a range backwards", head("GET /outbox/index.html HTTP/1.1", "Range: bytes=9-1"), "200|416|404"),
                of(
                        "a range beyond 64 bits",
                        head("GET /outbox/index.html HTTP/1.1", "Range: bytes=0-99999999999999999999"),
                        "200|206|416|404|400"));
    }

    private List<Hostile> bodies() {
        String compose = "POST /api/generate-composer-image-to-image HTTP/1.1";
        String form = "Content-Type: multipart/form-data; boundary=B";
        String parts = IntStream.range(0, 10_000)
                        .mapToObj(i -> "--B\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\nx\r\n")
                        .collect(Collectors.joining())
                + "--B--\r\n";
        String fields = IntStream.range(0, 5000).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining("&"));
        return List.of(
                sized("10,000 parts", compose, form, parts, "400|413"),
                sized("a part that never ends its head", compose, form, "--B\r\nX: " + "x".repeat(200_000), "400|413"),
                sized(
                        "a text part of 1 MB",
                        compose,
                        form,
                        "--B\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n" + "x".repeat(1 << 20)
                                + "\r\n--B--\r\n",
                        "400|413"),
                sized("a form without a boundary", compose, "Content-Type: multipart/form-data", "x", "400"),
                sized(
                        "a boundary of 8 kB",
                        compose,
                        "Content-Type: multipart/form-data; boundary=" + "b".repeat(6000),
                        "x",
                        "400"),
                sized("a form that is none", compose, form, "nothing of the kind", "400"),
                sized("no form", compose, "Content-Type: application/json", "{}", "415"),
                sized("a compressed body", compose, form + "\r\nContent-Encoding: gzip", "\u001f\u008b", "400|415"),
                sized("a path for a name", compose + "", form, named("../../../etc/passwd"), "422|200|202|400"),
                sized("a name with a null", compose, form, named("a\0.png"), "422|200|202|400"),
                sized("a name of 4 kB", compose, form, named("n".repeat(4000) + ".png"), "422|200|202|400"),
                sized(
                        "5,000 fields to the sign-in",
                        "POST /sign-in HTTP/1.1",
                        "Content-Type: application/x-www-form-urlencoded",
                        fields,
                        "400|413"),
                sized(
                        "1 MB to the sign-in",
                        "POST /sign-in HTTP/1.1",
                        "Content-Type: application/x-www-form-urlencoded",
                        "token=" + "x".repeat(1 << 20),
                        "400|413"),
                sized(
                        "bad escapes to the sign-in",
                        "POST /sign-in HTTP/1.1",
                        "Content-Type: application/x-www-form-urlencoded",
                        "token=%zz%ff",
                        "400|403"),
                sized(
                        "JSON to the sign-in",
                        "POST /sign-in HTTP/1.1",
                        "Content-Type: application/json",
                        "{}",
                        "400|403|415"),
                of("1 GB to come", head(compose, form, "Content-Length: 1073741824") + "--B", "413"),
                of(
                        "a retry with a body",
                        head("POST /api/jobs/261122-150226-a1k09b/retry HTTP/1.1", "Content-Length: 3") + "abc",
                        "404"),
                of("100 requests in one go", head("GET /api/jobs HTTP/1.1").repeat(100), "(200 ?){1,100}"));
    }

    private List<Hostile> operatorsBodies() {
        return List.of(
                sized(
                        "a login of 1 MB",
                        "POST /hawtio/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "{\"username\":\"" + "x".repeat(1 << 20) + "\"}",
                        "413"),
                of(
                        "a login of 1 GB to come",
                        head("POST /hawtio/auth/login HTTP/1.1", "Content-Length: 1073741824"),
                        "413"),
                of(
                        "a login in endless chunks",
                        head("POST /hawtio/auth/login HTTP/1.1", "Transfer-Encoding: chunked")
                                + ("1000\r\n" + "x".repeat(4096) + "\r\n").repeat(256),
                        "413"),
                sized(
                        "a login that is no JSON",
                        "POST /hawtio/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "x",
                        "400"),
                sized(
                        "a login of brackets",
                        "POST /hawtio/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "[".repeat(4000),
                        "400"),
                sized(
                        "a login with numbers",
                        "POST /hawtio/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "{\"username\":1,\"password\":[]}",
                        "403"),
                sized(
                        "a login twice",
                        "POST /hawtio/auth/login HTTP/1.1",
                        "Content-Type: application/json",
                        "{\"username\":\"a\",\"username\":\"b\"}",
                        "400"),
                sized(
                        "Jolokia without signing in",
                        "POST /hawtio/jolokia HTTP/1.1",
                        "Content-Type: application/json",
                        "{\"type\":\"version\"}",
                        "401|403"),
                sized(
                        "1 MB to Jolokia",
                        "POST /hawtio/jolokia HTTP/1.1",
                        "Content-Type: application/json",
                        "[" + " ".repeat(1 << 20) + "]",
                        "413"),
                sized(
                        "a body to a page",
                        "POST /hawtio/index.html HTTP/1.1",
                        "Content-Type: text/plain",
                        "x".repeat(100_000),
                        "405|413"),
                sized(
                        "a body to health",
                        "POST /observe/health HTTP/1.1",
                        "Content-Type: text/plain",
                        "x".repeat(100_000),
                        "405"),
                of(
                        "a half Basic",
                        head("POST /hawtio/jolokia HTTP/1.1", "Authorization: Basic", "Content-Length: 0"),
                        "400|401|403"),
                of(
                        "a Basic that is no Base64",
                        head("POST /hawtio/jolokia HTTP/1.1", "Authorization: Basic %%%", "Content-Length: 0"),
                        "400|401|403"),
                of(
                        "a Bearer at the console",
                        head("POST /hawtio/jolokia HTTP/1.1", "Authorization: Bearer x.y.z", "Content-Length: 0"),
                        "400|401|403"));
    }

    private static String named(String name) {
        return "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\nno picture\r\n--B--\r\n";
    }

    private Hostile sized(String name, String line, String type, String body, String allowed) {
        return of(name, head(line, type, "Content-Length: " + body.getBytes(ISO_8859_1).length) + body, allowed);
    }

    private Outcome send(Hostile request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(FIRST_MILLIS);
            byte[] bytes = request.bytes().getBytes(ISO_8859_1);
            write(socket.getOutputStream(), bytes);
            read(socket, answer);
        }
        String text = answer.toString(ISO_8859_1);
        List<String> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).equals("100")) {
                statuses.add(matcher.group(1));
            }
        }
        return new Outcome(request, String.join(" ", statuses).strip().toLowerCase(Locale.ROOT), text);
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            for (int at = 0; at < bytes.length; at += 16_384) {
                out.write(bytes, at, Math.min(16_384, bytes.length - at));
            }
            out.flush();
        } catch (IOException ended) {
            // It said no before all was sent; its answer is still to be read.
            return;
        }
    }

    private static void read(Socket socket, ByteArrayOutputStream into) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                into.write(buffer, 0, n);
                socket.setSoTimeout(NEXT_MILLIS);
            }
        } catch (SocketTimeoutException waitsForMore) {
            return;
        } catch (IOException reset) {
            return;
        }
    }
}
