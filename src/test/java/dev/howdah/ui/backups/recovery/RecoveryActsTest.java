package dev.howdah.ui.backups.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.scalingo.ScalingoStage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What going back asks of a provider, over real HTTP: described first, sent once it runs. */
class RecoveryActsTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("orders-prod", Environment.PRODUCTION, false);

    @TempDir Path folder;

    @Test
    void saysWhatARecoveryCostsAndAsksForTheName() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true)) {
            Provider provider = stage.provider(new FileOperationLog(folder));
            RecoveryActs acts = new RecoveryActs(provider, TARGET);
            assertTrue(acts.whyNot(Capability.RECOVERY_INTO_NEW).isPresent());
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
}
