package dev.howdah.provider.scalingo;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.ApiToken;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.http.JsonHttp;
import dev.howdah.provider.http.SideBySide;
import dev.howdah.provider.scalingo.call.ScalingoApi;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.scalingo.call.ScalingoRegion;
import dev.howdah.provider.scalingo.read.ScalingoJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    /** Where one or more databases may be. */
    private record App(ScalingoRegion region, JsonHttp http, String name) {}

    /**
     * The API lists no databases but those of one app, so there is a request for each; the account
     * has 60 a minute, and a larger one has to wait for more.
     */
    @Override
    public List<FoundDatabase> services(Consumer<Search> tell) throws ProblemException {
        List<App> apps = new ArrayList<>();
        for (ScalingoRegion region : api.regions()) {
            JsonHttp http = api.platform(region.name());
            Set<String> names = new LinkedHashSet<>();
            for (Json app : http.send(HttpCall.get("apps")).body().at("apps").items()) {
                names.add(app.text("name"));
            }
            names.addAll(dedicated(http));
            names.forEach(name -> apps.add(new App(region, http, name)));
        }
        tell.accept(new Search(0, apps.size()));
        return SideBySide.ask(
                        apps,
                        app -> databasesOf(app.http(), app.region(), app.name()),
                        looked -> tell.accept(new Search(looked, apps.size())),
                        () -> ScalingoProblems.of(Problem.Kind.FAILED, "search"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The names of dedicated databases, under each of which there is an app with one addon. The
     * list is documented as the field of an object; Scalingo's own programs have known it as a bare
     * array of wrapped databases, and as one with the app beside the addon. Accounts without access
     * to the product may be refused.
     */
    private static List<String> dedicated(JsonHttp http) throws ProblemException {
        Json answer = http.send(HttpCall.get("databases").alsoTaking(403).alsoTaking(404)).body();
        return answer.unwrapped("databases").items().stream()
                .map(each ->
                        each.isObject() && each.at("app").isObject()
                                ? each.at("app").text("name")
                                : each.unwrapped("database").text("name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<FoundDatabase> databasesOf(
            JsonHttp http, ScalingoRegion region, String name) throws ProblemException {
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
