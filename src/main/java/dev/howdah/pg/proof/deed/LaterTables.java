package dev.howdah.pg.proof.deed;

import dev.howdah.pg.SqlNames;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.SqlState;
import dev.howdah.pg.proof.deed.TableMakersSnapshot.Maker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a table as each owner that our login may act as, asks whether the role could read it, and
 * takes everything back.
 *
 * @param readable what was seen of each maker that could be tried
 */
public record LaterTables(Map<Maker, Boolean> readable) {
    /**
     * @throws SQLException when the session is gone
     */
    public static LaterTables tried(Connection connection, TableMakersSnapshot makers, String role)
            throws SQLException {
        Map<Maker, Boolean> readable = new LinkedHashMap<>();
        for (Maker maker : makers.makers()) {
            if (maker.weMayAct()) {
                tried(connection, maker, role).ifPresent(answer -> readable.put(maker, answer));
            }
        }
        return new LaterTables(readable);
    }

    /** Empty when it could not be tried, so that the catalog's word has to do. */
    private static Optional<Boolean> tried(Connection connection, Maker maker, String role)
            throws SQLException {
        String table = "howdah_probe_" + ThrowAwayLogin.hex(8);
        String sql =
                """
                CREATE TABLE %1$s ();
                SELECT has_table_privilege(r.oid, c.oid, 'SELECT')
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_roles r ON r.rolname = %2$s
                 WHERE n.nspname = %3$s
                   AND c.relname = %4$s
                 ORDER BY c.oid
                 LIMIT 1
                """
                        .formatted(
                                SqlNames.quoted(maker.schema(), table),
                                SqlNames.literal(role),
                                SqlNames.literal(maker.schema()),
                                SqlNames.literal(table));
        try {
            return ProbeSession.as(connection, maker.owner()).ask(sql);
        } catch (SQLException e) {
            if (SqlState.endsTheConnection(SqlProblems.stateOf(e))) {
                throw e;
            }
            return Optional.empty();
        }
    }

    public int makersReadable() {
        return (int) readable.values().stream().filter(answer -> answer).count();
    }
}
