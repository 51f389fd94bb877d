package dev.howdah.ui.journal;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.ChangeLog.WayBack;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.SqlScript;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A journal as it looks after some days' work. */
final class SomeJournal {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final UUID GRANT = new UUID(1, 1);
    static final UUID LIST = new UUID(1, 2);
    static final UUID CUT_OFF = new UUID(1, 3);
    static final UUID ENDED = new UUID(1, 4);
    static final UUID UNSURE = new UUID(1, 5);
    static final UUID LEFT = new UUID(1, 6);

    private final Path folder;
    private final FileChangeLog log;
    private final FileOperationLog operations;

    SomeJournal(Path folder) {
        this.folder = folder;
        log = new FileChangeLog(folder);
        operations = new FileOperationLog(folder);
    }

    void write() throws ProblemException, IOException {
        change(
                LEFT,
                "Lab",
                5_000,
                "Restore into shop-restored",
                Status.DONE,
                "The lab is at it.",
                ChangeNotes.NONE
                        .asking(Act.COPY)
                        .oneWay("Nothing that was there before was changed."),
                false);
        byAConsoleThatIsGone();
        operations.write(
                operation(
                        LEFT,
                        Act.COPY,
                        "Restore into shop-restored",
                        Operation.State.RUNNING,
                        "The lab is at it."));
        change(
                ENDED,
                "orders-prod",
                4_000,
                "Terminate 3 sessions",
                Status.PARTLY,
                "2 of 3 sessions ended.",
                ChangeNotes.NONE.oneWay(
                        "What was ended does not come back; its client has to begin again."),
                false);
        change(
                new UUID(1, 9),
                "orders-prod",
                3_900,
                "Create user analyst01",
                Status.FAILED,
                "The role analyst01 exists already.",
                ChangeNotes.NONE,
                false);
        started(
                CUT_OFF,
                "payments",
                3_000,
                "Grant SELECT on 412 tables to analyst01",
                ChangeNotes.NONE);
        ChangeNotes list =
                ChangeNotes.NONE
                        .asking(Act.ALLOWLIST)
                        .from(
                                "range\t192.0.2.0/24\told office",
                                "range\t203.0.113.0/24\toffice\nrange\t198.51.100.7/32\tann");
        change(
                LIST,
                "orders-prod",
                600,
                "Change the allowlist",
                Status.DONE,
                "Scalingo has taken it.",
                list,
                false);
        operations.write(
                operation(
                        LIST,
                        Act.ALLOWLIST,
                        "Change the allowlist",
                        Operation.State.DONE,
                        "The list is as wanted."));
        change(
                UNSURE,
                "orders-prod",
                500,
                "Change plan to Business 1024M",
                Status.UNKNOWN,
                "It may have been taken.",
                ChangeNotes.NONE
                        .asking(Act.PLAN_CHANGE)
                        .from("postgresql-starter-512", "postgresql-business-1024"),
                false);
        operations.write(
                operation(
                        UNSURE,
                        Act.PLAN_CHANGE,
                        "Change plan to Business 1024M",
                        Operation.State.UNSURE,
                        "The link to Scalingo broke before the answer came, so it may have taken effect. The console reads the state until it knows, and sends nothing again."));
        change(
                GRANT,
                "orders-prod",
                60,
                "Let analyst01 log in",
                Status.DONE,
                "analyst01 may log in.",
                ChangeNotes.NONE
                        .from("NOLOGIN", "LOGIN")
                        .sending(
                                new SqlScript(
                                        "shop",
                                        List.of("ALTER ROLE analyst01 LOGIN"),
                                        "analyst01 may log in.")),
                true);
    }

    private void byAConsoleThatIsGone() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        String gone =
                Files.readString(file)
                        .replaceAll("\"process\":\"[^\"]*\"", "\"process\":\"1@then\"");
        Files.writeString(file, gone);
    }

    void many(int count) throws ProblemException {
        for (int i = 0; i < count; i++) {
            change(
                    new UUID(2, i),
                    "shop-" + i % 7,
                    count - i,
                    "Terminate session " + i,
                    Status.DONE,
                    "1 of 1 session ended.",
                    ChangeNotes.NONE,
                    false);
        }
    }

    private static Operation operation(
            UUID id, Act act, String title, Operation.State state, String sentence) {
        return Operation.planned(id, "service", act, title, Map.of(), "", NOW)
                .in(state, sentence, NOW);
    }

    private void change(
            UUID id,
            String server,
            int secondsAgo,
            String title,
            Status status,
            String sentence,
            ChangeNotes notes,
            boolean undo)
            throws ProblemException {
        started(id, server, secondsAgo, title, notes);
        log.write(
                entry(
                        id,
                        server,
                        secondsAgo - 1,
                        title,
                        status,
                        sentence,
                        new Particulars(
                                login(),
                                notes,
                                Optional.of(Duration.ofMillis(240)),
                                undo
                                        ? Optional.of(
                                                new WayBack(
                                                        "Take it back",
                                                        List.of(),
                                                        new SqlScript(
                                                                "shop",
                                                                List.of(
                                                                        "ALTER ROLE analyst01 NOLOGIN"),
                                                                "Undone."),
                                                        true))
                                        : Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private void started(UUID id, String server, int secondsAgo, String title, ChangeNotes notes)
            throws ProblemException {
        log.write(
                entry(
                        id,
                        server,
                        secondsAgo,
                        title,
                        Status.STARTED,
                        "",
                        new Particulars(
                                login(),
                                notes,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Optional<ChangeTarget.Login> login() {
        return Optional.of(new ChangeTarget.Login("dba", "db.example:5432/shop"));
    }

    private static Entry entry(
            UUID id,
            String server,
            int secondsAgo,
            String title,
            Status status,
            String sentence,
            Particulars particulars) {
        return new Entry(
                id,
                NOW.minusSeconds(secondsAgo),
                server,
                server.equals("payments") ? Environment.STAGING : Environment.PRODUCTION,
                title,
                "-- shop\nBEGIN;\nALTER ROLE analyst01 LOGIN;\nCOMMIT;",
                status,
                sentence,
                List.of(),
                particulars);
    }
}
