package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForeignTextTest {
    private static final List<Secret> KNOWN = List.of(Secret.of("Bearer abc.def-secret"));
    private static final List<String> PIECES =
            List.of(
                    "<script>",
                    "</script",
                    "<",
                    ">",
                    "{\"error\":",
                    "\"",
                    "[",
                    "]",
                    "}",
                    "\\u0000",
                    "\u0000",
                    "\u202e",
                    "\ud83d",
                    "\r\n",
                    "abc.def-secret",
                    "?token=xyz",
                    "é",
                    "postgres://u:pw@h/d",
                    "{\"errors\":{\"a\":[",
                    "1e999999999",
                    "null",
                    ",",
                    "bearer zzz",
                    "<style",
                    "x".repeat(300));

    @Test
    void noBodyBreaksItOrGetsASecretOrAnUnseenCharacterOut() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                body.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            String shown = ForeignText.shown(ForeignText.said(bytes), KNOWN, 200);

            assertTrue(shown.length() <= 201, shown);
            assertFalse(shown.contains("abc.def-secret"), shown);
            assertTrue(
                    shown.codePoints()
                            .noneMatch(c ->
                                    Character.isISOControl(c)
                                            || Character.getType(c) == Character.FORMAT),
                    shown);
        }
    }

    @Test
    void masksWhatLooksLikeASecretOfSomebodyElse() {
        assertEquals(
                "see postgres://u:•••@h/d and ?token=••• and Basic •••",
                ForeignText.shown(
                        "see postgres://u:pw@h/d and ?token=xyz and Basic QWxhZGRpbg==",
                        List.of(),
                        200));
        assertEquals(
                "{\"url\":\"https://h/d?a=1\\u0026temp_url_sig=•••\"} no •••",
                ForeignText.shown(
                        "{\"url\":\"https://h/d?a=1\\u0026temp_url_sig=0a1b\"} no tk-us-1b-2c",
                        List.of(),
                        200));
    }

    @Test
    void masksThePersonsTokenThatWasSentInAnotherForm() {
        String token = "an-api-token-of-some-kind";
        String sent =
                Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));

        assertEquals(
                "The token ••• is unknown.",
                ForeignText.shown(
                        "The token " + token + " is unknown.",
                        List.of(Secret.of("Basic " + sent)),
                        200));
    }

    @Test
    void leavesAWordThatOnlyFollowsTheNameOfAScheme() {
        assertEquals("Basic office", ForeignText.shown("Basic office", List.of(), 200));
    }
}
