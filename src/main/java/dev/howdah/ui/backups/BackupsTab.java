package dev.howdah.ui.backups;

import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.Parent;

/** The tab Backups of one server. */
public final class BackupsTab implements ServerTab {
    private static final Texts TEXTS = Texts.of(BackupsTab.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final Workbench workbench;
    private final ArchiveQuery query = new ArchiveQuery();
    private final BackupsViewModel model = new BackupsViewModel(ZoneId.systemDefault());
    private final Subscription archive;

    public BackupsTab(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.archive = session.fast().subscribe(query, PAUSE, model::show);
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new BackupsController(
                        model,
                        workbench,
                        session::retry,
                        () ->
                                workbench.showSql(
                                        TEXTS.text("backups.title"), session.sqlOf(query))));
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
