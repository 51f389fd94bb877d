package dev.howdah.provider.scalingo;

import static dev.howdah.provider.scalingo.FakeScalingo.JSON;
import static dev.howdah.provider.scalingo.FakeScalingo.json;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.LoopbackServer.Asked;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One request to {@link FakeScalingo} with a token that is good. */
final class FakeScalingoCalls {
    private final FakeScalingo scalingo;
    private final Asked asked;
    private final String[] path;
    private final JsonNode body;

    FakeScalingoCalls(FakeScalingo scalingo, Asked asked) {
        this.scalingo = scalingo;
        this.asked = asked;
        this.path = asked.uri().getRawPath().substring(1).split("/", -1);
        this.body = asked.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(asked.body());
    }

    Reply reply() throws ProblemException {
        String call = asked.method() + " " + path[1];
        if (call.equals("GET apps") && path.length == 2) {
            return apps();
        }
        if (call.equals("GET databases") && path.length == 2) {
            return dedicated();
        }
        if (call.equals("GET firewall")) {
            return managedRanges();
        }
        Optional<FakeDatabase> meant = meant();
        if (meant.isEmpty()) {
            return Reply.json(404, "{\"error\":\"not found\"}");
        }
        FakeDatabase database = meant.get();
        return switch (call) {
            case "GET apps" -> ofApp(database);
            case "POST apps" -> json(200, Map.of("addon", addonWithToken(database)));
            case "PATCH apps", "PATCH databases", "POST databases", "DELETE databases" ->
                    new FakeScalingoWrites(scalingo, asked, path, body).reply(database);
            case "GET addon_providers" ->
                    json(
                            200,
                            Map.of(
                                    "plans",
                                    database.behind.plans(path[2].equals("postgresql-ng"))));
            case "GET backups" -> backup(database);
            case "GET database_type_versions" -> nextVersion(database);
            case "GET databases" ->
                    path.length == 3
                            ? json(200, Map.of("database", detail(database)))
                            : new FakeScalingoReads(scalingo, path).reply(database);
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    /** The database that the path names: by its app, its addon, or one of its backups. */
    private Optional<FakeDatabase> meant() {
        String name = path[2];
        return switch (path[1]) {
            case "addon_providers" ->
                    scalingo.databases.stream()
                            .filter(each -> each.dedicated == name.equals("postgresql-ng"))
                            .findFirst();
            case "database_type_versions" -> scalingo.databases.stream().findFirst();
            case "backups" ->
                    scalingo.databases.stream()
                            .filter(each ->
                                    each.backups.stream()
                                            .anyMatch(backup -> name.equals(backup.get("id"))))
                            .findFirst();
            default ->
                    scalingo.databases.stream()
                            .filter(each -> each.app.equals(name) || each.addon.equals(name))
                            .findFirst();
        };
    }

    private Reply apps() {
        return json(
                200,
                Map.of(
                        "apps",
                        scalingo.databases.stream()
                                .filter(each -> !each.dedicated || !scalingo.documented)
                                .map(each -> Map.of("id", "id-" + each.app, "name", each.app))
                                .toList()));
    }

    private Reply dedicated() {
        List<Map<String, Object>> found =
                scalingo.databases.stream()
                        .filter(each -> each.dedicated)
                        .map(each ->
                                Map.<String, Object>of("id", "id-" + each.app, "name", each.app))
                        .toList();
        return scalingo.documented
                ? json(200, Map.of("databases", found))
                : json(200, found.stream().map(each -> Map.of("database", each)).toList());
    }

    private static Reply managedRanges() {
        return json(
                200,
                Map.of(
                        "ranges",
                        List.of(Map.of("id", "mr-osc-fr1", "name", "Scalingo osc-fr1 region"))));
    }

    private static Reply nextVersion(FakeDatabase database) {
        List<Integer> next = database.behind.nextVersion();
        return json(
                200,
                Map.of(
                        "database_type_version",
                        Map.of(
                                "id",
                                BehindTheFake.NEXT_VERSION,
                                "major",
                                next.get(0),
                                "minor",
                                next.get(1),
                                "patch",
                                next.get(2),
                                "build",
                                next.get(3))));
    }

    private Reply ofApp(FakeDatabase database) {
        return switch (path[3]) {
            case "addons" ->
                    json(
                            200,
                            Map.of(
                                    "addons",
                                    scalingo.databases.stream()
                                            .filter(each -> each.app.equals(database.app))
                                            .map(FakeScalingoCalls::addon)
                                            .toList()));
            case "variables" ->
                    json(
                            200,
                            Map.of(
                                    "variables",
                                    List.of(
                                            Map.of(
                                                    "name",
                                                    "DATABASE_URL",
                                                    "value",
                                                    "$SCALINGO_POSTGRESQL_URL"),
                                            Map.of(
                                                    "name",
                                                    "SCALINGO_POSTGRESQL_URL",
                                                    "value",
                                                    database.behind.url()))));
            case "events" -> events(database);
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    /** By pages; what became of the app is newer than anything about its database. */
    private Reply events(FakeDatabase database) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < database.deploys; i++) {
            all.add(Map.of("id", "d" + i, "type", "new_deploy"));
        }
        all.addAll(database.behind.events());
        int page = asked("page");
        int from = Math.min(all.size(), (page - 1) * asked("per_page"));
        int to = Math.min(all.size(), from + asked("per_page"));
        Map<String, Object> pagination = new HashMap<>();
        pagination.put("current_page", page);
        pagination.put("next_page", to < all.size() ? page + 1 : null);
        return json(
                200,
                Map.of("events", all.subList(from, to), "meta", Map.of("pagination", pagination)));
    }

    private int asked(String parameter) {
        for (String each : String.valueOf(asked.uri().getQuery()).split("&", -1)) {
            if (each.startsWith(parameter + "=")) {
                return Integer.parseInt(each.substring(parameter.length() + 1));
            }
        }
        return 1;
    }

    static Map<String, Object> addon(FakeDatabase database) {
        return new HashMap<>(
                Map.of(
                        "id",
                        database.addon,
                        "resource_id",
                        database.resource,
                        "status",
                        "running",
                        "plan",
                        Map.of("name", database.plan),
                        "addon_provider",
                        Map.of("id", database.dedicated ? "postgresql-ng" : "postgresql")));
    }

    private Map<String, Object> addonWithToken(FakeDatabase database) {
        Map<String, Object> addon = addon(database);
        addon.put("token", scalingo.token());
        return addon;
    }

    static Map<String, Object> detail(FakeDatabase database) throws ProblemException {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", "5d1a");
        detail.put("app_name", database.app);
        detail.put("resource_id", database.resource);
        detail.put("hostname", database.hostname);
        detail.put("plan", database.plan);
        detail.put("status", database.status);
        detail.put("readable_version", database.version);
        detail.put(
                "next_version_id",
                database.version.equals(FakeDatabase.written(database.behind.nextVersion()))
                        ? null
                        : BehindTheFake.NEXT_VERSION);
        detail.put("created_at", "2026-01-02T03:04:05.678+01:00");
        detail.put("current_operation_id", database.currentOperation);
        detail.put("periodic_backups_enabled", database.periodic);
        detail.put("periodic_backups_scheduled_at", List.of(database.hour));
        detail.put(
                "maintenance_window",
                Map.of(
                        "weekday_utc",
                        database.weekday,
                        "starting_hour_utc",
                        database.windowHour,
                        "duration_in_hour",
                        8));
        detail.put(
                "features",
                database.features.entrySet().stream()
                        .map(each -> Map.of("name", each.getKey(), "status", each.getValue()))
                        .toList());
        List<Map<String, Object>> instances = new ArrayList<>();
        database.behind.nodes().keySet().stream()
                .sorted()
                .forEach(node -> instances.add(instance(node, "db-node")));
        instances.add(instance("g1", "haproxy"));
        detail.put("instances", instances);
        return detail;
    }

    private static Map<String, Object> instance(String id, String type) {
        return Map.of("id", id, "type", type, "status", "running", "hostname", id + ".example");
    }

    private Reply backup(FakeDatabase database) {
        return database.backups.stream()
                .filter(each -> path[2].equals(each.get("id")))
                .findFirst()
                .map(each -> json(200, Map.of("database_backup", each)))
                .orElse(Reply.json(404, "{\"error\":\"not found\"}"));
    }
}
