package dev.howdah.provider.scalingo.call;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.ApiToken;
import dev.howdah.provider.http.Authorization;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.http.JsonHttp;
import dev.howdah.provider.http.TokenCache;
import dev.howdah.provider.http.TokenCache.Token;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scalingo's three kinds of token: one of the person, and two that are good for an hour. */
final class ScalingoTokens {
    /** A token that does not tell its end is used for so long; Scalingo's live an hour. */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(50);

    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,10000}");

    private ScalingoTokens() {}

    /** The person's token, with which nothing can be done but to get another one. */
    static Authorization ofPerson(ApiToken apiToken) {
        return () -> {
            byte[] pair = (":" + apiToken.find().reveal()).getBytes(StandardCharsets.UTF_8);
            return Optional.of(Secret.of("Basic " + Base64.getEncoder().encodeToString(pair)));
        };
    }

    /**
     * @param auth sends with the person's token
     */
    static TokenCache ofAccount(JsonHttp auth, Clock clock) {
        return new TokenCache(
                () ->
                        token(
                                auth,
                                auth.send(
                                                HttpCall.post(Json.object(), "tokens", "exchange")
                                                        .safeToRepeat())
                                        .body()
                                        .text("token"),
                                clock),
                clock);
    }

    /** For the API of databases, and one database only. */
    static TokenCache ofAddon(
            ScalingoCalls.Platform platform, String app, String addon, Clock clock) {
        return new TokenCache(
                () -> {
                    JsonHttp http = platform.http();
                    Json answer =
                            http.send(
                                            HttpCall.post(
                                                            Json.object(),
                                                            "apps",
                                                            app,
                                                            "addons",
                                                            addon,
                                                            "token")
                                                    .safeToRepeat())
                                    .body();
                    return token(http, answer.unwrapped("addon").text("token"), clock);
                },
                clock);
    }

    private static Token token(JsonHttp from, String text, Clock clock) throws ProblemException {
        // one that no header can hold would be told in full by whoever refuses it
        if (!TOKEN.matcher(text).matches()) {
            throw ScalingoProblems.noToken(from.problems());
        }
        Instant until =
                end(text)
                        .filter(end -> end.isAfter(clock.instant()))
                        .orElseGet(() -> clock.instant().plus(USUAL_LIFE));
        return new Token(Secret.of("Bearer " + text), until);
    }

    /** What a JWT says of its own end; nothing else in it matters to us. */
    private static Optional<Instant> end(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Json.parse(Base64.getUrlDecoder().decode(parts[1]))
                    .flatMap(json -> json.at("exp").decimal())
                    .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
