package dev.howdah.pg.proof.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.pg.proof.certificate.CertificateTexts;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases whose encoding is not UTF-8 are proven, or it is said why not. */
class OtherEncodingsTest {
    private static final String REPAIR =
            "DO $$ BEGIN EXECUTE 'ALTER TABLE \"' || chr(233) || 't\" RENAME TO summer'; END $$";

    private static final List<String> DATABASES = List.of("proof_latin", "proof_ascii");

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {15, 18})
    void namesOfEveryEncodingAreProvenOrRefusedWithASentence(int major) throws Exception {
        TestServer server = TestServer.of(major);
        drop(server);
        try (SomeShop shop = SomeShop.on(server, true)) {
            build(server);
            assertEquals(
                    List.of(
                            "proof_latin 1 of 1 [] []",
                            "proof_ascii 0 of 0 [] [The database proof_ascii could not be looked"
                                    + " at. This database holds a name or text whose bytes are no"
                                    + " UTF-8, as its encoding allows.]"),
                    proven(shop, SomeShop.READER));
            server.runIn("proof_ascii", REPAIR);
            assertEquals(
                    List.of("proof_latin 1 of 1 [] []", "proof_ascii 2 of 2 [] []"),
                    proven(shop, SomeShop.READER));
            assertEquals(
                    List.of(
                            "proof_latin 0 of 0 [] [The database proof_latin could not be looked"
                                    + " at. The name proof_josé is other bytes in its encoding"
                                    + " LATIN1 than in UTF8, so the role is not found there.]",
                            "proof_ascii 0 of 0 [] [The database proof_ascii could not be looked"
                                    + " at. The name proof_josé is other bytes in its encoding"
                                    + " SQL_ASCII than in UTF8, so the role is not found there.]"),
                    proven(shop, "proof_josé"));
            drop(server);
        }
    }

    private static void build(TestServer server) throws SQLException {
        server.run("CREATE ROLE \"proof_josé\" LOGIN");
        for (String database : DATABASES) {
            server.run(
                    "CREATE DATABASE %s ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                            .formatted(
                                    database,
                                    database.equals("proof_latin") ? "LATIN1" : "SQL_ASCII"),
                    "REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
            server.runIn(
                    database,
                    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                    "CREATE TABLE \"caf\u00e9\" (\"pr\u00e9nom\" text)");
        }
        // bytes that are no UTF-8, as an old program left them
        server.runIn(
                "proof_ascii",
                "DO $$ BEGIN EXECUTE 'CREATE TABLE \"' || chr(233) || 't\" (id int)'; END $$");
        for (String database : DATABASES) {
            server.runIn(
                    database,
                    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO \"proof 'reader'\"",
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO \"proof 'reader'\"");
        }
    }

    private static void drop(TestServer server) throws SQLException {
        for (String database : DATABASES) {
            server.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        server.forgetStatements();
    }

    private static List<String> proven(SomeShop shop, String role) throws Exception {
        List<AccessCertificate> certificates = new ArrayList<>();
        shop.proof()
                .change(
                        new ProofRequest(
                                role, AccessKind.READ_ONLY, DATABASES, new ProofLogin.ThrowAway()),
                        SomeShop.TARGET,
                        shop.shape(),
                        certificates::add)
                .action()
                .run();
        AccessCertificate certificate = certificates.getFirst();
        CertificateTexts texts = new CertificateTexts(certificate);
        return certificate.databases().stream()
                .map(proof ->
                        "%s %d of %d %s %s"
                                .formatted(
                                        proof.database(),
                                        proof.counts().readable(),
                                        proof.counts().tables(),
                                        texts.gaps(proof),
                                        texts.unknowns(proof)))
                .toList();
    }
}
