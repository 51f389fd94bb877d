package dev.howdah.provider.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.provider.Operations;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.http.ManualTime;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An allowlist and forced TLS are tried on a real PostgreSQL, which lets in or refuses real logins.
 */
class LabTrialTest {
    private static final ChangeTarget LAB = new ChangeTarget("lab", Environment.LAB, false);

    @TempDir Path folder;

    private final ManualTime time = new ManualTime(Instant.now());

    @Test
    void isLetInAfterEveryListAndSwitchThatShutsItOut() throws Exception {
        FileOperationLog log = new FileOperationLog(folder);
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = new LabProvider(lab, log, Clock.systemUTC());
            ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), time);
            LockOutGuard guard =
                    new LockOutGuard(
                            new GuardedProvider(
                                    provider,
                                    new Operations(provider, log, Clock.systemUTC()),
                                    runner,
                                    false),
                            new TrialFolder(folder),
                            () -> logIn(lab.access()),
                            Runnable::run,
                            Runnable::run,
                            time);
            List<AllowRule> first = provider.allowlist().rules();
            logIn(lab.access());
            for (List<AllowRule> shutting :
                    List.of(
                            rules("203.0.113.0/24"),
                            rules(),
                            rules("10.0.0.0/8", "::1/128"),
                            rules("127.0.0.2/32"))) {
                run(provider, guard, runner, shutting);
                TrialState.OnTrial shut = tick(guard);
                assertFalse(shut.isProven(), "a real login was refused: " + shutting);
                time.pass(LockOutGuard.LIMIT);
                guard.tick();

                assertEquals(first, provider.allowlist().rules());
                logIn(lab.access());
            }
            List<AllowRule> good = rules("127.0.0.0/8");
            run(provider, guard, runner, good);
            tick(guard);
            guard.keep();
            guard.tick();
            assertEquals(
                    TrialState.End.KEPT,
                    assertInstanceOf(TrialState.Ended.class, guard.news().state()).end());
            assertEquals(good, provider.allowlist().rules());
            logIn(lab.access());

            // the login of this test is one without TLS
            runner.run(
                    guard.changes()
                            .turn(
                                    provider.turn(LAB, Switch.FORCE_TLS, true),
                                    Switch.FORCE_TLS,
                                    true));
            tick(guard);
            assertEquals(
                    Problem.Kind.LOGIN_REFUSED,
                    assertThrows(ProblemException.class, () -> logIn(lab.access()))
                            .problem()
                            .kind());
            time.pass(LockOutGuard.LIMIT);
            guard.tick();
            assertEquals(Switch.Position.OFF, position(provider));
            logIn(lab.access());
        }
    }

    private static Switch.Position position(LabProvider provider) throws ProblemException {
        return provider.facts().switches().getOrDefault(Switch.FORCE_TLS, Switch.Position.UNKNOWN);
    }

    private TrialState.OnTrial tick(LockOutGuard guard) throws ProblemException {
        time.pass(Duration.ofSeconds(1));
        guard.tick();
        return assertInstanceOf(TrialState.OnTrial.class, guard.news().state());
    }

    private static void run(
            LabProvider provider, LockOutGuard guard, ChangeRunner runner, List<AllowRule> wanted)
            throws ProblemException {
        Allowlist seen = provider.allowlist();
        runner.run(guard.changes().list(provider.changeAllowlist(LAB, seen, wanted), seen, wanted));
    }

    private static List<AllowRule> rules(String... ranges) {
        return Stream.of(ranges)
                .flatMap(range -> Cidr.parse(range).stream())
                .map(range -> AllowRule.of(range, ""))
                .toList();
    }

    private static void logIn(LabAccess access) throws ProblemException {
        try (Connection connection = access.connect("howdah test")) {
            assertFalse(connection.isClosed());
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.of(Problem.Kind.LOGIN_REFUSED, String.valueOf(e.getMessage()), ""), e);
        }
    }
}
