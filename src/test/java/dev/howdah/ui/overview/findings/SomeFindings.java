package dev.howdah.ui.overview.findings;

import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.HealthReport;
import dev.howdah.ui.overview.SomeReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of the health checkup made up for tests. */
public final class SomeFindings {
    private SomeFindings() {}

    public static Finding finding(
            String rule, Severity severity, String title, String sentence, Where where) {
        boolean bad = severity.needsSomebody();
        return new Finding(
                rule,
                50,
                severity,
                title,
                sentence,
                bad ? "While it waits it holds locks itself, so the queue grows behind it." : "",
                bad ? "Look at who is at the head of the queue; end that session if you may." : "",
                bad ? "2 min 10 s" : "",
                bad ? "1 min" : "",
                Optional.of(where),
                bad ? "orders" : "",
                Optional.of(SomeReadings.NOON.minusSeconds(1_500)));
    }

    static List<Finding> fine(int count) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(
                    finding(
                            "fine" + i,
                            Severity.OK,
                            "Rule " + i,
                            "No session is idle in a transaction for more than %d min."
                                    .formatted(i + 1),
                            Where.OVERVIEW));
        }
        return all;
    }

    /** Four findings, two rules that could not look, 22 that are fine. */
    public static HealthReport troubled() {
        List<Finding> all = new ArrayList<>();
        all.add(
                finding(
                        "blockedSessions",
                        Severity.CRITICAL,
                        "Lock waits",
                        "3 sessions wait for a lock on orders.order_items, the longest for 2 min"
                                + " 10 s.",
                        Where.LOCKS));
        all.add(
                finding(
                        "longTransaction",
                        Severity.WARNING,
                        "Long transactions",
                        "A transaction of report-service has been open for 14 min.",
                        Where.ACTIVITY));
        all.add(
                finding(
                        "inactiveSlot",
                        Severity.WARNING,
                        "Replication slots",
                        "The slot warehouse is not used by anybody and keeps 3.17 GB of WAL.",
                        Where.REPLICATION));
        all.add(
                finding(
                        "pendingRestart",
                        Severity.NOTICE,
                        "Pending restart",
                        "1 changed parameter waits for a restart: max_worker_processes.",
                        Where.SETTINGS));
        all.add(
                finding(
                        "walFiles",
                        Severity.NOT_PERMITTED,
                        "WAL files",
                        "The role app may not look into pg_wal. Ask for: GRANT pg_monitor TO app.",
                        Where.BACKUPS));
        all.add(
                finding(
                        "sequencesNearEnd",
                        Severity.UNKNOWN,
                        "Sequences",
                        "Sequences were not read yet.",
                        Where.OVERVIEW));
        all.addAll(fine(22));
        return new HealthReport(SomeReadings.NOON, all);
    }

    public static HealthReport calm() {
        return new HealthReport(SomeReadings.NOON, fine(28));
    }
}
