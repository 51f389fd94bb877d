package dev.howdah.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.app.status.StatusViewModel;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.scalingo.ScalingoStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the status line offers Undo when a provider has come to an end with a plan change. */
class UndoOfferTest {
    @TempDir private Path data;

    /** Scalingo can't make a dedicated database smaller again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void offersUndoOnlyWhereThereIsAWayBack(boolean dedicated) throws Exception {
        try (ScalingoStage stage = new ScalingoStage(dedicated, false)) {
            StatusViewModel status = new StatusViewModel(stage.clock());
            Operation ended = changedPlan(stage);
            assertEquals(Operation.State.DONE, ended.state());

            status.ended("shop", ended);
            offer(status, ended.id());

            assertEquals(!dedicated, status.undo().get().isPresent());
        }
    }

    @Test
    void offersNothingAboutAChangeThatIsNoLongerSpokenOf() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false)) {
            StatusViewModel status = new StatusViewModel(stage.clock());
            Operation ended = changedPlan(stage);
            status.ended("shop", ended);
            status.say("The rows were copied.");

            offer(status, ended.id());

            assertEquals(false, status.undo().get().isPresent());
        }
    }

    private void offer(StatusViewModel status, UUID done) {
        JournalReader reader =
                new JournalReader(
                        new FileChangeLog(data),
                        new FileOperationLog(data),
                        _ -> false,
                        _ -> false);
        new UndoOffer(reader, status, Runnable::run, Runnable::run).look(done, () -> {});
    }

    private Operation changedPlan(ScalingoStage stage) throws Exception {
        FileOperationLog log = new FileOperationLog(data);
        Provider provider = stage.provider(log);
        PlanOffer larger =
                provider.plans().stream()
                        .filter(offer -> offer.whyNot().isEmpty() && !offer.current())
                        .toList()
                        .getLast();
        Change change =
                provider.changePlan(
                        new ChangeTarget("shop", Environment.STAGING, false),
                        provider.facts(),
                        larger);
        new ChangeRunner(new FileChangeLog(data), stage.clock()).run(change);
        stage.pass(Duration.ofMinutes(2));
        Operations operations = new Operations(provider, log, stage.clock());
        return operations.look().stream()
                .filter(each -> each.id().equals(change.id()))
                .findFirst()
                .orElseThrow();
    }
}
