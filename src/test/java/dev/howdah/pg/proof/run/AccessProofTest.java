package dev.howdah.pg.proof.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.Probe.Answer;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.pg.proof.Verdict;
import dev.howdah.testing.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof on every version, as superuser and as the administrator of a managed server. */
class AccessProofTest {
    /** 14 is as 13 here, and 17 as 16. */
    static Stream<Arguments> everyServerAndAdministrator() {
        return Stream.of(13, 15, 16, 18)
                .flatMap(major -> Stream.of(Arguments.of(major, true), Arguments.of(major, false)));
    }

    /** What breaks the reader, what mends it again, and the gaps that come of it. */
    private record Broken(
            String name, List<String> breaks, List<String> mends, List<String> gaps) {}

    private static final String READER = "\"proof 'reader'\"";
    private static final String SHOP = "\"proof \"\"shop\"\"\"";

    private static List<Broken> variants() {
        return List.of(
                new Broken(
                        "another owner's new table",
                        List.of(
                                "GRANT CREATE ON SCHEMA sales TO proof_b",
                                "SET ROLE proof_b; CREATE TABLE stock.later (id int); RESET ROLE",
                                "CREATE TABLE sales.theirs (id int)",
                                "ALTER TABLE sales.theirs OWNER TO proof_b"),
                        List.of(
                                "DROP TABLE sales.theirs",
                                "DROP TABLE stock.later",
                                "REVOKE CREATE ON SCHEMA sales FROM proof_b"),
                        List.of(
                                "NOT_READABLE sales [theirs]",
                                "LATER_NOT_READABLE sales proof_b []")),
                new Broken(
                        "a schema without USAGE",
                        List.of("REVOKE USAGE ON SCHEMA stock FROM " + READER),
                        List.of("GRANT USAGE ON SCHEMA stock TO " + READER),
                        List.of("NO_USAGE stock [counted, parts, parts_id_seq]")),
                new Broken(
                        "a write grant",
                        List.of("GRANT UPDATE (note) ON sales.orders TO " + READER),
                        List.of("REVOKE UPDATE ON sales.orders FROM " + READER),
                        List.of("WRITABLE sales proof 'reader' [orders]")),
                new Broken(
                        "a write grant to everybody",
                        List.of("GRANT TRUNCATE ON stock.parts TO PUBLIC"),
                        List.of("REVOKE TRUNCATE ON stock.parts FROM PUBLIC"),
                        List.of("WRITABLE stock public [parts]")),
                new Broken(
                        "a sequence that moves",
                        List.of("GRANT USAGE ON SEQUENCE sales.orders_id_seq TO " + READER),
                        List.of("REVOKE USAGE ON SEQUENCE sales.orders_id_seq FROM " + READER),
                        List.of("SEQUENCE_WRITABLE sales proof 'reader' [orders_id_seq]")),
                new Broken(
                        "CREATE in public",
                        List.of("GRANT CREATE ON SCHEMA public TO PUBLIC"),
                        List.of("REVOKE CREATE ON SCHEMA public FROM PUBLIC"),
                        List.of("CREATES_IN_SCHEMA public public []")),
                new Broken(
                        "TEMP",
                        List.of("GRANT TEMPORARY ON DATABASE " + SHOP + " TO PUBLIC"),
                        List.of("REVOKE TEMPORARY ON DATABASE " + SHOP + " FROM PUBLIC"),
                        List.of("TEMP public []")),
                new Broken(
                        "membership in a writer",
                        List.of(
                                "GRANT INSERT ON sales.orders TO proof_writers",
                                "GRANT proof_writers TO " + READER),
                        List.of(
                                "REVOKE proof_writers FROM " + READER,
                                "REVOKE INSERT ON sales.orders FROM proof_writers"),
                        List.of("WRITER_MEMBERSHIP proof_writers [proof_writers]")),
                new Broken(
                        "a SECURITY DEFINER function",
                        List.of(
                                "CREATE FUNCTION sales.sweep(int) RETURNS int LANGUAGE sql"
                                        + " SECURITY DEFINER AS 'SELECT 1'"),
                        List.of("DROP FUNCTION sales.sweep(int)"),
                        List.of("DEFINER_FUNCTIONS public [sales.sweep(integer)]")),
                new Broken(
                        "row security",
                        List.of("ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY"),
                        List.of("ALTER TABLE sales.orders DISABLE ROW LEVEL SECURITY"),
                        List.of("ROW_SECURITY sales [orders]")),
                new Broken(
                        "a writable default",
                        List.of(
                                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_a IN SCHEMA sales GRANT"
                                        + " DELETE ON TABLES TO "
                                        + READER),
                        List.of(
                                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_a IN SCHEMA sales REVOKE"
                                        + " DELETE ON TABLES FROM "
                                        + READER),
                        List.of("LATER_WRITABLE sales proof_a proof 'reader' []")),
                new Broken(
                        "a view whose owner can't read",
                        List.of("ALTER VIEW sales.notes OWNER TO proof_b"),
                        List.of("ALTER VIEW sales.notes OWNER TO proof_a"),
                        List.of(
                                "READ_REFUSED sales [notes]",
                                "LATER_NOT_READABLE sales proof_b []")),
                new Broken(
                        "a large object",
                        List.of(
                                "SELECT lo_create(4711)",
                                "GRANT UPDATE ON LARGE OBJECT 4711 TO " + READER),
                        List.of("SELECT lo_unlink(4711)"),
                        List.of("LARGE_OBJECTS proof 'reader' [4711]")),
                new Broken(
                        "the power to make databases",
                        List.of("ALTER ROLE " + READER + " CREATEDB"),
                        List.of("ALTER ROLE " + READER + " NOCREATEDB"),
                        List.of("POWERS [CREATEDB]")));
    }

