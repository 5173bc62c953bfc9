package dev.shuttle.ops.console;

import dev.shuttle.ops.console.Account.Role;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.Settings.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who may sign in, from the settings. */
public final class Accounts {
    private Accounts() {}

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
