package dev.howdah.ui.users;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.defaults.DefaultsList;
import dev.howdah.ui.users.form.DropRoleForm;
import dev.howdah.ui.users.form.MembershipForms;
import dev.howdah.ui.users.form.NewPasswordController;
import dev.howdah.ui.users.form.RoleForm;
import dev.howdah.ui.users.form.RoleFormController;
import dev.howdah.ui.users.form.RoleForms;
import dev.howdah.ui.users.hosted.HostedActs;
import dev.howdah.ui.users.hosted.HostedForms;
import dev.howdah.ui.users.list.RoleActs.Act;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.manyusers.ManyUsersController;
import dev.howdah.ui.users.manyusers.ManyUsersViewModel;
import dev.howdah.ui.users.newuser.MadeUser;
import dev.howdah.ui.users.newuser.NewUserController;
import dev.howdah.ui.users.newuser.NewUserDoneController;
import dev.howdah.ui.users.newuser.NewUserOptionsController;
import dev.howdah.ui.users.newuser.NewUserPlanningController;
import dev.howdah.ui.users.newuser.NewUserViewModel;
import dev.howdah.ui.users.newuser.NewUsersForm;
import dev.howdah.ui.users.places.NewUserServer;
import dev.howdah.ui.users.places.NewUserSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Opens the forms of the tab Users over the window, and keeps what was typed into the large ones.
 */
final class UserForms {
    private static final Texts TEXTS = Texts.of(UserForms.class);
    private static final long TYPING_PAUSE_MILLIS = 300;

    private final Session session;
    private final Workbench workbench;
    private final OpenSessions servers;
    private final UsersViewModel roles;
    private final ZoneId zone;
    private final Optional<Consumer<MadeUser>> prove;
    private final NewUserViewModel one;
    private final ManyUsersViewModel many;

    /**
     * @param roles those that are known
     * @param prove goes on from a new user to the access proof; empty when there is none
     */
    UserForms(
            Session session,
            Workbench workbench,
            OpenSessions servers,
            UsersViewModel roles,
            ZoneId zone,
            Optional<Consumer<MadeUser>> prove) {
        this.session = session;
        this.workbench = workbench;
        this.servers = servers;
        this.roles = roles;
        this.zone = zone;
        this.prove = prove;
        one = new NewUserViewModel(form(), roles::isTaken, session.hosting().provider());
        many = new ManyUsersViewModel(form(), roles::isTaken);
    }

    private NewUsersForm form() {
        Executor afterTyping =
                CompletableFuture.delayedExecutor(
                        TYPING_PAUSE_MILLIS, TimeUnit.MILLISECONDS, workbench.background());
        return new NewUsersForm(
                new NewUserServer(session),
                workbench.clock(),
                zone,
                new NewUsersForm.Threads(
                        workbench.background(), afterTyping, workbench.uiThread()));
    }

    private List<NewUserSource> elsewhere() {
        return servers.now().stream()
                .filter(other -> other != session)
                .<NewUserSource>map(NewUserServer::new)
                .toList();
    }

    void newUser(Kind kind) {
        workbench.open(
                close -> {
                    if (roles.onlyProviderMakesUsers()) {
                        one.byProvider().set(true);
                    }
                    one.opened(kind, elsewhere());
                    NewUserDoneController done = new NewUserDoneController(workbench, prove);
                    return FxmlViews.load(
                            new NewUserController(
                                    one, done, workbench, _ -> session.retry(), close),
                            done,
                            new NewPasswordController(one.password(), workbench),
                            new NewUserOptionsController(one.form()),
                            new NewUserPlanningController(one.form().planning()));
                },
                one::closed);
    }

    void newUsers() {
        workbench.open(
                close -> {
                    many.opened(many.form().options().kind().get(), elsewhere());
                    return FxmlViews.load(
                            new ManyUsersController(many, workbench, _ -> session.retry(), close),
                            new NewUserOptionsController(many.form()),
                            new NewUserPlanningController(many.form().planning()));
                },
                many::closed);
    }

    /** Lists what is given away by default, for all owners of the database we are in. */
    void defaultPrivileges() {
        new DefaultsList(session, workbench, roles::known).open(reach());
    }

    /** Does this to the role, after the form and the consent that it takes. */
    void change(Act act, Role role, RolesSnapshot snapshot) {
        RoleForms forms = new RoleForms(reach(), target(), snapshot, zone);
        MembershipForms members = new MembershipForms(reach(), target(), snapshot);
        switch (act) {
            case PASSWORD -> open(forms.password(role));
            case EXPIRY -> open(forms.expiry(role));
            case LIMIT -> open(forms.limit(role));
            case SETTING -> open(forms.setting(role));
            case JOIN -> open(members.join(role));
            case LEAVE -> open(members.leave(role));
            case ADD_MEMBER -> open(members.addMember(role));
            case REMOVE_MEMBER -> open(members.removeMember(role));
            case ATTRIBUTES -> open(forms.attributes(role));
            case RENAME -> open(forms.rename(role));
            case COMMENT -> open(forms.comment(role));
            case LOGIN -> confirm(() -> forms.login(role));
            case DROP -> drop(role, snapshot);
        }
    }

    /** Does this to the user through the provider's API, after the form and the consent. */
    void change(HostedActs.Act act, ProviderUser user) {
        HostedForms hosted = new HostedForms(session.hosting().provider(), target());
        switch (act) {
            case SET_PASSWORD -> open(hosted.setPassword(user));
            case MAKE_PASSWORD -> open(hosted.makePassword(user, workbench.uiThread()));
            case DROP -> {
                workbench.say(HostedForms.looking(user));
                confirm(() -> hosted.drop(user, session.reader()));
            }
        }
    }

    private void drop(Role role, RolesSnapshot snapshot) {
        workbench.say(TEXTS.text("roleForm.drop.looking", Names.visible(role.name())));
        DropRoleForm drops = new DropRoleForm(reach(), target(), snapshot);
        inBackground(() -> {
            RoleForm form = drops.of(role);
            return () -> open(form);
        });
    }

    private void confirm(RoleForm.Maker maker) {
        inBackground(() -> {
            Change change = maker.change();
            return () -> workbench.confirm(change, _ -> session.retry());
        });
    }

    /** Finds out something and returns what shows it. */
    private interface Finding {
        Runnable find() throws ProblemException;
    }

    private void inBackground(Finding finding) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Runnable show = finding.find();
                        workbench.uiThread().execute(show);
                    } catch (ProblemException e) {
                        Problem problem = e.problem();
                        workbench
                                .uiThread()
                                .execute(() ->
                                        workbench.say(
                                                TEXTS.text(
                                                        "roleForm.failed",
                                                        problem.sentence(),
                                                        problem.remedy())));
                    }
                });
    }

    private void open(RoleForm form) {
        workbench.open(
                close ->
                        FxmlViews.load(
                                new RoleFormController(
                                        form, workbench, _ -> session.retry(), close)),
                form::closed);
    }

    private Reach reach() {
        return new Reach(
                session.reader(),
                session.writer(),
                session.visits(),
                session.profile().target().database());
    }

    ChangeTarget target() {
        return session.target();
    }
}
