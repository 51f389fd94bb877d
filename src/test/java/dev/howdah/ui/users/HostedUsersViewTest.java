package dev.howdah.ui.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.users.form.FormPictures;
import dev.howdah.ui.users.hosted.HostedUsers;
import dev.howdah.ui.users.list.UsersViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users that a provider knows, changed through its API, over HTTP against the fake Scalingo. */
class HostedUsersViewTest {
    private static final Role OWNER = SomeRoles.login(1, "shop_1234");
    private static final Role ANALYST = SomeRoles.login(2, "analyst_1");
    private static final Role STRANGER = SomeRoles.login(3, "made_by_sql");
    private static final Role GROUP = SomeRoles.group(4, "readers");
    private static final String NO_RIGHT =
            "shop_1234 may not do this without CREATEROLE."
                    + " Let an administrator run: ALTER ROLE \"shop_1234\" CREATEROLE;";

    @TempDir Path folder;

    private final UsersViewModel model = new UsersViewModel(ZoneOffset.UTC, false, true);
    private ScalingoStage stage;
    private Provider provider;
    private SomeWorkbench workbench;
    private Session session;
    private Subscription users;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        stage = new ScalingoStage(false, false);
        FileOperationLog log = new FileOperationLog(folder);
        Hosting hosting = new Hosting(stage.provider(log), log, Platform::runLater, stage.clock());
        provider = hosting.provider();
        session = SomeSessions.hosted(hosting);
        workbench = new SomeWorkbench(stage.clock());
        provider.createUser(
                        new ChangeTarget("shop", Environment.LAB, false, Optional.empty()),
                        "analyst_1",
                        true,
                        Secret.of("abcdefghijklmnopqrstuvwxyz"))
                .action()
                .run();
        users =
                hosting.loop()
                        .subscribe(
                                ProviderQuestion.USERS,
                                Duration.ofMinutes(2),
                                now -> model.showHosted(HostedUsers.of(provider, now)));
    }

    @AfterEach
    void close() {
        session.close();
        stage.close();
    }

    @Test
    void offersTheProvidersWayWhereTheLoginMayNotChangeRoles() {
        Parent view = shown(ANALYST);
        assertEquals("The users of Scalingo have not been read yet.", entries(view).getFirst());

        Fx.run(users::shown);
        Fx.eventually("the users", () -> entries(view).getFirst().startsWith("Set password"));

        assertEquals(
                List.of(
                        "Set password through Scalingo…",
                        "Let Scalingo make a password…",
                        "Drop through Scalingo…",
                        "-",
                        NO_RIGHT,
                        "Reset password…"),
                entries(view).subList(0, 6));
        assertTrue(told(view, "read-only user"));
        Fx.picture(view, "users-hosted", Fx.Look.LIGHT, 792, 590);

        look(OWNER);
        assertEquals(
                List.of(
                        "Scalingo protects shop_1234: it can't be dropped nor get another password"
                                + " through its API.",
                        "-"),
                entries(view).subList(0, 2));
        assertTrue(told(view, "protected"));
        look(STRANGER);
        assertEquals(
                "Scalingo lists no user made_by_sql, so it can't change it through its API.",
                entries(view).getFirst());
        look(GROUP);
        assertEquals(NO_RIGHT, entries(view).getFirst(), "a group is no user");
    }

    @Test
    void setsMakesAndDropsThroughTheApiOnceItIsConfirmed() throws Exception {
        Parent view = shown(ANALYST);
        Fx.run(users::shown);
        Fx.eventually("the users", () -> entries(view).getFirst().startsWith("Set password"));
        int before = stage.writes();

        Parent set = form(view, 0);
        PasswordField chosen = (PasswordField) set.lookup("#masked");
        String password = Fx.call(chosen::getText);
        Change setting = asked(set, 1);
        assertEquals("Change password of analyst_1", setting.title());
        assertFalse(setting.preview().contains(password));

        Parent make = form(view, 1);
        PasswordField made = (PasswordField) make.lookup("#masked");
        Node copy = make.lookup("#copy");
        FormPictures.take(make, "role-make_password-hosted");
        assertTrue(Fx.call(copy::isDisabled), "there is nothing to copy yet");
        Change making = asked(make, 2);
        assertEquals(before, stage.writes(), "nothing was sent so far");
        making.action().run();
        Fx.eventually("the password", () -> !made.getText().isEmpty());
        assertEquals("made-by-scalingo-0123456789", Fx.call(made::getText));
        assertFalse(Fx.call(copy::isDisabled));

        Fx.run(() -> menu(view).get(2).fire());
        Fx.eventually("the drop", () -> workbench.changes.size() == 3);
        Change drop = workbench.changes.getLast();
        assertEquals("Drop user analyst_1", drop.title());
        assertTrue(
                drop.warnings().getFirst().startsWith("What analyst_1 owns could not be read."),
                drop.warnings().toString());
        drop.action().run();
        Fx.run(users::askNow);
        Fx.eventually("it is gone", () -> entries(view).getFirst().startsWith("Scalingo lists no"));
    }

    /** The view with this role beside the table, for a login that may not change roles. */
    private Parent shown(Role looked) {
        Parent view =
                Fx.call(() -> {
                    Parent made = SomeUsersView.of(model, session, workbench, folder);
                    Fx.style(new Scene(made, 792, 590), Fx.Look.LIGHT);
                    made.applyCss();
                    made.layout();
                    return made;
                });
        Asker asker = new Asker("shop_1234", 16, "UTF8", false, OWNER.attributes());
        Fx.run(() ->
                model.show(
                        new Reading.Fresh<>(
                                new RolesSnapshot(
                                        List.of(OWNER, ANALYST, STRANGER, GROUP),
                                        4,
                                        asker,
                                        SomeRoles.NOW),
                                SomeRoles.NOW)));
        Fx.run(() -> model.showHosted(HostedUsers.of(provider)));
        look(looked);
        return view;
    }

    private void look(Role role) {
        Fx.run(() -> model.list().reveal(role.oid()).ifPresent(model::look));
    }

    private static List<MenuItem> menu(Parent view) {
        return ((MenuButton) view.lookup("#change")).getItems();
    }

    private Parent form(Parent view, int entry) {
        Fx.run(() -> menu(view).get(entry).fire());
        return workbench.forms.getLast();
    }

    /** The button of the form is pressed: what is to be confirmed. */
    private Change asked(Parent form, int count) {
        Fx.run(() -> ((ButtonBase) form.lookup("#act")).fire());
        Fx.eventually("the change", () -> workbench.changes.size() == count);
        return workbench.changes.getLast();
    }

    private static boolean told(Parent view, String fact) {
        return Fx.call(() ->
                view.lookup("#facts").lookupAll(".label").stream()
                        .anyMatch(each -> ((Label) each).getText().equals(fact)));
    }

    /** What the entries say: their title, and why they can't work. */
    private static List<String> entries(Parent view) {
        return Fx.call(() -> menu(view).stream().map(HostedUsersViewTest::said).toList());
    }

    private static String said(MenuItem item) {
        return item.getGraphic() instanceof VBox lines
                ? String.join(
                        " | ",
                        lines.getChildren().stream().map(each -> ((Label) each).getText()).toList())
                : "-";
    }
}
