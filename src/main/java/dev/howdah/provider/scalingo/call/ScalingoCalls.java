package dev.howdah.provider.scalingo.call;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.HttpAnswer;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.http.JsonHttp;
import dev.howdah.provider.http.download.HttpDownload;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends what is asked about one database to the right host with the right token. */
public final class ScalingoCalls {
    private final ScalingoApi api;
    private final ScalingoAddress service;
    private @Nullable JsonHttp databases;

    public ScalingoCalls(ScalingoApi api, ScalingoAddress service) {
        this.api = api;
        this.service = service;
    }

    /** The API of apps, which may have to ask for the region first. */
    @FunctionalInterface
    interface Platform {
        JsonHttp http() throws ProblemException;
    }

    public ScalingoRegion region() throws ProblemException {
        return api.region(service.region());
    }

    /** Asks the API of apps. */
    public HttpAnswer platform(HttpCall call) throws ProblemException {
        return platformHttp().send(call);
    }

    /** Asks the API of databases. */
    public HttpAnswer database(HttpCall call) throws ProblemException {
        return databaseHttp().send(call);
    }

    public Json read(HttpCall call) throws ProblemException {
        return database(call).body();
    }

    private JsonHttp platformHttp() throws ProblemException {
        return api.platform(service.region());
    }

    private synchronized JsonHttp databaseHttp() throws ProblemException {
        if (databases == null) {
            Optional<URI> own = api.databaseApi(region());
            databases =
                    own.isEmpty()
                            ? platformHttp()
                            : api.http(
                                    own.get(),
                                    ScalingoTokens.ofAddon(
                                            this::platformHttp,
                                            service.app(),
                                            service.addon(),
                                            clock()));
        }
        return databases;
    }

    public HttpDownload downloads() {
        return api.downloads();
    }

    public Clock clock() {
        return api.clock();
    }

    /** Where the API of apps is, for a preview; asks nothing. */
    public URI platformBase() {
        return api.knownRegion(service.region())
                .map(ScalingoRegion::api)
                .orElse(URI.create("https://api." + service.region() + ".scalingo.com/v1"));
    }

    /** Where the API of databases is, for a preview; asks nothing. */
    public URI databaseBase() {
        return api.knownRegion(service.region())
                .map(region -> api.databaseApi(region).orElse(region.api()))
                .orElse(URI.create("https://db-api." + service.region() + ".scalingo.com/api"));
    }
}
