package dev.shuttle.pipeline.job;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The nodes of a journal, what each was asked for, and how far this one is with it. */
public final class Nodes {
    /** What a node is asked for. */
    public enum Asked {
        /** To work on. */
        NOTHING(0),
        /** To take nothing more. */
        DRAIN(1),
        /** To take nothing more, and to stop when what it had begun is done. */
        STOP(2);

        private final int number;

        Asked(int number) {
            this.number = number;
        }

        /** What a row says; a word of a later version is none. */
        private static Asked of(int number) {
            return number == DRAIN.number ? DRAIN : number == STOP.number ? STOP : NOTHING;
        }
    }

    private final JournalDatabase database;
    private final @Nullable Session own;

    Nodes(JournalDatabase database, @Nullable Session own) {
        this.database = database;
        this.own = own;
    }

    /** The nodes that are there, and those that fell silent with jobs; none where one program has the journal. */
    public List<KnownNode> known() {
        return database.isShared() ? database.reading("list nodes", Sessions::known) : List.of();
    }

    /**
     * Asks a node for this; it follows within a second or two.
     *
     * @return false where no such node is there
     */
    public boolean ask(String node, Asked asked) {
        return database.isShared()
                && database.transaction(
                        "ask node " + node,
                        handle -> handle.createUpdate(
                                                "UPDATE session SET asked = :asked, drained = 0 WHERE node = :node AND over = 0"
                                                        + " AND lease_until > " + Sessions.NOW)
                                        .bind("asked", asked.number)
                                        .bind("node", node)
                                        .execute()
                                > 0);
    }

    /** Whether this program is one of several. */
    public boolean isOne() {
        return own != null;
    }

    /** What this node is called; null where one program has the journal. */
    public @Nullable String name() {
        return own == null ? null : own.node().name();
    }

    /** What this node was asked for. */
    public Asked asked() {
        Session me = own;
        return me == null
                ? Asked.NOTHING
                : database.reading(
                        "look what this node is asked for",
                        handle -> Asked.of(number(handle, me, "COALESCE(asked, 0)")));
    }

    private static int number(Handle handle, Session session, String what) {
        return handle.createQuery("SELECT " + what + " FROM session WHERE id = :id")
                .bind("id", session.id())
                .mapTo(Integer.class)
                .one();
    }

    /** How many jobs this node has that have not ended. */
    public int held() {
        Session me = own;
        return me == null
                ? 0
                : database.reading(
                        "count this node's jobs",
                        handle -> number(
                                handle, me, "(SELECT COUNT(*) FROM job j WHERE j.holder = session.id AND j.open = 1)"));
    }

    /** Tells the others whether anything is left here. */
    public void tell(boolean drained) {
        update(
                "UPDATE session SET drained = " + (drained ? 1 : 0) + " WHERE id = :me",
                "say whether this node is drained");
    }

    /** Another node may read what this one read alone. */
    public void givesUpReading() {
        update("DELETE FROM reader WHERE session = :me", "leave the inbox to another node");
    }

    private void update(String statement, String what) {
        Session me = own;
        if (me != null) {
            database.transaction(
                    what,
                    handle -> handle.createUpdate(statement).bind("me", me.id()).execute());
        }
    }
}
