package dev.shuttle.ops.console;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the console's sessions few: one more ends the oldest. */
final class FewSessions implements HttpSessionListener {
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
