package dev.howdah.pg.settings;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes what can be done with an extension: create, update, drop. Nothing is ever cascaded. */
public final class ExtensionChanges {
    private static final Texts TEXTS = Texts.of(ExtensionChanges.class);

    /**
     * Of no or little use before their library is in shared_preload_libraries. Source: the
     * extensions' own documentation.
     */
    private static final Set<String> PRELOAD =
            Set.of(
                    "auto_explain",
                    "citus",
                    "pg_cron",
                    "pg_partman_bgw",
                    "pg_prewarm",
                    "pg_qualstats",
                    "pg_squeeze",
                    "pg_stat_kcache",
                    "pg_stat_monitor",
                    "pg_stat_statements",
                    "pg_wait_sampling",
                    "pgaudit",
                    "pglogical",
                    "timescaledb");

    private final PgWriter writer;
    private final ChangeTarget target;

    public ExtensionChanges(PgWriter writer, ChangeTarget target) {
        this.writer = writer;
        this.target = target;
    }

    /** What can be done. */
    public enum Act {
        CREATE,
        UPDATE,
        DROP
    }

    /** What is in the way, a full sentence; empty for nothing. */
    public static Optional<String> whyNot(Act act, ExtensionFacts facts) {
        if (facts.inRecovery()) {
            return Optional.of(TEXTS.text("extension.standby"));
        }
        return switch (act) {
            case CREATE -> whyNotCreate(facts);
            case UPDATE, DROP -> whyNotOwner(act, facts);
        };
    }

    private static Optional<String> whyNotCreate(ExtensionFacts facts) {
        if (facts.installed().isPresent()) {
            return Optional.of(TEXTS.text("extension.there", facts.installed().get()));
        }
        if (facts.version().isEmpty()) {
            return Optional.of(TEXTS.text("extension.noFiles"));
        }
        if (!facts.superuser() && facts.superuserNeeded() && !facts.trusted()) {
            return Optional.of(TEXTS.text("extension.superuser"));
        }
        return facts.superuser() || facts.mayCreate()
                ? Optional.empty()
                : Optional.of(TEXTS.text("extension.mayNotCreate", facts.database()));
    }

    private static Optional<String> whyNotOwner(Act act, ExtensionFacts facts) {
        if (facts.installed().isEmpty()) {
            return Optional.of(TEXTS.text("extension.notThere"));
        }
        if (!facts.superuser() && !facts.owns()) {
            return Optional.of(TEXTS.text("extension.notOwner"));
        }
        if (act == Act.UPDATE) {
            return facts.version()
                            .filter(newest -> !facts.installed().get().equals(newest))
                            .isEmpty()
                    ? Optional.of(TEXTS.text("extension.newest"))
                    : Optional.empty();
        }
        int dependants = facts.dependants().size();
        return dependants == 0
                ? Optional.empty()
                : Optional.of(
                        TEXTS.text(
                                dependants < ExtensionFactsQuery.MOST_DEPENDANTS
                                        ? "extension.inUse"
                                        : "extension.inUse.many",
                                dependants));
    }

