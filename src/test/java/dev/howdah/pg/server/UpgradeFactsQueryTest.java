package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pg_upgrade would stumble over is found beforehand, on real servers. */
class UpgradeFactsQueryTest {

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void findsWhatIsInTheWay(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run("DROP DATABASE IF EXISTS upgraded", "CREATE DATABASE upgraded");
        server.runIn(
                "upgraded",
                "CREATE TABLE plain (id int, kin regclass)",
                "CREATE TABLE fragile (id int, call regproc, \"Who\" regnamespace)",
                "CREATE TABLE rights (id int, acl aclitem[])",
                major < 14
                        ? "CREATE AGGREGATE gather(anyelement)"
                                + " (SFUNC = array_append, STYPE = anyarray)"
                        : "CREATE AGGREGATE gather(anycompatible)"
                                + " (SFUNC = array_append, STYPE = anycompatiblearray)");
        try (PgPool pool =
                new PgPool(
                        PgTarget.of(
                                server.host(),
                                server.port(),
                                "upgraded",
                                server.user(),
                                TlsMode.DISABLE),
                        () -> Secret.of(server.password()))) {
            UpgradeFacts facts = new PgReader(pool, Clock.systemUTC()).ask(new UpgradeFactsQuery());

            assertEquals(major, facts.major());
            assertEquals("upgraded", facts.database());
            assertEquals(
                    List.of("public.fragile.\"Who\"", "public.fragile.call"),
                    facts.fragileColumns().stream().sorted().toList());
            assertEquals(List.of("public.rights.acl"), facts.aclColumns());
            assertEquals(
                    major < 14 ? List.of("function public.gather(anyelement)") : List.of(),
                    facts.oldObjects());
            assertEquals(0, facts.preparedTransactions());
            assertEquals(0, facts.logicalSlots());
        }
        server.run("DROP DATABASE upgraded");
    }
}
