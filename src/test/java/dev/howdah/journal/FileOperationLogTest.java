package dev.howdah.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.Operation.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOperationLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder;

    private FileOperationLog log() {
        return new FileOperationLog(folder);
    }

    private static Operation operation(int number, Act act) {
        return Operation.planned(
                new UUID(7, number),
                "scalingo/osc-fr1/ad-1",
                act,
                "Change plan to \"Business\"\n🐘",
                Map.of("from", "a\tb\nc", "to", "ü"),
                "It is being sent.",
                NOON.plusSeconds(number));
    }

    @Test
    void givesBackAfterARestartWhatWasWritten() throws Exception {
        Operation operation =
                operation(1, Act.PLAN_CHANGE)
                        .withSteps(
                                List.of(new Step("copy", Step.Progress.UNDER_WAY)),
                                OptionalInt.of(40))
                        .in(State.RUNNING, "At work.", NOON.plusSeconds(9));
        assertEquals(Optional.empty(), log().find(operation.id()));
        log().write(operation);

        assertEquals(Optional.of(operation), log().find(operation.id()));
        assertEquals(List.of(operation), log().of(operation.service()));
        assertEquals(List.of(), log().of("other"));
    }

    @Test
    void beginsNothingThatAnotherStandsInTheWayOf() throws Exception {
        Operation plan = operation(1, Act.PLAN_CHANGE);
        Operation upgrade = operation(2, Act.VERSION_UPGRADE);
        assertEquals(Optional.empty(), log().begin(plan));
        assertEquals(Optional.of(plan), log().begin(upgrade));
        assertEquals(Optional.empty(), log().begin(operation(3, Act.BACKUP)));

        log().write(plan.in(State.DONE, "It is in effect.", NOON));

        assertEquals(Optional.empty(), log().begin(upgrade));
    }

    @Test
    void whatTakesBackIsNotStoppedByWhatItTakesBack() throws Exception {
        Operation list = operation(1, Act.ALLOWLIST);
        log().begin(list);

        assertEquals(
                Optional.empty(),
                log().begin(
                                operation(2, Act.ALLOWLIST)
                                        .remembering(Operation.UNDOES, list.id().toString())));
    }

    @Test
    void manyBeginAndOneDoes() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Operation>>> begun = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Operation each = operation(i, Act.PLAN_CHANGE);
                begun.add(threads.submit(() -> log().begin(each)));
            }
            int one = 0;
            for (Future<Optional<Operation>> each : begun) {
                one += each.get().isEmpty() ? 1 : 0;
            }
            assertEquals(1, one);
        }
    }

    @Test
    void replacesOnlyWhatWasSeen() throws Exception {
        Operation planned = operation(1, Act.BACKUP);
        Operation running = planned.in(State.RUNNING, "At work.", NOON);
        Operation unsure = planned.in(State.UNSURE, "Not known.", NOON);
        log().write(planned);

        assertEquals(running, log().replace(planned, running));
        assertEquals(running, log().replace(planned, unsure));
        assertEquals(Optional.of(running), log().find(planned.id()));
    }

    @Test
    void forgetsOldOnesThatHaveEndedAndNoOther() throws Exception {
        FileOperationLog log = log();
        log.write(operation(0, Act.PLAN_CHANGE));
        for (int i = 1; i <= FileOperationLog.KEPT + 5; i++) {
            log.write(operation(i, Act.BACKUP).in(State.DONE, "It is in effect.", NOON));
        }

        List<Operation> kept = log.of("scalingo/osc-fr1/ad-1");

        assertEquals(FileOperationLog.KEPT + 1, kept.size());
        assertEquals(State.SUBMITTING, kept.getLast().state());
    }

    @Test
    void keepsLinesThatItCantRead() throws Exception {
        Path file = folder.resolve("operations.jsonl");
        Files.writeString(file, "{\"from\":\"a newer console\"}\ntorn {\n");
        log().write(operation(1, Act.BACKUP));

        List<String> lines = Files.readAllLines(file);

        assertEquals("{\"from\":\"a newer console\"}", lines.getFirst());
        assertEquals(3, lines.size());
        assertFalse(log().of("scalingo/osc-fr1/ad-1").isEmpty());
    }
}
