package dev.howdah.pg.proof.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.pg.proof.Verdict;
import dev.howdah.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gaps are closed by whoever may, and everybody else is told beforehand who that is. */
class GapFixTest {
    private static final String READER = "\"proof 'reader'\"";
    private static final String SHOP = "\"proof \"\"shop\"\"\"";

    static Stream<Arguments> serversAndKinds() {
        return Stream.of(
                Arguments.of(13, AccessKind.READ_ONLY),
                Arguments.of(15, AccessKind.READ_ONLY),
                Arguments.of(16, AccessKind.READ_ONLY),
                Arguments.of(18, AccessKind.READ_ONLY),
                Arguments.of(18, AccessKind.READ_WRITE));
    }

    private static void breakIt(SomeShop shop) throws Exception {
        shop.run(
                "REVOKE USAGE ON SCHEMA stock FROM " + READER,
                "REVOKE SELECT ON stock.parts FROM " + READER,
                "REVOKE SELECT ON SEQUENCE sales.orders_id_seq FROM " + READER,
                "REVOKE CONNECT ON DATABASE " + SHOP + " FROM PUBLIC",
                "GRANT CREATE, TEMPORARY ON DATABASE " + SHOP + " TO PUBLIC",
                "GRANT CREATE ON SCHEMA sales TO " + READER,
                "GRANT INSERT ON sales.orders, stock.parts TO PUBLIC",
                "GRANT USAGE ON SEQUENCE sales.orders_id_seq TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_a GRANT UPDATE ON TABLES TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_a IN SCHEMA sales REVOKE SELECT ON"
                        + " TABLES FROM "
                        + READER,
                "CREATE FUNCTION sales.\"Sw(eep\"(\"text\") RETURNS int LANGUAGE sql"
                        + " SECURITY DEFINER AS 'SELECT 1'",
                "GRANT proof_a TO " + READER,
                "ALTER ROLE " + READER + " CREATEROLE CREATEDB",
                "SELECT lo_create(4712)",
                "GRANT UPDATE ON LARGE OBJECT 4712 TO PUBLIC",
                // what somebody else gave, its owner can't take back
                "GRANT USAGE ON SCHEMA stock TO proof_writers",
                "GRANT DELETE ON stock.parts TO proof_writers WITH GRANT OPTION",
                "SET ROLE proof_writers",
                "GRANT DELETE ON stock.parts TO " + READER);
    }

    @ParameterizedTest(name = "PostgreSQL {0}, {1}")
    @MethodSource("serversAndKinds")
    void aSuperuserClosesEveryGapWhoeverGaveTheRight(int major, AccessKind kind) throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), true)) {
            breakIt(shop);
            AccessCertificate broken = shop.certificate(kind);
            assertTrue(broken.gaps().count() > 5, SomeShop.gaps(broken).toString());
            List<String> refused = new ArrayList<>();
            for (int round = 0; round < 3 && broken.gaps().findAny().isPresent(); round++) {
                refused.addAll(closed(shop, broken));
                broken = shop.certificate(kind);
            }
            assertEquals(List.of(), refused);
            assertEquals(List.of(), SomeShop.gaps(broken));
            assertEquals(Verdict.PROVEN, broken.verdict());
            shop.run("SELECT lo_unlink(4712)");
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 15, 16, 18})
    void aManagedAdministratorClosesWhatItMayAndIsToldWhoMayTheRest(int major) throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), false)) {
            breakIt(shop);
            shop.run("GRANT CONNECT ON DATABASE " + SHOP + " TO proof_admin");
            List<String> foreign = closed(shop, shop.certificate(AccessKind.READ_ONLY));
            assertEquals(
                    Stream.of(
                                    "NO_CONNECT postgres",
                                    "NO_USAGE proof_b",
                                    "NOT_READABLE proof_b (parts)",
                                    "WRITABLE proof_a (orders)",
                                    "WRITABLE proof_writers (parts)",
                                    "WRITABLE proof_b (parts)",
                                    "SEQUENCE_WRITABLE proof_a (orders_id_seq)",
                                    "LATER_WRITABLE proof_a",
                                    "CREATES_IN_SCHEMA proof_a",
                                    "CREATES_IN_DATABASE postgres",
                                    "LARGE_OBJECTS postgres (4712)",
                                    // before 16 CREATEROLE ends every membership
                                    major >= 16 ? "WRITER_MEMBERSHIP postgres" : "",
                                    "TEMP postgres",
                                    "DEFINER_FUNCTIONS postgres (sales.\"Sw(eep\"(text))")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    foreign);

            shop.run(
                    "GRANT proof_a, proof_b, proof_writers TO proof_admin",
                    "ALTER DATABASE " + SHOP + " OWNER TO proof_admin");
            closed(shop, shop.certificate(AccessKind.READ_ONLY));
            List<String> left = closed(shop, shop.certificate(AccessKind.READ_ONLY));
            assertEquals(
                    Stream.of(
                                    "LARGE_OBJECTS postgres (4712)",
                                    major >= 16 ? "WRITER_MEMBERSHIP postgres" : "",
                                    // an attribute that the administrator has not itself
                                    major >= 16 ? "POWERS superusers only (CREATEDB)" : "",
                                    "DEFINER_FUNCTIONS postgres (sales.\"Sw(eep\"(text))")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    left);
            assertEquals(
                    left.stream().map(line -> line.substring(0, line.indexOf(' '))).toList(),
                    shop.certificate(AccessKind.READ_ONLY)
                            .gaps()
                            .map(gap -> gap.kind().name())
                            .toList());
            shop.run("SELECT lo_unlink(4712)");
        }
    }

    /** Closes what can be closed; of what is refused, the kind and who may. */
    private static List<String> closed(SomeShop shop, AccessCertificate broken) throws Exception {
        List<String> refused = new ArrayList<>();
        for (Gap gap : broken.gaps().toList()) {
            try {
                ChangeOutcome outcome =
                        GapFix.change(
                                        gap,
                                        SomeShop.DATABASE,
                                        SomeShop.READER,
                                        SomeShop.TARGET,
                                        shop.visits())
                                .action()
                                .run();
                assertEquals(
                        "DONE The gap is closed, as the catalog shows. Prove the role again to see"
                                + " it.",
                        outcome.status() + " " + outcome.sentence(),
                        gap.toString());
            } catch (ProblemException e) {
                assertEquals(Problem.Kind.NOT_PERMITTED, e.problem().kind(), gap.toString());
                String sentence = e.problem().sentence();
                String start = "We may not close this gap. Who may: ";
                assertTrue(sentence.startsWith(start), sentence);
                assertTrue(e.problem().remedy().startsWith("Let one of them, or a superuser, run"));
                refused.add(
                        gap.kind()
                                + " "
                                + sentence.substring(start.length(), sentence.length() - 1));
            }
        }
        return refused;
    }
}