    /** All variants at once; the new table stands behind the closed schema as well. */
    private static final List<String> GAPS_OF_ALL =
            List.of(
                    "NO_USAGE stock [counted, later, parts, parts_id_seq]",
                    "NOT_READABLE sales [theirs]",
                    "READ_REFUSED sales [notes]",
                    "ROW_SECURITY sales [orders]",
                    "LATER_NOT_READABLE sales proof_b []",
                    "WRITABLE sales proof 'reader' [orders]",
                    "WRITABLE stock public [parts]",
                    "SEQUENCE_WRITABLE sales proof 'reader' [orders_id_seq]",
                    "LATER_WRITABLE sales proof_a proof 'reader' []",
                    "CREATES_IN_SCHEMA public public []",
                    "LARGE_OBJECTS proof 'reader' [4711]",
                    "WRITER_MEMBERSHIP proof_writers [proof_writers]",
                    "POWERS [CREATEDB]",
                    "TEMP public []",
                    "DEFINER_FUNCTIONS public [sales.sweep(integer)]");

    private static final List<Probe> RIGHT =
            List.of(
                    Probe.READ_TABLE,
                    Probe.READ_LATER_TABLE,
                    Probe.READ_LATER_TABLE_OF_OTHER_OWNER,
                    Probe.READ_OTHER_SCHEMA,
                    Probe.CREATE_LARGE_OBJECT,
                    Probe.ADVISORY_LOCK,
                    Probe.SEE_SESSIONS,
                    Probe.LOCK_IN_ACCESS_SHARE,
                    Probe.SLEEP,
                    Probe.LIFT_STATEMENT_TIMEOUT,
                    Probe.SET_OWN_PARAMETER,
                    Probe.SET_OWN_PASSWORD,
                    Probe.NOTIFY);

