package dev.howdah.ui.stats.activity;

import dev.howdah.core.Answer;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.FailedTransactionsQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.signal.BackendSignals;
import dev.howdah.pg.activity.signal.Signal;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.stats.hosted.HostedActivity;
import dev.howdah.ui.stats.session.OneAnswer;
import dev.howdah.ui.stats.session.SessionActs;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import dev.howdah.ui.stats.session.SessionWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** Who works, waits and blocks on the server, and the means to end it. */
public final class ActivityPanel implements TabPanel, ActivityController.Commands {
    /** After how long idle sessions can be proposed for an end. */
    static final List<Duration> IDLE_LIMITS =
            List.of(
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(8),
                    Duration.ofDays(1));

    private static final Texts TEXTS = Texts.of(ActivityPanel.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Failed transactions hold no locks, and only a scan of all sessions finds them. */
    private static final Duration RARE_PAUSE = Duration.ofSeconds(10);

    private static final ActivityQuery IN_TRANSACTION = new ActivityQuery(false);
    private static final ActivityQuery EVERYBODY = new ActivityQuery(true);

    private final Session session;
    private final Workbench workbench;
    private final OneAnswer once;
    private final Optional<HostedActivity> hosted;
    private final ActivityViewModel model;
    private final SessionDetailViewModel detail;
    private final BackendSignals signals;
    private final Subscription inTransaction;
    private final Subscription everybody;
    private final Subscription failed;
    private final Subscription counts;
    private boolean onScreen;

    public ActivityPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.model = new ActivityViewModel(user(), session.pool()::ownPids);
        this.once = new OneAnswer(session, workbench);
        this.hosted = HostedActivity.of(session, workbench);
        this.detail = new SessionDetailViewModel(once::ask);
        this.signals = new BackendSignals(session.writer(), session.reader());
        this.inTransaction =
                session.fast()
                        .subscribe(IN_TRANSACTION, PAUSE, reading -> model.show(false, reading));
        this.everybody =
                session.fast().subscribe(EVERYBODY, PAUSE, reading -> model.show(true, reading));
        this.failed =
                session.fast()
                        .subscribe(new FailedTransactionsQuery(), RARE_PAUSE, model::showFailed);
        this.counts = session.fast().subscribe(new SessionCountsQuery(), PAUSE, model::showCounts);
        model.idleToo().subscribe(_ -> askWhatIsWanted());
    }

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
        SessionActs acts = new SessionActs(signals, session.target(), user());
        acts.on(model.selection()::chosen);
        SessionActsController actsController =
                new SessionActsController(acts, workbench, this::askAgain);
        ActivityController controller =
                new ActivityController(model, detail, actsController, workbench, this, hosted);
        SessionDetailController detailController =
                new SessionDetailController(detail, workbench, controller::goToPid);
        return FxmlViews.load(controller, detailController, actsController);
    }

    private String user() {
        return session.profile().target().user();
    }

    @Override
    public void shown() {
        onScreen = true;
        counts.shown();
        askWhatIsWanted();
    }

    @Override
    public void hidden() {
        onScreen = false;
        List.of(inTransaction, everybody, failed, counts).forEach(Subscription::hidden);
    }

    private void askWhatIsWanted() {
        boolean all = model.idleToo().get();
        List<Subscription> unwanted = all ? List.of(inTransaction, failed) : List.of(everybody);
        List<Subscription> wanted = all ? List.of(everybody) : List.of(inTransaction, failed);
        unwanted.forEach(Subscription::hidden);
        if (onScreen) {
            wanted.forEach(Subscription::shown);
        }
    }

    private void askAgain() {
        counts.askNow();
        (model.idleToo().get() ? everybody : inTransaction).askNow();
    }

    @Override
    public void filter(String text) {
        model.filter().set(text);
    }

    @Override
    public void close() {
        List.of(inTransaction, everybody, failed, counts).forEach(Subscription::close);
    }

    @Override
    public void retry() {
        session.retry();
    }

    @Override
    public void showSql() {
        workbench.showSql(
                title(), session.sqlOf(model.idleToo().get() ? EVERYBODY : IN_TRANSACTION));
    }

    @Override
    public void terminateIdle(Duration atLeast) {
        once.ask(EVERYBODY, answer -> proposeToEnd(atLeast, answer));
    }

    private void proposeToEnd(Duration atLeast, Answer<ActivitySnapshot> answer) {
        switch (answer) {
            case Answer.Got<ActivitySnapshot>(ActivitySnapshot all, var _) -> {
                List<SessionRow> old = BackendSignals.idleFor(atLeast, all.sessions(), user());
                if (old.isEmpty()) {
                    model.say(TEXTS.text("activity.noneIdleFor", SessionWords.shortly(atLeast)));
                } else {
                    workbench.confirm(
                            signals.change(Signal.TERMINATE_IDLE, session.target(), old),
                            _ -> askAgain());
                }
            }
            case Answer.Failed<ActivitySnapshot> none -> model.say(none.reason().sentence());
        }
    }
}
