package dev.howdah.pg.settings;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads installed and available extensions. The server reads its control files for this. */
public record ExtensionsQuery() implements Query<ExtensionsSnapshot> {
    /** Some providers offer two hundred. */
    public static final int LIMIT = 2_000;

    /** Update paths are only looked up where the versions differ: each costs many small files. */
    private static final String SQL =
            """
            SELECT coalesce(e.extname, a.name)  AS name,
                   e.extversion                 AS installed_version,
                   n.nspname                    AS schema_name,
                   a.default_version,
                   CASE WHEN e.extversion <> a.default_version
                        THEN EXISTS (SELECT FROM pg_extension_update_paths(e.extname) p
                                      WHERE p.source = e.extversion
                                        AND p.target = a.default_version
                                        AND p.path IS NOT NULL)
                        ELSE false
                    END                         AS updatable,
                   coalesce(a.comment, d.description, '') AS comment
              FROM pg_extension e
              JOIN pg_namespace n ON n.oid = e.extnamespace
              LEFT JOIN pg_description d ON d.objoid = e.oid
                                        AND d.classoid = 'pg_extension'::regclass
              FULL JOIN pg_available_extensions() a ON a.name = e.extname
             ORDER BY e.extname IS NULL, name
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public ExtensionsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<ExtensionsSnapshot.Extension> extensions = new ArrayList<>();
        while (rows.next()) {
            extensions.add(extension(rows));
        }
        return new ExtensionsSnapshot(shape.database(), extensions);
    }

    private static ExtensionsSnapshot.Extension extension(ResultSet rows) throws SQLException {
        String version = rows.getString("installed_version");
        return new ExtensionsSnapshot.Extension(
                rows.getString("name"),
                version == null
                        ? Optional.empty()
                        : Optional.of(
                                new ExtensionsSnapshot.Installed(
                                        version, rows.getString("schema_name"))),
                Optional.ofNullable(rows.getString("default_version")),
                rows.getBoolean("updatable"),
                Objects.requireNonNullElse(rows.getString("comment"), ""));
    }
}
