package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.history.CertificateHistory;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.access.AccessActs;
import dev.howdah.ui.users.access.AccessController;
import dev.howdah.ui.users.access.AccessViewModel;
import dev.howdah.ui.users.hosted.HostedUsers;
import dev.howdah.ui.users.list.RoleUseController;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.proof.ProofController;
import dev.howdah.ui.users.proof.ProofViewModel;
import dev.howdah.ui.users.proof.RoleProofs;
import dev.howdah.ui.users.proof.RoleProving;
import dev.howdah.ui.users.use.UseReads;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Parent;

/** The tab Users of one server. */
public final class UsersTab implements ServerTab {
    private static final Texts TEXTS = Texts.of(UsersTab.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Providers count what they are asked, and users are made by hand. */
    private static final Duration PROVIDERS_PAUSE = Duration.ofMinutes(2);

    private final Session session;
    private final Workbench workbench;
    private final RolesQuery query = new RolesQuery();
    private final UsersViewModel model;
    private final AccessViewModel access;
    private final AccessReads accessReads;
    private final RoleProofs proofs;
    private final RoleProving proving;
    private final ProofViewModel proof = new ProofViewModel();
    private final RolePages pages = new RolePages();
    private final UseReads use;
    private final UserForms forms;
    private final Subscription roles;
    private final Subscription hosted;

    /**
     * Looks for drift of the roles that were proven, in the background: now, and whenever the tab
     * comes to the front.
     *
     * @param certificates those of every server
     * @param servers those that are open in the window, for users that are wanted on several
     */
    public UsersTab(
            Session session,
            Workbench workbench,
            CertificateHistory certificates,
            OpenSessions servers) {
        this.session = session;
        this.workbench = workbench;
        this.model =
                new UsersViewModel(
                        ZoneId.systemDefault(),
                        session.target().readOnly(),
                        session.hosting().provider().capabilities().offers(Capability.USER_CREATE));
        this.access = new AccessViewModel(workbench.background(), workbench.uiThread());
        this.accessReads = new AccessReads(session, workbench, access);
        this.proofs = new RoleProofs(session, workbench, certificates);
        this.proving = new RoleProving(session, workbench, proofs);
        this.forms =
                new UserForms(
                        session,
                        workbench,
                        servers,
                        model,
                        ZoneId.systemDefault(),
                        Optional.of(proving::prove));
        this.use = new UseReads(session, workbench, model::showUse);
        this.roles = session.slow().subscribe(query, PAUSE, model::show);
        Provider provider = session.hosting().provider();
        model.showHosted(HostedUsers.of(provider));
        this.hosted =
                session.hosting()
                        .loop()
                        .subscribe(
                                ProviderQuestion.USERS,
                                PROVIDERS_PAUSE,
                                users -> model.showHosted(HostedUsers.of(provider, users)));
        model.list().search().unused().subscribe(use::want);
        proofs.byRole()
                .subscribe(newest -> {
                    proof.show(newest);
                    model.showProofs(newest);
                });
        proofs.look();
        pages.reads(RolePages.Page.ACCESS, accessReads);
        model.detail()
                .subscribe(detail -> {
                    access.look(detail == null ? null : detail.oid());
                    accessReads.look(detail == null ? null : detail.name());
                    proof.look(detail == null ? null : detail.name());
                });
    }

    @Override
    public Parent view() {
        RoleActsController acts = new RoleActsController(model, forms);
        RoleDetailController detail = new RoleDetailController(model, acts, workbench);
        return FxmlViews.load(
                new UsersController(
                        model,
                        pages,
                        detail,
                        workbench,
                        ZoneId.systemDefault(),
                        session::retry,
                        this::showSent),
                new RolePagesController(pages),
                new AccessController(
                        access,
                        workbench,
                        new AccessActs(session, workbench, proofs::look),
                        session::retry,
                        () -> workbench.showSql(TEXTS.text("access.title"), accessReads.sql())),
                new ProofController(proof, proving, workbench, ZoneId.systemDefault()),
                detail,
                new RoleUseController(model, use::openGrants),
                new NewUserButtonController(model, forms),
                acts);
    }

    private void showSent() {
        String title = TEXTS.text("users.title");
        if (model.hosted().get().isTold()) {
            workbench.showRequests(title, session.sentBy(query, ProviderQuestion.USERS));
        } else {
            workbench.showSql(title, session.sqlOf(query));
        }
    }

    @Override
    public void shown() {
        roles.shown();
        if (model.hosted().get().isTold()) {
            hosted.shown();
        }
        proofs.look();
        pages.shown();
        use.shown();
    }

    @Override
    public void hidden() {
        roles.hidden();
        hosted.hidden();
        pages.hidden();
        use.hidden();
    }

    @Override
    public void select(Place place, String filter) {
        if (!filter.isEmpty()) {
            model.list().search().text().set(filter);
        }
    }

    @Override
    public void close() {
        roles.close();
        hosted.close();
        accessReads.close();
        use.close();
    }
}
