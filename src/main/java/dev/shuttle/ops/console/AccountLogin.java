package dev.shuttle.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.settings.FileErrors;
import io.hawt.web.auth.RolePrincipal;
import io.hawt.web.auth.UserPrincipal;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.jspecify.annotations.Nullable;

/** Signs in by name and password, as JAAS wants it: public, and made by name. */
public final class AccountLogin implements LoginModule {
    private static final String ACCOUNTS = "accounts";

    @SuppressWarnings("NullAway.Init")
    private Subject subject;

    @SuppressWarnings("NullAway.Init")
    private CallbackHandler handler;

    private List<Account> accounts = List.of();
    private @Nullable Account signedIn;

    /** The configuration that knows these accounts, under any name. */
    static Configuration knowing(List<Account> accounts) {
        Map<String, ?> options = Map.of(ACCOUNTS, List.copyOf(accounts));
        AppConfigurationEntry entry =
                new AppConfigurationEntry(AccountLogin.class.getName(), LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    @Override
    public void initialize(Subject who, CallbackHandler callbacks, Map<String, ?> shared, Map<String, ?> options) {
        subject = who;
        handler = callbacks;
        accounts = ((List<?>) Objects.requireNonNull(options.get(ACCOUNTS)))
                .stream().map(Account.class::cast).toList();
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("name");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException("the sign-in could not be read: " + FileErrors.reason(e));
        }
        String sent = password.getPassword() == null ? "" : new String(password.getPassword());
        signedIn = find(accounts, name.getName(), sent)
                .orElseThrow(() -> new FailedLoginException("no such name with this password"));
        return true;
    }

    static Optional<Account> find(List<Account> accounts, String user, String password) {
        return accounts.stream()
                .filter(account -> account.user().equals(user))
                .filter(account -> isSame(account.password().get(), password))
                .findFirst();
    }

    /** Compared in a time that does not depend on how much of it fits. */
    private static boolean isSame(String known, String sent) {
        return !known.isEmpty() && MessageDigest.isEqual(known.getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    @Override
    public boolean commit() {
        if (signedIn == null) {
            return false;
        }
        subject.getPrincipals().add(new UserPrincipal(signedIn.user()));
        subject.getPrincipals().add(new RolePrincipal(signedIn.role().name()));
        return true;
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        signedIn = null;
        subject.getPrincipals().clear();
        return true;
    }
}
