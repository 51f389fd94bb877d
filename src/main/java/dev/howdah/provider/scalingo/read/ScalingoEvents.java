package dev.howdah.provider.scalingo.read;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceEvent.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final int PAGE = 100;

    /** An app has far more events of its own: so many pages are looked through for the others. */
    private static final int MOST_PAGES = 3;

    private final ScalingoCalls calls;
    private final ScalingoAddress service;

    ScalingoEvents(ScalingoCalls calls, ScalingoAddress service) {
        this.calls = calls;
        this.service = service;
    }

    /** The newest first; fewer than there are when they are older than a few hundred others. */
    List<ServiceEvent> newest(int limit) throws ProblemException {
        List<ServiceEvent> events = new ArrayList<>();
        boolean isMore = true;
        for (int page = 1; isMore && page <= MOST_PAGES && events.size() < limit; page++) {
            Json answer =
                    calls.platform(
                                    HttpCall.get("apps", service.app(), "events")
                                            .with("page", Integer.toString(page))
                                            .with("per_page", Integer.toString(PAGE)))
                            .body();
            answer.at("events").items().forEach(event -> of(event).ifPresent(events::add));
            isMore = answer.at("meta").at("pagination").at("next_page").present();
        }
        return events.stream().limit(limit).toList();
    }

    /** Empty for what happens to the app and not to a database. */
    private static Optional<ServiceEvent> of(Json event) {
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
