package dev.shuttle.ops.console;

import dev.shuttle.ops.console.Account.Role;
import io.hawt.system.security.LegacySubjectAccess;
import io.hawt.system.security.ModernSubjectAccess;
import io.hawt.system.security.SubjectAccess;
import io.hawt.web.auth.RolePrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.security.auth.Subject;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;

/** What may be done through Jolokia, which otherwise is all of JMX: what the {@link AccessList} names, by POST, and no more. */
final class Policy implements Restrictor {
    private static final Set<RequestType> TYPES =
            EnumSet.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);

    private final AccessList list;
    private final MBeanServer server;
    private final Supplier<Optional<Role>> role;

    /**
     * Decides by this list.
     *
     * @param server where the signatures of operations are looked up
     * @param role of who sends the request
     */
    Policy(AccessList list, MBeanServer server, Supplier<Optional<Role>> role) {
        this.list = list;
        this.server = server;
        this.role = role;
    }

    /** The role of the subject that Hawtio's filter has signed in. */
    static Supplier<Optional<Role>> signedIn() {
        SubjectAccess subjects =
                Runtime.version().feature() < 18 ? new LegacySubjectAccess() : new ModernSubjectAccess();
        return () -> role(subjects.currentSubject());
    }

    private static Optional<Role> role(@Nullable Subject subject) {
        Set<String> names = subject == null
                ? Set.of()
                : subject.getPrincipals(RolePrincipal.class).stream()
                        .map(RolePrincipal::getName)
                        .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(known -> names.contains(known.name()))
                .findFirst();
    }

    /** A GET could come from any page's link or picture. */
    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return role.get().isPresent() && list.allowsRead(name, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        List<String> meant = operation.indexOf('(') < 0 ? signatures(name, operation) : List.of(operation);
        return role.get()
                .map(known -> !meant.isEmpty() && meant.stream().allMatch(each -> list.allows(known, name, each)))
                .orElse(false);
    }

    /** Whoever names an operation without its parameters may mean each of that name. */
    private List<String> signatures(ObjectName name, String operation) {
        try {
            return Arrays.stream(server.getMBeanInfo(name).getOperations())
                    .filter(each -> each.getName().equals(operation))
                    .map(Policy::signature)
                    .toList();
        } catch (JMException gone) {
            return List.of();
        }
    }

    /** As Jolokia writes it: the name and the parameters' types. */
    static String signature(MBeanOperationInfo operation) {
        return Arrays.stream(operation.getSignature())
                .map(MBeanParameterInfo::getType)
                .collect(Collectors.joining(",", operation.getName() + "(", ")"));
    }

    /** The binding and the gate before it decide who reaches this. */
    @Override
    public boolean isRemoteAccessAllowed(String... hosts) {
        return true;
    }

    /** The gate has compared the origin already; no other site is named as welcome. */
    @Override
    public boolean isOriginAllowed(@Nullable String origin, boolean strict) {
        return strict || origin == null;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !list.shows(name);
    }
}
