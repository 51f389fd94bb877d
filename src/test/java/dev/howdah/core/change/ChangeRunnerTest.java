package dev.howdah.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.RunningChange.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change runs once, after its line in the journal, and never through a read-only profile. */
class ChangeRunnerTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ChangeTarget ORDERS =
            new ChangeTarget(
                    "orders-prod",
                    Environment.PRODUCTION,
                    false,
                    Optional.of(new ChangeTarget.Login("dba", "orders.example:5432/shop")));
    private static final Problem GONE =
            Problem.of(Kind.UNREACHABLE, "The connection broke.", "Nothing was changed.");

    private final List<String> happened = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();
    private final ChangeRunner runner =
            new ChangeRunner(
                    entry -> {
                        happened.add(entry.status().name());
                        journal.add(entry);
                    },
                    Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theJournalKnowsBeforeTheServerDoes() throws Exception {
        Change change = change(ORDERS, () -> acted(ChangeOutcome.done("1 of 1 session ended.")));

        ChangeOutcome outcome = runner.run(change);

        assertEquals(ChangeOutcome.done("1 of 1 session ended."), outcome);
        assertEquals(List.of("STARTED", "acted", "DONE"), happened);
        assertEquals(
                new Entry(
                        change.id(),
                        NOON,
                        "orders-prod",
                        Environment.PRODUCTION,
                        "Terminate 1 session",
                        "SELECT pg_terminate_backend(1)",
                        ChangeLog.Status.DONE,
                        "1 of 1 session ended.",
                        List.of(),
                        new ChangeLog.Particulars(
                                ORDERS.login(),
                                ChangeNotes.NONE,
                                Optional.of(Duration.ZERO),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                journal.getLast());
    }

    @Test
    void theEndKeepsWhatALaterStartNeedsToTakeItBack() throws Exception {
        SqlScript grant = new SqlScript("shop", List.of("GRANT x TO ann"), "Ann has x.");
        SqlScript revoke = new SqlScript("shop", List.of("REVOKE x FROM ann"), "Ann has no x.");
        Change change =
                change(ORDERS, () -> acted(ChangeOutcome.done("Ann has x.")))
                        .noting(notes -> notes.from("-", "x").sending(grant))
                        .withWayBack(() ->
                                Change.of(
                                                "Revoke x",
                                                ORDERS,
                                                "REVOKE x FROM ann;",
                                                List.of("Ann loses x."),
                                                () -> ChangeOutcome.done(""))
                                        .noting(notes -> notes.sending(revoke)));

        runner.run(change);

        assertEquals(Optional.empty(), journal.getFirst().particulars().wayBack());
        assertEquals(
                new ChangeLog.Particulars(
                        ORDERS.login(),
                        change.notes(),
                        Optional.of(Duration.ZERO),
                        Optional.of(
                                new ChangeLog.WayBack(
                                        "Revoke x", List.of("Ann loses x."), revoke, false)),
                        Optional.empty(),
                        Optional.empty()),
                journal.getLast().particulars());
    }

    @Test
    void whatIsAboutToBeCommittedIsWrittenDownBeforeAndOutsideOfAChangeNothing() throws Exception {
        Transaction transaction = new Transaction("shop", "4711", "today");
        RunningChange.committing(transaction);
        Change change =
                change(
                        ORDERS,
                        () -> {
                            RunningChange.committing(transaction);
                            return acted(ChangeOutcome.done("Done."));
                        });

        runner.run(change);

        assertEquals(List.of("STARTED", "STARTED", "acted", "DONE"), happened);
        assertEquals(Optional.of(transaction), journal.get(1).particulars().transaction());
        assertEquals("", journal.get(1).preview());
    }

    @Test
    void isRunningExactlyWhileItRuns() throws Exception {
        List<Boolean> during = new ArrayList<>();
        UUID[] id = new UUID[1];
        Change change =
                change(
                        ORDERS,
                        () -> {
                            during.add(runner.isRunning(id[0]));
                            return ChangeOutcome.done("Done.");
                        });
        id[0] = change.id();

        runner.run(change);
        during.add(runner.isRunning(change.id()));

        assertEquals(List.of(true, false), during);
    }

    @Test
    void theSameChangeNeverRunsTwice() throws Exception {
        Change change = change(ORDERS, () -> acted(ChangeOutcome.done("Done.")));
        runner.run(change);

        ProblemException refused = assertThrows(ProblemException.class, () -> runner.run(change));

        assertEquals(Kind.BAD_INPUT, refused.problem().kind());
        assertEquals(List.of("STARTED", "acted", "DONE"), happened);
    }

    @Test
    void aReadOnlyProfileSendsNothing() {
        ChangeTarget readOnly = new ChangeTarget("orders-prod", Environment.PRODUCTION, true);
        Change change = change(readOnly, () -> acted(ChangeOutcome.done("Done.")));

        ProblemException refused = assertThrows(ProblemException.class, () -> runner.run(change));

        assertEquals(Kind.NOT_PERMITTED, refused.problem().kind());
        assertEquals(List.of("REFUSED"), happened);
    }

    @Test
    void withoutAJournalNothingIsSent() {
        Problem full = Problem.of(Kind.LOCAL, "The disk is full.", "Free some space.");
        ChangeRunner withoutJournal =
                new ChangeRunner(
                        _ -> {
                            throw new ProblemException(full);
                        },
                        Clock.systemUTC());
        Change change = change(ORDERS, () -> acted(ChangeOutcome.done("Done.")));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> withoutJournal.run(change));

        assertSame(full, refused.problem());
        assertEquals(List.of(), happened);
    }

    @Test
    void aJournalThatBreaksAfterwardsDoesNotMakeTheChangeAFailure() throws Exception {
        ChangeRunner journalBreaks =
                new ChangeRunner(
                        entry -> {
                            if (entry.status() != ChangeLog.Status.STARTED) {
                                throw new ProblemException(
                                        Problem.of(Kind.LOCAL, "The disk is full.", ""));
                            }
                        },
                        Clock.systemUTC());

        ChangeOutcome outcome =
                journalBreaks.run(change(ORDERS, () -> acted(ChangeOutcome.done("Done."))));

        assertEquals(ChangeOutcome.done("Done. It could not be written to the journal."), outcome);
    }

    @Test
    void aFailureIsJournaledAndHandedOn() {
        Change change =
                change(
                        ORDERS,
                        () -> {
                            throw new ProblemException(GONE);
                        });

        ProblemException failed = assertThrows(ProblemException.class, () -> runner.run(change));

        assertSame(GONE, failed.problem());
        assertEquals(List.of("STARTED", "FAILED"), happened);
        assertEquals("The connection broke.", journal.getLast().sentence());
    }

    @Test
    void anUnknownOutcomeIsNotCalledAFailure() throws Exception {
        Change change =
                change(
                        ORDERS,
                        () -> {
                            throw new ProblemException(
                                    Problem.of(
                                            Kind.UNKNOWN_OUTCOME,
                                            "It is not known.",
                                            "Look at the server."));
                        });

        assertEquals(
                new ChangeOutcome(
                        ChangeOutcome.Status.UNKNOWN,
                        "It is not known. Look at the server.",
                        List.of()),
                runner.run(change));
        assertEquals(List.of("STARTED", "UNKNOWN"), happened);
    }

    @Test
    void aDefectIsJournaledAsUnknownWithoutItsMessage() {
        Change change =
                change(
                        ORDERS,
                        () -> {
                            throw new IllegalStateException("password=hunter2");
                        });

        assertThrows(IllegalStateException.class, () -> runner.run(change));

        assertEquals(List.of("STARTED", "UNKNOWN"), happened);
        assertEquals("java.lang.IllegalStateException", journal.getLast().sentence());
    }

    private ChangeOutcome acted(ChangeOutcome outcome) {
        happened.add("acted");
        return outcome;
    }

    private static Change change(ChangeTarget target, Change.Action action) {
        return Change.of(
                "Terminate 1 session", target, "SELECT pg_terminate_backend(1)", List.of(), action);
    }
}
