package dev.howdah.pg.proof.deed;

import dev.howdah.pg.SqlNames;
import dev.howdah.pg.proof.Probe.Answer;
import dev.howdah.pg.proof.Unknown;
import dev.howdah.pg.proof.deed.ProofSamplesSnapshot.Sample;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What the role was let do with the sampled tables and schemas. Writes are only planned: EXPLAIN
 * checks the same privileges as the statement itself and fires no trigger. TRUNCATE is never tried,
 * because it would lock the table against everybody; the catalog speaks for it.
 */
public final class TableDeeds {
    private final ProbeSession session;
    private final BooleanSupplier timeIsUp;
    private final Map<Sample, Answer> reads = new LinkedHashMap<>();
    private final Map<Sample, Answer> writes = new LinkedHashMap<>();
    private final Map<String, Answer> schemas = new LinkedHashMap<>();
    private final List<Unknown> unknowns = new ArrayList<>();

    public TableDeeds(ProbeSession session, BooleanSupplier timeIsUp) {
        this.session = session;
        this.timeIsUp = timeIsUp;
    }

    /**
     * @throws SQLException when the session is gone; what was done until then stays known
     */
    public void tryAll(ProofSamplesSnapshot samples) throws SQLException {
        for (Sample sample : samples.tables()) {
            if (timeIsUp.getAsBoolean()) {
                unknowns.add(new Unknown(Unknown.Reason.TIME_UP, "", ""));
                return;
            }
            reads.put(sample, read(sample));
            if (sample.takesRows()) {
                writes.put(sample, write(sample));
            }
        }
        for (String schema : samples.schemas()) {
            schemas.put(schema, create(schema));
        }
    }

    public Map<Sample, Answer> reads() {
        return reads;
    }

    public Map<Sample, Answer> writes() {
        return writes;
    }

    public Map<String, Answer> schemas() {
        return schemas;
    }

    public List<Unknown> unknowns() {
        return unknowns;
    }

    public static int allowed(Map<?, Answer> answers) {
        return (int) answers.values().stream().filter(a -> a == Answer.ALLOWED).count();
    }

    /** A big table without a visible row takes long; the right to read it is checked before. */
    private Answer read(Sample sample) throws SQLException {
        String table = SqlNames.quoted(sample.schema(), sample.name());
        String planned = "EXPLAIN SELECT 1 FROM " + table;
        if (sample.view()) {
            return noted(sample.schema(), sample.name(), session.trial(planned));
        }
        ProbeSession.Trial trial = session.trial("SELECT 1 FROM " + table + " LIMIT 1");
        return noted(
                sample.schema(),
                sample.name(),
                trial.answer() == Answer.UNKNOWN ? session.trial(planned) : trial);
    }

    /** Allowed when one of the three is. */
    private Answer write(Sample sample) throws SQLException {
        String table = SqlNames.quoted(sample.schema(), sample.name());
        List<String> statements = new ArrayList<>();
        statements.add("EXPLAIN INSERT INTO " + table + " DEFAULT VALUES");
        if (!sample.column().isEmpty()) {
            statements.add(
                    "EXPLAIN UPDATE %s SET %s = NULL WHERE false"
                            .formatted(table, SqlNames.quoted(sample.column())));
        }
        statements.add("EXPLAIN DELETE FROM " + table + " WHERE false");
        Answer answer = Answer.REFUSED;
        for (String statement : statements) {
            Answer one = noted(sample.schema(), sample.name(), session.trial(statement));
            if (one == Answer.ALLOWED) {
                return one;
            }
            answer = one == Answer.UNKNOWN ? one : answer;
        }
        return answer;
    }

    private Answer create(String schema) throws SQLException {
        return noted(
                schema,
                "",
                session.trial(
                        "CREATE TABLE %s ()"
                                .formatted(
                                        SqlNames.quoted(
                                                schema, "howdah_probe_" + ThrowAwayLogin.hex(8)))));
    }

    private Answer noted(String schema, String name, ProbeSession.Trial trial) {
        if (trial.answer() == Answer.UNKNOWN) {
            unknowns.add(
                    new Unknown(
                            Unknown.Reason.TRIAL,
                            name.isEmpty() ? schema : schema + "." + name,
                            trial.detail()));
        }
        return trial.answer();
    }
}
