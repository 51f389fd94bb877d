package dev.howdah.app;

import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.operations.ServerOperations;
import javafx.scene.Parent;

/**
 * A server that is open: its entry in the rail, its session, its place in the window, what the
 * window does for it, and what its provider works on.
 */
record OpenServer(
        RailEntry entry,
        Session session,
        ServerPaneController pane,
        Parent view,
        Workbench workbench,
        ServerOperations operations) {

    /** Ends what is shown and the sessions on the server. Blocks briefly. */
    void close() {
        operations.close();
        pane.close();
        session.close();
        entry.dot().set(RailEntry.Dot.CLOSED);
    }
}
