package dev.howdah.pg.proof;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** Gaps in all; each holds many objects, so that more than this are beyond reading. */
    static final int LIMIT = 10_000;

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
                        LIMIT),
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
        int read = 0;
        while (rows.next()) {
            heaps.computeIfAbsent(rows.getString("role_name"), _ -> new Heap()).add(rows);
            read++;
        }
        boolean unread = read == LIMIT;
        List<RoleAccess> found = new ArrayList<>();
        for (ExpectedAccess asked : roles) {
            Heap heap = heaps.get(asked.role());
            if (heap != null) {
                found.add(heap.of(asked, unread));
            }
        }
        return new RoleAccessSnapshot(shape.database(), takenAt, found);
    }

    /** The rows of one role. */
    private static final class Heap {
        private final List<Gap> gaps = new ArrayList<>();
        private long[] counts = new long[5];
        private long makers;
        private boolean largeObjectsUnread;

        void add(ResultSet row) throws SQLException {
            String kind = row.getString("kind");
            switch (kind) {
                case "COUNTS" ->
                        counts = objects(row).stream().mapToLong(Long::parseLong).toArray();
                case "MAKER" -> makers++;
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

        RoleAccess of(ExpectedAccess asked, boolean unread) {
            long laterUnreadable =
                    gaps.stream().filter(g -> g.kind() == Gap.Kind.LATER_NOT_READABLE).count();
            gaps.sort(java.util.Comparator.comparing(Gap::kind));
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
                            makers - laterUnreadable),
                    gaps,
                    largeObjectsUnread,
                    unread);
        }

        private static List<String> objects(ResultSet row) throws SQLException {
            @Nullable Object[] names = (Object[]) row.getArray("objects").getArray();
            return Arrays.stream(names).map(Objects::toString).toList();
        }
    }
}
