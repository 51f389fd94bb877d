package dev.howdah.ui.stats;

import dev.howdah.core.Texts;
import dev.howdah.session.Session;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Who works, waits and blocks on the server, and the means to end it. */
final class ActivityPanel implements StatsPanel {
    private static final Texts TEXTS = Texts.of(ActivityPanel.class);

    ActivityPanel(Session session, Workbench workbench) {}

    @Override
    public Place place() {
        return Place.STATS_ACTIVITY;
    }

    @Override
    public String title() {
        return TEXTS.text("activity.title");
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
