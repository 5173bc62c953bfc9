package dev.shuttle.ops.console;

import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.Settings.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Someone who may sign in. */
public record Account(String user, Secret password, Role role) {
    /** What they may do there. */
    public enum Role {
        /** Look at everything, start and stop routes, cancel jobs. */
        OPERATOR,
        /** Look. */
        VIEWER
    }

    /** The operator, with the first password where none is set, and the viewer where there is one. */
    public static List<Account> of(Settings.Management management, Path work) throws IOException {
        List<Account> accounts = new ArrayList<>();
        Login operator = management.operator();
        Secret password = operator.password() == null ? FirstPassword.in(work) : operator.password();
        accounts.add(new Account(operator.user(), password, Role.OPERATOR));
        Login viewer = management.viewer();
        if (viewer != null && viewer.password() != null) {
            accounts.add(new Account(viewer.user(), viewer.password(), Role.VIEWER));
        }
        return accounts;
    }
}
