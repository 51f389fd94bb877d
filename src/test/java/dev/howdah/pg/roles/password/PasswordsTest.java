package dev.howdah.pg.roles.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords: made by chance, refused when weak, and good for a login on every server. */
class PasswordsTest {

    @Test
    void generatedOnesHaveAtLeast128BitsAndNeverRepeat() {
        PasswordGenerator generator = new PasswordGenerator();
        Set<String> seen = new HashSet<>();
        Set<Integer> alphabet = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            String password = generator.next().reveal();
            seen.add(password);
            password.chars().forEach(alphabet::add);
            assertTrue(password.matches("[2-9A-HJ-NP-Za-km-np-z]{24}"), password);
        }
        assertEquals(100_000, seen.size());
        assertEquals(56, alphabet.size());
        assertTrue(24 * Math.log(alphabet.size()) / Math.log(2) > 139);
    }

    @Test
    void weakAndImpossibleOnesAreRefusedWithASentence() {
        assertEquals(
                List.of(
                        "A password can't be empty.",
                        "This password has 1 character; it takes 12 or more.",
                        "This password has 11 characters; it takes 12 or more.",
                        "This password has 201 characters; many programs cut what is longer than"
                                + " 200.",
                        "A password can't contain control characters or halves of characters.",
                        "A password can't contain control characters or halves of characters.",
                        "A password must not contain the name of its user.",
                        "This password repeats very few characters, so it is easily guessed.",
                        ""),
                List.of(
                        objection(""),
                        objection("x"),
                        objection("abcdefghijk"),
                        objection("abcde".repeat(40) + "f"),
                        objection("abcdefgh\0ijklm"),
                        objection("abcdefgh\uD83Dijklm"),
                        objection("xxANALYST01xx"),
                        objection("aaaaaaaaaaaaaaa"),
                        objection("abcdefghijkl")));
    }

    @Test
    void aVerifierShowsNothingOfItself() {
        ScramVerifier verifier = ScramVerifier.of(Secret.of("correct horse battery"));

        assertEquals("'SCRAM-SHA-256$4096:•••'", verifier.toString());
        assertFalse(verifier.literal().contains("horse"));
        assertTrue(verifier.literal().startsWith("'SCRAM-SHA-256$4096:"));
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void oneCanLogInWithWhatTheVerifierWasMadeOf(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run("DROP ROLE IF EXISTS pw_user", "CREATE ROLE pw_user LOGIN");
        for (String password :
                List.of(
                        "plain ascii 123",
                        "Ünïcödé pässwörd",
                        "漢字 and 🐘🐘🐘",
                        "'\"\\$$;--%s{0}")) {
            server.run(
                    "ALTER ROLE pw_user PASSWORD "
                            + ScramVerifier.of(Secret.of(password), 5_000).literal());
            try (Connection connection = server.connect("postgres", "pw_user", password)) {
                assertTrue(connection.isValid(5), password);
            }
        }
        server.run("DROP ROLE pw_user");
    }

    private static String objection(String password) {
        return PasswordRules.objection(Secret.of(password), "analyst01").orElse("");
    }
}
