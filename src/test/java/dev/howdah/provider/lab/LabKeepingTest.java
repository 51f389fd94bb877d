package dev.howdah.provider.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.file.Checksum;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.Operations;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, going back, the allowlist and metrics of a whole lab, through its provider. */
class LabKeepingTest {
    private static final ChangeTarget LAB = new ChangeTarget("lab", Environment.LAB, false);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** SQLSTATE invalid_authorization_specification. */
    private static final String NO_LINE = "28000";

    @TempDir private Path folder;

    private LabProvider provider(LabCluster lab) {
        return new LabProvider(lab, new FileOperationLog(folder.resolve("log")), Clock.systemUTC());
    }

    /** Waits for its end, as the console does. */
    private Operation ended(LabProvider provider, Change change) throws Exception {
        change.action().run();
        Operations operations =
                new Operations(
                        provider, new FileOperationLog(folder.resolve("log")), Clock.systemUTC());
        Await.until(change.title(), LIMIT, () -> operations.look().getFirst().state().ended());
        return operations.look().getFirst();
    }

    private static void run(LabCluster lab, String... statements) throws SQLException {
        try (Connection connection = lab.access().connect("howdah test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void backsUpIsDownloadedGoesBackAndSurvivesTheLossOfItsDisk() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = provider(lab);
            assertEquals(List.of(), provider.backups().entries());
            assertEquals(Optional.empty(), provider.recoveryWindow().earliest());
            assertEquals(Problem.Kind.BAD_INPUT, kind(provider, Optional.empty(), Instant.now()));
            assertEquals(
                    Problem.Kind.BAD_INPUT, kind(provider, Optional.of("other"), Instant.now()));
            run(lab, "CREATE TABLE kept AS SELECT generate_series(1, 100) AS id");

            Operation backedUp = ended(provider, provider.backUpNow(LAB, provider.backups()));

            assertEquals("The backup is whole.", backedUp.sentence());
            BackupEntry backup = provider.backups().entries().getFirst();
            assertEquals(BackupEntry.State.DONE, backup.state());
            assertEquals(BackupEntry.Kind.ON_DEMAND, backup.kind());
            assertDownloads(provider, backup);

            Instant before = Instant.now();
            run(lab, "DROP TABLE kept", "CREATE TABLE later ()");
            assertTrue(provider.recoveryWindow().holds(before));
            assertRestoresIntoANewOne(lab, provider, before);
            Operation back =
                    ended(
                            provider,
                            provider.recover(
                                    LAB, provider.recoveryWindow(), before, Optional.empty()));
            assertEquals(State.DONE, back.state(), back.sentence());
            assertEquals(
                    List.of(
                            "Bring the newest WAL into the archive",
                            "Copy the backup",
                            "Recover up to the moment"),
                    back.steps().stream().map(Operation.Step::name).toList());
            assertEquals(List.of("100"), SomeLab.ask(lab, "SELECT count(*) FROM kept"));

            run(lab, "INSERT INTO kept VALUES (101)", "SELECT pg_switch_wal()");
            awaitArchived(lab);
            loseDisk(folder.resolve("lab/cluster/node-1"));
            Await.until("the loss is noticed", LIMIT, () -> !lab.facts().settled());
            SomeLab.settle(lab);
            assertEquals(List.of("101"), SomeLab.ask(lab, "SELECT count(*) FROM kept"));
            assertEquals("Restore node-1", lab.operations().all().getFirst().title());
        }
    }

    private void assertRestoresIntoANewOne(LabCluster lab, LabProvider provider, Instant moment)
            throws Exception {
        RecoveryWindow window = provider.recoveryWindow();
        assertTrue(provider.capabilities().offers(Capability.RECOVERY_INTO_NEW));
        assertTrue(window.newService().startsWith("The lab stays as it is"));
        Change change = provider.recover(LAB, window, moment, Optional.of("lab-restored"));
        assertEquals("Restore into lab-restored", change.title());
        assertEquals(List.of(window.newService()), change.warnings());
        assertTrue(change.preview().contains("up to " + moment), change.preview());

        Operation done = ended(provider, change);

        assertEquals(State.DONE, done.state(), done.sentence());
        assertEquals(Operation.Act.COPY, done.act());
        assertEquals(
                List.of("100"),
                SomeLab.ask(lab.keeping().copies().start(done.id()), "SELECT count(*) FROM kept"));
        assertEquals(List.of("f"), SomeLab.ask(lab, "SELECT to_regclass('kept') IS NOT NULL"));
    }

    @Test
    void goesBackInPlaceWithItsStandbysAndLosesNoneOfThem() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = provider(lab);
            for (LabPlan plan : List.of(LabPlan.BUSINESS_4, LabPlan.PREMIUM_4)) {
                SomeLab.settle(lab);
                lab.changePlan(UUID.randomUUID(), plan);
                SomeLab.settle(lab);
                run(lab, "CREATE TABLE kept AS SELECT generate_series(1, 100) AS id");
                ended(provider, provider.backUpNow(LAB, provider.backups()));
                run(lab, "INSERT INTO kept SELECT generate_series(101, 150)");
                Instant before = Instant.now();
                run(lab, "DELETE FROM kept");

                Operation back =
                        ended(
                                provider,
                                provider.recover(
                                        LAB, provider.recoveryWindow(), before, Optional.empty()));

                assertEquals(State.DONE, back.state(), back.sentence());
                SomeLab.settle(lab);
                run(lab, "INSERT INTO kept VALUES (151)");
                assertEquals(plan.nodes(), lab.facts().nodes().size());
                for (LabFacts.Node node : lab.facts().nodes()) {
                    awaitRows(lab, node);
                }
                run(lab, "DROP TABLE kept");
            }
        }
    }

    /** A standby shows a commit a moment later. */
    private static void awaitRows(LabCluster lab, LabFacts.Node node) {
        LabAccess service = lab.access();
        LabAccess access =
                new LabAccess(
                        service.host(),
                        node.port(),
                        service.database(),
                        service.user(),
                        service.password());
        String expected = "151 | 151 | " + (node.primary() ? "f" : "t");
        Await.until(
                node.name() + " has all",
                LIMIT,
                () ->
                        SomeLab.ask(
                                        access,
                                        "SELECT count(*), max(id), pg_is_in_recovery() FROM kept")
                                .equals(List.of(expected)));
    }

    /** First its place, so that nothing is started in it again. */
    private void loseDisk(Path node) throws Exception {
        String pid = Files.readAllLines(node.resolve("data/postmaster.pid")).getFirst();
        Files.move(node, folder.resolve("lost"));
        ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void awaitArchived(LabCluster lab) {
        Await.until(
                "all WAL is archived",
                LIMIT,
                () ->
                        SomeLab.ask(
                                        lab,
                                        """
                                        SELECT a.last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 16777216)
                                          FROM pg_stat_archiver a
                                        """)
                                .equals(List.of("t")));
    }

    private void assertDownloads(LabProvider provider, BackupEntry backup) throws Exception {
        byte[] whole;
        String version;
        try (BackupFile file = provider.download(backup, 0, "")) {
            whole = file.content().readAllBytes();
            version = file.version();
            assertEquals(whole.length, file.totalBytes().orElseThrow());
            assertEquals(
                    Checksum.of(
                            Checksum.Kind.SHA_256,
                            MessageDigest.getInstance("SHA-256").digest(whole)),
                    file.checksum());
        }
        int half = whole.length / 2;
        try (BackupFile rest = provider.download(backup, half, version)) {
            assertEquals(half, rest.from());
            assertArrayEquals(
                    Arrays.copyOfRange(whole, half, whole.length), rest.content().readAllBytes());
        }
        try (BackupFile other = provider.download(backup, half, "another")) {
            assertEquals(0, other.from());
        }
    }

    @Test
    void aListWithoutThisMachineKeepsEverybodyOutButTheLab() throws Exception {
        Operation done;
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = provider(lab);
            assertEquals("127.0.0.1", provider.ownAddress().getHostAddress());
            Allowlist open = provider.allowlist();
            assertEquals(
                    List.of("0.0.0.0/0", "::/0"),
                    open.rules().stream().map(rule -> rule.origin().text()).toList());
            assertTrue(open.onThisDesktop());
            done =
                    ended(
                            provider,
                            provider.changeAllowlist(
                                    LAB,
                                    open,
                                    List.of(
                                            AllowRule.of(
                                                    Cidr.parse("203.0.113.0/24").orElseThrow(),
                                                    "office"))));
            assertEquals(State.DONE, done.state());
            assertKeptOut(lab);
            assertEquals(
                    List.of(Metric.Kind.CPU, Metric.Kind.MEMORY, Metric.Kind.DISK),
                    provider.metrics().stream().map(Metric::kind).toList());
            assertEquals(
                    List.of(1),
                    provider
                            .metricHistory(
                                    Set.of(Metric.Kind.DISK),
                                    Instant.now().minusSeconds(60),
                                    Instant.now())
                            .stream()
                            .map(MetricSeries::points)
                            .map(List::size)
                            .toList());
        }
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = provider(lab);
            assertKeptOut(lab);
            Change back = provider.wayBack(LAB, done).orElseThrow();
            assertEquals(ChangeOutcome.Status.DONE, back.action().run().status());
            assertEquals(List.of("1"), SomeLab.ask(lab, "SELECT 1"));

            Operation scheduled =
                    ended(
                            provider,
                            provider.scheduleBackups(
                                    LAB,
                                    provider.facts().schedule().orElseThrow(),
                                    BackupSchedule.dailyAt(22)));
            assertEquals("A backup is made every day at 22:00 UTC.", scheduled.sentence());
            assertEquals(BackupSchedule.dailyAt(22), provider.facts().schedule().orElseThrow());
        }
    }

    private static void assertKeptOut(LabCluster lab) {
        SQLException refusal = assertThrows(SQLException.class, () -> SomeLab.ask(lab, "SELECT 1"));
        assertEquals(NO_LINE, refusal.getSQLState());
    }

    private static Problem.Kind kind(
            LabProvider provider, Optional<String> newService, Instant moment) {
        return assertThrows(
                        ProblemException.class,
                        () ->
                                provider.recover(LAB, provider.recoveryWindow(), moment, newService)
                                        .action()
                                        .run())
                .problem()
                .kind();
    }
}
