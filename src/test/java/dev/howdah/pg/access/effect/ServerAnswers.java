package dev.howdah.pg.access.effect;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.ObjectKind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server itself says to has_table_privilege and its like, for every cell there is. */
final class ServerAnswers {
    private final int major;
    private final Connection connection;

    /** One question. */
    record Cell(long role, long object, Privilege privilege) {}

    ServerAnswers(Connection connection, int major) {
        this.connection = connection;
        this.major = major;
    }

    /** The cells that were answered with yes. */
    Set<Cell> held(ObjectKind kind, List<Long> roles, List<Long> objects) throws SQLException {
        return asked(
                "has_%s_privilege(r.oid, o.oid, p.name)".formatted(function(kind)),
                kind.privileges(major).list(),
                roles,
                objects);
    }

    Set<Cell> grantable(ObjectKind kind, List<Long> roles, List<Long> objects) throws SQLException {
        return asked(
                "has_%s_privilege(r.oid, o.oid, p.name || ' WITH GRANT OPTION')"
                        .formatted(function(kind)),
                kind.privileges(major).list(),
                roles,
                objects);
    }

    Set<Cell> onAnyColumn(List<Long> roles, List<Long> objects) throws SQLException {
        return asked(
                "has_any_column_privilege(r.oid, o.oid, p.name)",
                List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.REFERENCES),
                roles,
                objects);
    }

    /** For each role those it may SET ROLE to, with itself. */
    Map<Long, Set<Long>> settable(List<Long> roles) throws SQLException {
        String privilege = major >= 16 ? "SET" : "MEMBER";
        Map<Long, Set<Long>> settable = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT r.oid, g.oid::bigint FROM unnest(?) r (oid), pg_roles g"
                                + " WHERE pg_has_role(r.oid::oid, g.oid, '"
                                + privilege
                                + "')")) {
            statement.setArray(1, oids(roles));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                settable.computeIfAbsent(rows.getLong(1), _ -> new HashSet<>())
                        .add(rows.getLong(2));
            }
        }
        return settable;
    }

    private Set<Cell> asked(
            String question, List<Privilege> privileges, List<Long> roles, List<Long> objects)
            throws SQLException {
        String sql =
                """
                SELECT r.oid::bigint, o.oid::bigint, p.name
                  FROM unnest(?::oid[]) r (oid), unnest(?::oid[]) o (oid), unnest(?) p (name)
                 WHERE %s
                """
                        .formatted(question);
        Set<Cell> cells = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, oids(roles));
            statement.setArray(2, oids(objects));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", privileges.stream().map(Privilege::name).toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                cells.add(
                        new Cell(
                                rows.getLong(1),
                                rows.getLong(2),
                                Privilege.valueOf(rows.getString(3))));
            }
        }
        return cells;
    }

    private Array oids(List<Long> oids) throws SQLException {
        return connection.createArrayOf("bigint", oids.toArray());
    }

    private static String function(ObjectKind kind) {
        return switch (kind) {
            case DATABASE -> "database";
            case SCHEMA -> "schema";
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "table";
            case SEQUENCE -> "sequence";
            case ROUTINE -> "function";
            case TYPE, DOMAIN -> "type";
        };
    }
}
