package dev.howdah.profile.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Throws broken connection texts at the reader; the seed is fixed, so a failure comes again. */
class ConnectionTextFuzzTest {
    private static final int MUTATIONS = 100_000;

    /** Stands for a password; a text must not show it once it has been read as one. */
    private static final String CANARY = "Zq7canary9X";

    private static final List<String> SEEDS =
            List.of(
                    "postgresql://dba:" + CANARY + "@db.example.org:6432/shop?sslmode=require",
                    "postgres://dba:%41" + CANARY + "@[::1]/shop?sslrootcert=system&options=x",
                    "jdbc:postgresql://h:1/b?user=a&password=" + CANARY + "&socketFactory=x.Y",
                    "host='db' port=5432 user=a\\'b password='" + CANARY + "' sslmode=prefer",
                    "export DATABASE_URL=\"postgres://a:" + CANARY + "@h/b\"",
                    "psql \"host=h password=" + CANARY + " dbname=b\"");

    private static final List<String> PIECES =
            List.of(
                    "%",
                    "%00",
                    "%C3",
                    "%2F",
                    "'",
                    "\"",
                    "\\",
                    "=",
                    "&",
                    "?",
                    "/",
                    "//",
                    ":",
                    "@",
                    "[",
                    "]",
                    ",",
                    " ",
                    "\n",
                    "\t",
                    "\0",
                    "#",
                    "\uFEFF",
                    "\u202E",
                    "\uD800",
                    "🐘",
                    "ü",
                    "{0}",
                    "''",
                    "+",
                    ";",
                    "localhost",
                    "password=",
                    "host=",
                    "postgres://");

    @Test
    void answersEveryTextQuicklyAndNeverShowsThePassword() {
        Random random = new Random(20_261_121);
        int[] understood = {0};
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < MUTATIONS; i++) {
                        String text = mutated(SEEDS.get(i % SEEDS.size()), random);
                        understood[0] += reads(text) ? 1 : 0;
                    }
                });
        assertTrue(
                understood[0] > MUTATIONS / 100 && understood[0] < MUTATIONS * 9 / 10,
                "a useful mix, but understood " + understood[0]);
    }

    private static boolean reads(String text) {
        try {
            ConnectionText read = ConnectionText.parse(text);
            assertTrue(read.port() >= 1 && read.port() <= 65_535, text);
            assertFalse(read.host().isEmpty(), text);
            assertFalse(read.notes().toString().contains(CANARY), text);
            if (read.password().filter(p -> p.reveal().contains(CANARY)).isPresent()
                    && text.indexOf(CANARY) == text.lastIndexOf(CANARY)) {
                assertFalse(read.toString().contains(CANARY), text);
            }
            return true;
        } catch (ProblemException e) {
            assertEquals(Problem.Kind.BAD_INPUT, e.problem().kind());
            assertNull(e.getCause());
            assertFalse((e + e.problem().toString()).contains(CANARY), text);
            return false;
        }
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, end);
                case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.insert(at, text.substring(at, end).repeat(random.nextInt(600)));
                default -> text.insert(at, (char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}
