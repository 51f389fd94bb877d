package dev.howdah.provider.http;

import java.time.Duration;

/**
 * How patient we are with a provider.
 *
 * @param connect until a connection stands, TLS included
 * @param answer from sending to the last byte of the answer
 * @param maxBodyBytes of an answer; more is not read
 * @param tries of a request that may be repeated, 1 or more
 * @param maxWait the longest single pause before a request; a provider that asks for more gets its
 *     pause, and the person is told
 */
public record HttpLimits(
        Duration connect, Duration answer, int maxBodyBytes, int tries, Duration maxWait) {

    public static final HttpLimits USUAL =
            new HttpLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    8 << 20,
                    4,
                    Duration.ofSeconds(65));
}
