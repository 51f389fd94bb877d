package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The address of a database as it stands in the environment of its app. */
record ScalingoUrl(String host, int port, String database, String user, Optional<Secret> password) {

    /** The second is an alias of the first, unless somebody has set it. */
    private static final List<String> NAMES = List.of("SCALINGO_POSTGRESQL_URL", "DATABASE_URL");

    /** That of an app with one database. */
    static ScalingoUrl ofApp(Json variables) throws ProblemException {
        for (String name : NAMES) {
            for (Json variable : variables.at("variables").items()) {
                if (variable.text("name").equals(name) && isAddress(variable)) {
                    return parsed(variable.text("value"))
                            .orElseThrow(() -> ScalingoProblems.of(Kind.NOT_SUPPORTED, "badUrl"));
                }
            }
        }
        throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "noUrl");
    }

    /**
     * That of one database, which an app may have several of; empty when nothing in the variables
     * is seen to be its address. What Scalingo sets itself comes before what people have set.
     *
     * @param database as the API of databases tells it
     */
    static Optional<ScalingoUrl> ofDatabase(Json variables, Json database) {
        String address = database.text("hostname");
        String resource = database.text("resource_id");
        List<ScalingoUrl> all =
                variables.at("variables").items().stream()
                        .filter(ScalingoUrl::isAddress)
                        .sorted(Comparator.comparing(each -> !NAMES.contains(each.text("name"))))
                        .flatMap(each -> parsed(each.text("value")).stream())
                        .toList();
        return all.stream()
                .filter(url -> url.isAt(address))
                .findFirst()
                .or(() -> all.stream().filter(url -> url.isNamedAfter(resource)).findFirst());
    }

    private static boolean isAddress(Json variable) {
        return variable.text("value").startsWith("postgres");
    }

    private boolean isAt(String address) {
        return address.equalsIgnoreCase(host) || address.equalsIgnoreCase(host + ":" + port);
    }

    /** The resource my-app-3030 is the database my_app_3030, and its host begins like it. */
    private boolean isNamedAfter(String resource) {
        return !resource.isEmpty()
                && (host.startsWith(resource + ".") || database.equals(resource.replace('-', '_')));
    }

    private static Optional<ScalingoUrl> parsed(String text) {
        try {
            URI uri = URI.create(text);
            String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
            String path = String.valueOf(uri.getRawPath());
            if (uri.getHost() != null && path.length() > 1) {
                return Optional.of(
                        new ScalingoUrl(
                                uri.getHost(),
                                uri.getPort() < 1 ? 5432 : uri.getPort(),
                                decoded(path.substring(1)),
                                decoded(login[0]),
                                login.length == 2
                                        ? Optional.of(Secret.of(decoded(login[1])))
                                        : Optional.empty()));
            }
        } catch (IllegalArgumentException _) {
            // its message holds the password, so nothing of it is told
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
