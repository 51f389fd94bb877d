package dev.howdah.pg.proof.fix;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.Gap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks in the gap's own database whether we may close it, object by object: a right is given by
 * whoever has it WITH GRANT OPTION, and taken back only in the name of who gave it. A REVOKE by
 * anybody else changes nothing and does not fail.
 */
public record FixGroundQuery(Gap gap, String role) implements Query<FixGroundSnapshot> {
    private static final String ORDER =
            """

             ORDER BY object, who
             LIMIT 2000
            """;

    @Override
    public String name() {
        return "fix ground";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return switch (gap.kind()) {
            case NO_CONNECT -> database("CONNECT");
            case NO_USAGE -> schema("USAGE");
            case NOT_READABLE -> relations("has_table_privilege", "SELECT");
            case NOT_WRITABLE -> relations("has_table_privilege", "INSERT", "UPDATE", "DELETE");
            case SEQUENCE_NOT_READABLE -> relations("has_sequence_privilege", "SELECT");
            case SEQUENCE_NOT_WRITABLE -> relations("has_sequence_privilege", "USAGE");
            case LATER_NOT_READABLE, LATER_NOT_WRITABLE, LATER_WRITABLE -> owner(shape);
            case WRITABLE, SEQUENCE_WRITABLE -> held(shape, FixGroundSql.RELATIONS);
            case CREATES_IN_SCHEMA -> held(shape, FixGroundSql.SCHEMAS);
            case CREATES_IN_DATABASE -> held(shape, FixGroundSql.databases("CREATE"));
            case TEMP -> held(shape, FixGroundSql.databases("TEMPORARY"));
            case DEFINER_FUNCTIONS -> held(shape, FixGroundSql.FUNCTIONS);
            case LARGE_OBJECTS -> held(shape, FixGroundSql.LARGE_OBJECTS);
            case WRITER_MEMBERSHIP ->
                    Sql.of(
                            (shape.atLeast(16)
                                            ? FixGroundSql.MEMBERSHIPS
                                            : FixGroundSql.MEMBERSHIPS_BEFORE_16)
                                    + ORDER,
                            gap.via(),
                            role);
            case POWERS ->
                    Sql.of(
                            (shape.atLeast(16)
                                            ? FixGroundSql.POWERS
                                            : FixGroundSql.POWERS_BEFORE_16)
                                    + ORDER,
                            names(),
                            role);
            case READ_REFUSED, WRITE_LET_THROUGH, ROW_SECURITY, PROBE ->
                    Sql.of(FixGroundSql.NOTHING + ORDER);
        };
    }

    private Sql database(String privilege) {
        return Sql.of(FixGroundSql.DATABASE.formatted(privilege) + ORDER);
    }

    private Sql schema(String privilege) {
        return Sql.of(FixGroundSql.SCHEMA.formatted(privilege) + ORDER, gap.schema());
    }

    private Sql relations(String function, String... privileges) {
        List<String> tests = new ArrayList<>();
        for (String privilege : privileges) {
            tests.add("%s(c.oid, '%s WITH GRANT OPTION')".formatted(function, privilege));
        }
        return Sql.of(
                FixGroundSql.GRANTABLE.formatted(String.join(" AND ", tests)) + ORDER,
                gap.schema(),
                names());
    }

    private Sql owner(ServerShape shape) {
        return Sql.of(
                FixGroundSql.OWNER.formatted(shape.atLeast(16) ? "USAGE" : "MEMBER") + ORDER,
                gap.owner());
    }

    private Sql held(ServerShape shape, String entries) {
        return Sql.of(
                FixGroundSql.HELD.formatted(entries, shape.atLeast(16) ? "SET" : "MEMBER") + ORDER,
                gap.schema(),
                names(),
                gap.via());
    }

    private String[] names() {
        return gap.objects().toArray(String[]::new);
    }

    @Override
    public FixGroundSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<FixGroundSnapshot.Hold> holds = new ArrayList<>();
        while (rows.next()) {
            holds.add(
                    new FixGroundSnapshot.Hold(
                            rows.getString("object"),
                            rows.getString("who"),
                            FixGroundSnapshot.Way.valueOf(rows.getString("way"))));
        }
        return new FixGroundSnapshot(holds);
    }
}
