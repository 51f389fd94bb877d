package dev.howdah.pg.statements.text;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.DatabaseCharset;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsQuery;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the texts of some statements, once for each. The server reads its whole file of texts for
 * that, however few are wanted, so this is asked only when a statement is shown for the first time.
 *
 * <p>The server converts every text that the reader may see into the encoding of this database
 * before any row comes out, and one that can't be converted fails the whole call. As one user only
 * that user's are converted. Source: pg_stat_statements.c (pg_stat_statements_internal).
 *
 * @param queryIds of the statements; the same id may come back for several roles and databases
 * @param maxCharacters of each text
 * @param asUser the OID of the user whose texts are read, as that user for the length of the
 *     transaction; empty for everybody's. Nothing comes back for a user who may see others' texts
 */
public record StatementTextsQuery(List<Long> queryIds, int maxCharacters, OptionalLong asUser)
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
                   convert_to(left(s.query, ?), e.name)
                                              AS text_bytes,
                   length(s.query)            AS whole_length,
                   CASE e.name WHEN 'SQL_ASCII' THEN pg_encoding_to_char(d.encoding)
                               ELSE e.name END
                                              AS encoding{back}
              FROM {who}
                   LEFT JOIN pg_database d ON d.oid = s.dbid,
                   (SELECT current_setting('server_encoding') AS name) e
             WHERE s.queryid = ANY (?)
             ORDER BY s.queryid
             LIMIT 2000
            """;

    private static final String EVERYBODY = "{statements}(true) s";

    /** The role is set before the function is called, because that needs what sets it. */
    private static final String ONE_USER =
            """
            (SELECT set_config('role', r.rolname, true) AS name
                      FROM pg_roles r
                     WHERE r.oid = ?::oid
                       AND NOT pg_has_role(r.oid, 'pg_read_all_stats', 'MEMBER')) u
                   CROSS JOIN LATERAL {statements}(u.name IS NOT NULL) s\
            """;

    /** So that this statement and the COMMIT are not counted as the user's. */
    private static final String BACK = ",\n       set_config('role', 'none', true) AS role_after";

    public StatementTextsQuery {
        queryIds = List.copyOf(queryIds);
    }

    /** Everybody's. */
    public StatementTextsQuery(List<Long> queryIds, int maxCharacters) {
        this(queryIds, maxCharacters, OptionalLong.empty());
    }

    @Override
    public String name() {
        return asUser.isPresent() ? "statement-texts-of-user" : "statement-texts";
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }

    @Override
    public Sql sql(ServerShape shape) throws ProblemException {
        ServerShape.Extension extension = StatementsQuery.extensionOf(shape);
        boolean tellsLevel = shape.statementsColumns().contains("toplevel");
        String sql =
                SQL.replace("{toplevel}", tellsLevel ? "s.toplevel" : "true")
                        .replace("{back}", asUser.isPresent() ? BACK : "")
                        .replace("{who}", asUser.isPresent() ? ONE_USER : EVERYBODY)
                        .replace(
                                "{statements}",
                                SqlNames.quoted(extension.schema(), StatementsQuery.EXTENSION));
        Long[] ids = queryIds.toArray(Long[]::new);
        return asUser.isPresent()
                ? Sql.of(sql, maxCharacters, asUser.getAsLong(), ids)
                : Sql.of(sql, maxCharacters, ids);
    }

    @Override
    public StatementTextsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Map<StatementKey, StatementText> texts = new HashMap<>();
        while (rows.next()) {
            texts.put(
                    new StatementKey(
                            rows.getLong("user_id"),
                            rows.getLong("database_id"),
                            rows.getBoolean("top_level"),
                            rows.getLong("query_id")),
                    text(rows));
        }
        return new StatementTextsSnapshot(texts, Set.of());
    }

    /**
     * As bytes, because those of an SQL_ASCII database may be no text on their way to us: there,
     * each text is as it was in the database where it ran.
     */
    private StatementText text(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("text_bytes");
        if (bytes == null) {
            return new StatementText("", 0);
        }
        String text =
                new String(
                        bytes,
                        DatabaseCharset.of(row.getString("encoding"))
                                .orElse(StandardCharsets.UTF_8));
        int wholeLength = row.getInt("whole_length");
        return new StatementText(
                text,
                // where the server counts bytes, as many as it counted may be fewer characters
                wholeLength <= maxCharacters ? text.codePointCount(0, text.length()) : wholeLength);
    }
}
