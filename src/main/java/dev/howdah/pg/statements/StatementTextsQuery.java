package dev.howdah.pg.statements;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the texts of some statements, once for each. The server reads its whole file of texts for
 * that, however few are wanted, so this is asked only when a statement is shown for the first time.
 *
 * @param queryIds of the statements; the same id may come back for several roles and databases
 * @param maxCharacters of each text
 */
public record StatementTextsQuery(List<Long> queryIds, int maxCharacters)
        implements Query<StatementTextsSnapshot> {
    /** Enough for a line in a table and to recognise a statement. */
    public static final int PREVIEW_CHARACTERS = 1_000;

    /** Longer texts block the window while they are laid out, and nobody reads them. */
    public static final int WHOLE_CHARACTERS = 20_000;

    private static final String SQL =
            """
            SELECT s.userid::bigint           AS user_id,
                   s.dbid::bigint             AS database_id,
                   {toplevel}                 AS top_level,
                   s.queryid                  AS query_id,
                   left(s.query, ?)           AS text,
                   length(s.query)            AS whole_length
              FROM {statements}(true) s
             WHERE s.queryid = ANY (?)
             ORDER BY s.queryid
             LIMIT 2000
            """;

    public StatementTextsQuery {
        queryIds = List.copyOf(queryIds);
    }

    @Override
    public String name() {
        return "statement-texts";
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }

    @Override
    public Sql sql(ServerShape shape) throws ProblemException {
        ServerShape.Extension extension = StatementsQuery.extensionOf(shape);
        boolean tellsLevel = shape.statementsColumns().contains("toplevel");
        return Sql.of(
                SQL.replace("{toplevel}", tellsLevel ? "s.toplevel" : "true")
                        .replace(
                                "{statements}",
                                SqlNames.quoted(extension.schema(), StatementsQuery.EXTENSION)),
                maxCharacters,
                queryIds.toArray(Long[]::new));
    }

    @Override
    public StatementTextsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Map<StatementKey, StatementText> texts = new HashMap<>();
        while (rows.next()) {
            String text = rows.getString("text");
            texts.put(
                    new StatementKey(
                            rows.getLong("user_id"),
                            rows.getLong("database_id"),
                            rows.getBoolean("top_level"),
                            rows.getLong("query_id")),
                    new StatementText(text == null ? "" : text, rows.getInt("whole_length")));
        }
        return new StatementTextsSnapshot(texts);
    }
}
