package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.testing.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter asks of Scalingo happens to a real server when a lab is behind the fake. */
class LabScalingoTest {
    private static final ChangeTarget SHOP = new ChangeTarget("shop", Environment.STAGING, false);

    @TempDir private static Path folder;
    private static @Nullable LabCluster lab;

    @TempDir private Path data;

    @BeforeAll
    static void openTheLab() throws Exception {
        lab = SomeLab.openSmall(folder);
    }

    @AfterAll
    static void closeTheLab() {
        if (lab != null) {
            lab.close();
        }
    }

    private static LabCluster lab() {
        LabCluster open = lab;
        if (open == null) {
            throw new IllegalStateException("the lab is not open");
        }
        return open;
    }

    private Provider provider(LabScalingoStage stage) {
        return stage.provider(new FileOperationLog(data));
    }

    private static Connection logIn() throws SQLException {
        return logIn(LabSql.OWNER, Secret.of(LabSql.OWNER_PASSWORD));
    }

    private static Connection logIn(String user, Secret password) throws SQLException {
        return lab().access().withUser(user, password).connect("shop");
    }

    private static void allowThisMachine() throws Exception {
        new LabBehindTheFake(lab()).allow(List.of(Map.of("cidr", "127.0.0.1/32", "label", "")));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void tellsWhatTheServerMeasuresLogsAndRuns() throws Exception {
        try (LabScalingoStage stage = new LabScalingoStage(lab(), false, true)) {
            Provider provider = provider(stage);
            allowThisMachine();

            assertTrue(provider.facts().version().startsWith(lab().version() + ".0-"));
            Metric connections =
                    provider.metrics().stream()
                            .filter(each -> each.kind() == Metric.Kind.CONNECTIONS)
                            .findFirst()
                            .orElseThrow();
            assertEquals(100, connections.limit().orElseThrow());
            assertTrue(
                    provider.log(1_000).stream()
                            .anyMatch(line -> line.contains("ready to accept connections")));
            assertTrue(
                    provider.events(10).stream()
                            .anyMatch(each -> each.type().equals("database_backup_succeeded")));
            try (Connection connection = logIn()) {
                run(connection, "SELECT 4711");
                RunningQuery query =
                        provider.runningQueries().stream()
                                .filter(each -> each.query().equals("SELECT 4711"))
                                .findFirst()
                                .orElseThrow();
                provider.endQuery(SHOP, query, true).action().run();
                assertThrows(SQLException.class, () -> run(connection, "SELECT 1"));
            }
        }
    }

    @Test
    void downloadsARealBackupAndGoesOnWhereItWasCut() throws Exception {
        try (LabScalingoStage stage = new LabScalingoStage(lab(), false, false)) {
            Provider provider = provider(stage);
            provider.backUpNow(SHOP, provider.backups()).action().run();
            Await.until(
                    "the backup is done",
                    () -> {
                        stage.pass(Duration.ofSeconds(10));
                        return provider.backups().entries().getFirst().state()
                                == BackupEntry.State.DONE;
                    });
            BackupEntry backup = provider.backups().entries().getFirst();

            BackupFile whole = provider.download(backup, 0, "");
            byte[] all = bytes(whole);
            stage.cutNextDownload();
            BackupFile cut = provider.download(backup, 0, "");
            assertThrows(IOException.class, () -> bytes(cut));
            BackupFile rest = provider.download(backup, 1_000, whole.version());

            assertEquals(backup.sizeBytes().orElseThrow(), all.length);
            assertEquals(1_000, rest.from());
            assertArrayEquals(Arrays.copyOfRange(all, 1_000, all.length), bytes(rest));
        }
    }

    @Test
    void aUserOfTheApiGetsOtherPasswordsAndGoes() throws Exception {
        try (LabScalingoStage stage = new LabScalingoStage(lab(), false, false)) {
            Provider provider = provider(stage);
            allowThisMachine();
            Secret first = Secret.of("first-0123456789-abcdefg");
            provider.createUser(SHOP, "analyst_1", true, first).action().run();
            ProviderUser user = provider.users().getLast();
            List<Secret> made = new ArrayList<>();

            provider.resetPassword(SHOP, user, made::add).action().run();
            assertThrows(SQLException.class, () -> logIn("analyst_1", first));
            logIn("analyst_1", made.getFirst()).close();
            provider.setPassword(SHOP, user, first).action().run();
            logIn("analyst_1", first).close();
            provider.dropUser(SHOP, user).action().run();

            assertThrows(SQLException.class, () -> logIn("analyst_1", first));
            assertEquals(
                    List.of(LabSql.OWNER),
                    provider.users().stream().map(ProviderUser::name).toList());
        }
    }

    private static byte[] bytes(BackupFile file) throws IOException {
        try (var content = file.content()) {
            return content.readAllBytes();
        }
    }

    @Test
    void aRuleThatGoesCutsThoseWhoCameInByIt() throws Exception {
        try (LabScalingoStage stage = new LabScalingoStage(lab(), true, true)) {
            allowThisMachine();
            try (Connection connection = logIn()) {
                Provider provider = provider(stage);
                Allowlist seen = provider.allowlist();
                List<AllowRule> office =
                        List.of(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "office"));

                provider.changeAllowlist(SHOP, seen, office).action().run();

                assertThrows(SQLException.class, () -> run(connection, "SELECT 1"));
                assertThrows(SQLException.class, LabScalingoTest::logIn);
                assertEquals(List.of("203.0.113.0/24"), stage.allowed());
            }
        }
    }
}
