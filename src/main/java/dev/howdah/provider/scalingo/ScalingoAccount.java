package dev.howdah.provider.scalingo;

import dev.howdah.core.OperationLog;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.ApiToken;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.http.JsonHttp;
import dev.howdah.provider.scalingo.call.ScalingoApi;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import dev.howdah.provider.scalingo.call.ScalingoRegion;
import dev.howdah.provider.scalingo.read.ScalingoJson;
import java.util.ArrayList;
import java.util.List;

/** An account at Scalingo: the databases in its regions. */
public final class ScalingoAccount implements ProviderAccount {
    private final ScalingoApi api;

    /**
     * Asks nothing yet.
     *
     * @param apiToken the person's, as made in Scalingo's dashboard
     */
    public ScalingoAccount(ScalingoHosts hosts, ApiToken apiToken, HttpWire wire) {
        this.api = new ScalingoApi(hosts, apiToken, wire);
    }

    @Override
    public String providerName() {
        return ScalingoApi.NAME;
    }

    @Override
    public List<FoundDatabase> services() throws ProblemException {
        List<FoundDatabase> found = new ArrayList<>();
        for (ScalingoRegion region : api.regions()) {
            JsonHttp http = api.platform(region.name());
            for (Json app : http.send(HttpCall.get("apps")).body().at("apps").items()) {
                found.addAll(databasesOf(http, region, app));
            }
        }
        return List.copyOf(found);
    }

    private static List<FoundDatabase> databasesOf(JsonHttp http, ScalingoRegion region, Json app)
            throws ProblemException {
        String name = app.text("name");
        return http
                .send(HttpCall.get("apps", name, "addons").alsoTaking(403).alsoTaking(404))
                .body()
                .at("addons")
                .items()
                .stream()
                .flatMap(addon -> ScalingoJson.found(region.name(), name, addon).stream())
                .toList();
    }

    @Override
    public Provider open(FoundDatabase service, OperationLog log) {
        return new ScalingoProvider(api, service, log);
    }
}
