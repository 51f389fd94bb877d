package dev.howdah.pg.restore;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.restore.RestoredTablesSnapshot.TableRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One table in the original and in the restored copy.
 *
 * @param original empty when it is only in the copy
 * @param restored empty when it is only in the original
 * @param differs in what they differ; empty when they are the same, or one is missing
 */
public record TableDifference(
        TableName table,
        Optional<TableRow> original,
        Optional<TableRow> restored,
        Set<Part> differs) {

    public TableDifference {
        differs = Set.copyOf(differs);
    }

    /** Something in which two copies of a table can differ. */
    public enum Part {
        COLUMNS,
        INDEXES,
        CONSTRAINTS
    }

    /** Whether it is on both sides and the same. */
    public boolean isSame() {
        return original.isPresent() && restored.isPresent() && differs.isEmpty();
    }

    /** All tables of both, by name; asks each for its catalog, and blocks for that. */
    public static List<TableDifference> read(PgReader original, PgReader copy)
            throws ProblemException {
        return between(
                original.ask(new RestoredTablesQuery()), copy.ask(new RestoredTablesQuery()));
    }

    private static List<TableDifference> between(
            RestoredTablesSnapshot original, RestoredTablesSnapshot restored) {
        Map<TableName, TableRow> before = original.byName();
        Map<TableName, TableRow> after = restored.byName();
        Set<TableName> names =
                new TreeSet<>(
                        java.util.Comparator.comparing(TableName::schema)
                                .thenComparing(TableName::name));
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        List<TableDifference> differences = new ArrayList<>();
        for (TableName name : names) {
            Optional<TableRow> one = Optional.ofNullable(before.get(name));
            Optional<TableRow> other = Optional.ofNullable(after.get(name));
            differences.add(new TableDifference(name, one, other, parts(one, other)));
        }
        return differences;
    }

    private static Set<Part> parts(Optional<TableRow> one, Optional<TableRow> other) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (one.isPresent() && other.isPresent()) {
            addIf(!one.get().columns().equals(other.get().columns()), Part.COLUMNS, parts);
            addIf(!one.get().indexes().equals(other.get().indexes()), Part.INDEXES, parts);
            addIf(
                    !one.get().constraints().equals(other.get().constraints()),
                    Part.CONSTRAINTS,
                    parts);
        }
        return parts;
    }

    private static void addIf(boolean differs, Part part, Set<Part> parts) {
        if (differs) {
            parts.add(part);
        }
    }
}
