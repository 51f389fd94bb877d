package dev.howdah.ui.stats.charts;

import dev.howdah.core.Texts;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import javafx.scene.Parent;

/**
 * The last hour as lines. The samples belong to the session, so they go on while other tabs are in
 * front; this panel reads nothing itself.
 */
public final class ChartsPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ChartsPanel.class);

    private final Session session;
    private final Workbench workbench;
    private final ChartsViewModel model;
    private Runnable stopListening = () -> {};

    public ChartsPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.model = new ChartsViewModel(workbench.clock());
    }

    @Override
    public Place place() {
        return Place.STATS_CHARTS;
    }

    @Override
    public String title() {
        return TEXTS.text("charts.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new ChartsController(
                        model,
                        session::retry,
                        () -> workbench.showSql(title(), session.sqlOf(new VitalsQuery()))));
    }

    @Override
    public void shown() {
        stopListening.run();
        stopListening = session.vitals().subscribe(this::show);
        show();
    }

    @Override
    public void hidden() {
        stopListening.run();
        stopListening = () -> {};
    }

    private void show() {
        model.show(session.vitals().reading(), session.vitals().samples());
    }

    @Override
    public void close() {
        hidden();
    }
}
