package dev.howdah.lab.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.access.AccessRules.Entry;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.testing.TestClusters;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is kept out, the lab itself gets in. */
class ClusterAccessTest {
    private static final String HERE = "127.0.0.1";
    private static final String FIVE = "127.0.0.5";
    private static final String SIX = "127.0.0.6";

    /** SQLSTATE invalid_authorization_specification: no line of pg_hba.conf matches. */
    private static final String NO_LINE = "28000";

    private static final int EDITS = 30;
    private static final int ALL_EDITS = 10_000;

    @TempDir private static Path folder;
    private static LabNode node;
    private static ClusterAccess access;
    private static LabCertificates certificates;

    @BeforeAll
    static void start() throws Exception {
        node = TestClusters.copyOf(18);
        TestClusters.stopAtExit(node);
        access = new ClusterAccess(folder.resolve("access"));
        certificates = new LabCertificates(folder.resolve("tls"), Clock.systemUTC());
        certificates.renew();
        Map<String, String> settings = new HashMap<>(certificates.settings());
        settings.putAll(access.settings());
        settings.put("shared_buffers", "8MB");
        access.prepare();
        node.start(settings);
        access.admitControl(node);
    }

    @AfterEach
    void openToEverybody() throws Exception {
        access.apply(AccessRules.OPEN, node, List.of());
    }

