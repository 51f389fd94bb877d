package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Texts;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceEvent.Weight;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The events of an app that concern its database. */
final class ScalingoEvents {
    private static final Texts TEXTS = Texts.of(ScalingoEvents.class);

    private static final Map<String, Weight> KNOWN =
            Map.ofEntries(
                    Map.entry("new_addon", Weight.NOTABLE),
                    Map.entry("upgrade_addon", Weight.NOTABLE),
                    Map.entry("delete_addon", Weight.WARNING),
                    Map.entry("suspend_addon", Weight.WARNING),
                    Map.entry("resume_addon", Weight.NOTABLE),
                    Map.entry("database/add_feature", Weight.NOTABLE),
                    Map.entry("database/remove_feature", Weight.NOTABLE),
                    Map.entry("plan_database_maintenance", Weight.NOTABLE),
                    Map.entry("start_database_maintenance", Weight.NOTABLE),
                    Map.entry("complete_database_maintenance", Weight.NOTABLE),
                    Map.entry("database_backup_succeeded", Weight.ROUTINE),
                    Map.entry("database_backup_failed", Weight.WARNING),
                    Map.entry("database_continuousbackup_healthy", Weight.ROUTINE),
                    Map.entry("database_continuousbackup_delayed", Weight.WARNING),
                    Map.entry("database_continuousbackup_stale", Weight.WARNING));

    private ScalingoEvents() {}

    /** Empty for what happens to the app and not to a database. */
    static Optional<ServiceEvent> of(Json event) {
        String type = event.text("type");
        return Optional.ofNullable(KNOWN.get(type))
                .map(weight ->
                        new ServiceEvent(
                                event.text("id"),
                                event.at("created_at").moment().orElse(Instant.EPOCH),
                                type,
                                ScalingoJson.plain(event.at("user").text("username")),
                                weight,
                                TEXTS.text("event." + type.replace('/', '_'))));
    }
}
