package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** The tab Users of one server. */
public final class UsersTab implements ServerTab {
    private static final Texts TEXTS = Texts.of(UsersTab.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Session session;
    private final Workbench workbench;
    private final RolesQuery query = new RolesQuery();
    private final UsersViewModel model;
    private final UserForms forms;
    private final AccessViewModel access;
    private final AccessReads accessReads;
    private final RolePages pages = new RolePages();
    private final Subscription roles;

    /** Where no other server is known. */
    public UsersTab(Session session, Workbench workbench) {
        this(session, workbench, List::of);
    }

    /**
     * @param servers those that are open in the window, for users that are wanted on several
     */
    public UsersTab(Session session, Workbench workbench, OpenSessions servers) {
        this.session = session;
        this.workbench = workbench;
        this.model = new UsersViewModel(ZoneId.systemDefault(), session.target().readOnly());
        this.forms =
                new UserForms(
                        session,
                        workbench,
                        servers,
                        ZoneId.systemDefault(),
                        model::isTaken,
                        Optional.empty());
        this.access = new AccessViewModel(workbench.background(), workbench.uiThread());
        this.accessReads = new AccessReads(session, access);
        this.roles = session.slow().subscribe(query, PAUSE, model::show);
        pages.reads(RolePages.Page.ACCESS, accessReads);
        model.detail().subscribe(detail -> access.look(detail == null ? null : detail.oid()));
    }

    @Override
    public Parent view() {
        RoleActsController acts = new RoleActsController(model, forms);
        RoleDetailController detail = new RoleDetailController(model, acts, workbench);
        return FxmlViews.load(
                new UsersController(
                        model,
                        detail,
                        workbench,
                        ZoneId.systemDefault(),
                        session::retry,
                        () -> workbench.showSql(TEXTS.text("users.title"), session.sqlOf(query))),
                new RolePagesController(pages),
                new AccessController(
                        access,
                        workbench,
                        session::retry,
                        () -> workbench.showSql(TEXTS.text("access.title"), accessReads.sql())),
                detail,
                new NewUserButtonController(model, forms),
                acts);
    }

    @Override
    public void shown() {
        roles.shown();
        pages.shown();
    }

    @Override
    public void hidden() {
        roles.hidden();
        pages.hidden();
    }

    @Override
    public void select(Place place, String filter) {
        if (!filter.isEmpty()) {
            model.search().text().set(filter);
        }
    }

    @Override
    public void close() {
        roles.close();
        accessReads.close();
    }
}
