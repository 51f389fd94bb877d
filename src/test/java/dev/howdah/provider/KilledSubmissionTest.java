package dev.howdah.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Operation;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.journal.JournaledChange.Result;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console is killed for real between what it sends and what it hears of it. */
class KilledSubmissionTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void sendsNothingAgainAndFindsByReadingWhatCameOfIt() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true)) {
            FileOperationLog log = new FileOperationLog(folder);
            Provider before = stage.provider(log);
            Change again = SubmittingProgram.changePlan(before, before.facts());
            IntSupplier done = stage.weather().silenceReplies();
            try (ChildProgram _ =
                    ChildProgram.start(
                            SubmittingProgram.class,
                            folder,
                            folder.toString(),
                            stage.api().toString())) {
                Await.until(
                        "all of them have arrived",
                        LIMIT,
                        () -> done.getAsInt() >= SubmittingProgram.ACTS.size());
            }
            stage.calm();
            int writes = stage.writes();
            assertEquals(
                    List.of(),
                    journal(log).stream()
                            .filter(each -> each.result() == Result.UNDER_WAY)
                            .toList());

            Provider provider = stage.provider(log);
            assertThrows(ProblemException.class, () -> again.action().run());
            List<Operation> ended = FaultSchedule.ended(provider, log, stage);

            assertEquals(
                    SubmittingProgram.ACTS.stream().map(act -> act + " DONE 1").sorted().toList(),
                    ended.stream()
                            .map(each ->
                                    each.act()
                                            + " "
                                            + each.state()
                                            + " "
                                            + stage.effects(each.act()))
                            .sorted()
                            .toList());
            assertEquals(writes, stage.writes());
            assertEquals(
                    List.of(Result.DONE, Result.DONE, Result.DONE),
                    journal(log).stream().map(JournaledChange::result).toList());
        }
    }

    private List<JournaledChange> journal(FileOperationLog log) throws ProblemException {
        return new JournalReader(new FileChangeLog(folder), log, _ -> false, _ -> false)
                .read(100)
                .changes();
    }
}
