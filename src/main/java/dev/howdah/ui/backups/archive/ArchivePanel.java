package dev.howdah.ui.backups.archive;

import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.Parent;

/** What PostgreSQL itself says about its archive, whoever hosts it. */
public final class ArchivePanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ArchivePanel.class);
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final Workbench workbench;
    private final ArchiveQuery query = new ArchiveQuery();
    private final ArchiveViewModel model = new ArchiveViewModel(ZoneId.systemDefault());
    private final Subscription archive;

    public ArchivePanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.archive = session.fast().subscribe(query, PAUSE, model::show);
    }

    @Override
    public Place place() {
        return Place.BACKUPS_ARCHIVE;
    }

    @Override
    public String title() {
        return TEXTS.text("archive.panel");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new ArchiveController(
                        model,
                        workbench,
                        session::retry,
                        () ->
                                workbench.showSql(
                                        TEXTS.text("archive.title"), session.sqlOf(query))));
    }

    @Override
    public void shown() {
        archive.shown();
    }

    @Override
    public void hidden() {
        archive.hidden();
    }

    @Override
    public void close() {
        archive.close();
    }
}
