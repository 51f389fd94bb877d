package dev.howdah.provider.scalingo.read;

import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The description of one database, in our words: its state, nodes, switches and hours. */
public final class ScalingoDatabaseJson {
    public static final String FORCE_SSL = "force-ssl";
    public static final String PUBLICLY_AVAILABLE = "publicly-available";

    private static final Map<Switch, String> WORDS =
            Map.of(Switch.FORCE_TLS, FORCE_SSL, Switch.PUBLIC_ACCESS, PUBLICLY_AVAILABLE);

    private ScalingoDatabaseJson() {}

    /**
     * @param statuses the nodes with their roles; missing when they could not be had
     */
    static ServiceFacts facts(ScalingoAddress service, Json database, Json statuses) {
        Map<String, Switch.Position> features = features(database);
        Map<Switch, Switch.Position> switches = new EnumMap<>(Switch.class);
        switches.put(Switch.FORCE_TLS, features.getOrDefault(FORCE_SSL, Switch.Position.OFF));
        if (!service.dedicated()) {
            switches.put(
                    Switch.PUBLIC_ACCESS,
                    features.getOrDefault(PUBLICLY_AVAILABLE, Switch.Position.OFF));
        }
        return new ServiceFacts(
                service.addon(),
                database.text("app_name").isEmpty() ? service.app() : database.text("app_name"),
                Optional.of(service.region()),
                state(database.text("status")),
                ScalingoJson.plain(database.text("status")),
                ScalingoJson.plain(database.text("plan")),
                ScalingoJson.plain(database.text("readable_version")),
                nodes(database, statuses),
                switches,
                WORDS,
                features.entrySet().stream()
                        .filter(each -> !each.getKey().equals(FORCE_SSL))
                        .filter(each -> !each.getKey().equals(PUBLICLY_AVAILABLE))
                        .filter(each -> each.getValue() == Switch.Position.ON)
                        .map(each -> ScalingoJson.plain(each.getKey()))
                        .toList(),
                service.dedicated() ? Optional.empty() : Optional.of(schedule(database)),
                window(database.at("maintenance_window")),
                database.at("current_operation_id").text().filter(id -> !id.isEmpty()),
                database.at("created_at").moment());
    }

    private static Map<String, Switch.Position> features(Json database) {
        Map<String, Switch.Position> features = new TreeMap<>();
        for (Json feature : database.at("features").items()) {
            features.put(feature.text("name"), position(feature.text("status")));
        }
        return features;
    }

    private static Switch.Position position(String status) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "ACTIVATED" -> Switch.Position.ON;
            case "PENDING_TO_ACTIVATE" -> Switch.Position.TURNING_ON;
            case "PENDING_TO_REMOVE" -> Switch.Position.TURNING_OFF;
            case "FAILED" -> Switch.Position.FAILED;
            case String pending when pending.startsWith("PENDING") -> Switch.Position.TURNING;
            default -> Switch.Position.UNKNOWN;
        };
    }

    static ServiceState state(String status) {
        return switch (status) {
            case "running" -> ServiceState.RUNNING;
            case "creating", "booting" -> ServiceState.CREATING;
            case "migrating", "updating", "upgrading", "restarting" -> ServiceState.CHANGING;
            case "stopped", "removing" -> ServiceState.STOPPED;
            default -> ServiceState.UNKNOWN;
        };
    }

    private static List<ServiceNode> nodes(Json database, Json statuses) {
        Map<String, Json> roles = new HashMap<>();
        statuses.items().forEach(each -> roles.put(each.text("id"), each));
        List<ServiceNode> nodes = new ArrayList<>();
        for (Json instance : database.at("instances").items()) {
            Json status = roles.getOrDefault(instance.text("id"), Json.missing());
            String now =
                    status.text("status").isEmpty()
                            ? instance.text("status")
                            : status.text("status");
            nodes.add(
                    new ServiceNode(
                            instance.text("id"),
                            instance.at("hostname").text(),
                            role(instance.text("type"), status.text("role")),
                            state(now),
                            ScalingoJson.plain(now)));
        }
        nodes.sort(Comparator.comparing(ServiceNode::role));
        return nodes;
    }

    private static ServiceNode.Role role(String type, String role) {
        return switch (type) {
            case "db-node" ->
                    switch (role) {
                        case "leader" -> ServiceNode.Role.LEADER;
                        case "follower" -> ServiceNode.Role.FOLLOWER;
                        default -> ServiceNode.Role.UNKNOWN;
                    };
            case "haproxy", "gateway" -> ServiceNode.Role.GATEWAY;
            default -> ServiceNode.Role.UTILITY;
        };
    }

    /** The hours are a list where they are read, and a number where they are written. */
    private static BackupSchedule schedule(Json database) {
        Json hours = database.at("periodic_backups_scheduled_at");
        List<Integer> known =
                (hours.isArray() ? hours.items() : List.of(hours))
                        .stream()
                                .flatMapToLong(hour -> hour.whole().stream())
                                .filter(hour -> hour >= 0 && hour <= 23)
                                .mapToObj(hour -> (int) hour)
                                .toList();
        boolean on = database.at("periodic_backups_enabled").isTrue();
        return new BackupSchedule(on, known);
    }

    /** Sunday is 0. */
    static Optional<MaintenanceWindow> window(Json window) {
        OptionalLong day = window.at("weekday_utc").whole();
        OptionalLong hour = window.at("starting_hour_utc").whole();
        if (day.isEmpty()
                || hour.isEmpty()
                || day.getAsLong() < 0
                || day.getAsLong() > 6
                || hour.getAsLong() < 0
                || hour.getAsLong() > 23) {
            return Optional.empty();
        }
        return Optional.of(
                new MaintenanceWindow(
                        DayOfWeek.SUNDAY.plus(day.getAsLong()),
                        (int) hour.getAsLong(),
                        Duration.ofHours(
                                Math.clamp(
                                        window.at("duration_in_hour").whole().orElse(8), 1, 168))));
    }

    public static int weekday(DayOfWeek day) {
        return day.getValue() % 7;
    }
}
