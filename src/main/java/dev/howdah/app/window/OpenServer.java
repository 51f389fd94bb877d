package dev.howdah.app.window;

import dev.howdah.app.rail.RailEntry;
import dev.howdah.provider.trial.guard.GuardClock;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.operations.ServerOperations;
import javafx.scene.Parent;

/**
 * A server that is open: its entry in the rail, its session, its place in the window, what the
 * window does for it, and what its provider works on.
 *
 * @param guard works as long as the server is open, whatever is in front
 */
public record OpenServer(
        RailEntry entry,
        Session session,
        GuardClock guard,
        ServerPaneController pane,
        Parent view,
        Workbench workbench,
        ServerOperations operations) {

    /** Ends what works without being seen: the guard first, which may need the session. Blocks. */
    public void end() {
        guard.close();
        session.close();
    }

    /** Ends what is shown and the sessions on the server. Blocks briefly. */
    void close() {
        operations.close();
        pane.close();
        end();
        entry.dot().set(RailEntry.Dot.CLOSED);
    }
}
