package dev.howdah.pg;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import dev.howdah.core.Source;
import dev.howdah.core.Texts;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server: all questions in one read-only transaction and one round trip, and each alone when
 * that fails. Only {@link Query queries} are understood.
 */
public final class PgReader implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(PgReader.class);
    private static final Texts TEXTS = Texts.of(PgReader.class);

    private final PgPool pool;
    private final Clock clock;

    public PgReader(PgPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** One question, for a caller who wants the snapshot now. Blocks; not on the JavaFX thread. */
    public <T> T ask(Query<T> query) throws ProblemException {
        @SuppressWarnings("unchecked")
        Answer<T> answer = (Answer<T>) ask(List.of(query)).getFirst();
        return switch (answer) {
            case Answer.Got<T>(T value, Instant _) -> value;
            case Answer.Failed<T>(Problem reason) -> throw new ProblemException(reason);
        };
    }

    @Override
    public List<Answer<?>> ask(List<? extends Question<?>> questions) {
        List<Query<?>> queries = new ArrayList<>();
        for (Question<?> question : questions) {
            queries.add((Query<?>) question);
        }
        try {
            return askTogether(queries);
        } catch (SQLException e) {
            // A server that let us wait has had its time; asking again would double it.
            if (SqlProblems.networkCause(e) instanceof SocketTimeoutException) {
                return queries.stream().<Answer<?>>map(query -> failed(e, query)).toList();
            }
            // A connection that slept in the pool may have died unnoticed: that costs one more try.
            if (queries.size() == 1 && !SqlState.endsTheConnection(SqlProblems.stateOf(e))) {
                return List.of(failed(e, queries.getFirst()));
            }
        } catch (ProblemException e) {
            return queries.stream().<Answer<?>>map(_ -> new Answer.Failed<>(e.problem())).toList();
        }
        return askAlone(queries);
    }

    private List<Answer<?>> askAlone(List<Query<?>> queries) {
        List<Answer<?>> answers = new ArrayList<>();
        Problem gone = null;
        for (Query<?> query : queries) {
            if (gone != null) {
                answers.add(new Answer.Failed<>(gone));
                continue;
            }
            try {
                answers.add(askTogether(List.of(query)).getFirst());
            } catch (SQLException e) {
                answers.add(failed(e, query));
                gone = goneFor(e);
            } catch (ProblemException e) {
                gone = e.problem();
                answers.add(new Answer.Failed<>(gone));
            }
        }
        return answers;
    }

    /** The reason to stop asking the rest; null when only this question failed. */
    private @Nullable Problem goneFor(SQLException e) {
        Problem problem = SqlProblems.of(e, pool.target().user(), "");
        return problem.kind() == Problem.Kind.UNREACHABLE ? problem : null;
    }

    private Answer<?> failed(SQLException e, Query<?> query) {
        return new Answer.Failed<>(SqlProblems.of(e, pool.target().user(), query.neededGrant()));
    }

    private List<Answer<?>> askTogether(List<Query<?>> queries)
            throws SQLException, ProblemException {
        try (Connection connection = pool.borrow()) {
            ServerShape shape = pool.shape(connection);
            List<@Nullable Problem> refusals = new ArrayList<>();
            try (Batch batch = batch(connection, queries, shape)) {
                for (Query<?> query : queries) {
                    refusals.add(addTo(batch, query, shape));
                }
                if (refusals.stream().allMatch(refusal -> refusal != null)) {
                    return refused(refusals);
                }
                Instant takenAt = clock.instant();
                List<Answer<?>> answers =
                        batch.run(results -> answers(queries, refusals, results, shape, takenAt));
                pool.sawRecovery(batch.inRecovery());
                return answers;
            }
        }
    }

    private static Batch batch(Connection connection, List<Query<?>> queries, ServerShape shape) {
        Duration limit = queries.stream().map(Query::limit).max(Duration::compareTo).orElseThrow();
        String names = queries.stream().map(Query::name).collect(Collectors.joining(","));
        return Batch.readOnly(connection, limit, names, shape.behindPooler());
    }

    private static @Nullable Problem addTo(Batch batch, Query<?> query, ServerShape shape) {
        try {
            batch.add(query.sql(shape));
            return null;
        } catch (ProblemException e) {
            return e.problem();
        } catch (RuntimeException e) {
            return defect(query, e);
        }
    }

    private static List<Answer<?>> refused(List<@Nullable Problem> refusals) {
        List<Answer<?>> answers = new ArrayList<>();
        for (Problem refusal : refusals) {
            answers.add(new Answer.Failed<>(java.util.Objects.requireNonNull(refusal)));
        }
        return answers;
    }

    private List<Answer<?>> answers(
            List<Query<?>> queries,
            List<@Nullable Problem> refusals,
            List<ResultSet> results,
            ServerShape shape,
            Instant takenAt) {
        List<Answer<?>> answers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < queries.size(); i++) {
            Problem refusal = refusals.get(i);
            answers.add(
                    refusal != null
                            ? new Answer.Failed<>(refusal)
                            : mapped(queries.get(i), results.get(next++), shape, takenAt));
        }
        return answers;
    }

    private <T> Answer<T> mapped(
            Query<T> query, ResultSet rows, ServerShape shape, Instant takenAt) {
        try (rows) {
            return new Answer.Got<>(query.read(rows, shape, takenAt), takenAt);
        } catch (SQLException e) {
            return new Answer.Failed<>(
                    SqlProblems.of(e, pool.target().user(), query.neededGrant()));
        } catch (RuntimeException e) {
            return new Answer.Failed<>(defect(query, e));
        }
    }

    /** A mistake of ours in one query, which must not take its neighbours down. */
    private static Problem defect(Query<?> query, RuntimeException mistake) {
        LOG.error("The query {} has a defect", query.name(), mistake);
        return new Problem(
                Problem.Kind.FAILED,
                TEXTS.text("query.defect"),
                TEXTS.text("query.defect.remedy"),
                query.name() + ": " + mistake);
    }
}
