package dev.howdah.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.journal.JournaledChange.Result;
import dev.howdah.journal.JournaledChange.WayBack;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lines of the journal, and of the operations, say of a change when put together. */
class JournalReaderTest {
    private static final Entry STARTED = SomeEntries.numbered("shop", 1);
    private static final UUID ID = STARTED.change();

    @TempDir private Path temporary;
    private FileChangeLog log = new FileChangeLog(Path.of("unset"));
    private FileOperationLog operations = new FileOperationLog(Path.of("unset"));

    @BeforeEach
    void open() {
        log = new FileChangeLog(temporary);
        operations = new FileOperationLog(temporary);
    }

    private JournaledChange read(boolean runsHere) throws ProblemException {
        JournalSnapshot read =
                new JournalReader(log, operations, _ -> runsHere, "lab"::equals).read(100);
        return read.changes().getLast();
    }

    @Test
    void putsTheBeginningAndTheEndOfAChangeTogether() throws Exception {
        log.write(STARTED);
        Entry end = SomeEntries.ended(STARTED, Status.DONE, Duration.ofSeconds(3));
        log.write(end);

        JournaledChange change = read(false);

        assertEquals(
                new JournaledChange(
                        SomeEntries.with(end, end.particulars().by(ThisConsole.writer())),
                        Optional.of(STARTED.at()),
                        Result.DONE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                change);
        assertEquals(Optional.of(Duration.ofSeconds(3)), change.took());
        assertEquals(STARTED.at(), change.at());
        assertEquals(WayBack.THERE, change.wayBack());
    }

    @Test
    void aChangeWithoutAnEndIsUnderWayWhileItsConsoleIsAtItAndCutOffAfterwards() throws Exception {
        log.write(STARTED);

        assertEquals(Result.UNDER_WAY, read(true).result());
        assertEquals(WayBack.UNDER_WAY, read(true).wayBack());
        assertEquals(Result.CUT_OFF, read(false).result());
        assertEquals(WayBack.NOT_KNOWN, read(false).wayBack());
    }

    @Test
    void theChangeOfAnotherConsoleIsCutOffOnceThatIsKilled() throws Exception {
        try (ChildProgram other =
                ChildProgram.start(
                        UnendingChange.class, temporary, temporary.resolve("data").toString())) {
            other.awaitFirstLine();
            open(temporary.resolve("data"));
            assertEquals(Result.UNDER_WAY, read(false).result());
            operations.write(operation(ID, "lab", State.RUNNING));
            assertEquals(Result.UNDER_WAY, read(false).result());

            other.kill();
            for (String service : List.of("shop", "lab")) {
                operations.write(operation(ID, service, State.SUBMITTING));
                assertEquals(Result.CUT_OFF, read(false).result());
            }
            operations.write(operation(ID, "lab", State.RUNNING));
            assertEquals(Result.CUT_OFF, read(false).result(), "the lab ended with it");
            operations.write(operation(ID, "shop", State.RUNNING));
            assertEquals(Result.UNDER_WAY, read(false).result(), "the provider goes on");

            Files.delete(temporary.resolve("data/operations.jsonl"));
            assertEquals(Result.CUT_OFF, read(false).result());
        }
    }

    private void open(Path folder) {
        log = new FileChangeLog(folder);
        operations = new FileOperationLog(folder);
    }

    @Test
    void whatAProviderMadeOfItHasTheLastWord() throws Exception {
        log.write(STARTED);
        for (State state : State.values()) {
            operations.write(operation(state));
            Result expected =
                    switch (state) {
                        case SUBMITTING, RUNNING -> Result.UNDER_WAY;
                        case UNSURE, ABANDONED -> Result.UNKNOWN;
                        case DONE -> Result.DONE;
                        case PARTLY -> Result.PARTLY;
                        case FAILED -> Result.FAILED;
                    };
            assertEquals(expected, read(false).result(), state.name());
            assertEquals("It is " + state + ".", read(false).sentence());
        }
    }

    @Test
    void aListGoesBackAlsoWhileItsFateIsNotKnown() throws Exception {
        log.write(
                SomeEntries.with(
                        STARTED,
                        new ChangeLog.Particulars(
                                Optional.empty(),
                                ChangeNotes.NONE.asking(Act.ALLOWLIST),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        operations.write(operation(State.UNSURE));
        assertEquals(WayBack.THERE, read(false).wayBack());

        operations.write(operation(State.FAILED));
        assertEquals(WayBack.NOT_NEEDED, read(false).wayBack());
    }

    @Test
    void thereIsNoWayBackForAChangeThatSaidSoThoughOthersOfItsKindHaveOne() throws Exception {
        log.write(
                SomeEntries.with(
                        STARTED,
                        new ChangeLog.Particulars(
                                Optional.empty(),
                                ChangeNotes.NONE.asking(Act.PLAN_CHANGE).oneWay("It only grows."),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        operations.write(operation(State.DONE));

        assertEquals(WayBack.NONE, read(false).wayBack());
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() throws Exception {
        log.write(SomeEntries.ended(STARTED, Status.DONE, Duration.ZERO));
        Entry undone = undo(2, ID);

        JournaledChange change = read(false);
        assertEquals(Optional.of(undone.at()), change.undoneAt());
        assertEquals(WayBack.UNDONE, change.wayBack());
    }

    @Test
    void aWayBackThatWasTakenBackItselfLeavesTheChangeInEffect() throws Exception {
        log.write(SomeEntries.ended(STARTED, Status.DONE, Duration.ZERO));
        Entry undone = undo(2, ID);
        undo(3, undone.change());

        assertEquals(Optional.empty(), read(false).undoneAt());
        assertEquals(WayBack.THERE, read(false).wayBack());
    }

    @Test
    void aWayBackThatTheProviderDidNotGoLeavesTheChangeInEffect() throws Exception {
        log.write(SomeEntries.ended(STARTED, Status.DONE, Duration.ZERO));
        Entry asked = undo(2, ID);
        for (State state : State.values()) {
            operations.write(operation(asked.change(), state));

            JournaledChange change = read(false);
            boolean isBack = state == State.DONE;
            assertEquals(isBack, change.undoneAt().isPresent(), state.name());
            assertEquals(isBack ? WayBack.UNDONE : WayBack.THERE, change.wayBack(), state.name());
        }
    }

    /** As it ended; a provider's is only asked for by then. */
    private Entry undo(int number, UUID change) throws ProblemException {
        Entry undo = SomeEntries.numbered("shop", number);
        Entry ended = SomeEntries.ended(undo, Status.DONE, Duration.ZERO);
        log.write(
                SomeEntries.with(
                        ended,
                        new ChangeLog.Particulars(
                                Optional.empty(),
                                ChangeNotes.NONE.undoing(change),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        return ended;
    }

    private static Operation operation(State state) {
        return operation(ID, state);
    }

    private static Operation operation(UUID id, State state) {
        return operation(id, "shop", state);
    }

    private static Operation operation(UUID id, String service, State state) {
        Instant now = SomeEntries.NOON;
        return Operation.planned(id, service, Act.ALLOWLIST, "Change it", Map.of(), "", now)
                .in(state, "It is " + state + ".", now);
    }

    /** A console that is in the middle of a change until it is killed. */
    static final class UnendingChange {
        private UnendingChange() {}

        /** Argument: the folder. */
        public static void main(String[] arguments) throws Exception {
            new FileChangeLog(Path.of(arguments[0])).write(STARTED);
            ChildProgram.say("written");
            new CountDownLatch(1).await();
        }
    }
}
