package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The address of a database as it stands in the environment of its app. */
record ScalingoUrl(String host, int port, String database, String user, Optional<Secret> password) {

    /** The second is an alias of the first, unless somebody has set it. */
    private static final List<String> NAMES = List.of("SCALINGO_POSTGRESQL_URL", "DATABASE_URL");

    static ScalingoUrl of(Json answer) throws ProblemException {
        for (String name : NAMES) {
            for (Json variable : answer.at("variables").items()) {
                if (variable.text("name").equals(name)
                        && variable.text("value").startsWith("postgres")) {
                    return parsed(variable.text("value"));
                }
            }
        }
        throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "noUrl");
    }

    private static ScalingoUrl parsed(String text) throws ProblemException {
        try {
            URI uri = URI.create(text);
            String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
            String path = String.valueOf(uri.getRawPath());
            if (uri.getHost() != null && path.length() > 1) {
                return new ScalingoUrl(
                        uri.getHost(),
                        uri.getPort() < 1 ? 5432 : uri.getPort(),
                        decoded(path.substring(1)),
                        decoded(login[0]),
                        login.length == 2
                                ? Optional.of(Secret.of(decoded(login[1])))
                                : Optional.empty());
            }
        } catch (IllegalArgumentException _) {
            // its message holds the password, so it is told below without
        }
        throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "badUrl");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
