package dev.howdah.pg.proof.run;

import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.SomeShop;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;

/** Proves the reader of the shop, and is killed while doing so. */
final class ProvingProgram {
    private ProvingProgram() {}

    /** Arguments: host, port, user, password; it is a test server's. */
    public static void main(String[] arguments) throws Exception {
        PgTarget home =
                PgTarget.of(
                        arguments[0],
                        Integer.parseInt(arguments[1]),
                        "postgres",
                        arguments[2],
                        TlsMode.DISABLE);
        Secret password = Secret.of(arguments[3]);
        try (PgPool pool = new PgPool(home, () -> password);
                Connection connection = pool.borrow()) {
            new AccessProof(
                            home,
                            new PgReader(pool, Clock.systemUTC()),
                            new PgWriter(pool),
                            new PgVisits(pool, () -> password, Clock.systemUTC()),
                            Clock.systemUTC())
                    .change(
                            new ProofRequest(
                                    SomeShop.READER,
                                    AccessKind.READ_ONLY,
                                    List.of(SomeShop.DATABASE),
                                    new ProofLogin.ThrowAway()),
                            SomeShop.TARGET,
                            pool.shape(connection),
                            _ -> {})
                    .action()
                    .run();
        }
    }
}
