package dev.howdah.pg;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.ProblemException;
import dev.howdah.core.SqlScript;
import dev.howdah.core.Texts;
import java.util.List;

/** Makes changes of SQL that was written down in an earlier start of the console. */
public final class ScriptChanges {
    private static final Texts TEXTS = Texts.of(ScriptChanges.class);

    private final ChangeTarget target;
    private final PgWriter writer;
    private final PgVisits visits;
    private final String home;

    /**
     * @param home the database that the writer is connected to
     */
    public ScriptChanges(ChangeTarget target, PgWriter writer, PgVisits visits, String home) {
        this.target = target;
        this.writer = writer;
        this.visits = visits;
        this.home = home;
    }

    /** Sends nothing until it runs; then one transaction, all or nothing. */
    public Change change(String title, List<String> warnings, SqlScript script) {
        String preview =
                TEXTS.text("script.database", script.database().replaceAll("\\R", " "))
                        + "\nBEGIN;\n"
                        + String.join(";\n", script.statements())
                        + ";\nCOMMIT;";
        return Change.of(title, target, preview, warnings, () -> run(script))
                .noting(notes -> notes.sending(script));
    }

    private ChangeOutcome run(SqlScript script) throws ProblemException {
        return switch (committed(script)) {
            case DONE -> ChangeOutcome.done(script.done());
            case UNKNOWN ->
                    new ChangeOutcome(
                            ChangeOutcome.Status.UNKNOWN, TEXTS.text("script.unknown"), List.of());
        };
    }

    private PgWriter.Commit committed(SqlScript script) throws ProblemException {
        List<Sql> statements = script.statements().stream().map(Sql::of).toList();
        if (script.database().equals(home)) {
            return writer.run(statements);
        }
        try (PgVisit visit = visits.in(script.database())) {
            return visit.writer().run(statements);
        }
    }
}
