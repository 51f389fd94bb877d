package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.howdah.app.window.OpenServer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.pg.roles.change.RoleChanges;
import dev.howdah.pg.roles.privilege.PrivilegeChanges;
import dev.howdah.pg.roles.privilege.Securable;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.Switch;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes, a restart of the console, and the way back from the journal. */
class JournalJourneyTest {
    private final TestServer server = TestServer.newest();
    @TempDir private Path data;

    private Profile profile(String name, Optional<HostedBy> hostedBy) {
        return new Profile(
                        new UUID(3, name.hashCode()),
                        name,
                        Environment.PRODUCTION,
                        PgTarget.of(
                                server.host(),
                                server.port(),
                                "postgres",
                                server.user(),
                                TlsMode.DISABLE),
                        false)
                .hostedBy(hostedBy);
    }

    private Screen start() {
        Screen screen = new Screen(data);
        screen.made().restoreLastChange();
        return screen;
    }

    private ChangeRunner runner() {
        return new ChangeRunner(new FileChangeLog(data), Clock.systemUTC());
    }

    /** That of an earlier start, whose window does not matter here. */
    private Session session(Profile profile, Optional<ScalingoStage> stage)
            throws ProblemException {
        Executor nowhere = task -> {};
        Hosting hosting =
                stage.map(each ->
                                new Hosting(
                                        each.provider(new FileOperationLog(data)),
                                        new FileOperationLog(data),
                                        nowhere,
                                        each.clock()))
                        .orElseGet(() -> Hosting.nobody(nowhere, Clock.systemUTC()));
        return new Session(
                profile, () -> Secret.of(server.password()), hosting, nowhere, Clock.systemUTC());
    }

    private void open(Screen screen, Profile profile) {
        screen.openServer(profile, server.password());
        screen.awaitText(profile.name() + ": connected");
    }

    private static OpenServer server(Screen screen) {
        return Fx.call(() -> screen.made().desk.openServers().getFirst());
    }

    @Test
    void takesBackAGrantAParameterAndALimitAfterARestart() throws Exception {
        server.run(
                "CREATE ROLE jj_ann LOGIN CONNECTION LIMIT 3",
                "ALTER ROLE jj_ann SET work_mem TO '8MB'",
                "CREATE TABLE jj_orders (id int)");
        try {
            String before = state();
            Profile orders = profile("orders-prod", Optional.empty());
            ChangeRunner runner = runner();
            try (Session session = session(orders, Optional.empty())) {
                for (Change change : sqlChanges(session)) {
                    runner.run(change);
                }
            }
            assertNotEquals(before, state());

            try (Screen screen = start()) {
                open(screen, orders);
                screen.awaitText("Grant SELECT to");
                Fx.picture(screen.root(), "window-last-change", Look.LIGHT, 1_000, 700);
                screen.press(KeyCode.CONTROL, KeyCode.J);
                screen.awaitText("3 changes");
                undo(screen, "Grant SELECT to jj_ann");
                undo(screen, "Set work_mem for jj_ann");
                undo(screen, "Limit sessions of jj_ann");
            }
            assertEquals(before, state());
        } finally {
            server.run("DROP TABLE jj_orders", "DROP ROLE jj_ann");
        }
    }

    /** The change is chosen, the way back looked at and confirmed. */
    private static void undo(Screen screen, String title) {
        screen.press(KeyCode.CONTROL, KeyCode.J);
        undoHere(screen, title);
    }

    private static void undoHere(Screen screen, String title) {
        screen.clickText(title);
        screen.clickText("Undo…");
        screen.awaitText("Exactly this will be sent:");
        screen.click(".dialog-box .accent");
        screen.clickText("Close");
        screen.awaitNoText("Exactly this will be sent:");
    }

    private String state() throws SQLException {
        return server.ask(
                """
                SELECT concat_ws(E'\\n',
                                 (SELECT coalesce(relacl, acldefault('r', relowner))::text
                                    FROM pg_class WHERE relname = 'jj_orders'),
                                 (SELECT to_json(r)::text
                                    FROM (SELECT rolname, rolcanlogin, rolconnlimit, rolvaliduntil
                                            FROM pg_roles WHERE rolname = 'jj_ann') r),
                                 (SELECT string_agg(setconfig::text, ',' ORDER BY setdatabase)
                                    FROM pg_db_role_setting
                                   WHERE setrole = 'jj_ann'::regrole))
                """);
    }

