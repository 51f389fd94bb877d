package dev.howdah.provider.scalingo;

import static dev.howdah.provider.scalingo.FakeScalingo.json;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.http.LoopbackServer.Asked;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One request to {@link FakeScalingo} that changes something. */
final class FakeScalingoWrites {
    private static final List<String> END_QUERY = List.of("pg-cancel-query", "pg-terminate-query");
    private static final String MADE_PASSWORD = "made-by-scalingo-0123456789";
    private static final Duration BACKUP_LENGTH = Duration.ofSeconds(20);

    private final FakeScalingo scalingo;
    private final Asked asked;
    private final String[] path;
    private final JsonNode body;

    FakeScalingoWrites(FakeScalingo scalingo, Asked asked, String[] path, JsonNode body) {
        this.scalingo = scalingo;
        this.asked = asked;
        this.path = path.clone();
        this.body = body;
    }

    Reply reply(FakeDatabase database) throws ProblemException {
        return switch (asked.method() + " " + path[1]) {
            case "PATCH apps" -> changePlan(database);
            case "PATCH databases" -> configure(database);
            case "POST databases" -> post(database);
            default -> delete(database);
        };
    }

    private Reply changePlan(FakeDatabase database) throws ProblemException {
        String id = body.path("addon").path("plan_id").asString("");
        String name =
                database.behind.plans(database.dedicated).stream()
                        .filter(plan -> id.equals(plan.get("id")))
                        .map(plan -> String.valueOf(plan.get("name")))
                        .findFirst()
                        .orElse("");
        if (name.isEmpty()) {
            return Reply.json(422, "{\"errors\":{\"plan_id\":[\"is unknown\"]}}");
        }
        if (database.busy()) {
            return Reply.json(400, "{\"error\":\"an operation is running\"}");
        }
        database.begin(
                scalingo.time.instant(),
                "updating",
                database.length,
                database.behind.changePlan(name),
                () -> {
                    database.plan = name;
                    database.count(Act.PLAN_CHANGE);
                },
                () -> {});
        return scalingo.documented
                ? json(200, Map.of("vars", List.of(), "message", "being changed"))
                : json(
                        200,
                        Map.of(
                                "addon",
                                FakeScalingoCalls.addon(database),
                                "message",
                                "being changed"));
    }

    private Reply configure(FakeDatabase database) throws ProblemException {
        if (path.length == 5) {
            database.count(Act.PASSWORD);
            database.behind.passwordSet(
                    path[4], body.path("database_user").path("password").asString(""));
            return json(200, Map.of("database_user", Map.of("name", path[4])));
        }
        JsonNode wanted = body.path("database");
        if (wanted.has("periodic_backups_enabled")) {
            database.periodic = wanted.path("periodic_backups_enabled").asBoolean();
            database.hour = wanted.path("periodic_backups_scheduled_at").asInt(database.hour);
            database.behind.schedule(database.periodic, database.hour);
            database.count(Act.BACKUP_SCHEDULE);
        }
        if (wanted.has("maintenance_window")) {
            JsonNode window = wanted.path("maintenance_window");
            database.weekday = window.path("weekday_utc").asInt();
            database.windowHour = window.path("starting_hour_utc").asInt();
            database.behind.moveWindow(database.weekday, database.windowHour);
            database.count(Act.MAINTENANCE_WINDOW);
        }
        return json(200, Map.of("database", FakeScalingoCalls.detail(database)));
    }

