package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceConnection.Endpoint;
import dev.howdah.provider.service.ServiceConnection.Reachable;
import dev.howdah.provider.service.ServiceConnection.Tls;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How to connect to a database of either product. */
public final class ScalingoConnection {
    /** The gateway in front of a database cuts what is idle for longer on the server's side. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(30);

    private static final Texts TEXTS = Texts.of(ScalingoConnection.class);

    private final ScalingoCalls calls;
    private final ScalingoReads reads;
    private final ScalingoAddress service;

    public ScalingoConnection(ScalingoCalls calls, ScalingoReads reads, ScalingoAddress service) {
        this.calls = calls;
        this.reads = reads;
        this.service = service;
    }

    public ServiceConnection read() throws ProblemException {
        Json database = reads.database();
        ScalingoUrl url = url(database);
        ServiceFacts facts = ScalingoDatabaseJson.facts(service, database, Json.missing());
        Tls tls =
                service.dedicated() || facts.switches().get(Switch.FORCE_TLS) == Switch.Position.ON
                        ? Tls.REQUIRED
                        : Tls.OFFERED;
        boolean isPublic = facts.switches().get(Switch.PUBLIC_ACCESS) == Switch.Position.ON;
        Endpoint told =
                new Endpoint(
                        url.host(),
                        url.port(),
                        tls,
                        false,
                        service.dedicated()
                                ? Reachable.ALLOWLISTED
                                : isPublic ? Reachable.PUBLIC : Reachable.PRIVATE,
                        TEXTS.text("endpoint.usual"));
        List<Endpoint> further = service.dedicated() ? endpoints(tls) : List.of();
        return new ServiceConnection(
                url.database(),
                url.user(),
                url.password(),
                further.isEmpty() ? List.of(told) : further,
                service.dedicated() || isPublic ? Optional.empty() : calls.region().tunnel(),
                Optional.of(IDLE_LIMIT));
    }

    private ScalingoUrl url(Json database) throws ProblemException {
        Json variables =
                calls.platform(
                                HttpCall.get("apps", service.app(), "variables")
                                        .with("aliases", "false"))
                        .body();
        Optional<ScalingoUrl> its = ScalingoUrl.ofDatabase(variables, database);
        if (its.isPresent()) {
            return its.get();
        }
        long siblings = databasesOfTheApp();
        if (siblings > 1) {
            throw ScalingoProblems.of(
                    Problem.Kind.NOT_SUPPORTED, "whichUrl", service.app(), siblings);
        }
        return ScalingoUrl.ofApp(variables);
    }

    private long databasesOfTheApp() throws ProblemException {
        return calls
                .platform(HttpCall.get("apps", service.app(), "addons"))
                .body()
                .at("addons")
                .items()
                .stream()
                .filter(addon ->
                        ScalingoJson.found(service.region(), service.app(), addon).isPresent())
                .count();
    }

    private List<Endpoint> endpoints(Tls tls) throws ProblemException {
        return calls
                .platform(HttpCall.get("databases", service.app(), "endpoints").alsoTaking(404))
                .body()
                .at("endpoints")
                .items()
                .stream()
                .filter(each -> each.at("port").whole().orElse(0) > 0)
                .filter(each -> each.at("port").whole().orElse(0) <= 65_535)
                .map(each ->
                        new Endpoint(
                                each.text("hostname"),
                                (int) each.at("port").whole().orElse(0),
                                tls,
                                false,
                                each.text("type").startsWith("public")
                                        ? Reachable.ALLOWLISTED
                                        : Reachable.PRIVATE,
                                ScalingoJson.plain(each.text("type"))))
                .sorted(Comparator.comparing(Endpoint::reachable))
                .toList();
    }
}
