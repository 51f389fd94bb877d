package dev.howdah.provider.allowlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.testing.TestServer;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges are those of PostgreSQL. */
class CidrTest {
    private static final int PAIRS = 50_000;

    private static final String SQL =
            """
            SELECT text(network(one))     AS one,
                   text(network(other))   AS other,
                   network(one) >>= network(other) AS contains,
                   network(one) && network(other)  AS overlaps
              FROM unnest(?::text[]::inet[], ?::text[]::inet[]) WITH ORDINALITY
                   AS pairs (one, other, number)
             ORDER BY number
            """;

    @Test
    void readsComparesAndWritesLikePostgresOnFiftyThousandPairs() throws SQLException {
        Random random = new Random(20_261_121);
        String[] ones = new String[PAIRS];
        String[] others = new String[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            boolean v6 = random.nextBoolean();
            ones[i] = text(random, v6);
            others[i] =
                    switch (random.nextInt(4)) {
                        case 0 -> text(random, !v6);
                        case 1 -> text(random, v6);
                        default -> near(random, ones[i]);
                    };
        }
        List<String> wrong = new ArrayList<>();
        try (Connection connection = TestServer.newest().connect();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", ones));
            statement.setArray(2, connection.createArrayOf("text", others));
            try (ResultSet rows = statement.executeQuery()) {
                for (int i = 0; i < PAIRS; i++) {
                    assertTrue(rows.next());
                    Cidr one = Cidr.parse(ones[i]).orElseThrow();
                    Cidr other = Cidr.parse(others[i]).orElseThrow();
                    if (!one.toString().equals(rows.getString("one"))
                            || !other.toString().equals(rows.getString("other"))
                            || one.contains(other) != rows.getBoolean("contains")
                            || one.overlaps(other) != rows.getBoolean("overlaps")) {
                        wrong.add(ones[i] + " and " + others[i] + ": " + one + ", " + other);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(10).toList());
    }

    /** With many zeros, so that there is something to shorten. */
    private static String text(Random random, boolean v6) {
        StringBuilder text = new StringBuilder();
        if (!v6) {
            for (int i = 0; i < 4; i++) {
                text.append(i == 0 ? "" : ".").append(random.nextInt(256));
            }
            return text + (random.nextInt(4) == 0 ? "" : "/" + random.nextInt(33));
        }
        boolean mapped = random.nextInt(10) == 0;
        for (int i = 0; i < 8; i++) {
            int group =
                    mapped && i < 5
                            ? 0
                            : mapped && i == 5
                                    ? (random.nextBoolean() ? 0xffff : 0)
                                    : random.nextInt(3) == 0 ? random.nextInt(65_536) : 0;
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
        }
        return text + (random.nextInt(4) == 0 ? "" : "/" + random.nextInt(129));
    }

    /** The same address under another prefix, or with one digit less. */
    private static String near(Random random, String text) {
        String address = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
        return address + "/" + random.nextInt(text.contains(":") ? 129 : 33);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.com",
                "1.2.3",
                "127.1",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/",
                "1.2.3.4/08",
                "1.2.3.4/24/8",
                "fe80::1%eth0",
                "::/129",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "g::1",
                "[::1]",
                "16909060"
            })
    void takesNothingElseForARange(String text) {
        assertEquals(Optional.empty(), Cidr.parse(text));
    }

    @Test
    void dropsBitsBehindThePrefixAndTells() {
        assertEquals("203.0.113.0/24", Cidr.parse(" 203.0.113.77/24 ").orElseThrow().toString());
        assertFalse(Cidr.writtenCanonically("203.0.113.77/24"));
        assertTrue(Cidr.writtenCanonically("203.0.113.0/24"));
        assertTrue(Cidr.writtenCanonically("203.0.113.77"));
        assertFalse(Cidr.writtenCanonically("2001:DB8::/32"));
    }

    @Test
    void knowsEverybodyAndTheSingleAddress() throws Exception {
        assertTrue(Cidr.parse("0.0.0.0/0").orElseThrow().everybody());
        assertTrue(Cidr.parse("::/0").orElseThrow().everybody());
        assertFalse(
                Cidr.parse("0.0.0.0/0")
                        .orElseThrow()
                        .contains(Cidr.of(InetAddress.ofLiteral("::1"))));
        assertTrue(Cidr.of(InetAddress.ofLiteral("192.0.2.1")).single());
    }
}
