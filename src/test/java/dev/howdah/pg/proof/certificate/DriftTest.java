package dev.howdah.pg.proof.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.PgVisit;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.SomeCertificates;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.testing.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has changed since a certificate, by one statement. */
class DriftTest {
    private static final String READER = "\"proof 'reader'\"";

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void namesWhatIsNewAndWhatIsGone(int major) throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), false)) {
            shop.run("GRANT UPDATE ON stock.parts TO " + READER);
            AccessCertificate certificate = shop.certificate(AccessKind.READ_ONLY);
            Drift none = drift(shop, certificate);
            assertTrue(none.isClean());
            assertEquals(
                    List.of(
                            "Nothing has changed for proof 'reader' in proof \"shop\" since the"
                                    + " certificate, by catalog."),
                    none.sentences());

            shop.run(
                    "REVOKE UPDATE ON stock.parts FROM " + READER,
                    "CREATE TABLE sales.theirs (id int)",
                    "CREATE TABLE sales.others (id int)",
                    "ALTER TABLE sales.theirs OWNER TO proof_b",
                    "ALTER TABLE sales.others OWNER TO proof_b",
                    "GRANT INSERT ON sales.orders TO " + READER);
            Drift drift = drift(shop, certificate);
            assertFalse(drift.isClean());
            assertEquals(
                    List.of(
                            "Since the certificate: 2 tables in the schema sales can't be read:"
                                    + " others, theirs.",
                            "Since the certificate: Tables that proof_b makes later in the schema"
                                    + " sales will not be readable.",
                            "Since the certificate: A table in the schema sales can be written"
                                    + " through proof 'reader': orders.",
                            "No longer so: A table in the schema stock can be written through"
                                    + " proof 'reader': parts."),
                    drift.sentences());
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void anythingThatCannotBeComparedIsNeverClean(int major) throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), true)) {
            AccessCertificate other = SomeCertificates.proven(SomeShop.READER);
            assertEquals(Drift.State.NOT_CERTIFIED, drift(shop, other).state());
            AccessCertificate gone = SomeCertificates.proven("nobody");
            Drift drift = drift(shop, gone);
            assertEquals(Drift.State.NO_ROLE, drift.state());
            assertFalse(drift.isClean());
            assertEquals(List.of("The role nobody is gone."), drift.sentences());
        }
    }

    private static Drift drift(SomeShop shop, AccessCertificate certificate) throws Exception {
        try (PgVisit visit = shop.visits().in(SomeShop.DATABASE)) {
            return Drift.between(
                    certificate,
                    visit.reader()
                            .ask(
                                    new RoleAccessQuery(
                                            List.of(
                                                    new ExpectedAccess(
                                                            certificate.role(),
                                                            certificate.expected())))));
        }
    }
}
