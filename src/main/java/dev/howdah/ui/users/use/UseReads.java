package dev.howdah.ui.users.use;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.unused.RoleActivityQuery;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What is read about who works on a server, while somebody asks for unused roles. */
public final class UseReads implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(UseReads.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Session session;
    private final Workbench workbench;
    private final Consumer<RoleUse> found;
    private final List<Subscription> subscriptions;
    private Reading<AccessRolesSnapshot> roles = Reading.waiting();
    private Reading<RoleActivitySnapshot> activity = Reading.waiting();
    private boolean onScreen;
    private boolean wanted;

    /**
     * @param found gets what is known, on the JavaFX thread
     */
    public UseReads(Session session, Workbench workbench, Consumer<RoleUse> found) {
        this.session = session;
        this.workbench = workbench;
        this.found = found;
        this.subscriptions =
                List.of(
                        session.slow()
                                .subscribe(
                                        new AccessRolesQuery(),
                                        PAUSE,
                                        reading -> {
                                            roles = reading;
                                            tell();
                                        }),
                        session.slow()
                                .subscribe(
                                        new RoleActivityQuery(),
                                        PAUSE,
                                        reading -> {
                                            activity = reading;
                                            tell();
                                        }));
    }

    private void tell() {
        found.accept(RoleUse.of(roles, activity));
    }

    public void shown() {
        onScreen = true;
        ask();
    }

    public void hidden() {
        onScreen = false;
        ask();
    }

    /** Whether anybody wants to know. */
    public void want(boolean use) {
        wanted = use;
        ask();
    }

    private void ask() {
        subscriptions.forEach(onScreen && wanted ? Subscription::shown : Subscription::hidden);
    }

    /** Lists what was granted to unused roles, over the window. */
    public void openGrants() {
        workbench
                .background()
                .execute(() -> {
                    try {
                        UnusedGrants grants =
                                UnusedGrants.of(
                                        session.reader().ask(new AccessRolesQuery()),
                                        session.reader().ask(new AccessObjectsQuery(false)),
                                        session.reader().ask(new RoleActivityQuery()),
                                        session.profile().target().database());
                        workbench.uiThread().execute(() -> open(grants));
                    } catch (ProblemException e) {
                        String sentence =
                                TEXTS.text(
                                        "roleForm.failed",
                                        e.problem().sentence(),
                                        e.problem().remedy());
                        workbench.uiThread().execute(() -> workbench.say(sentence));
                    }
                });
    }

    private void open(UnusedGrants grants) {
        workbench.open(
                close -> FxmlViews.load(new UnusedGrantsController(grants, workbench, close)));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