    private static List<CutSession> allow(String... ranges) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (String range : ranges) {
            entries.add(new Entry(range, "a client"));
        }
        return access.apply(new AccessRules(entries, false), node, List.of());
    }

    /** As a client with this address. */
    private static Connection from(String address, String... properties) throws Exception {
        LabAccess login = node.access(LabNode.MAINTENANCE_DATABASE);
        Properties all = new Properties();
        all.put("user", login.user());
        all.put("password", login.password().reveal());
        all.put("localSocketAddress", address);
        all.put("sslmode", "disable");
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + login.port() + "/postgres", all);
    }

    private static boolean letsIn(String address) throws Exception {
        try (Connection connection = from(address)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            assertEquals(NO_LINE, e.getSQLState());
            return false;
        }
    }

    private static boolean isAlive(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException _) {
            return false;
        }
    }

    @Test
    void whoIsNotInTheListIsCutAndTheLabAndStandbysAreNot() throws Exception {
        try (Connection five = from(FIVE);
                Connection six = from(SIX);
                Connection here = from(HERE);
                Connection standby =
                        from(
                                HERE,
                                "replication",
                                "true",
                                "assumeMinServerVersion",
                                "13",
                                "preferQueryMode",
                                "simple");
                Connection control =
                        new ControlPlane(node)
                                .access(LabNode.MAINTENANCE_DATABASE)
                                .connect("howdah test")) {
            List<CutSession> cut = allow(FIVE);

            assertEquals(
                    List.of(HERE, SIX), cut.stream().map(CutSession::address).sorted().toList());
            assertTrue(isAlive(five));
            assertFalse(isAlive(six));
            assertFalse(isAlive(here));
            assertTrue(control.isValid(5));
            try (Statement statement = standby.createStatement()) {
                assertTrue(statement.execute("IDENTIFY_SYSTEM"));
            }
        }
        assertTrue(letsIn(FIVE));
        assertFalse(letsIn(SIX));
        assertFalse(letsIn(HERE));
    }

    @Test
    void rangesAreWrittenAsPostgresqlDoesAndEachOnce() throws Exception {
        access.apply(
                new AccessRules(
                        List.of(
                                new Entry("127.0.0.5", "five\nhost all all 0.0.0.0/0 trust \\"),
                                new Entry("127.0.0.5/32", "again"),
                                new Entry("10.1.2.3/8", ""),
                                new Entry("2001:DB8:0:0::1/32", "docs")),
                        false),
                node,
                List.of());

        assertEquals(
                new AccessRules(
                        List.of(
                                new Entry("127.0.0.5/32", "five host all all 0.0.0.0/0 trust"),
                                new Entry("10.0.0.0/8", ""),
                                new Entry("2001:db8::/32", "docs")),
                        false),
                access.rules());
        assertFalse(letsIn(SIX));
    }

    @Test
    void whatIsNoRangeIsRefusedAndNothingChanges() throws Exception {
        allow(FIVE);
        for (String wrong : List.of("office", "10.0.0.0/33", "samehost", "all", "")) {
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> allow(FIVE, wrong));
            assertEquals(Problem.Kind.BAD_INPUT, refusal.problem().kind(), wrong);
        }
        assertEquals(List.of("127.0.0.5/32"), access.rules().ranges());
        assertTrue(letsIn(FIVE));
        assertFalse(letsIn(SIX));
    }

    @Test
    void withoutAnEntryNobodyGetsInButTheLab() throws Exception {
        allow();
        assertFalse(letsIn(FIVE));
        assertFalse(letsIn(HERE));
        assertTrue(new ControlPlane(node).isAdmitted());
    }

    @Test
    void theLabMakesItsRoleAnewWhenItIsGone() throws Exception {
        try (Connection connection = from(HERE);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE " + ControlPlane.ROLE);
            try {
                assertFalse(new ControlPlane(node).isAdmitted());
            } finally {
                access.admitControl(node);
            }
        }
        allow(FIVE);
        assertTrue(new ControlPlane(node).isAdmitted());
        assertFalse(letsIn(HERE));
    }

    @Test
    void withForcedTlsPlainIsRefusedAndTheServerCanBeVerifiedInFull() throws Exception {
        String authority = certificates.authority().toString();
        try (Connection plain = from(FIVE);
                Connection verified =
                        from(FIVE, "sslmode", "verify-full", "sslrootcert", authority)) {
            List<CutSession> cut = access.apply(AccessRules.OPEN.withTls(true), node, List.of());

            assertEquals(1, cut.size());
            assertFalse(isAlive(plain));
            assertTrue(isAlive(verified));
        }
        assertFalse(letsIn(FIVE));
        try (Connection connection =
                from(FIVE, "sslmode", "verify-full", "sslrootcert", authority)) {
            assertTrue(isAlive(connection));
        }
        assertTrue(new ControlPlane(node).isAdmitted());
    }

    @Test
    void noRandomEditLocksTheLabOutAndEachIsTakenBack() throws Exception {
        edit(EDITS);
    }

    @Test
    @Tag("long")
    void noneOfTenThousandEditsDoes() throws Exception {
        edit(ALL_EDITS);
    }

    private static void edit(int edits) throws Exception {
        Random random = new Random(4);
        for (int edit = 0; edit < edits; edit++) {
            AccessRules before = access.rules();
            boolean wasIn = letsIn(FIVE);
            AccessRules wanted = randomRules(random);

            access.apply(wanted, node, List.of());

            String what = "edit " + edit + ": " + wanted;
            assertTrue(new ControlPlane(node).isAdmitted(), what);
            assertEquals(!wanted.forceTls() && holdFive(wanted.ranges()), letsIn(FIVE), what);
            if (random.nextBoolean()) {
                access.apply(before, node, List.of());
                assertEquals(before, access.rules(), what);
                assertEquals(wasIn, letsIn(FIVE), what);
            }
        }
    }

    private static boolean holdFive(List<String> ranges) {
        return ranges.stream().anyMatch(range -> WITH_FIVE.contains(range));
    }

    private static final List<String> WITH_FIVE =
            List.of("127.0.0.5/32", "127.0.0.4/30", "127.0.0.0/8", "0.0.0.0/0");
    private static final List<String> WITHOUT_FIVE =
            List.of("127.0.0.6/32", "127.0.0.1/32", "203.0.113.0/24", "::/0", "2001:db8::/48");

    private static AccessRules randomRules(Random random) {
        List<Entry> entries = new ArrayList<>();
        List<String> source = new ArrayList<>(WITHOUT_FIVE);
        if (random.nextInt(3) == 0) {
            source.addAll(WITH_FIVE);
        }
        for (String range : source) {
            if (random.nextInt(3) == 0) {
                entries.add(new Entry(range, random.nextBoolean() ? "" : "label " + range));
            }
        }
        return new AccessRules(entries, random.nextInt(6) == 0);
    }
}
