package dev.shuttle.ops.console;

import dev.shuttle.ops.console.Account.Role;
import dev.shuttle.web.server.Mount;
import io.hawt.HawtioContextListener;
import io.hawt.system.ConfigManager;
import io.hawt.web.auth.AuthConfigurationServlet;
import io.hawt.web.auth.AuthenticationConfiguration;
import io.hawt.web.auth.AuthenticationFilter;
import io.hawt.web.auth.ClientRouteRedirectFilter;
import io.hawt.web.auth.LoginServlet;
import io.hawt.web.auth.LogoutServlet;
import io.hawt.web.auth.RolePrincipal;
import io.hawt.web.auth.SessionExpiryFilter;
import io.hawt.web.auth.UserPrincipal;
import io.hawt.web.auth.UserServlet;
import io.hawt.web.auth.keycloak.KeycloakServlet;
import io.hawt.web.filters.BaseTagHrefFilter;
import io.hawt.web.filters.ResponseHeadersFilter;
import io.hawt.web.plugin.PluginServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jolokia.server.core.http.AgentServlet;
import org.jspecify.annotations.Nullable;

/** Hawtio: its pages, its sign-in, and Jolokia behind it. */
public final class Console {
    /** Where it is. */
    public static final String PATH = "/hawtio";

    private static final EnumSet<DispatcherType> REQUESTS = EnumSet.of(DispatcherType.REQUEST);
    private static final EnumSet<DispatcherType> ALL_WAYS =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
    private static final Duration SESSION = Duration.ofMinutes(30);

    private Console() {}

    /** Makes it for these accounts; nobody else comes in. */
    public static Mount mount(List<Account> accounts) {
        ServletContextHandler context = new ServletContextHandler(PATH, ServletContextHandler.SESSIONS);
        context.getSessionHandler().setHttpOnly(true);
        context.getSessionHandler().setSameSite(HttpCookie.SameSite.STRICT);
        context.getSessionHandler().setMaxInactiveInterval((int) SESSION.toSeconds());
        context.setBaseResource(ResourceFactory.of(context).newClassLoaderResource("hawtio-static/"));
        context.setWelcomeFiles(new String[] {"index.html"});
        context.addEventListener(new SignIn(accounts));
        context.addEventListener(new SessionLimit());
        addFilters(context);
        addServlets(context);
        return new Mount(PATH, context, new ConsoleFiles(), new ConsoleFilter(accounts));
    }

    private static void addFilters(ServletContextHandler context) {
        context.addFilter(SessionExpiryFilter.class, "/*", REQUESTS);
        context.addFilter(ResponseHeadersFilter.class, "/*", REQUESTS);
        context.addFilter(AuthenticationFilter.class, "/jolokia/*", REQUESTS);
        context.addFilter(ClientRouteRedirectFilter.class, "/*", REQUESTS);
        FilterHolder base = new FilterHolder(BaseTagHrefFilter.class);
        context.addFilter(base, "/", ALL_WAYS);
        context.addFilter(base, "/index.html", ALL_WAYS);
    }

    private static void addServlets(ServletContextHandler context) {
        context.addServlet(jolokia(), "/jolokia/*");
        context.addServlet(UserServlet.class, "/user/*");
        context.addServlet(AuthConfigurationServlet.class, "/auth/config/*");
        context.addServlet(LoginServlet.class, "/auth/login");
        context.addServlet(LogoutServlet.class, "/auth/logout");
        context.addServlet(PluginServlet.class, "/plugin/*");
        // The page asks for Keycloak's settings, and goes no further until an answer says that there are none.
        context.addServlet(KeycloakServlet.class, "/keycloak/*");
        ServletHolder files = new ServletHolder("default", DefaultServlet.class);
        files.setInitParameter("dirAllowed", "false");
        context.addServlet(files, "/");
    }

    private static Policy policy() {
        return new Policy(AccessList.bundled(), ManagementFactory.getPlatformMBeanServer(), Policy.signedIn());
    }

    private static ServletHolder jolokia() {
        ServletHolder jolokia = new ServletHolder("jolokia", new AgentServlet(policy()));
        jolokia.setInitParameter("mbeanQualifier", "qualifier=hawtio");
        jolokia.setInitParameter("allowErrorDetails", "false");
        jolokia.setInitParameter("includeStackTrace", "false");
        jolokia.setInitParameter("discoveryEnabled", "false");
        jolokia.setInitParameter("agentDiscoverable", "false");
        jolokia.setInitOrder(1);
        return jolokia;
    }

    /** Hawtio's settings, which it would take from the system's properties, and so from everybody's. */
    private static final class SignIn extends HawtioContextListener {
        private static final Map<String, String> SETTINGS = Map.of(
                AuthenticationConfiguration.AUTHENTICATION_ENABLED,
                "true",
                // It would shut out by the name that others try; the filter slows them by their address.
                "authenticationThrottled",
                "false",
                AuthenticationConfiguration.REALM,
                "shuttle",
                AuthenticationConfiguration.ROLES,
                Role.OPERATOR + "," + Role.VIEWER,
                AuthenticationConfiguration.ROLE_PRINCIPAL_CLASSES,
                RolePrincipal.class.getName(),
                AuthenticationConfiguration.USER_PRINCIPAL_CLASSES,
                UserPrincipal.class.getName());

        private final List<Account> accounts;

        SignIn(List<Account> accounts) {
            super(new ConfigManager(SETTINGS::get));
            this.accounts = accounts;
        }

        @Override
        protected void configureAuthenticationProviders(
                ServletContext context, AuthenticationConfiguration configuration) {
            configuration.addConfiguration(AccountLogin.knowing(accounts));
        }
    }

    /** Keeps the console's sessions few: one more ends the oldest. */
    static final class SessionLimit implements HttpSessionListener {
        static final int MOST = 100;

        private final Map<String, HttpSession> sessions = new LinkedHashMap<>();

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            HttpSession oldest = add(event.getSession());
            if (oldest != null) {
                try {
                    oldest.invalidate();
                } catch (IllegalStateException over) {
                    // It ended by itself.
                    return;
                }
            }
        }

        private synchronized @Nullable HttpSession add(HttpSession session) {
            sessions.put(session.getId(), session);
            if (sessions.size() <= MOST) {
                return null;
            }
            String first = sessions.keySet().iterator().next();
            return sessions.remove(first);
        }

        @Override
        public synchronized void sessionDestroyed(HttpSessionEvent event) {
            sessions.remove(event.getSession().getId());
        }
    }
}
