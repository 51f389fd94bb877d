package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.acme.example/v1, true",
        "HTTPS://10.0.0.7, true",
        "http://localhost:8080, true",
        "HTTP://LocalHost, true",
        "http://127.0.0.1:1/v1, true",
        "http://127.8.9.10, true",
        "http://[::1]:80, true",
        "http://api.acme.example, false",
        "http://10.0.0.7, false",
        "http://[2001:db8::1]:80, false",
        "http://127.0.0.1.acme.example, false",
        "http://localhost.acme.example, false",
        "http://localhost@acme.example, false",
        "ftp://localhost, false",
        "http:localhost, false",
        "localhost, false"
    })
    void isOneThatNobodyOnTheWayCanListenTo(String address, boolean isSafe) {
        assertEquals(isSafe, SafeAddress.is(URI.create(address)));
    }

    @Test
    void aTokenIsNotEvenLookedUpForAnAddressThatIsNotSafe() {
        AtomicBoolean isTokenAsked = new AtomicBoolean();
        Authorization watched =
                () -> {
                    isTokenAsked.set(true);
                    return Optional.of(Secret.of("Bearer tk"));
                };
        try (SomeHttp acme = new SomeHttp()) {
            URI plain = URI.create("http://somebody:secret@api.acme.example/v1");

            assertEquals(
                    Problem.of(
                            Kind.BAD_INPUT,
                            "The API address http://api.acme.example of Acme is not safe: whoever"
                                    + " listens on the way could take the API token. Nothing was"
                                    + " sent.",
                            "Name an address that begins with https:// in the stored profile or in"
                                    + " the environment variable that gives it. Plain http is used"
                                    + " only to this machine."),
                    SomeHttp.problem(acme.as(plain, watched, 1_000), SomeHttp.GET));
        }
        assertFalse(isTokenAsked.get());
    }
}
