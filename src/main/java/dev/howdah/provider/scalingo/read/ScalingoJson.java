package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Secret;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.http.HttpProblems;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Scalingo's words into ours. Where its documentation and its own programs disagree about a shape,
 * both are understood.
 */
public final class ScalingoJson {
    private static final int MAX_TEXT = 500;
    private static final int MAX_QUERY = 100_000;

    private ScalingoJson() {}

    /** An addon, when it is a PostgreSQL database. */
    public static Optional<FoundDatabase> found(String region, String app, Json addon) {
        String product = addon.at("addon_provider").text("id");
        boolean dedicated = product.equals("postgresql-ng");
        if ((!dedicated && !product.equals("postgresql") && !product.equals("scalingo-postgresql"))
                || addon.text("id").isEmpty()) {
            return Optional.empty();
        }
        ScalingoAddress service = new ScalingoAddress(region, app, addon.text("id"), dedicated);
        return Optional.of(
                new FoundDatabase(
                        service.id(),
                        dedicated ? app : app + " / " + addon.text("resource_id"),
                        service.product(),
                        Optional.of(region),
                        addon.at("plan").text("name"),
                        switch (addon.text("status")) {
                            case "running" -> ServiceState.RUNNING;
                            case "provisioning" -> ServiceState.CREATING;
                            case "suspended" -> ServiceState.STOPPED;
                            default -> ServiceState.UNKNOWN;
                        },
                        service.address()));
    }

    static Optional<AllowRule> rule(Json rule, Map<String, String> managedNames) {
        Optional<String> id = rule.at("id").text();
        if (rule.text("type").equals("managed_range")) {
            String range = rule.text("range_id");
            return Optional.of(
                    new AllowRule(
                            id,
                            new AllowRule.Managed(
                                    range, managedNames.getOrDefault(range, plain(range))),
                            // one could not be written back: Scalingo's own tools refuse it
                            ""));
        }
        String label = plain(rule.text("label"));
        return Cidr.parse(rule.text("cidr"))
                .map(cidr -> new AllowRule(id, new AllowRule.Range(cidr), label));
    }

    static BackupEntry backup(Json backup) {
        OptionalLong size = backup.at("size").whole();
        return new BackupEntry(
                backup.text("id"),
                plain(backup.text("name")),
                backup.at("created_at").moment().orElse(Instant.EPOCH),
                backup.at("started_at").moment(),
                backup.atAny("ended_at", "finished_at").moment(),
                switch (backup.text("status")) {
                    case "scheduled", "pending" -> BackupEntry.State.WAITING;
                    case "running" -> BackupEntry.State.RUNNING;
                    case "done" -> BackupEntry.State.DONE;
                    case "error" -> BackupEntry.State.FAILED;
                    default -> BackupEntry.State.UNKNOWN;
                },
                backup.text("method").equals("periodic")
                        ? BackupEntry.Kind.SCHEDULED
                        : BackupEntry.Kind.ON_DEMAND,
                BackupEntry.Form.DUMP_IN_TAR_GZ,
                size.isPresent() && size.getAsLong() >= 0 ? size : OptionalLong.empty(),
                Optional.empty());
    }

    static ProviderUser user(Json user) {
        return new ProviderUser(
                user.text("name"),
                user.at("read_only").isTrue(),
                user.at("protected").isTrue(),
                user.at("dbms_attributes").at("password_encryption").text());
    }

    static MaintenanceEntry maintenance(Json entry) {
        return new MaintenanceEntry(
                entry.text("id"),
                plain(entry.text("type")),
                switch (entry.text("status")) {
                    case "scheduled", "notified", "queued" -> MaintenanceEntry.State.AHEAD;
                    case "running" -> MaintenanceEntry.State.RUNNING;
                    case "done" -> MaintenanceEntry.State.DONE;
                    case "failed" -> MaintenanceEntry.State.FAILED;
                    case "cancelled" -> MaintenanceEntry.State.CANCELLED;
                    default -> MaintenanceEntry.State.UNKNOWN;
                },
                plain(entry.text("status")),
                entry.at("started_at").moment(),
                entry.at("ended_at").moment());
    }

    static LogArchive archive(Json archive) {
        return new LogArchive(
                archive.at("from").moment().orElse(Instant.EPOCH),
                archive.at("to").moment().orElse(Instant.EPOCH),
                Math.max(0, archive.at("size").whole().orElse(0)),
                Secret.of(archive.text("url")));
    }

    /** Durations are in nanoseconds. */
    static RunningQuery query(Json query) {
        OptionalLong nanos = query.at("query_duration").whole();
        return new RunningQuery(
                Math.clamp(query.at("pid").whole().orElse(0), 0, Integer.MAX_VALUE),
                plain(query.text("username")),
                plain(query.text("state")),
                query.at("query_start").moment(),
                nanos.isPresent()
                        ? Optional.of(Duration.ofNanos(Math.max(0, nanos.getAsLong())))
                        : Optional.empty(),
                cut(query.text("query")));
    }

    private static String cut(String query) {
        return query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) + "…" : query;
    }

    static String plain(String text) {
        return HttpProblems.plain(text, MAX_TEXT);
    }
}
