package dev.shuttle.console;

import dev.shuttle.console.Account.Role;
import io.hawt.system.security.LegacySubjectAccess;
import io.hawt.system.security.ModernSubjectAccess;
import io.hawt.system.security.SubjectAccess;
import io.hawt.web.auth.RolePrincipal;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import javax.security.auth.Subject;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * What may be done through Jolokia, which otherwise is all of JMX: looking for everybody who has signed in, and for operators
 * Camel's and our own operations, without those that bring new routes, messages or code in.
 */
final class Policy implements Restrictor {
    private static final Set<RequestType> LOOKING =
            EnumSet.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION);
    private static final Set<String> DOMAINS = Set.of("org.apache.camel", "shuttle", "hawtio");
    private static final Pattern BRINGS_IN = Pattern.compile("(?i)(send|request|create|add|update|load|set|remove).*");
    /** Only looks, though JMX calls it an operation: what the route diagram and the exchanges' page ask. */
    private static final Pattern LOOKS = Pattern.compile("(?i)(dump|browse|get|has|is|list|query|explain|can).*");
    /** Whole-machine tools: heap dumps, log levels, flight recordings, the command line with what it may hold. */
    private static final Pattern CLOSED =
            Pattern.compile("com\\.sun\\.management:type=(DiagnosticCommand|HotSpotDiagnostic).*"
                    + "|java\\.util\\.logging:.*|jdk\\.management\\.jfr:.*|JMImplementation:.*");

    private static final Set<String> ENVIRONMENT = Set.of("SystemProperties", "InputArguments");

    private final SubjectAccess subjects = subjects();

    private static SubjectAccess subjects() {
        return Runtime.version().feature() < 18 ? new LegacySubjectAccess() : new ModernSubjectAccess();
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return true;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return LOOKING.contains(type) || type == RequestType.EXEC;
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return !isObjectNameHidden(name) && !ENVIRONMENT.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        return DOMAINS.contains(name.getDomain())
                && !BRINGS_IN.matcher(operation).matches()
                && (LOOKS.matcher(operation).matches() || isOperator());
    }

    private boolean isOperator() {
        Subject subject = subjects.currentSubject();
        return subject != null
                && subject.getPrincipals(RolePrincipal.class).stream()
                        .anyMatch(role -> role.getName().equals(Role.OPERATOR.name()));
    }

    /** The binding and the gate before it decide who reaches this. */
    @Override
    public boolean isRemoteAccessAllowed(String... hosts) {
        return true;
    }

    /** The gate has compared a POST's origin already; for other requests no other site is named as welcome. */
    @Override
    public boolean isOriginAllowed(@Nullable String origin, boolean strict) {
        return strict || origin == null;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return CLOSED.matcher(name.getCanonicalName()).matches();
    }
}
