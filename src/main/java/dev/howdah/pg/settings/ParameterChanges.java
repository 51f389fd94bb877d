package dev.howdah.pg.settings;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.ParameterMove;
import dev.howdah.core.ProblemException;
import dev.howdah.core.SqlScript;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.settings.ParameterFacts.Restoring;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes changes of a parameter: for the server, the database, or our own role. */
public final class ParameterChanges {
    /** Of a place where the parameter has no value of its own. */
    static final String NOT_SET = "–";

    private static final Texts TEXTS = Texts.of(ParameterChanges.class);
    private static final String RELOAD = "SELECT pg_reload_conf()";

    /**
     * Lists of names, of which each needs quotes of its own. Source: GUC_LIST_QUOTE, which only
     * these of the server's own have (18 has brought two).
     */
    private static final Set<String> LISTS =
            Set.of(
                    "local_preload_libraries",
                    "oauth_validator_libraries",
                    "output_plugin_libraries",
                    "search_path",
                    "session_preload_libraries",
                    "shared_preload_libraries",
                    "temp_tablespaces",
                    "unix_socket_directories");

    /** Without them a crash costs data, or the server stops working after a while. */
    private static final Set<String> LIFELINES = Set.of("fsync", "full_page_writes", "autovacuum");

    /**
     * A standby refuses to start with less than its primary has. Source: PostgreSQL documentation,
     * "Hot Standby", Administrator's Overview.
     */
    private static final Set<String> STANDBY_NEEDS =
            Set.of(
                    "max_connections",
                    "max_locks_per_transaction",
                    "max_prepared_transactions",
                    "max_wal_senders",
                    "max_worker_processes");

    private final PgWriter writer;
    private final ChangeTarget target;

    public ParameterChanges(PgWriter writer, ChangeTarget target) {
        this.writer = writer;
        this.target = target;
    }

    /**
     * Gives the parameter this value at this place.
     *
     * @param value that of a good {@link ParameterInput}
     */
    public Change set(Setting setting, ParameterFacts facts, ParameterPlace place, String value) {
        return new Setter(setting, facts, place).change(before(facts, place), Optional.of(value));
    }

    /** Takes away what is set at this place, so that what lies below counts again. */
    public Change reset(Setting setting, ParameterFacts facts, ParameterPlace place) {
        return new Setter(setting, facts, place).change(before(facts, place), Optional.empty());
    }

    /** Empty when we may not know, and the server does not tell either what would be the same. */
    private static Optional<Restoring> before(ParameterFacts facts, ParameterPlace place) {
        return facts.knows(place)
                ? Optional.of(new Restoring(facts.valueAt(place)))
                : facts.restoring();
    }

    /** Sets one parameter at one place, and sets it back. */
    private final class Setter {
        private final Setting setting;
        private final ParameterFacts facts;
        private final ParameterPlace place;
        private final boolean reloads;

        Setter(Setting setting, ParameterFacts facts, ParameterPlace place) {
            this.setting = setting;
            this.facts = facts;
            this.place = place;
            reloads = place == ParameterPlace.SYSTEM && facts.reloads() && !setting.needsRestart();
        }

        /**
         * @param value to be set; empty to reset it
         */
        Change change(Optional<Restoring> before, Optional<String> value) {
            String key = value.isPresent() ? "parameter.set" : "parameter.reset";
            String done = TEXTS.text(key + ".done", setting.name(), value.orElse(""));
            String statement = statement(value);
            Change change =
                    Change.of(
                                    TEXTS.text(key, setting.name(), value.orElse("")),
                                    target,
                                    reloads ? statement + ";\n" + RELOAD + ";" : statement + ";",
                                    warnings(setting, facts, place),
                                    () ->
                                            place == ParameterPlace.SYSTEM
                                                    ? alterSystem(statement, reloads, done)
                                                    : alter(statement, done))
                            .noting(notes ->
                                    notes.from(
                                                    before.map(each -> each.value().orElse(NOT_SET))
                                                            .orElse("?"),
                                                    value.orElse(NOT_SET))
                                            .sending(script(statement, before, value, done)));
            Change asking = LIFELINES.contains(setting.name()) ? change.askingForName() : change;
            return before.map(each -> asking.withWayBack(() -> back(each, value)))
                    .orElseGet(() ->
                            asking.noting(notes ->
                                    notes.oneWay(TEXTS.text("parameter.oneWay.unseen"))));
        }