    /**
     * The change, to which nothing was in the way.
     *
     * @throws ProblemException of kind BAD_INPUT when something is
     */
    public Change of(Act act, ExtensionFacts facts) throws ProblemException {
        Optional<String> whyNot = whyNot(act, facts);
        if (whyNot.isPresent()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            whyNot.get(),
                            TEXTS.text("extension.nothingSent")));
        }
        return switch (act) {
            case CREATE -> create(facts);
            case UPDATE -> update(facts);
            case DROP -> drop(facts);
        };
    }

    private Change create(ExtensionFacts facts) {
        List<String> statements = new ArrayList<>();
        for (String each : facts.lacking()) {
            statements.add("CREATE EXTENSION " + SqlNames.quoted(each));
        }
        statements.add("CREATE EXTENSION " + SqlNames.quoted(facts.name()));
        List<String> warnings = new ArrayList<>();
        if (!facts.lacking().isEmpty()) {
            warnings.add(
                    TEXTS.text(
                            "extension.lacking",
                            facts.lacking().size(),
                            String.join(", ", facts.lacking())));
        }
        facts.schema().ifPresent(schema -> warnings.add(TEXTS.text("extension.schema", schema)));
        if (PRELOAD.contains(facts.name()) && !facts.preloaded().orElse(false)) {
            warnings.add(
                    TEXTS.text(
                            facts.preloaded().isPresent()
                                    ? "extension.preload"
                                    : "extension.preload.hidden",
                            facts.name()));
        }
        NamedObjects named = new NamedObjects().extensions(made(facts));
        return described(
                        "extension.create",
                        facts.database(),
                        statements,
                        warnings,
                        () -> named.look(writer),
                        facts.name(),
                        facts.database())
                .withWayBack(() -> dropMade(facts, named.guards()));
    }

    /** Those that were made, the last one first; refused where something uses them by then. */
    private Change dropMade(ExtensionFacts facts, List<String> guards) {
        List<String> made = made(facts);
        List<String> statements = new ArrayList<>(guards);
        for (String each : made.reversed()) {
            statements.add("DROP EXTENSION " + SqlNames.quoted(each) + " RESTRICT");
        }
        return described(
                        "extension.drop",
                        facts.database(),
                        statements,
                        List.of(TEXTS.text("extension.dropMade")),
                        String.join(", ", made.reversed()),
                        facts.database())
                .askingForName();
    }

    private static List<String> made(ExtensionFacts facts) {
        List<String> made = new ArrayList<>(facts.lacking());
        made.add(facts.name());
        return made;
    }

    private Change update(ExtensionFacts facts) {
        String version = facts.version().orElseThrow();
        return described(
                        "extension.update",
                        facts.database(),
                        List.of(
                                "ALTER EXTENSION %s UPDATE TO %s"
                                        .formatted(
                                                SqlNames.quoted(facts.name()),
                                                SqlNames.literal(version).strip())),
                        List.of(TEXTS.text("extension.update.noWayBack")),
                        facts.name(),
                        version)
                .noting(notes -> notes.oneWay(TEXTS.text("extension.update.noWayBack")));
    }

    private Change drop(ExtensionFacts facts) {
        return described(
                        "extension.drop",
                        facts.database(),
                        List.of("DROP EXTENSION " + SqlNames.quoted(facts.name()) + " RESTRICT"),
                        List.of(TEXTS.text("extension.drop.data")),
                        facts.name(),
                        facts.database())
                .askingForName()
                .noting(notes -> notes.oneWay(TEXTS.text("extension.drop.data")));
    }

    private Change described(
            String key,
            String database,
            List<String> statements,
            List<String> warnings,
            Object... arguments) {
        return described(key, database, statements, warnings, () -> {}, arguments);
    }

    /**
     * @param then done after it is committed
     */
    private Change described(
            String key,
            String database,
            List<String> statements,
            List<String> warnings,
            Runnable then,
            Object... arguments) {
        String done = TEXTS.text(key + ".done", arguments);
        return Change.of(
                        TEXTS.text(key, arguments),
                        target,
                        String.join(";\n", statements) + ";",
                        warnings,
                        () -> run(statements, then, done))
                .noting(notes -> notes.sending(new SqlScript(database, statements, done)));
    }

    private ChangeOutcome run(List<String> statements, Runnable then, String done)
            throws ProblemException {
        PgWriter.Commit commit = writer.run(statements.stream().map(Sql::of).toList());
        then.run();
        return commit == PgWriter.Commit.DONE
                ? ChangeOutcome.done(done)
                : new ChangeOutcome(
                        ChangeOutcome.Status.UNKNOWN, TEXTS.text("parameter.unknown"), List.of());
    }
}
