package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.SqlScript;
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

    /** Sends nothing until it runs; then one transaction, all or nothing, unless it says alone. */
    public Change change(String title, List<String> warnings, SqlScript script) {
        String statements = String.join(";\n", script.statements()) + ";";
        String preview =
                TEXTS.text("script.database", script.database().replaceAll("\\R", " "))
                        + "\n"
                        + (script.alone() ? statements : "BEGIN;\n" + statements + "\nCOMMIT;");
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
        if (script.database().equals(home)) {
            return committed(script, writer);
        }
        try (PgVisit visit = visits.in(script.database())) {
            return committed(script, visit.writer());
        }
    }

    private static PgWriter.Commit committed(SqlScript script, PgWriter there)
            throws ProblemException {
        List<Sql> statements = script.statements().stream().map(Sql::of).toList();
        if (!script.alone()) {
            return there.run(statements);
        }
        for (Sql statement : statements) {
            there.alone(statement);
        }
        return PgWriter.Commit.DONE;
    }
}
