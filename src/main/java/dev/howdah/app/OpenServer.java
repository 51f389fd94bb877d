package dev.howdah.app;

import dev.howdah.session.Session;
import javafx.scene.Parent;

/** A server that is open: its entry in the rail, its session, and its place in the window. */
record OpenServer(RailEntry entry, Session session, ServerPaneController pane, Parent view) {

    /** Ends what is shown and the sessions on the server. Blocks briefly. */
    void close() {
        pane.close();
        session.close();
        entry.dot().set(RailEntry.Dot.CLOSED);
    }
}