        private Change back(Restoring before, Optional<String> left) {
            Change back = change(Optional.of(new Restoring(left)), before.value());
            return facts.knows(place)
                    ? back
                    : back.warning(List.of(TEXTS.text("parameter.back.seen")));
        }

        private String statement(Optional<String> value) {
            String name = quoted(setting.name());
            return where(facts, place)
                    + value.map(each -> " SET %s = %s".formatted(name, literal(setting.name(), each)))
                            .orElse(" RESET " + name);
        }

        private SqlScript script(
                String statement, Optional<Restoring> before, Optional<String> value, String done) {
            return new SqlScript(
                    facts.database(),
                    reloads ? List.of(statement, RELOAD) : List.of(statement),
                    place == ParameterPlace.SYSTEM,
                    done,
                    before.map(each ->
                            new ParameterMove(
                                    setting.name(),
                                    place.name(),
                                    MovedParameter.of(place, facts),
                                    each.value(),
                                    value)));
        }
    }

    static boolean isList(String parameter) {
        return LISTS.contains(parameter);
    }

    private ChangeOutcome alter(String statement, String done) throws ProblemException {
        return writer.run(List.of(Sql.of(statement))) == PgWriter.Commit.DONE
                ? ChangeOutcome.done(done)
                : new ChangeOutcome(
                        ChangeOutcome.Status.UNKNOWN, TEXTS.text("parameter.unknown"), List.of());
    }

    private ChangeOutcome alterSystem(String statement, boolean reloads, String done)
            throws ProblemException {
        writer.alone(Sql.of(statement));
        if (!reloads) {
            return ChangeOutcome.done(done);
        }
        try {
            boolean signalled =
                    writer.call(Sql.of(RELOAD), row -> row.getBoolean(1)).stream()
                            .allMatch(each -> each);
            return signalled ? ChangeOutcome.done(done) : notReloaded(done, "");
        } catch (ProblemException e) {
            return notReloaded(done, e.problem().sentence());
        }
    }

    private static ChangeOutcome notReloaded(String done, String reason) {
        return new ChangeOutcome(
                ChangeOutcome.Status.PARTLY,
                done + " " + TEXTS.text("parameter.notReloaded"),
                reason.isEmpty() ? List.of() : List.of(reason));
    }

    private static List<String> warnings(
            Setting setting, ParameterFacts facts, ParameterPlace place) {
        List<String> warnings = new ArrayList<>();
        if (LIFELINES.contains(setting.name())) {
            warnings.add(TEXTS.text("parameter.lifeline." + setting.name()));
        }
        if (place == ParameterPlace.SYSTEM) {
            if (setting.needsRestart()) {
                warnings.add(TEXTS.text("parameter.restart"));
            } else if (!facts.reloads()) {
                warnings.add(TEXTS.text("parameter.mayNotReload"));
            }
            if (STANDBY_NEEDS.contains(setting.name())) {
                warnings.add(TEXTS.text("parameter.standby"));
            }
            hidden(facts).ifPresent(warnings::add);
        } else {
            warnings.add(TEXTS.text("parameter.laterSessions." + place));
        }
        return warnings;
    }

    /** What is set nearer to a session wins over the server's configuration. */
    private static Optional<String> hidden(ParameterFacts facts) {
        if (facts.databaseValue().isPresent()) {
            return Optional.of(
                    TEXTS.text(
                            "parameter.hidden.DATABASE",
                            facts.database(),
                            facts.databaseValue().get()));
        }
        return facts.roleValue()
                .map(value -> TEXTS.text("parameter.hidden.ROLE", facts.role(), value));
    }

    private static String where(ParameterFacts facts, ParameterPlace place) {
        return switch (place) {
            case SYSTEM -> "ALTER SYSTEM";
            case DATABASE -> "ALTER DATABASE " + SqlNames.quoted(facts.database());
            case ROLE -> "ALTER ROLE " + SqlNames.quoted(facts.role());
        };
    }

    /** Parameters of extensions have two parts: "pg_stat_statements.max". */
    private static String quoted(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(SqlNames::quoted)
                .collect(Collectors.joining("."));
    }

    private static String literal(String name, String value) {
        if (!LISTS.contains(name)) {
            return SqlNames.literal(value).strip();
        }
        List<String> parts = NameList.parts(value);
        return parts.isEmpty()
                ? "''"
                : parts.stream()
                        .map(part -> SqlNames.literal(part).strip())
                        .collect(Collectors.joining(", "));
    }
}