    private static List<Change> sqlChanges(Session session) throws ProblemException {
        Reach reach = new Reach(session.reader(), session.writer(), session.visits(), "postgres");
        RolesSnapshot roles = session.reader().ask(new RolesQuery());
        RolesSnapshot.Role ann =
                roles.roles().stream()
                        .filter(role -> role.name().equals("jj_ann"))
                        .findFirst()
                        .orElseThrow();
        RoleChanges changes = new RoleChanges(reach, session.target(), roles.asker());
        return List.of(
                changes.connectionLimit(ann, 7),
                changes.set(ann, new Setting("", "work_mem", "64MB")),
                new PrivilegeChanges(reach, session.target())
                        .grant(
                                new PrivilegeChanges.Grant(
                                        "postgres",
                                        new Securable.Objects(
                                                Securable.Kind.TABLE,
                                                "public",
                                                List.of("jj_orders")),
                                        Set.of(Privilege.SELECT),
                                        "jj_ann")));
    }

    @Test
    void goesOnWithAPlanChangeAfterARestartAndTakesBackAListAndASwitch() throws Exception {
        try (ScalingoStage dedicated = new ScalingoStage(true, false, Instant.now());
                ScalingoStage shared = new ScalingoStage(false, false, Instant.now())) {
            Profile lists = profile("list-db", Optional.of(dedicated.hostedBy()));
            Profile plans = profile("plan-db", Optional.of(shared.hostedBy()));
            String listBefore = dedicated.state();
            String sharedBefore = shared.state();
            ChangeRunner runner = runner();
            try (Session list = session(lists, Optional.of(dedicated));
                    Session plan = session(plans, Optional.of(shared))) {
                runner.run(otherList(list));
                runner.run(plan.hosting().provider().turn(plan.target(), Switch.FORCE_TLS, true));
                shared.pass(Duration.ofMinutes(2));
                plan.hosting().operations().look();
                runner.run(otherPlan(plan));
            }
            assertNotEquals(listBefore, dedicated.state());
            assertNotEquals(sharedBefore, shared.state());
            int writes = shared.writes();

            try (Screen screen = start()) {
                open(screen, plans, shared);
                screen.awaitText("plan-db: Change plan");
                Fx.picture(screen.root(), "window-operation", Look.LIGHT, 1_000, 700);
                screen.press(KeyCode.CONTROL, KeyCode.O);
                screen.awaitText("What providers, the lab and this desktop are working on");
                Fx.picture(screen.root(), "window-operations", Look.DARK, 1_000, 700);
                shared.pass(Duration.ofMinutes(2));
                Fx.run(() -> server(screen).operations().lookAgain());
                screen.awaitText("Nothing is under way.");
                screen.clickText("Close");
                assertEquals(writes, shared.writes());

                undo(screen, "Change plan to postgresql-business-1024");
                shared.pass(Duration.ofMinutes(2));
                undo(screen, "Force TLS");
                shared.pass(Duration.ofMinutes(2));
                server(screen).session().hosting().operations().look();

                // of a server that is not open: it is opened for that
                Fx.run(() -> screen.made().rail.put(lists));
                remember(screen, lists, dedicated);
                screen.press(KeyCode.CONTROL, KeyCode.J);
                screen.press(KeyCode.CONTROL, KeyCode.J);
                undoHere(screen, "Change who may connect");
                Fx.eventually(
                        "it is on trial, as after every change of a list", () -> isOnTrial(screen));
                assertEquals(listBefore, dedicated.state());
                screen.awaitText("list-db");
            }
            assertEquals(sharedBefore, shared.state());
        }
    }

    private static boolean isOnTrial(Screen screen) {
        return Fx.call(() -> screen.made().desk.openServers()).stream()
                .anyMatch(each -> each.guard().guard().news().state().isPressing());
    }

    private void open(Screen screen, Profile hosted, ScalingoStage stage) {
        remember(screen, hosted, stage);
        open(screen, hosted);
    }

    private void remember(Screen screen, Profile hosted, ScalingoStage stage) {
        screen.made().secrets.remember(stage.hostedBy().token(), stage.token());
        screen.made()
                .secrets
                .remember(SecretName.password(hosted.id()), Secret.of(server.password()));
    }

    private static Change otherList(Session session) throws ProblemException {
        Provider provider = session.hosting().provider();
        return provider.changeAllowlist(
                session.target(),
                provider.allowlist(),
                List.of(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "office")));
    }

    private static Change otherPlan(Session session) throws ProblemException {
        Provider provider = session.hosting().provider();
        PlanOffer other =
                provider.plans().stream()
                        .filter(offer -> offer.whyNot().isEmpty() && !offer.current())
                        .toList()
                        .getLast();
        return provider.changePlan(session.target(), provider.facts(), other);
    }
}
