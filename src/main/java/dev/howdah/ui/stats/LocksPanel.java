package dev.howdah.ui.stats;

import dev.howdah.core.Texts;
import dev.howdah.session.Session;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Who waits for whom: the queue of sessions that want a lock. */
final class LocksPanel implements StatsPanel {
    private static final Texts TEXTS = Texts.of(LocksPanel.class);

    LocksPanel(Session session, Workbench workbench) {}

    @Override
    public Place place() {
        return Place.STATS_LOCKS;
    }

    @Override
    public String title() {
        return TEXTS.text("locks.title");
    }

    @Override
    public Parent view() {
        return new VBox();
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}

    @Override
    public void close() {}
}
