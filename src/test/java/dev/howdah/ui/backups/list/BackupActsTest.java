package dev.howdah.ui.backups.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the list of backups asks of a provider, over real HTTP: described first, sent once it runs.
 */
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
