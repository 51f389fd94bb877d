package dev.howdah.pg.proof.catalog;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.RoleAccessSnapshot;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalog of the database we are in what roles can do there, and where that differs from
 * what they are meant for. Any login may ask. It is the catalog part of a proof and, asked again
 * later, the drift check: both see the same.
 *
 * @param roles those in question; roles that don't exist are left out of the answer
 */
public record RoleAccessQuery(List<ExpectedAccess> roles) implements Query<RoleAccessSnapshot> {
    /** Gaps of one role; each holds many objects, so that more than this are beyond reading. */
    static final int LIMIT = 2_000;

    /** Large objects that are looked at one by one. */
    static final int MAX_LARGE_OBJECTS = 100_000;

    public RoleAccessQuery {
        roles = List.copyOf(roles);
    }

    @Override
    public String name() {
        return "role access";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                RoleAccessSql.text(
                        shape.atLeast(14)
                                ? "pg_has_role(r.oid, 'pg_read_all_data', 'USAGE')"
                                : "false",
                        MAX_LARGE_OBJECTS,
                        LIMIT,
                        Math.max(1, roles.size())),
                names(roles.stream().filter(r -> r.kind() == AccessKind.READ_WRITE).toList()),
                names(roles));
    }

    private static String[] names(List<ExpectedAccess> roles) {
        return roles.stream().map(ExpectedAccess::role).toArray(String[]::new);
    }

    @Override
    public RoleAccessSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Map<String, Heap> heaps = new LinkedHashMap<>();
        while (rows.next()) {
            heaps.computeIfAbsent(rows.getString("role_name"), _ -> new Heap()).add(rows);
        }
        List<RoleAccess> found = new ArrayList<>();
        for (ExpectedAccess asked : roles) {
            Heap heap = heaps.get(asked.role());
            if (heap != null) {
                found.add(heap.of(asked));
            }
        }
        return new RoleAccessSnapshot(shape.database(), takenAt, found);
    }

    /** The rows of one role. */
    private static final class Heap {
        private final List<Gap> gaps = new ArrayList<>();
        private long[] counts = new long[5];
        private long makers;
        private long laterReadable;
        private int rows;
        private boolean largeObjectsUnread;

        void add(ResultSet row) throws SQLException {
            String kind = row.getString("kind");
            rows++;
            switch (kind) {
                case "COUNTS" ->
                        counts = objects(row).stream().mapToLong(Long::parseLong).toArray();
                case "MAKERS" -> {
                    makers = row.getLong("total");
                    laterReadable = Long.parseLong(objects(row).getFirst());
                }
                case "LARGE_OBJECTS_UNREAD" -> largeObjectsUnread = true;
                default ->
                        gaps.add(
                                new Gap(
                                        Gap.Kind.valueOf(kind),
                                        row.getString("schema_name"),
                                        row.getString("owner_name"),
                                        row.getString("via"),
                                        objects(row),
                                        row.getLong("total")));
            }
        }

        RoleAccess of(ExpectedAccess asked) {
            gaps.sort(Comparator.comparing(Gap::kind));
            return new RoleAccess(
                    asked.role(),
                    asked.kind(),
                    new Counts(
                            counts[0],
                            counts[1],
                            counts[2],
                            counts[3],
                            counts[4],
                            makers,
                            laterReadable),
                    gaps,
                    largeObjectsUnread,
                    rows == LIMIT);
        }

        private static List<String> objects(ResultSet row) throws SQLException {
            @Nullable Object[] names = (Object[]) row.getArray("objects").getArray();
            return Arrays.stream(names).map(Objects::toString).toList();
        }
    }
}
