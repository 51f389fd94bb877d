package dev.howdah.provider.scalingo.call;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.ApiToken;
import dev.howdah.provider.http.Authorization;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.JsonHttp;
import dev.howdah.provider.http.Pace;
import dev.howdah.provider.http.TokenCache;
import dev.howdah.provider.http.download.HttpDownload;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scalingo's hosts: the one that knows accounts and regions, and in each region the API of apps and
 * that of databases, each with the token that it takes.
 */
public final class ScalingoApi {
    public static final String NAME = "Scalingo";

    /** Source: Scalingo's developer documentation, "Rate limiting". */
    private static final int REQUESTS_PER_MINUTE = 60;

    /** As long as Scalingo's own command line keeps them. */
    private static final Duration REGIONS_LIFE = Duration.ofMinutes(10);

    private final ScalingoHosts hosts;
    private final HttpWire wire;
    private final Pace pace;
    private final JsonHttp regionList;
    private final TokenCache token;
    private final Map<URI, JsonHttp> platforms = new HashMap<>();
    private volatile List<ScalingoRegion> regions = List.of();
    private volatile Instant regionsAt = Instant.MIN;

    /** Asks nothing yet. */
    public ScalingoApi(ScalingoHosts hosts, ApiToken apiToken, HttpWire wire) {
        this.hosts = hosts;
        this.wire = wire;
        this.pace = new Pace(REQUESTS_PER_MINUTE, Duration.ofMinutes(1), wire.clock());
        URI auth = URI.create(hosts.auth().toString().replaceAll("/+$", "") + "/v1");
        this.token =
                ScalingoTokens.ofAccount(
                        http(auth, ScalingoTokens.ofPerson(apiToken)), wire.clock());
        this.regionList = http(auth, token);
    }

    /** Those the account may see. */
    public List<ScalingoRegion> regions() throws ProblemException {
        if (regions.isEmpty() || regionsAt.plus(REGIONS_LIFE).isBefore(clock().instant())) {
            regions =
                    regionList.send(HttpCall.get("regions")).body().at("regions").items().stream()
                            .flatMap(json -> ScalingoRegion.of(json, hosts.auth()).stream())
                            .toList();
            regionsAt = clock().instant();
        }
        return regions;
    }

    ScalingoRegion region(String name) throws ProblemException {
        Optional<ScalingoRegion> known = knownRegion(name);
        if (known.isPresent()) {
            return known.get();
        }
        return regions().stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ScalingoProblems.of(Problem.Kind.NOT_PERMITTED, "region", name));
    }

    Optional<ScalingoRegion> knownRegion(String name) {
        return regions.stream().filter(region -> region.name().equals(name)).findFirst();
    }

    public JsonHttp platform(String regionName) throws ProblemException {
        URI api = region(regionName).api();
        synchronized (platforms) {
            return platforms.computeIfAbsent(api, base -> http(base, token));
        }
    }

    /** Where databases have a host of their own; empty when they are asked where apps are. */
    Optional<URI> databaseApi(ScalingoRegion region) {
        return hosts.databases() == ScalingoHosts.Databases.ACCOUNT_TOKEN
                ? Optional.empty()
                : region.databaseApi();
    }

    JsonHttp http(URI base, Authorization authorization) {
        return new JsonHttp(NAME, base, authorization, wire, pace);
    }

    HttpDownload downloads() {
        return new HttpDownload(NAME, wire);
    }

    public Clock clock() {
        return wire.clock();
    }
}