    private Reply post(FakeDatabase database) throws ProblemException {
        Instant now = scalingo.time.instant();
        return switch (path[3]) {
            case "features" -> {
                String name = body.path("feature").path("name").asString("");
                turn(database, name, true);
                yield json(200, Map.of("name", name, "status", "PENDING"));
            }
            case "backups" -> backUp(database, now);
            case "users" -> path.length == 4 ? createUser(database) : resetPassword(database);
            case "firewall_rules" -> addRule(database);
            case "pitr" -> recover(database, now);
            case "upgrade" -> upgrade(database, now);
            case "action" -> action(database);
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    private void turn(FakeDatabase database, String name, boolean on) {
        database.features.put(
                name,
                !scalingo.documented
                        ? "PENDING"
                        : on ? "PENDING_TO_ACTIVATE" : "PENDING_TO_REMOVE");
        database.begin(
                scalingo.time.instant(),
                "",
                database.length,
                database.behind.turn(name, on),
                () -> {
                    if (on) {
                        database.features.put(name, "ACTIVATED");
                    } else {
                        database.features.remove(name);
                    }
                },
                () -> database.features.put(name, "FAILED"));
        database.count(Act.SWITCH);
    }

    private static Reply backUp(FakeDatabase database, Instant now) throws ProblemException {
        String id = database.next("b");
        Optional<BehindTheFake.Work> real = database.behind.backUp(id);
        Map<String, Object> backup = new LinkedHashMap<>();
        backup.put("id", id);
        backup.put("name", "20261121_" + database.app + "-1234");
        backup.put("created_at", now.toString());
        backup.put("started_at", null);
        backup.put("size", null);
        backup.put("status", "scheduled");
        backup.put("method", "manual");
        database.backups.add(backup);
        database.count(Act.BACKUP);
        database.begin(
                now,
                "",
                BACKUP_LENGTH,
                real,
                () -> {
                    backup.put("size", bytes(database, id));
                    backup.put("status", "done");
                },
                () -> backup.put("status", "error"));
        return json(201, Map.of("database_backup", backup));
    }

    private static long bytes(FakeDatabase database, String backup) {
        try {
            return database.behind.bytes(backup);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply createUser(FakeDatabase database) throws ProblemException {
        JsonNode wanted = body.path("database_user");
        String name = wanted.path("name").asString("");
        if (database.users.containsKey(name)) {
            return Reply.json(422, "{\"errors\":{\"name\":[\"has already been taken\"]}}");
        }
        boolean readOnly = wanted.path("read_only").asBoolean();
        Map<String, Object> user = Map.of("name", name, "read_only", readOnly, "protected", false);
        database.behind.created(name, readOnly, wanted.path("password").asString(""));
        database.users.put(name, user);
        database.count(Act.USER_CREATED);
        return json(201, scalingo.documented ? user : Map.of("database_user", user));
    }

    private Reply resetPassword(FakeDatabase database) throws ProblemException {
        database.behind.passwordSet(path[4], MADE_PASSWORD);
        database.count(Act.PASSWORD);
        Map<String, Object> user = Map.of("name", path[4], "password", MADE_PASSWORD);
        return json(200, scalingo.documented ? user : Map.of("database_user", user));
    }

    private Reply addRule(FakeDatabase database) throws ProblemException {
        if (database.rules.size() >= 30) {
            return Reply.json(400, "{\"error\":\"too many rules\",\"code\":\"limit\"}");
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", database.next("r"));
        for (String name : List.of("type", "cidr", "label", "range_id")) {
            rule.put(name, body.path(name).asString(""));
        }
        database.rules.add(rule);
        allowed(database);
        return json(201, Map.of("rule", rule));
    }

    private static void allowed(FakeDatabase database) throws ProblemException {
        database.behind.allow(
                database.rules.stream()
                        .filter(rule -> !String.valueOf(rule.get("cidr")).isEmpty())
                        .toList());
    }

    private Reply recover(FakeDatabase database, Instant now) throws ProblemException {
        if (database.busy()) {
            return Reply.json(400, "{\"error\":\"an operation is running\"}");
        }
        database.begin(
                now,
                "migrating",
                database.length,
                database.behind.recover(
                        Instant.parse(body.path("restore_time").asString(now.toString()))),
                () -> {
                    database.earliest = scalingo.time.instant();
                    database.count(Act.RECOVERY);
                },
                () -> {});
        String id = database.next("op");
        return scalingo.documented
                ? json(201, Map.of("operation_id", id))
                : json(201, Map.of("operation", Map.of("id", id)));
    }

    private static Reply upgrade(FakeDatabase database, Instant now) {
        if (database.busy()) {
            return Reply.json(400, "{\"error\":\"an operation is running\"}");
        }
        database.begin(
                now,
                "upgrading",
                database.length,
                () -> {
                    database.version = FakeDatabase.written(database.behind.nextVersion());
                    database.count(Act.VERSION_UPGRADE);
                });
        return json(202, Map.of("operation_id", database.next("op")));
    }

    private Reply action(FakeDatabase database) throws ProblemException {
        String name = body.path("action_name").asString("");
        Optional<Object> real = database.behind.action(name, body.path("params"));
        if (real.isPresent()) {
            if (END_QUERY.contains(name) && real.get().equals(true)) {
                database.count(Act.SESSION_END);
            }
            return json(200, Map.of("ok", 1, "result", real.get()));
        }
        return switch (name) {
            case "pg-list-queries" -> json(200, Map.of("ok", 1, "result", database.queries));
            case "list-extensions" ->
                    json(
                            200,
                            Map.of(
                                    "ok",
                                    1,
                                    "result",
                                    database.extensions.stream()
                                            .map(each -> each.split(" ", 2))
                                            .map(each ->
                                                    Map.of("name", each[0], "version", each[1]))
                                            .toList()));
            case "pg-cancel-query", "pg-terminate-query" -> {
                int pid = body.path("params").path("pid").asInt();
                boolean gone =
                        database.queries.removeIf(
                                each -> Integer.valueOf(pid).equals(each.get("pid")));
                if (gone) {
                    database.count(Act.SESSION_END);
                }
                yield json(200, Map.of("ok", 1, "result", gone));
            }
            case "pg-stat-statements-enable" -> {
                database.extensions.add("pg_stat_statements 1.10");
                yield json(200, Map.of("ok", 1));
            }
            default -> json(200, Map.of("ok", 0, "error", "unknown action"));
        };
    }

    private Reply delete(FakeDatabase database) throws ProblemException {
        switch (path[3]) {
            case "features" -> {
                turn(database, asked.uri().getQuery().replace("feature=", ""), false);
                return json(200, Map.of("message", "being removed"));
            }
            case "users" -> {
                if (database.users.remove(path[4]) == null) {
                    return Reply.json(404, "{\"error\":\"not found\"}");
                }
                database.behind.dropped(path[4]);
                database.count(Act.USER_DROPPED);
                return Reply.json(204, "");
            }
            case "firewall_rules" -> {
                if (!database.rules.removeIf(rule -> path[4].equals(rule.get("id")))) {
                    return Reply.json(404, "{\"error\":\"not found\"}");
                }
                allowed(database);
                return Reply.json(204, "");
            }
            default -> {
                return Reply.json(404, "{\"error\":\"not found\"}");
            }
        }
    }
}
