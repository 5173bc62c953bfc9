package dev.shuttle.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.web.server.HttpProblem;
import dev.shuttle.web.server.Mount;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Looks at what is sent to Hawtio before Hawtio does: a wrong password is found here, where its address is known, and Jolokia gets
 * only requests of the shapes that Hawtio's pages send.
 */
final class ConsoleFilter implements Mount.Filter {
    private static final String LOGIN = "/auth/login";
    private static final String JOLOKIA = "/jolokia";
    private static final int MOST_LOGIN = 4096;
    private static final int MOST_JOLOKIA = 128 * 1024;
    private static final int MOST_OTHERS = 1024;
    /** Requests in one; Hawtio's pages send some dozens. */
    private static final int MOST_IN_ONE = 1000;

    /** What Hawtio's pages look for by a pattern, and do not find: the list hides it, or they would ask it of every MBean. */
    private static final Set<String> PATTERNS = Set.of("*:type=security,area=jmx,*");

    /** A star in an MBean's name is written with a backslash. */
    private static final Pattern UNESCAPED = Pattern.compile("(?<!\\\\)[*?]");

    private static final List<String> CREDENTIALS = List.of("X-Jolokia-Authorization", "Authorization");

    /** A key that is there twice could mean one thing here and another there. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Account> accounts;

    ConsoleFilter(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    @Override
    public int mostContent(String path) {
        if (path.startsWith(Console.PATH + JOLOKIA)) {
            return MOST_JOLOKIA;
        }
        return path.startsWith(Console.PATH + LOGIN) ? MOST_LOGIN : MOST_OTHERS;
    }

    @Override
    public Optional<Refusal> refusal(Incoming incoming) {
        for (String header : CREDENTIALS) {
            String sent = incoming.header(header);
            if (sent != null && !sent.isBlank() && !isRight(sent.strip())) {
                return Optional.of(new Refusal(wrong(), true));
            }
        }
        String path = incoming.path().substring(Console.PATH.length());
        try {
            if (path.startsWith(LOGIN) && incoming.method().equals("POST")) {
                return login(JSON.readTree(incoming.content()));
            }
            if (path.startsWith(JOLOKIA)) {
                return jolokia(incoming);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return no(new HttpProblem(400, "BAD_JSON", "the content is no JSON that is taken here", null));
        }
    }

    private static HttpProblem wrong() {
        return new HttpProblem(403, "WRONG_PASSWORD", "there is no such name with this password", "try again");
    }

    private static Optional<Refusal> no(HttpProblem problem) {
        return Optional.of(new Refusal(problem, false));
    }

    private boolean isRight(String sent) {
        String[] words = sent.split("\\s+", 2);
        if (words.length < 2 || !words[0].equalsIgnoreCase("Basic")) {
            return false;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(words[1]), UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && fits(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Optional<Refusal> login(JsonNode sent) {
        return fits(sent.path("username").asText(""), sent.path("password").asText(""))
                ? Optional.empty()
                : Optional.of(new Refusal(wrong(), true));
    }

    private boolean fits(String user, String password) {
        return AccountLogin.find(accounts, user, password).isPresent();
    }

    private static Optional<Refusal> jolokia(Incoming incoming) throws IOException {
        if (!incoming.method().equals("POST")) {
            return no(new HttpProblem(403, "POST_ONLY", "Jolokia is asked by POST only", "send the request as JSON"));
        }
        JsonNode sent = JSON.readTree(incoming.content());
        if (sent.isArray() && sent.size() > MOST_IN_ONE) {
            return no(new HttpProblem(413, "TOO_MANY_REQUESTS_IN_ONE", "at most " + MOST_IN_ONE + " in one", null));
        }
        Iterable<JsonNode> all = sent.isArray() ? sent : List.of(sent);
        for (JsonNode request : all) {
            if (!request.isObject() || request.has("target")) {
                return no(new HttpProblem(403, "NO_PROXY", "Jolokia asks this program and no other", null));
            }
            if (isPattern(request)) {
                return no(new HttpProblem(403, "NO_PATTERNS", "MBeans are asked for by their full names", null));
            }
        }
        return Optional.empty();
    }

    private static boolean isPattern(JsonNode request) {
        JsonNode path = request.path("path");
        String place = path.isArray()
                ? StreamSupport.stream(path.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("/"))
                : path.asText("");
        return isPattern(request.path("mbean").asText(""))
                || (request.path("type").asText("").equalsIgnoreCase("list")
                        && UNESCAPED.matcher(place).find());
    }

    private static boolean isPattern(String mbean) {
        try {
            return !mbean.isEmpty() && !PATTERNS.contains(mbean) && new ObjectName(mbean).isPattern();
        } catch (MalformedObjectNameException none) {
            // Jolokia says so.
            return false;
        }
    }
}
