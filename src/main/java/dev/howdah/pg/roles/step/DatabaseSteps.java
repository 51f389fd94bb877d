package dev.howdah.pg.roles.step;

import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of one transaction in one database. */
public record DatabaseSteps(String database, List<Step> steps) {
    public DatabaseSteps {
        steps = List.copyOf(steps);
    }

    public static DatabaseSteps of(String database, List<String> statements) {
        return new DatabaseSteps(database, statements.stream().map(Step::of).toList());
    }

    /**
     * One statement.
     *
     * @param shown the same without the verifier of a password, which is shown and logged nowhere
     */
    public record Step(Sql sql, String shown) {
        public static Step of(String statement) {
            return new Step(Sql.of(statement), statement);
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    public DatabaseSteps and(List<String> more) {
        List<Step> all = new ArrayList<>(steps);
        more.forEach(statement -> all.add(Step.of(statement)));
        return new DatabaseSteps(database, all);
    }

    public List<Sql> sql() {
        return steps.stream().map(Step::sql).toList();
    }

    /**
     * As it may be written down; empty when something in it is shown nowhere.
     *
     * @param done what is true when all of it was done
     */
    Optional<SqlScript> script(String done) {
        boolean plain =
                steps.stream()
                        .allMatch(step ->
                                step.sql().values().isEmpty()
                                        && step.sql().text().equals(step.shown()));
        return plain
                ? Optional.of(
                        new SqlScript(database, steps.stream().map(Step::shown).toList(), done))
                : Optional.empty();
    }

    /** As it is shown before it is done; a name is kept from ending the comment. */
    String preview() {
        return steps.stream()
                .map(step -> step.shown() + ";")
                .collect(
                        Collectors.joining(
                                "\n", "-- " + oneLine(database) + "\nBEGIN;\n", "\nCOMMIT;"));
    }

    public static String preview(List<DatabaseSteps> all) {
        return all.stream().map(DatabaseSteps::preview).collect(Collectors.joining("\n\n"));
    }

    /** For a line of a report. */
    public static String oneLine(String name) {
        return name.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
