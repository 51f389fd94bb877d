package dev.howdah.pg.settings;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.ParameterMove;
import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.NamedObjects;
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
        return new Setter(setting, facts, place)
                .change(List.of(), before(facts, place), Optional.of(value));
    }

    /** Takes away what is set at this place, so that what lies below counts again. */
    public Change reset(Setting setting, ParameterFacts facts, ParameterPlace place) {
        return new Setter(setting, facts, place)
                .change(List.of(), before(facts, place), Optional.empty());
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
        private final NamedObjects named;

        Setter(Setting setting, ParameterFacts facts, ParameterPlace place) {
            this.setting = setting;
            this.facts = facts;
            this.place = place;
            reloads = place == ParameterPlace.SYSTEM && facts.reloads() && !setting.needsRestart();
            named =
                    switch (place) {
                        case SYSTEM -> new NamedObjects();
                        case DATABASE -> new NamedObjects().database(facts.database());
                        case ROLE -> new NamedObjects().role(facts.role());
                    };
        }

        /**
         * @param guards against another database or role of that name, for a way back
         * @param value to be set; empty to reset it
         */
        Change change(List<String> guards, Optional<Restoring> before, Optional<String> value) {
            String key = value.isPresent() ? "parameter.set" : "parameter.reset";
            String done = TEXTS.text(key + ".done", setting.name(), value.orElse(""));
            String statement = statement(value);
            List<String> statements = new ArrayList<>(guards);
            statements.add(statement);
            if (reloads) {
                statements.add(RELOAD);
            }
            Change change =
                    Change.of(
                                    TEXTS.text(key, setting.name(), value.orElse("")),
                                    target,
                                    String.join(";\n", statements) + ";",
                                    ParameterConsequences.of(setting, facts, place),
                                    () ->
                                            place == ParameterPlace.SYSTEM
                                                    ? alterSystem(statement, reloads, done)
                                                    : alterNamed(statements, done))
                            .noting(notes ->
                                    notes.from(
                                                    before.map(each -> each.value().orElse(NOT_SET))
                                                            .orElse("?"),
                                                    value.orElse(NOT_SET))
                                            .sending(script(statements, before, value, done)));
            Change asking =
                    ParameterConsequences.isLifeline(setting) ? change.askingForName() : change;
            return before.map(each -> asking.withWayBack(() -> back(each, value)))
                    .orElseGet(() ->
                            asking.noting(
                                    notes -> notes.oneWay(TEXTS.text("parameter.oneWay.unseen"))));
        }

        private ChangeOutcome alterNamed(List<String> statements, String done)
                throws ProblemException {
            ChangeOutcome outcome = alter(statements, done);
            named.look(writer);
            return outcome;
        }

        private Change back(Restoring before, Optional<String> left) {
            Change back = change(named.guards(), Optional.of(new Restoring(left)), before.value());
            return facts.knows(place)
                    ? back
                    : back.warning(List.of(TEXTS.text("parameter.back.seen")));
        }

        private String statement(Optional<String> value) {
            String name = quoted(setting.name());
            return where(facts, place)
                    + value.map(each ->
                                    " SET %s = %s".formatted(name, literal(setting.name(), each)))
                            .orElse(" RESET " + name);
        }

        private SqlScript script(
                List<String> statements,
                Optional<Restoring> before,
                Optional<String> value,
                String done) {
            return new SqlScript(
                    facts.database(),
                    statements,
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

    private ChangeOutcome alter(List<String> statements, String done) throws ProblemException {
        return writer.run(statements.stream().map(Sql::of).toList()) == PgWriter.Commit.DONE
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
