package dev.howdah.ui.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Environment;
import dev.howdah.core.Operation;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.scalingo.ScalingoStage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of a provider, over real HTTP: described first, sent once it runs. */
class BackupActsTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("orders-prod", Environment.PRODUCTION, false);

    @TempDir Path folder;

    @Test
    void asksForABackupAndAnotherHourAndSendsNothingBefore() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, true)) {
            Provider provider = stage.provider(new FileOperationLog(folder));
            BackupActs acts = new BackupActs(provider, TARGET);
            BackupSchedule before = provider.facts().schedule().orElseThrow();
            Change backUp = acts.backUpNow(provider.backups());
            Change schedule = acts.schedule(before, BackupSchedule.dailyAt(4));
            assertEquals(
                    List.of("Afterwards 1 of 10 backups on demand are taken."), backUp.warnings());
            assertEquals(0, stage.writes());

            assertEquals(ChangeOutcome.Status.DONE, backUp.action().run().status());
            schedule.action().run();

            assertEquals(2, stage.writes());
            assertEquals(1, stage.effects(Operation.Act.BACKUP));
            assertEquals(List.of(4), provider.facts().schedule().orElseThrow().hoursUtc());
            assertTrue(acts.whyNot(Capability.RECOVERY_INTO_NEW).isPresent());
        }
    }

    @Test
    void warnsBeforeTheLimitAndLetsTheProviderWarnAtIt() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, true)) {
            Provider provider = stage.provider(new FileOperationLog(folder));
            BackupActs acts = new BackupActs(provider, TARGET);

            assertEquals(
                    List.of(
                            "Afterwards all 10 backups on demand are taken: the one after it costs"
                                    + " the oldest."),
                    acts.backUpNow(onDemand(9)).warnings());
            assertEquals(1, acts.backUpNow(onDemand(10)).warnings().size());
            assertTrue(
                    acts.backUpNow(onDemand(10)).warnings().getFirst().contains("is thrown away"));
        }
    }

    @Test
    void saysWhatARecoveryCostsAndAsksForTheName() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true)) {
            Provider provider = stage.provider(new FileOperationLog(folder));
            BackupActs acts = new BackupActs(provider, TARGET);
            RecoveryWindow window = provider.recoveryWindow();
            Instant now = stage.clock().instant();
            Instant moment = now.minus(Duration.ofMinutes(26));

            Change change = acts.recover(window, moment, Optional.empty(), Optional.of(1), now);

            assertEquals(
                    List.of(
                            "Everything written in the last 26 min is gone afterwards.",
                            "1 session is connected now, and all are cut."),
                    change.warnings().subList(0, 2));
            assertTrue(change.asksForName());
            assertTrue(change.preview().contains(moment.toString()), change.preview());
            assertFalse(change.wayBack().isPresent());
            assertEquals(0, stage.writes());
            change.action().run();
            assertEquals(1, stage.writes());
        }
    }

    private static BackupList onDemand(int count) {
        BackupEntry entry =
                SomeHostedBackups.backup(
                        "b",
                        SomeHostedBackups.NOW,
                        BackupEntry.State.DONE,
                        BackupEntry.Kind.ON_DEMAND);
        return new BackupList(
                Collections.nCopies(count, entry), OptionalInt.of(10), "10 are kept.");
    }
}
