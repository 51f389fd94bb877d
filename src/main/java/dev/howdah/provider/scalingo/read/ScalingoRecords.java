package dev.howdah.provider.scalingo.read;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.ServiceEvent;
import java.util.List;

/** What Scalingo has on record about one database: maintenance, events, archives of its log. */
public final class ScalingoRecords {
    private static final int MAX_PAGE = 100;

    private final ScalingoCalls calls;
    private final ScalingoAddress service;

    public ScalingoRecords(ScalingoCalls calls, ScalingoAddress service) {
        this.calls = calls;
        this.service = service;
    }

    public List<MaintenanceEntry> maintenance(int limit) throws ProblemException {
        return calls
                .read(
                        HttpCall.get("databases", service.addon(), "maintenance")
                                .with("page", "1")
                                .with("per_page", page(limit)))
                .at("maintenance")
                .items()
                .stream()
                .limit(limit)
                .map(ScalingoJson::maintenance)
                .toList();
    }

    public List<LogArchive> logArchives() throws ProblemException {
        return calls
                .read(HttpCall.get("databases", service.addon(), "logs_archives").with("page", "1"))
                .at("archives")
                .items()
                .stream()
                .map(ScalingoJson::archive)
                .toList();
    }

    public List<ServiceEvent> events(int limit) throws ProblemException {
        return new ScalingoEvents(calls, service).newest(limit);
    }

    private static String page(int limit) {
        return Integer.toString(Math.clamp(limit, 1, MAX_PAGE));
    }
}
