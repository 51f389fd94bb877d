package dev.howdah.provider.scalingo;

import static dev.howdah.provider.scalingo.FakeScalingo.JSON;
import static dev.howdah.provider.scalingo.FakeScalingo.json;

import dev.howdah.provider.http.LoopbackServer.Asked;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One request to {@link FakeScalingo} with a token that is good. */
final class FakeScalingoCalls {
    static final List<Map<String, Object>> PLANS =
            List.of(
                    plan("pl0", "postgresql-sandbox", "Sandbox", "0", 1),
                    plan("pl1", "postgresql-starter-512", "Starter 512M", "0.0001666667", 2),
                    plan("pl2", "postgresql-business-1024", "Business 1024M", "0.002", 3));
    static final List<Map<String, Object>> DEDICATED_PLANS =
            List.of(
                    plan("dr1", "postgresql-dr-starter-4096", "Starter 4G", "0.003", 1),
                    plan("dr2", "postgresql-dr-business-8192", "Business 8G", "0.009", 2));

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

    private static Map<String, Object> plan(
            String id, String name, String title, String price, int position) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "display_name",
                title,
                "position",
                position,
                "disabled",
                false,
                "description",
                "<p>" + title + "</p>",
                "pricings",
                Map.of("default", Map.of("price", price, "currency", "EUR", "period", "minute")));
    }

    Reply reply() {
        FakeDatabase database = scalingo.databases.getFirst();
        return switch (asked.method() + " " + path[1]) {
            case "GET apps" -> path.length == 2 ? apps() : ofApp(database);
            case "POST apps" -> json(200, Map.of("addon", addonWithToken(database)));
            case "PATCH apps", "PATCH databases", "POST databases", "DELETE databases" ->
                    new FakeScalingoWrites(scalingo, asked, path, body).reply(database);
            case "GET addon_providers" ->
                    json(
                            200,
                            Map.of(
                                    "plans",
                                    path[2].equals("postgresql-ng") ? DEDICATED_PLANS : PLANS));
            case "GET backups" -> backup(database);
            case "GET database_type_versions" ->
                    json(
                            200,
                            Map.of(
                                    "database_type_version",
                                    Map.of(
                                            "id", "v2", "major", 16, "minor", 14, "patch", 0,
                                            "build", 1)));
            case "GET firewall" ->
                    json(
                            200,
                            Map.of(
                                    "ranges",
                                    List.of(
                                            Map.of(
                                                    "id",
                                                    "mr-osc-fr1",
                                                    "name",
                                                    "Scalingo osc-fr1 region"))));
            case "GET databases" ->
                    path.length == 3
                            ? json(200, Map.of("database", detail(database)))
                            : read(database);
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    private Reply apps() {
        return json(
                200,
                Map.of(
                        "apps",
                        scalingo.databases.stream()
                                .map(each -> Map.of("id", "a1", "name", each.app))
                                .toList()));
    }

    private Reply ofApp(FakeDatabase database) {
        return switch (path[3]) {
            case "addons" -> json(200, Map.of("addons", List.of(addon(database))));
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
                                                    "postgresql://shop_1234:p%40ss%2Bword@shop-1234"
                                                            + ".postgresql.example:31000/shop_1234"
                                                            + "?sslmode=prefer"))));
            case "events" ->
                    json(
                            200,
                            Map.of(
                                    "events",
                                    List.of(
                                            Map.of(
                                                    "id",
                                                    "e1",
                                                    "created_at",
                                                    "2026-11-20T10:00:00.000+01:00",
                                                    "type",
                                                    "upgrade_addon",
                                                    "user",
                                                    Map.of("username", "ann\u202e")),
                                            Map.of("id", "e2", "type", "new_deploy"))));
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    static Map<String, Object> addon(FakeDatabase database) {
        return new HashMap<>(
                Map.of(
                        "id",
                        database.addon,
                        "resource_id",
                        "shop-1234",
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

    static Map<String, Object> detail(FakeDatabase database) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", "5d1a");
        detail.put("app_name", database.app);
        detail.put("plan", database.plan);
        detail.put("status", database.status);
        detail.put("readable_version", database.version);
        detail.put("next_version_id", database.version.startsWith("16.13") ? "v2" : null);
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
        detail.put(
                "instances",
                List.of(
                        instance("n1", "db-node"),
                        instance("n2", "db-node"),
                        instance("g1", "haproxy")));
        return detail;
    }

    private static Map<String, Object> instance(String id, String type) {
        return Map.of("id", id, "type", type, "status", "running", "hostname", id + ".example");
    }

    private Reply read(FakeDatabase database) {
        return switch (path[3]) {
            case "instances_status" ->
                    json(
                            200,
                            List.of(
                                    Map.of("id", "n1", "status", "running", "role", "follower"),
                                    Map.of("id", "n2", "status", "running", "role", "leader")));
            case "backups" ->
                    path.length == 6
                            ? json(
                                    200,
                                    Map.of(
                                            "download_url",
                                            scalingo.base() + "/download/" + path[4]))
                            : json(200, Map.of("database_backups", database.backups));
            case "users" ->
                    json(200, Map.of("database-users", List.copyOf(database.users.values())));
            case "firewall_rules" -> json(200, Map.of("rules", database.rules));
            case "pitr" ->
                    json(
                            200,
                            Map.of(
                                    "recovery_window",
                                    Map.of(
                                            "earliest_recoverable_at",
                                            database.earliest.toString(),
                                            "latest_recoverable_at",
                                            scalingo.time.instant().toString())));
            case "metrics" -> Reply.json(200, scalingo.documented ? METRICS_2 : METRICS);
            case "logs" -> json(200, Map.of("url", scalingo.base() + "/logs/1?token=secret"));
            case "endpoints" ->
                    json(
                            200,
                            Map.of(
                                    "endpoints",
                                    List.of(
                                            Map.of(
                                                    "hostname",
                                                    "db.example",
                                                    "port",
                                                    30000,
                                                    "type",
                                                    "public-rw"))));
            case "maintenance" ->
                    json(
                            200,
                            Map.of(
                                    "maintenance",
                                    List.of(
                                            Map.of(
                                                    "id",
                                                    "m1",
                                                    "type",
                                                    "minor-upgrade",
                                                    "status",
                                                    "scheduled"))));
            case "logs_archives" ->
                    json(
                            200,
                            Map.of(
                                    "archives",
                                    List.of(
                                            Map.of(
                                                    "url",
                                                    scalingo.base() + "/logs/2?token=secret",
                                                    "from",
                                                    "2026-11-19T00:00:00Z",
                                                    "to",
                                                    "2026-11-20T00:00:00Z",
                                                    "size",
                                                    14))));
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    static final String METRICS =
            """
            {"cpu_usage":12,
             "memory":{"memory":100,"memory_max":180,"memory_limit":512,
                       "swap":0,"swap_max":5,"swap_limit":512},
             "database_stats":{"data_size":7000,"current_connections":4,"max_connections":30},
             "real_disk_size":9000,
             "instances_metrics":{"n2":{"cpu":{"usage_in_percents":11},"real_disk_size":8000}}}
            """;
    static final String METRICS_2 =
            """
            {"cpu_usage":12,
             "memory":{"memory_usage":100,"max_memory_usage":180,"memory_limit":512,
                       "swap_usage":0,"max_swap_usage":5,"swap_limit":512},
             "database_stats":{"data_size":7000,"current_connections":4,"max_connections":30},
             "real_disk_size":9000,
             "instances_metrics":{"n2":{"cpu":{"usage_in_percents":11},"real_disk_size":8000}}}
            """;

    private Reply backup(FakeDatabase database) {
        return database.backups.stream()
                .filter(each -> path[2].equals(each.get("id")))
                .findFirst()
                .map(each -> json(200, Map.of("database_backup", each)))
                .orElse(Reply.json(404, "{\"error\":\"not found\"}"));
    }
}
