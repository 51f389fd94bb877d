package dev.howdah.pg.proof.run;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import dev.howdah.pg.proof.Unknown;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.pg.proof.deed.LaterTables;
import dev.howdah.pg.proof.deed.ProbeSession;
import dev.howdah.pg.proof.deed.ProofSamplesQuery;
import dev.howdah.pg.proof.deed.ProofSamplesSnapshot;
import dev.howdah.pg.proof.deed.TableDeeds;
import dev.howdah.pg.proof.deed.TableMakersQuery;
import dev.howdah.pg.proof.deed.TableMakersSnapshot;
import dev.howdah.pg.proof.deed.TwentyProbes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Proves a role in one database after the other: first asks and tries with our own login, then
 * tries with the role's. There is never more than one session of it at a time.
 */
final class ProofVisit {
    private static final Texts TEXTS = Texts.of(ProofVisit.class);

    /** For all databases together; the rest is then not tried, and the certificate says so. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A session that we closed may still be counted against CONNECTION LIMIT 1 for a moment. */
    private static final int LOGIN_TRIES = 30;

    private final PgVisits visits;
    private final ProofRequest request;
    private final String user;
    private final Secret password;
    private final String encoding;
    private final BooleanSupplier stopped;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    /**
     * @param user the role itself, or a member of it
     * @param encoding of the database in which the role's name was read
     * @param stopped asked before each trial on a table
     */
    ProofVisit(
            PgVisits visits,
            ProofRequest request,
            String user,
            Secret password,
            String encoding,
            BooleanSupplier stopped) {
        this.visits = visits;
        this.request = request;
        this.user = user;
        this.password = password;
        this.encoding = encoding;
        this.stopped = stopped;
    }

    /** What our own login learned. */
    private record Groundwork(
            RoleAccess access,
            ProofSamplesSnapshot samples,
            TableMakersSnapshot makers,
            LaterTables later) {}

    /** Never throws for what a server does; what went wrong stands in the proof. */
    DatabaseProof proof(String database) {
        Groundwork ground;
        try {
            ground = groundwork(database);
        } catch (ProblemException e) {
            return DatabaseProofs.unvisited(database, e.problem().sentence());
        }
        if (ground.access().gaps().stream().anyMatch(g -> g.kind() == Gap.Kind.NO_CONNECT)) {
            return DatabaseProofs.of(
                    database,
                    ground.access(),
                    ground.samples(),
                    ground.later(),
                    null,
                    List.of(),
                    List.of());
        }
        return deeds(database, ground);
    }

    private Groundwork groundwork(String database) throws ProblemException {
        try (PgVisit visit = visits.in(database)) {
            PgReader reader = visit.reader();
            refuseOtherEncoding(visit);
            RoleAccess access =
                    reader.ask(
                                    new RoleAccessQuery(
                                            List.of(
                                                    new ExpectedAccess(
                                                            request.role(), request.expected()))))
                            .of(request.role())
                            .orElseThrow(() -> gone(request.role()));
            ProofSamplesSnapshot samples = reader.ask(new ProofSamplesQuery());
            TableMakersSnapshot makers = reader.ask(new TableMakersQuery(request.role()));
            try (Connection connection = visit.pool().borrow()) {
                return new Groundwork(
                        access,
                        samples,
                        makers,
                        LaterTables.tried(connection, makers, request.role()));
            } catch (SQLException e) {
                throw SqlProblems.thrown(e, visit.pool().target().user(), "");
            }
        }
    }

    /** There the role's name would be other bytes, and so another role's, or nobody's. */
    private void refuseOtherEncoding(PgVisit visit) throws ProblemException {
        if (SqlNames.isSameInEveryEncoding(request.role())) {
            return;
        }
        try (Connection connection = visit.pool().borrow()) {
            String there = visit.pool().shape(connection).encoding();
            if (!there.equals(encoding)) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.NOT_SUPPORTED,
                                TEXTS.text("proof.encoding", request.role(), there, encoding),
                                ""));
            }
        } catch (SQLException e) {
            throw SqlProblems.thrown(e, visit.pool().target().user(), "");
        }
    }

    private static ProblemException gone(String role) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text("proof.noRole", role),
                        TEXTS.text("proof.noRole.remedy")));
    }

    private DatabaseProof deeds(String database, Groundwork ground) {
        List<Unknown> unknowns = new ArrayList<>();
        List<Probe.Result> probes = new ArrayList<>();
        TableDeeds tables = null;
        try (PgVisit visit = visits.as(user, password, database);
                Connection connection = loggedIn(visit)) {
            ProbeSession session =
                    user.equals(request.role())
                            ? ProbeSession.asOurselves(connection)
                            : ProbeSession.as(connection, request.role());
            probes.addAll(
                    new TwentyProbes(
                                    request.role(),
                                    ground.samples(),
                                    ground.makers(),
                                    ground.later(),
                                    ground.access().gaps())
                            .answers(session));
            tables =
                    new TableDeeds(
                            session,
                            () -> System.nanoTime() - deadline > 0 || stopped.getAsBoolean());
            tables.tryAll(ground.samples());
        } catch (ProblemException e) {
            unknowns.add(new Unknown(Unknown.Reason.LOGIN, database, e.problem().sentence()));
        } catch (SQLException e) {
            unknowns.add(
                    new Unknown(
                            Unknown.Reason.SESSION,
                            database,
                            SqlProblems.of(e, user, "").sentence()));
        }
        return DatabaseProofs.of(
                database,
                ground.access(),
                ground.samples(),
                ground.later(),
                tables,
                probes,
                unknowns);
    }

    private static Connection loggedIn(PgVisit visit) throws ProblemException {
        for (int tries = 1; ; tries++) {
            try {
                return visit.pool().borrow();
            } catch (ProblemException e) {
                if (e.problem().kind() != Problem.Kind.TOO_MANY_CONNECTIONS
                        || tries == LOGIN_TRIES) {
                    throw e;
                }
                visit.pool().lookAgain();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}
