package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import javafx.scene.Parent;

/** All parameters of the server. */
public final class ParametersPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ParametersPanel.class);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final Session session;
    private final Workbench workbench;
    private final SettingsQuery query = new SettingsQuery();
    private final ParametersViewModel model = new ParametersViewModel();
    private final Subscription settings;
    private final ParameterActs acts;

    public ParametersPanel(Session session, OpenSessions open, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.settings = session.slow().subscribe(query, PAUSE, model::show);
        this.acts = new ParameterActs(session, open, workbench, settings::askNow);
    }

    @Override
    public Place place() {
        return Place.SETTINGS_PARAMETERS;
    }

    @Override
    public String title() {
        return TEXTS.text("parameters.title");
    }

    @Override
    public Parent view() {
        ParameterDetailController detail =
                new ParameterDetailController(model, workbench, acts::change);
        return FxmlViews.load(
                new ParametersController(
                        model,
                        workbench,
                        session::retry,
                        () -> workbench.showSql(title(), session.sqlOf(query)),
                        acts),
                detail);
    }

    @Override
    public void shown() {
        settings.shown();
    }

    @Override
    public void hidden() {
        settings.hidden();
    }

    @Override
    public void filter(String text) {
        model.filter().clear();
        model.filter().text().set(text);
    }

    @Override
    public void close() {
        settings.close();
    }
}
