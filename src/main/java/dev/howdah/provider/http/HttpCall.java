package dev.howdah.provider.http;

import dev.howdah.core.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a provider, before it is sent.
 *
 * @param path below the base URL, every part of it encoded
 * @param query sorted by name
 * @param body empty when nothing is sent
 * @param alsoTaken statuses beside 2xx that are an answer and no failure
 * @param repeatable whether sending it twice does no more than sending it once
 */
public record HttpCall(
        String method,
        String path,
        Map<String, String> query,
        Optional<Json> body,
        Set<Integer> alsoTaken,
        boolean repeatable) {

    public HttpCall {
        query = new TreeMap<>(query);
        alsoTaken = Set.copyOf(alsoTaken);
    }

    /**
     * @param path its parts, not encoded: a part may hold anything
     */
    public static HttpCall get(String... path) {
        return of("GET", true, Optional.empty(), path);
    }

    public static HttpCall post(Json body, String... path) {
        return of("POST", false, Optional.of(body), path);
    }

    /** Without a body. */
    public static HttpCall postNothing(String... path) {
        return of("POST", false, Optional.empty(), path);
    }

    public static HttpCall patch(Json body, String... path) {
        return of("PATCH", false, Optional.of(body), path);
    }

    public static HttpCall delete(String... path) {
        return of("DELETE", false, Optional.empty(), path);
    }

    private static HttpCall of(
            String method, boolean repeatable, Optional<Json> body, String... path) {
        return new HttpCall(
                method,
                Stream.of(path).map(HttpCall::encoded).collect(Collectors.joining("/", "/", "")),
                Map.of(),
                body,
                Set.of(),
                repeatable);
    }

    /** Every character that is not plain is encoded, and a part never steps up. */
    private static String encoded(String part) {
        return part.equals(".") || part.equals("..")
                ? part.replace(".", "%2E")
                : URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public HttpCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value);
        return new HttpCall(method, path, more, body, alsoTaken, repeatable);
    }

    public HttpCall alsoTaking(int status) {
        Set<Integer> more = new TreeSet<>(alsoTaken);
        more.add(status);
        return new HttpCall(method, path, query, body, more, repeatable);
    }

    /** For a POST that changes nothing, like the exchange of a token. */
    public HttpCall safeToRepeat() {
        return new HttpCall(method, path, query, body, alsoTaken, true);
    }

    /** Without the body, which may hold a password. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    public URI uri(URI base) {
        String root = base.toString();
        String parameters =
                query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(
                (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
                        + path
                        + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** Method and path, without a secret: for the details of a problem. */
    String asked() {
        return method + " " + path;
    }

    /**
     * For people, before it is sent: the request line and the body.
     *
     * @param secrets fields of the body, however deep, whose values are masked
     */
    public String preview(URI base, Collection<String> secrets) {
        return method
                + " "
                + uri(base)
                + body.map(json -> "\n" + masked(json, List.copyOf(secrets))).orElse("");
    }

    /** What the body holds that nobody may see again when the provider repeats it. */
    List<Secret> secrets() {
        return body.map(json -> secrets("", json)).orElse(List.of());
    }

    private static List<Secret> secrets(String name, Json json) {
        if (json.isObject()) {
            return json.fields().entrySet().stream()
                    .flatMap(each -> secrets(each.getKey(), each.getValue()).stream())
                    .toList();
        }
        return name.startsWith("password")
                ? json.text().stream().map(Secret::of).toList()
                : List.of();
    }

    private static Json masked(Json json, List<String> secrets) {
        Json result = json;
        for (Map.Entry<String, Json> field : json.fields().entrySet()) {
            if (secrets.contains(field.getKey())) {
                result = result.with(field.getKey(), "•••");
            } else if (field.getValue().isObject()) {
                result = result.with(field.getKey(), masked(field.getValue(), secrets));
            }
        }
        return result;
    }
}
