package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;

/** Pools as tests need them. */
final class SomePools {
    private SomePools() {}

    /** As superuser. */
    static PgPool to(TestServer server) throws ProblemException {
        return to(server.host(), server.port(), server);
    }

    /** As superuser, through the proxy. */
    static PgPool through(FaultProxy proxy, TestServer server) throws ProblemException {
        return to("127.0.0.1", proxy.port(), server);
    }

    /** To any address with the superuser's password of a server. */
    static PgPool to(String host, int port, TestServer server) throws ProblemException {
        return as(
                PgTarget.of(host, port, "postgres", server.user(), TlsMode.DISABLE),
                server.password());
    }

    static PgPool as(PgTarget target, String password) throws ProblemException {
        return new PgPool(target, () -> Secret.of(password));
    }
}
