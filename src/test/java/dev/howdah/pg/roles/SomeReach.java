package dev.howdah.pg.roles;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.roles.change.RoleChanges;
import dev.howdah.pg.roles.newuser.NewUsers;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.time.Clock;

/** Somebody who is connected to a database of a test server, as a session of the console is. */
public final class SomeReach implements AutoCloseable {
    public static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);

    private final PgPool pool;
    private final Reach reach;

    private SomeReach(PgTarget target, String password) throws ProblemException {
        Clock clock = Clock.systemUTC();
        pool = new PgPool(target, () -> Secret.of(password));
        reach =
                new Reach(
                        new PgReader(pool, clock),
                        new PgWriter(pool),
                        new PgVisits(pool, () -> Secret.of(password), clock),
                        target.database());
    }

    public static SomeReach to(PgTarget target, String password) throws ProblemException {
        return new SomeReach(target, password);
    }

    public static SomeReach superuser(TestServer server, String database) throws ProblemException {
        return as(server, database, server.user(), server.password());
    }

    public static SomeReach as(TestServer server, String database, String user, String password)
            throws ProblemException {
        return new SomeReach(
                PgTarget.of(server.host(), server.port(), database, user, TlsMode.DISABLE),
                password);
    }

    /** As superuser, over a network that can be broken. */
    public static SomeReach through(FaultProxy proxy, TestServer server, String database)
            throws ProblemException {
        return new SomeReach(
                PgTarget.of("127.0.0.1", proxy.port(), database, server.user(), TlsMode.DISABLE),
                server.password());
    }

    public Reach reach() {
        return reach;
    }

    public NewUsers newUsers() {
        return new NewUsers(reach, TARGET);
    }

    public RolesSnapshot roles() throws ProblemException {
        return reach.reader().ask(new RolesQuery());
    }

    public RolesSnapshot.Role role(String name) throws ProblemException {
        return roles().roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public RoleChanges changes() throws ProblemException {
        return new RoleChanges(reach, TARGET, roles().asker());
    }

    @Override
    public void close() {
        pool.close();
    }
}
