package dev.howdah.pg.proof.deed;

import dev.howdah.core.Secret;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.Probe.Answer;
import dev.howdah.pg.proof.Probe.Result;
import dev.howdah.pg.proof.Probe.Way;
import dev.howdah.pg.proof.deed.ProofSamplesSnapshot.Sample;
import dev.howdah.pg.proof.deed.TableMakersSnapshot.Maker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Tries the twenty probes in one database, as the role.
 *
 * @param role its name
 * @param gaps by catalog, for what can't be tried
 */
public record TwentyProbes(
        String role,
        ProofSamplesSnapshot samples,
        TableMakersSnapshot makers,
        LaterTables later,
        List<Gap> gaps) {
    private static final String PUBLIC = "public";

    /**
     * @throws SQLException when the session is gone
     */
    public List<Result> answers(ProbeSession session) throws SQLException {
        List<Result> answers = new ArrayList<>();
        for (Probe probe : Probe.values()) {
            answers.add(answer(probe, session));
        }
        return answers;
    }

    private Result answer(Probe probe, ProbeSession session) throws SQLException {
        return switch (probe) {
            case READ_TABLE -> onTable(probe, session, first(), "EXPLAIN SELECT count(*) FROM %s");
            case READ_LATER_TABLE -> later(probe, maker -> isFirstOwner(maker.owner()));
            case READ_LATER_TABLE_OF_OTHER_OWNER ->
                    later(probe, maker -> !isFirstOwner(maker.owner()));
            case READ_OTHER_SCHEMA ->
                    onTable(probe, session, elsewhere(), "EXPLAIN SELECT count(*) FROM %s");
            case INSERT ->
                    onTable(probe, session, writable(), "EXPLAIN INSERT INTO %s DEFAULT VALUES");
            case MOVE_SEQUENCE -> sequence(probe, session);
            case CREATE_TABLE -> inPublic(probe, session, "CREATE TABLE %s ()");
            case CREATE_FUNCTION ->
                    inPublic(
                            probe,
                            session,
                            "CREATE FUNCTION %s() RETURNS int LANGUAGE sql AS 'SELECT 1'");
            case LOCK_IN_ACCESS_SHARE ->
                    onTable(probe, session, writable(), "LOCK TABLE %s IN ACCESS SHARE MODE");
            case CREATE_TEMP_TABLE,
                    CREATE_LARGE_OBJECT,
                    ADVISORY_LOCK,
                    SEE_SESSIONS,
                    SLEEP,
                    LIFT_STATEMENT_TIMEOUT,
                    SET_OWN_PARAMETER,
                    SET_OWN_PASSWORD,
                    READ_PASSWORDS,
                    COMMENT_ON_ITSELF,
                    NOTIFY ->
                    tried(probe, session, "", statement(probe));
        };
    }

    /** The advisory lock is one that nobody else takes, and one that a rollback gives back. */
    private String statement(Probe probe) {
        String self = SqlNames.quoted(role);
        return switch (probe) {
            case CREATE_TEMP_TABLE ->
                    "CREATE TEMP TABLE howdah_probe AS SELECT generate_series(1, 10)";
            case CREATE_LARGE_OBJECT -> "SELECT lo_create(0)";
            case ADVISORY_LOCK ->
                    "SELECT pg_try_advisory_xact_lock(%d)"
                            .formatted(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
            case SEE_SESSIONS -> "SELECT count(*) FROM pg_stat_activity";
            case SLEEP -> "SELECT pg_sleep(0.01)";
            case LIFT_STATEMENT_TIMEOUT -> "SET LOCAL statement_timeout = 0";
            case SET_OWN_PARAMETER -> "ALTER ROLE %s SET work_mem = '1GB'".formatted(self);
            case SET_OWN_PASSWORD ->
                    "ALTER ROLE %s PASSWORD %s"
                            .formatted(
                                    self,
                                    SqlNames.literal(
                                            ThrowAwayLogin.verifier(
                                                    Secret.of(ThrowAwayLogin.hex(20)))));
            case READ_PASSWORDS -> "SELECT 1 FROM pg_shadow LIMIT 1";
            case COMMENT_ON_ITSELF -> "COMMENT ON ROLE %s IS 'probe'".formatted(self);
            case NOTIFY -> "NOTIFY howdah_probe";
            default -> throw new IllegalArgumentException(probe.name());
        };
    }

    private static Result tried(Probe probe, ProbeSession session, String subject, String sql)
            throws SQLException {
        ProbeSession.Trial trial = session.trial(sql);
        return new Result(probe, trial.answer(), Way.BY_DEED, subject, trial.detail());
    }

    private static Result onTable(
            Probe probe, ProbeSession session, Optional<Sample> sample, String sql)
            throws SQLException {
        if (sample.isEmpty()) {
            return nothing(probe);
        }
        Sample table = sample.get();
        return tried(
                probe,
                session,
                table.schema() + "." + table.name(),
                sql.formatted(SqlNames.quoted(table.schema(), table.name())));
    }

    private Result inPublic(Probe probe, ProbeSession session, String sql) throws SQLException {
        return samples.schemas().contains(PUBLIC)
                ? tried(
                        probe,
                        session,
                        PUBLIC,
                        sql.formatted(
                                SqlNames.quoted(PUBLIC, "howdah_probe_" + ThrowAwayLogin.hex(8))))
                : nothing(probe);
    }

    private Result sequence(Probe probe, ProbeSession session) throws SQLException {
        Optional<Sample> owner =
                samples.tables().stream().filter(table -> table.sequenceOid() != 0).findFirst();
        if (owner.isEmpty()) {
            return nothing(probe);
        }
        String name = owner.get().sequence();
        String sql =
                "SELECT has_sequence_privilege(%d::oid, 'USAGE, UPDATE')"
                        .formatted(owner.get().sequenceOid());
        try {
            boolean allowed = session.ask(sql).orElse(false);
            return new Result(
                    probe, allowed ? Answer.ALLOWED : Answer.REFUSED, Way.BY_CATALOG, name, "");
        } catch (SQLException e) {
            return new Result(
                    probe, Answer.UNKNOWN, Way.BY_CATALOG, name, ProbeSession.refused(e).detail());
        }
    }

    /** By deed where our own login could act as the owner, else by what the catalog says. */
    private Result later(Probe probe, Predicate<Maker> which) {
        Optional<Maker> tried = later.readable().keySet().stream().filter(which).findFirst();
        Optional<Maker> maker =
                tried.isPresent() ? tried : makers.makers().stream().filter(which).findFirst();
        if (maker.isEmpty()) {
            return nothing(probe);
        }
        Boolean byDeed = later.readable().get(maker.get());
        boolean readable = byDeed == null ? !hasGap(maker.get()) : byDeed;
        return new Result(
                probe,
                readable ? Answer.ALLOWED : Answer.REFUSED,
                byDeed == null ? Way.BY_CATALOG : Way.BY_DEED,
                maker.get().owner() + ", " + maker.get().schema(),
                "");
    }

    private boolean hasGap(Maker maker) {
        return gaps.stream()
                .anyMatch(gap ->
                        gap.kind() == Gap.Kind.LATER_NOT_READABLE
                                && gap.owner().equals(maker.owner())
                                && gap.schema().equals(maker.schema()));
    }

    private static Result nothing(Probe probe) {
        return new Result(probe, Answer.NOTHING_TO_TRY, Way.BY_CATALOG, "", "");
    }

    private Optional<Sample> first() {
        return samples.tables().stream().findFirst();
    }

    private boolean isFirstOwner(String owner) {
        return first().isEmpty() || first().get().owner().equals(owner);
    }

    private Optional<Sample> elsewhere() {
        return first().flatMap(table ->
                samples.tables().stream()
                        .filter(other -> !other.schema().equals(table.schema()))
                        .findFirst());
    }

    private Optional<Sample> writable() {
        return samples.tables().stream().filter(Sample::takesRows).findFirst();
    }
}
