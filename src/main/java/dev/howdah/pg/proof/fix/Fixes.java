package dev.howdah.pg.proof.fix;

import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.proof.Gap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that closes a gap, where SQL can. {@link GapFix} makes a change of it. */
public final class Fixes {
    private static final String WRITES = "INSERT, UPDATE, DELETE, TRUNCATE";
    private static final Set<String> ATTRIBUTES =
            Set.of("SUPERUSER", "CREATEROLE", "CREATEDB", "REPLICATION");

    private Fixes() {}

    /**
     * Statements to be run in the gap's database; empty when a person has to decide, as about row
     * security. A gap with more objects than it names is closed for those it names.
     */
    public static List<Sql> of(Gap gap, String database, String role) {
        String to = " TO " + grantee(role);
        String from = " FROM " + grantee(gap.via());
        String onDatabase = " ON DATABASE " + SqlNames.quoted(database);
        String onSchema = " ON SCHEMA " + SqlNames.quoted(gap.schema());
        String ofOwner = "ALTER DEFAULT PRIVILEGES FOR ROLE " + SqlNames.quoted(gap.owner()) + " ";
        String inSchema = ofOwner + "IN SCHEMA " + SqlNames.quoted(gap.schema()) + " ";
        return switch (gap.kind()) {
            case NO_CONNECT -> sql("GRANT CONNECT" + onDatabase + to);
            case NO_USAGE -> sql("GRANT USAGE" + onSchema + to);
            case NOT_READABLE -> sql("GRANT SELECT ON TABLE " + names(gap) + to);
            case SEQUENCE_NOT_READABLE -> sql("GRANT SELECT ON SEQUENCE " + names(gap) + to);
            case LATER_NOT_READABLE -> sql(inSchema + "GRANT SELECT ON TABLES" + to);
            case WRITABLE -> sql("REVOKE " + WRITES + " ON TABLE " + names(gap) + from);
            case SEQUENCE_WRITABLE -> sql("REVOKE USAGE, UPDATE ON SEQUENCE " + names(gap) + from);
            case LATER_WRITABLE ->
                    // a right given for all schemas can't be taken back in one of them
                    sql(
                            inSchema + "REVOKE " + WRITES + " ON TABLES" + from,
                            ofOwner + "REVOKE " + WRITES + " ON TABLES" + from);
            case CREATES_IN_SCHEMA ->
                    gap.via().isEmpty() ? List.of() : sql("REVOKE CREATE" + onSchema + from);
            case CREATES_IN_DATABASE -> sql("REVOKE CREATE" + onDatabase + from);
            case TEMP -> sql("REVOKE TEMPORARY" + onDatabase + from);
            case LARGE_OBJECTS -> largeObjects(gap, role);
            case WRITER_MEMBERSHIP ->
                    sql("REVOKE " + SqlNames.quoted(gap.via()) + " FROM " + grantee(role));
            case POWERS -> powers(gap, role);
            case DEFINER_FUNCTIONS ->
                    // the server wrote these signatures, quoted and with their schemas
                    sql("REVOKE EXECUTE ON ROUTINE " + String.join(", ", gap.objects()) + from);
            case NOT_WRITABLE -> sql("GRANT INSERT, UPDATE, DELETE ON TABLE " + names(gap) + to);
            case SEQUENCE_NOT_WRITABLE -> sql("GRANT USAGE ON SEQUENCE " + names(gap) + to);
            case LATER_NOT_WRITABLE ->
                    sql(inSchema + "GRANT INSERT, UPDATE, DELETE ON TABLES" + to);
            case READ_REFUSED, WRITE_LET_THROUGH, ROW_SECURITY, PROBE -> List.of();
        };
    }

    private static List<Sql> largeObjects(Gap gap, String role) {
        String numbers =
                gap.objects().stream()
                        .map(Long::parseLong)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return gap.via().equals(Gap.PUBLIC) || gap.via().equals(role)
                ? sql("REVOKE UPDATE ON LARGE OBJECT " + numbers + " FROM " + grantee(gap.via()))
                : List.of();
    }

    private static List<Sql> powers(Gap gap, String role) {
        return sql(
                gap.objects().stream()
                        .filter(ATTRIBUTES::contains)
                        .map(attribute -> " NO" + attribute)
                        .collect(
                                Collectors.joining("", "ALTER ROLE " + SqlNames.quoted(role), "")));
    }

    private static List<Sql> sql(String... statements) {
        return Stream.of(statements).map(Sql::of).toList();
    }

    private static String names(Gap gap) {
        return gap.objects().stream()
                .map(name -> SqlNames.quoted(gap.schema(), name))
                .collect(Collectors.joining(", "));
    }

    private static String grantee(String role) {
        return role.equals(Gap.PUBLIC) ? "PUBLIC" : SqlNames.quoted(role);
    }
}
