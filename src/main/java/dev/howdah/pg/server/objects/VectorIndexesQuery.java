package dev.howdah.pg.server.objects;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot.IndexRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the indexes of given access methods from the catalog alone, so that no lock on an index is
 * waited for.
 *
 * @param methods names of access methods
 */
public record VectorIndexesQuery(List<String> methods) implements Query<VectorIndexesSnapshot> {
    private static final String SQL =
            """
            SELECT n.nspname                                          AS schema_name,
                   t.relname                                          AS table_name,
                   i.relname                                          AS name,
                   m.amname                                           AS method,
                   o.opcname                                          AS operator_class,
                   coalesce(array_to_string(i.reloptions, ', '), '')  AS options,
                   x.indisvalid                                       AS valid,
                   i.relpages * current_setting('block_size')::bigint AS estimated_bytes,
                   greatest(i.reltuples, 0)::bigint                   AS estimated_rows
              FROM pg_am m
              JOIN pg_class i ON i.relam = m.oid AND i.relkind = 'i'
              JOIN pg_index x ON x.indexrelid = i.oid
              JOIN pg_class t ON t.oid = x.indrelid
              JOIN pg_namespace n ON n.oid = i.relnamespace
              JOIN pg_opclass o ON o.oid = x.indclass[0]
             WHERE m.amname = ANY (?)
             ORDER BY estimated_bytes DESC, schema_name, name
             LIMIT 100
            """;

    public VectorIndexesQuery {
        methods = List.copyOf(methods);
    }

    /** The access methods of pgvector. */
    public VectorIndexesQuery() {
        this(List.of("ivfflat", "hnsw"));
    }

    @Override
    public String name() {
        return "vector indexes";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, (Object) methods.toArray(String[]::new));
    }

    @Override
    public VectorIndexesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Optional<String> version = shape.extension("vector").map(ServerShape.Extension::version);
        List<IndexRow> indexes = new ArrayList<>();
        while (rows.next()) {
            indexes.add(
                    new IndexRow(
                            rows.getString("schema_name"),
                            rows.getString("table_name"),
                            rows.getString("name"),
                            rows.getString("method"),
                            rows.getString("operator_class"),
                            rows.getString("options"),
                            rows.getBoolean("valid"),
                            rows.getLong("estimated_bytes"),
                            rows.getLong("estimated_rows")));
        }
        return new VectorIndexesSnapshot(version, indexes);
    }
}
