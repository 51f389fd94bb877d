package dev.howdah.ui.stats.locks;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.activity.signal.BackendSignals;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.stats.session.OneAnswer;
import dev.howdah.ui.stats.session.SessionActs;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import java.time.Duration;
import javafx.scene.Parent;

/** Who waits for whom: the queues of sessions that want a lock. */
public final class LocksPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(LocksPanel.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final LocksQuery QUERY = new LocksQuery();

    private final Session session;
    private final Workbench workbench;
    private final LocksViewModel model = new LocksViewModel();
    private final Subscription locks;

    public LocksPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.locks = session.fast().subscribe(QUERY, PAUSE, model::show);
    }

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
        SessionDetailViewModel detail =
                new SessionDetailViewModel(new OneAnswer(session, workbench)::ask);
        SessionActs acts =
                new SessionActs(
                        new BackendSignals(session.writer(), session.reader()),
                        session.target(),
                        session.profile().target().user());
        acts.on(model::chosenSessions);
        SessionActsController actsController =
                new SessionActsController(acts, workbench, locks::askNow);
        LocksController controller =
                new LocksController(
                        model, detail, actsController, workbench, session::retry, this::showSql);
        SessionDetailController detailController =
                new SessionDetailController(detail, workbench, controller::goToPid);
        return FxmlViews.load(controller, detailController, actsController);
    }

    private void showSql() {
        workbench.showSql(title(), session.sqlOf(QUERY));
    }

    @Override
    public void shown() {
        locks.shown();
    }

    @Override
    public void hidden() {
        locks.hidden();
    }

    @Override
    public void close() {
        locks.close();
    }
}
