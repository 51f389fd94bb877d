package dev.howdah.provider.scalingo;

import static dev.howdah.provider.scalingo.FakeScalingo.json;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request to {@link FakeScalingo} that reads something of a database. */
final class FakeScalingoReads {
    private final FakeScalingo scalingo;
    private final String[] path;

    FakeScalingoReads(FakeScalingo scalingo, String[] path) {
        this.scalingo = scalingo;
        this.path = path.clone();
    }

    Reply reply(FakeDatabase database) throws ProblemException {
        return switch (path[3]) {
            case "instances_status" ->
                    json(
                            200,
                            database.behind.nodes().entrySet().stream()
                                    .map(each -> status(each.getKey(), each.getValue()))
                                    .toList());
            case "backups" ->
                    path.length == 6
                            ? json(200, Map.of("download_url", link(database, "backup/" + path[4])))
                            : json(200, Map.of("database_backups", database.backups));
            case "users" -> json(200, Map.of("database-users", database.usersNow()));
            case "firewall_rules" -> json(200, Map.of("rules", database.rules));
            case "pitr" -> json(200, Map.of("recovery_window", window(database)));
            case "metrics" -> json(200, database.behind.metrics(scalingo.documented));
            case "logs" -> json(200, Map.of("url", link(database, "log") + "?token=secret"));
            case "endpoints" -> json(200, Map.of("endpoints", List.of(endpoint(database))));
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
            case "logs_archives" -> json(200, Map.of("archives", List.of(archivedLog(database))));
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    private static Map<String, String> status(String node, boolean leads) {
        return Map.of("id", node, "status", "running", "role", leads ? "leader" : "follower");
    }

    private String link(FakeDatabase database, String file) {
        return scalingo.base() + "/files/" + database.addon + "/" + file;
    }

    private Map<String, Object> window(FakeDatabase database) throws ProblemException {
        BehindTheFake.Window real =
                database.behind
                        .window()
                        .orElseGet(() ->
                                new BehindTheFake.Window(
                                        Optional.of(database.earliest),
                                        Optional.of(scalingo.time.instant())));
        Map<String, Object> window = new HashMap<>();
        real.earliest()
                .map(earliest -> later(earliest, database.earliest))
                .ifPresent(each -> window.put("earliest_recoverable_at", each.toString()));
        real.latest().ifPresent(each -> window.put("latest_recoverable_at", each.toString()));
        return window;
    }

    /** What was before the last recovery is lost at Scalingo, whatever the server behind keeps. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Object> endpoint(FakeDatabase database) {
        Map<String, Object> endpoint = new HashMap<>(database.behind.endpoint());
        endpoint.put("type", "public-rw");
        return endpoint;
    }

    private Map<String, Object> archivedLog(FakeDatabase database) throws ProblemException {
        return Map.of(
                "url",
                link(database, "archived-log") + "?token=secret",
                "from",
                "2026-11-19T00:00:00Z",
                "to",
                "2026-11-20T00:00:00Z",
                "size",
                database.behind.archivedLog().length);
    }
}
