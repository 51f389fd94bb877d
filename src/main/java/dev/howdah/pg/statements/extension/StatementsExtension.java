package dev.howdah.pg.statements.extension;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes the changes that make pg_stat_statements answer in the database we are connected to.
 */
public final class StatementsExtension {
    private static final Texts TEXTS = Texts.of(StatementsExtension.class);
    private static final String NAME = "pg_stat_statements";
    private static final String CREATE = "CREATE EXTENSION pg_stat_statements";
    private static final String UPDATE = "ALTER EXTENSION pg_stat_statements UPDATE";
    private static final String DROP = "DROP EXTENSION pg_stat_statements";

    private final ChangeTarget target;
    private final String database;
    private final PgWriter writer;

    public StatementsExtension(ChangeTarget target, String database, PgWriter writer) {
        this.target = target;
        this.database = database;
        this.writer = writer;
    }

    /**
     * Makes the extension in this database.
     *
     * @param loaded whether the library was loaded at the server's start; if not, the change warns
     *     that creating is only half of what is needed
     */
    public Change create(boolean loaded) {
        String title = TEXTS.text("extension.create", database);
        List<String> warnings =
                loaded
                        ? List.of(TEXTS.text("extension.create.everybody"))
                        : List.of(
                                TEXTS.text("extension.create.everybody"),
                                TEXTS.text("extension.create.notLoaded"));
        NamedObjects named = new NamedObjects().extensions(List.of(NAME));
        Change create =
                change(title, List.of(CREATE), warnings, TEXTS.text("extension.created", database));
        return create.by(
                        warnings,
                        () -> {
                            ChangeOutcome outcome = create.action().run();
                            named.look(writer);
                            return outcome;
                        })
                .withWayBack(() -> drop(named.guards()));
    }

    /** Brings the extension to the version that the server has on disk. There is no way back. */
    public Change update(String from, String to) {
        return change(
                        TEXTS.text("extension.update", from, to),
                        List.of(UPDATE),
                        List.of(TEXTS.text("extension.update.views")),
                        TEXTS.text("extension.updated", to))
                .noting(notes ->
                        notes.from(from, to).oneWay(TEXTS.text("extension.update.oneWay")));
    }

    /**
     * @param guards against another one that somebody has made since
     */
    private Change drop(List<String> guards) {
        List<String> statements = new ArrayList<>(guards);
        statements.add(DROP);
        return change(
                TEXTS.text("extension.drop", database),
                statements,
                List.of(),
                TEXTS.text("extension.dropped", database));
    }

    private Change change(
            String title, List<String> statements, List<String> warnings, String done) {
        return Change.of(
                        title,
                        target,
                        String.join(";\n", statements) + ";",
                        warnings,
                        () ->
                                switch (writer.run(statements.stream().map(Sql::of).toList())) {
                                    case DONE -> ChangeOutcome.done(done);
                                    case UNKNOWN ->
                                            new ChangeOutcome(
                                                    ChangeOutcome.Status.UNKNOWN,
                                                    TEXTS.text("extension.unknown"),
                                                    List.of());
                                })
                .noting(notes -> notes.sending(new SqlScript(database, statements, done)));
    }
}