    @ParameterizedTest(name = "PostgreSQL {0}, superuser: {1}")
    @MethodSource("everyServerAndAdministrator")
    void tellsWhatAReaderCanDoRightBrokenAndOpenAndLeavesNothing(int major, boolean superuser)
            throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), superuser)) {
            aRightReaderIsProven(shop, superuser);
            aReaderThatIsBrokenInEveryWayHasEveryGap(shop);
            whatAServerLeavesOpenByDefaultIsTold(shop, major);
            nothingRemainsOfWhatARoleIsAllowed(shop);
        }
    }

    private static void aRightReaderIsProven(SomeShop shop, boolean superuser) throws Exception {
        String before = shop.state();
        AccessCertificate right = shop.certificate(AccessKind.READ_ONLY);
        assertEquals(List.of(), SomeShop.gaps(right));
        assertEquals(List.of(), right.databases().getFirst().unknowns());
        assertEquals(Verdict.PROVEN, right.verdict());
        assertEquals(List.of(6L, 6L, 0L), numbers(right));
        assertEquals(RIGHT, allowed(right));
        assertEquals(
                new DatabaseProof.Deeds(6, 6, 6, 4, 0, 3, 0, superuser ? 2 : 0, superuser ? 2 : 0),
                right.databases().getFirst().deeds());
        assertEquals(before, shop.state());
        AccessCertificate own = shop.certificate(AccessKind.READ_ONLY, SomeShop.ownPassword());
        assertEquals(Verdict.PROVEN, own.verdict());
        assertEquals(RIGHT, allowed(own));
        assertEquals(before, shop.state());
    }

    private static void aReaderThatIsBrokenInEveryWayHasEveryGap(SomeShop shop) throws Exception {
        for (Broken variant : variants()) {
            shop.run(variant.breaks().toArray(String[]::new));
        }
        AccessCertificate broken = shop.certificate(AccessKind.READ_ONLY);
        for (Broken variant : variants()) {
            shop.run(variant.mends().toArray(String[]::new));
        }
        assertEquals(GAPS_OF_ALL, SomeShop.gaps(broken));
        assertEquals(List.of(), broken.databases().getFirst().unknowns());
    }

    /** As it comes out of the box, where public is open to all on 13 and 14 only. */
    private static void whatAServerLeavesOpenByDefaultIsTold(SomeShop shop, int major)
            throws Exception {
        shop.run("DROP SCHEMA public", "CREATE SCHEMA public");
        shop.run(
                "GRANT TEMPORARY ON DATABASE " + SHOP + " TO PUBLIC",
                major < 15
                        ? "GRANT ALL ON SCHEMA public TO PUBLIC"
                        : "GRANT USAGE ON SCHEMA public TO PUBLIC");
        List<Probe> open = new ArrayList<>(RIGHT);
        open.add(Probe.CREATE_TEMP_TABLE);
        if (major < 15) {
            open.add(Probe.CREATE_TABLE);
            open.add(Probe.CREATE_FUNCTION);
        }
        assertEquals(
                open.stream().sorted().toList(), allowed(shop.certificate(AccessKind.READ_ONLY)));
    }

    private static void nothingRemainsOfWhatARoleIsAllowed(SomeShop shop) throws Exception {
        shop.run(
                "GRANT ALL ON SCHEMA public, sales, stock TO " + READER,
                "GRANT ALL ON ALL TABLES IN SCHEMA sales, stock TO " + READER,
                "GRANT ALL ON ALL SEQUENCES IN SCHEMA sales, stock TO " + READER,
                "GRANT ALL ON DATABASE " + SHOP + " TO " + READER);
        String before = shop.state();
        AccessCertificate certificate = shop.certificate(AccessKind.READ_ONLY);

        assertEquals(before, shop.state());
        assertEquals(Verdict.NOT_READ_ONLY, certificate.verdict());
        assertEquals(List.of(), certificate.databases().getFirst().unknowns());
        assertEquals(List.of(6L, 6L, 6L), numbers(certificate));
        DatabaseProof.Deeds deeds = certificate.databases().getFirst().deeds();
        assertEquals(
                List.of(6, 4, 3),
                List.of(deeds.readsAllowed(), deeds.writesAllowed(), deeds.schemasAllowed()));
        assertEquals(
                List.of(Probe.READ_PASSWORDS, Probe.COMMENT_ON_ITSELF),
                Stream.of(Probe.values())
                        .filter(probe -> !allowed(certificate).contains(probe))
                        .toList());
    }

    /** One after the other, so that none hides behind another. */
    @Test
    void eachBrokenReaderHasExactlyItsGap() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), true)) {
            Map<String, List<String>> expected = new LinkedHashMap<>();
            Map<String, List<String>> found = new LinkedHashMap<>();
            for (Broken variant : variants()) {
                shop.run(variant.breaks().toArray(String[]::new));
                AccessCertificate broken = shop.certificate(AccessKind.READ_ONLY);
                shop.run(variant.mends().toArray(String[]::new));
                expected.put(variant.name(), variant.gaps());
                found.put(variant.name(), SomeShop.gaps(broken));
                assertEquals(List.of(), broken.databases().getFirst().unknowns(), variant.name());
            }
            assertEquals(expected, found);
        }
    }

    private static List<Probe> allowed(AccessCertificate certificate) {
        List<Probe.Result> results = certificate.databases().getFirst().probes();
        assertEquals(List.of(Probe.values()), results.stream().map(Probe.Result::probe).toList());
        assertTrue(
                results.stream()
                        .allMatch(
                                r -> r.answer() == Answer.ALLOWED || r.answer() == Answer.REFUSED),
                results.toString());
        return results.stream()
                .filter(result -> result.answer() == Answer.ALLOWED)
                .map(Probe.Result::probe)
                .toList();
    }

    private static List<Long> numbers(AccessCertificate certificate) {
        return List.of(certificate.readable(), certificate.tables(), certificate.writable());
    }
}
