package dev.shuttle.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.ops.console.Account.Role;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do by Jolokia, over every MBean that a running program has registered. */
@SuppressWarnings("NullAway.Init")
class JolokiaAccessTest {
    private static final String PASSWORD = "warp-and-weft-1";
    private static final String VIEWERS = "only-looking-22";
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    /** Whoever adds a word here has thought of what a stranger with a viewer's password would do with it. */
    private static final Set<String> ONLY_LOOKS = Set.of(
            "componentNames",
            "dataFormatNames",
            "languageNames",
            "routeIds",
            "routeGroups",
            "processorIds",
            "extendedInformation",
            "details",
            "apiDocAsJson",
            "browse",
            "listEndpoints",
            "listRestServices",
            "listStatistics",
            "listTasks",
            "dumpConfiguration",
            "dumpRestsAsXml",
            "dumpRouteStatsAsJSon",
            "dumpRouteTemplatesAsXml",
            "dumpRoutesAsXml",
            "dumpRoutesAsYaml",
            "dumpRoutesCoverageAsXml",
            "dumpRoutesStatsAsXml",
            "dumpStatsAsJSon",
            "dumpStatsAsXml",
            "dumpStepStatsAsXml",
            "dumpProcessorAsXml",
            "dumpRouteAsXml",
            "dumpRouteAsYaml",
            "dumpRouteSourceLocationsAsXml",
            "dumpRouteStatsAsXml",
            "dumpStatisticsAsJson",
            "dumpStatisticsAsJsonTimeUnitSeconds");

    private static final Set<String> OPERATORS_DO = Set.of(
            "start",
            "stop",
            "suspend",
            "resume",
            "restart",
            "startAllRoutes",
            "reset",
            "transitionToCloseState",
            "transitionToOpenState",
            "transitionToHalfOpenState",
            "transitionToForcedOpenState",
            "browseExchange",
            "browseAllMessagesAsJSon",
            "browseAllMessagesAsXml",
            "browseMessageAsJSon",
            "browseMessageAsXml",
            "browseMessageBody",
            "browseRangeMessagesAsJSon",
            "browseRangeMessagesAsXml",
            "invoke",
            "test",
            "closeBreaker",
            "drain",
            "pause",
            "cancel",
            "retry");

    private static final Set<String> DOMAINS = Set.of("org.apache.camel", "shuttle", "hawtio", "java.lang", "java.nio");

    @TempDir
    private static Path root;

    private static Rig rig;

    private record Decision(String mbean, String member) {}

