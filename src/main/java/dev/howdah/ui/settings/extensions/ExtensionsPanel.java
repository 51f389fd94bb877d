package dev.howdah.ui.settings.extensions;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.ExtensionsQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import javafx.scene.Parent;

/** The extensions of the database and those it could have. */
public final class ExtensionsPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ExtensionsPanel.class);

    /** The server reads files for it, and extensions change rarely. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Session session;
    private final Workbench workbench;
    private final ExtensionsQuery query = new ExtensionsQuery();
    private final ExtensionsViewModel model = new ExtensionsViewModel();
    private final Subscription extensions;

    public ExtensionsPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.extensions = session.slow().subscribe(query, PAUSE, model::show);
    }

    @Override
    public Place place() {
        return Place.SETTINGS_EXTENSIONS;
    }

    @Override
    public String title() {
        return TEXTS.text("extensions.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new ExtensionsController(
                        model,
                        workbench,
                        session::retry,
                        () -> workbench.showSql(title(), session.sqlOf(query)),
                        new ExtensionActs(session, workbench, extensions::askNow)));
    }

    @Override
    public void shown() {
        extensions.shown();
    }

    @Override
    public void hidden() {
        extensions.hidden();
    }

    @Override
    public void filter(String text) {
        model.search().set(text);
    }

    @Override
    public void close() {
        extensions.close();
    }
}
