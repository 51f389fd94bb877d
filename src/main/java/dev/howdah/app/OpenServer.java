package dev.howdah.app;

import dev.howdah.provider.trial.GuardClock;
import dev.howdah.session.Session;
import javafx.scene.Parent;

/**
 * A server that is open: its entry in the rail, its session, and its place in the window.
 *
 * @param guard works as long as the server is open, whatever is in front
 */
record OpenServer(
        RailEntry entry,
        Session session,
        GuardClock guard,
        ServerPaneController pane,
        Parent view) {

    /** Ends what works without being seen: the guard first, which may need the session. Blocks. */
    void end() {
        guard.close();
        session.close();
    }

    /** Ends what is shown and the sessions on the server. Blocks briefly. */
    void close() {
        pane.close();
        end();
        entry.dot().set(RailEntry.Dot.CLOSED);
    }
}