    @BeforeAll
    static void aProgramThatHasDoneAJob() {
        rig = Rig.serving(
                root,
                Map.of("SHUTTLE_HAWTIO_PASSWORD", PASSWORD, "SHUTTLE_HAWTIO_VIEWER_PASSWORD", VIEWERS),
                Map.of("shuttle.management.port", "1", "shuttle.hawtio.viewer", "guest"));
        rig.drop("peony.png", Pictures.png(1)).report();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void ofAllOperationsThatAreRegisteredOnlyTheListedOnesAreAllowed(Role role) throws Exception {
        Policy policy = policy(role);
        List<Decision> wrong = new ArrayList<>();
        int allowed = 0;
        for (ObjectName name : SERVER.queryNames(null, null)) {
            for (MBeanOperationInfo operation : info(name)) {
                boolean expected = DOMAINS.contains(name.getDomain())
                        && (ONLY_LOOKS.contains(operation.getName())
                                || (role == Role.OPERATOR && OPERATORS_DO.contains(operation.getName())));
                boolean decided = policy.isOperationAllowed(name, Policy.signature(operation));
                allowed += decided ? 1 : 0;
                if (decided && !expected) {
                    wrong.add(new Decision(name.getCanonicalName(), Policy.signature(operation)));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(allowed).isPositive();
    }

    @Test
    void whatAViewerMayDoAnOperatorMayToo() throws Exception {
        for (ObjectName name : SERVER.queryNames(null, null)) {
            for (MBeanOperationInfo operation : info(name)) {
                String signature = Policy.signature(operation);
                if (policy(Role.VIEWER).isOperationAllowed(name, signature)) {
                    assertThat(policy(Role.OPERATOR).isOperationAllowed(name, signature))
                            .as("%s %s", name, signature)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void ofOurOwnMBeansAViewerCallsNothing() throws Exception {
        Set<String> operators = new TreeSet<>();
        for (ObjectName name : SERVER.queryNames(new ObjectName("shuttle:*"), null)) {
            for (MBeanOperationInfo operation : info(name)) {
                String signature = Policy.signature(operation);
                assertThat(policy(Role.VIEWER).isOperationAllowed(name, signature))
                        .isFalse();
                assertThat(policy(Role.VIEWER).isOperationAllowed(name, operation.getName()))
                        .isFalse();
                if (policy(Role.OPERATOR).isOperationAllowed(name, signature)) {
                    operators.add(name.getKeyProperty("type") + "." + signature);
                }
            }
        }
        assertThat(operators)
                .containsExactly(
                        "Alerts.test()",
                        "Cloud.closeBreaker()",
                        "Intake.pause()",
                        "Intake.resume()",
                        "Jobs.cancel(java.lang.String)",
                        "Jobs.retry(java.lang.String)",
                        "Nodes.drain(java.lang.String)",
                        "Nodes.resume(java.lang.String)");
    }

    @Test
    void nothingIsWrittenAndWhoIsNotSignedInDoesNothing() throws Exception {
        Policy nobody = new Policy(AccessList.bundled(), SERVER, Optional::empty);
        for (ObjectName name : SERVER.queryNames(null, null)) {
            MBeanInfo info = SERVER.getMBeanInfo(name);
            for (MBeanAttributeInfo attribute : info.getAttributes()) {
                assertThat(policy(Role.OPERATOR).isAttributeWriteAllowed(name, attribute.getName()))
                        .isFalse();
                assertThat(nobody.isAttributeReadAllowed(name, attribute.getName()))
                        .isFalse();
            }
            for (MBeanOperationInfo operation : info.getOperations()) {
                assertThat(nobody.isOperationAllowed(name, Policy.signature(operation)))
                        .isFalse();
            }
        }
    }

    @Test
    void ofAllAttributesThoseOfTheListAreReadAndNoneThatHoldsTheEnvironment() throws Exception {
        Policy policy = policy(Role.VIEWER);
        for (ObjectName name : SERVER.queryNames(null, null)) {
            for (MBeanAttributeInfo attribute : SERVER.getMBeanInfo(name).getAttributes()) {
                boolean decided = policy.isAttributeReadAllowed(name, attribute.getName());
                boolean hidden = !DOMAINS.contains(name.getDomain())
                        || Set.of("SystemProperties", "InputArguments", "ClassPath", "LibraryPath", "BootClassPath")
                                .contains(attribute.getName());
                assertThat(decided && hidden)
                        .as("%s %s", name, attribute.getName())
                        .isFalse();
                assertThat(decided || !name.getDomain().equals("shuttle"))
                        .as("%s %s", name, attribute.getName())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shuttle:type=Jobs | canc(java.lang.String)",
                "shuttle:type=Jobs | cancel",
                "shuttle:type=Jobs | cancel(java.lang.Object)",
                "shuttle:type=Jobs,name=x | cancel",
                "org.apache.camel:context=shuttle,name=\"shuttle\",type=context | sendBody(java.lang.String,java.lang.Object)",
                "org.apache.camel:context=shuttle,name=\"shuttle\",type=context | canSendToEndpoint(java.lang.String)",
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap(java.lang.String,boolean)",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties()",
                "java.lang:type=Memory | gc()",
                "jolokia:type=Config | debugInfo()",
                "x:type=Jobs | cancel(java.lang.String)",
                "shuttle:name=Jobs | cancel(java.lang.String)"
            })
    void byItsWireTheViewerIsRefused(String mbean, String operation) {
        JsonNode answer = Http.json(post("guest", VIEWERS, exec(mbean, operation)));

        assertThat(answer.path("status").asInt()).as("%s", answer).isIn(403, 404, 400);
        assertThat(answer.has("value")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exec/shuttle:type=Alerts/test()",
                "/read/shuttle:type=Jobs",
                "/list",
                "/version",
                "/search/shuttle:*",
                "?p=read/shuttle:type=Jobs",
                ""
            })
    void anOperatorsGetIsRefusedWhateverItAsks(String request) {
        HttpResponse<byte[]> answer =
                operators().send(signedIn("shuttle", PASSWORD, request).GET());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "HEAD"})
    void otherMethodsAreRefused(String method) {
        HttpResponse<byte[]> answer =
                operators().send(signedIn("shuttle", PASSWORD, "").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(403, 405);
        assertThat(Http.header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"
    })
    void anotherSitesPageIsRefusedByGetAndByPost(String header, String value) {
        assertThat(operators()
                        .send(signedIn("shuttle", PASSWORD, "")
                                .header(header, value)
                                .POST(BodyPublishers.ofString(exec("shuttle:type=Alerts", "test()"))))
                        .statusCode())
                .isEqualTo(403);
        for (String path : List.of("/hawtio/jolokia/version", "/hawtio/auth/logout", "/hawtio/user")) {
            assertThat(operators().get(path, header, value).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void aLinkFromElsewhereLeadsToThePagesButNotToWhatDoesSomething() {
        String[] link = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"};

        assertThat(operators().get("/hawtio/index.html", link).statusCode()).isEqualTo(200);
        assertThat(operators().get("/hawtio/auth/logout", link).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"read\",\"mbean\":\"*:*\"}",
                "{\"type\":\"read\",\"mbean\":\"shuttle:*\"}",
                "{\"type\":\"read\",\"mbean\":\"shuttle:type=Job?\"}",
                "{\"type\":\"search\",\"mbean\":\"java.lang:*\"}",
                "{\"type\":\"list\",\"path\":\"java*/type=Memory\"}",
                "{\"type\":\"list\",\"path\":[\"*\",\"type=Memory\"]}",
                "{\"type\":\"exec\",\"mbean\":\"shuttle:type=*\",\"operation\":\"test()\"}",
                "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\","
                        + "\"target\":{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:1/x\"}}",
                "[{\"type\":\"version\"},{\"type\":\"version\",\"target\":{}}]",
                "{\"type\":\"read\",\"mbean\":\"shuttle:type=Jobs\",\"mbean\":\"java.lang:type=Runtime\"}",
                "[[{\"type\":\"version\"}]]",
                "null",
                "7",
                "not json",
                ""
            })
    void patternsProxiesAndDoubleKeysAreRefused(String request) {
        assertThat(post("shuttle", PASSWORD, request).statusCode()).isIn(400, 403);
    }

    @Test
    void ofManyRequestsInOneEachIsDecidedOnItsOwn() {
        String two =
                "[" + exec("shuttle:type=Alerts", "test()") + ",{\"type\":\"read\",\"mbean\":\"shuttle:type=Jobs\","
                        + "\"attribute\":\"ByState\"}," + exec("shuttle:type=Intake", "pause") + "]";

        JsonNode answers = Http.json(post("guest", VIEWERS, two));

        assertThat(answers.findValuesAsText("status")).startsWith("403").contains("200");
        assertThat(rig.isStarted("inbox")).isTrue();
        String tooMany = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"type\":\"version\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(post("guest", VIEWERS, tooMany).statusCode()).isEqualTo(413);
    }

    @Test
    void nestingWithoutEndAndLengthWithoutEndAreRefused() {
        assertThat(post("shuttle", PASSWORD, "[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(post("shuttle", PASSWORD, "[" + " ".repeat(200_000) + "]").statusCode())
                .isEqualTo(413);
    }

    private static List<MBeanOperationInfo> info(ObjectName name) throws JMException {
        return List.of(SERVER.getMBeanInfo(name).getOperations());
    }

    private static Policy policy(Role role) {
        return new Policy(AccessList.bundled(), SERVER, () -> Optional.of(role));
    }

    private static String exec(String mbean, String operation) {
        return new String(
                dev.shuttle.report.outcome.Json.bytes(
                        Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", List.of("x"))),
                StandardCharsets.UTF_8);
    }

    private static Http operators() {
        return rig.operators();
    }

    private static HttpRequest.Builder signedIn(String user, String password, String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return operators().to("/hawtio/jolokia" + path).header("Authorization", "Basic " + basic);
    }

    private static HttpResponse<byte[]> post(String user, String password, String content) {
        return operators()
                .send(signedIn(user, password, "")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(content)));
    }
}
