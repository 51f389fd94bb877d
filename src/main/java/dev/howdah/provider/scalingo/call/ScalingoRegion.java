package dev.howdah.provider.scalingo.call;

import dev.howdah.provider.http.Json;
import dev.howdah.provider.http.SafeAddress;
import dev.howdah.provider.service.ServiceConnection.TunnelHost;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A region of Scalingo.
 *
 * @param api the base URL of apps, with its prefix
 * @param databaseApi the base URL of databases, with its prefix; empty where there is none
 * @param tunnel the SSH host in front of databases that are not public
 */
public record ScalingoRegion(
        String name, URI api, Optional<URI> databaseApi, Optional<TunnelHost> tunnel) {
    private static final Pattern SSH = Pattern.compile("([A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?");

    /**
     * Empty when it lacks a name or a usable address. An address is usable only when it is as safe
     * as the one the list came from.
     */
    static Optional<ScalingoRegion> of(Json region, URI auth) {
        String name = region.text("name");
        Optional<URI> api = address(region.text("api"), "/v1", auth);
        return name.isEmpty() || api.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ScalingoRegion(
                                name,
                                api.get(),
                                address(region.text("database_api"), "/api", auth),
                                tunnel(region.text("ssh"))));
    }

    private static Optional<URI> address(String text, String prefix, URI auth) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", "") + prefix);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return SafeAddress.is(uri)
                            && (scheme.equals("https") || scheme.equals(auth.getScheme()))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<TunnelHost> tunnel(String text) {
        Matcher matcher = SSH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(2) == null ? 22 : Integer.parseInt(matcher.group(2));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new TunnelHost(matcher.group(1), port, "git"));
    }
}
