package dev.shuttle.settings;

/**
 * What this program shares with others.
 *
 * @param store where nodes hand pictures on
 * @param roles what this one does
 * @param inboxIsShared whether several nodes watch one inbox
 */
public record Cluster(StoreSettings store, Roles roles, boolean inboxIsShared) {
    /** One that shares nothing. */
    static final Cluster ALONE = new Cluster(new StoreSettings(null, null), Roles.ALL, false);

    static Cluster read(Values values) {
        return new Cluster(StoreSettings.read(values), Roles.read(values), values.flag("shuttle.inbox.shared"));
    }

    void check(Values values, Settings.Database journal) {
        boolean isShared = journal.url().startsWith("jdbc:postgresql:");
        if (!roles.isAll() && !(isShared && store.isOn())) {
            values.problem(
                    "shuttle.roles",
                    roles.toString(),
                    "needs shuttle.journal.url=jdbc:postgresql:… and shuttle.store, by which the other nodes go on");
        }
        if (inboxIsShared && !isShared) {
            values.problem(
                    "shuttle.inbox.shared",
                    "true",
                    "needs shuttle.journal.url=jdbc:postgresql:…, where it is noted which node reads it");
        }
    }
}
