package dev.howdah.pg.roles.privilege;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * On which of these objects we may not grant all of these privileges, by name; or which are gone.
 */
public record NotGrantableQuery(Securable on, Set<Privilege> privileges)
        implements Query<List<String>> {
    private static final Texts TEXTS = Texts.of(NotGrantableQuery.class);

    public NotGrantableQuery {
        privileges = Set.copyOf(privileges);
    }

    @Override
    public String name() {
        return "not grantable";
    }

    @Override
    public Sql sql(ServerShape shape) throws ProblemException {
        if (privileges.contains(Privilege.MAINTAIN) && !shape.atLeast(17)) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("privilege.maintain"),
                            TEXTS.text("role.nothingSent")));
        }
        return switch (on) {
            case Securable.Objects objects -> named(objects);
            case Securable.AllIn all -> all(all);
            case Securable.Schema schema ->
                    one("pg_namespace", "nspname", "has_schema_privilege", schema.name());
            case Securable.Database database ->
                    one("pg_database", "datname", "has_database_privilege", database.name());
        };
    }

    private Sql named(Securable.Objects objects) {
        return Sql.of(
                """
                SELECT w.name
                  FROM unnest(?) w (name)
                  LEFT JOIN pg_class c ON c.relname::text = w.name
                                      AND c.relkind IN (%s)
                                      AND c.relnamespace = (SELECT n.oid
                                                              FROM pg_namespace n
                                                             WHERE n.nspname::text = ?)
                 WHERE c.oid IS NULL
                    OR NOT (%s)
                 ORDER BY w.name
                 LIMIT 1000
                """
                        .formatted(kinds(objects.kind()), test(function(objects.kind()), "c.oid")),
                objects.names().toArray(String[]::new),
                objects.schema());
    }

    /** With CASE, because asked about a table the function for sequences fails. */
    private Sql all(Securable.AllIn all) {
        return Sql.of(
                """
                SELECT c.relname AS name
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname::text = ?
                   AND CASE WHEN c.relkind IN (%s) THEN NOT (%s) ELSE false END
                 ORDER BY c.relname
                 LIMIT 1000
                """
                        .formatted(kinds(all.kind()), test(function(all.kind()), "c.oid")),
                all.schema());
    }

    private Sql one(String catalog, String nameColumn, String function, String name) {
        return Sql.of(
                """
                SELECT w.name
                  FROM unnest(?) w (name)
                  LEFT JOIN %1$s o ON o.%2$s::text = w.name
                 WHERE o.oid IS NULL
                    OR NOT (%3$s)
                 ORDER BY w.name
                 LIMIT 1
                """
                        .formatted(catalog, nameColumn, test(function, "o.oid")),
                (Object) new String[] {name});
    }

    private String test(String function, String oid) {
        return new TreeSet<>(privileges)
                .stream()
                        .map(privilege ->
                                "%s(%s, '%s WITH GRANT OPTION')"
                                        .formatted(function, oid, privilege))
                        .collect(Collectors.joining(" AND "));
    }

    private static String function(Securable.Kind kind) {
        return kind == Securable.Kind.TABLE ? "has_table_privilege" : "has_sequence_privilege";
    }

    private static String kinds(Securable.Kind kind) {
        return kind == Securable.Kind.TABLE ? "'r', 'v', 'm', 'f', 'p'" : "'S'";
    }

    @Override
    public List<String> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString("name"));
        }
        return List.copyOf(names);
    }
}
