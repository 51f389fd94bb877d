package dev.howdah.provider.lab;

import dev.howdah.core.Texts;
import dev.howdah.lab.archive.Retention;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import java.util.List;
import java.util.Set;

/** What the lab can do of all that a provider may, and why it can't do the rest. */
final class LabOffers {
    private static final Texts TEXTS = Texts.of(LabOffers.class);

    private static final Set<Capability> OFFERED =
            Set.of(
                    Capability.FACTS,
                    Capability.CONNECTION,
                    Capability.PLANS,
                    Capability.PLAN_CHANGE,
                    Capability.ALLOWLIST,
                    Capability.ALLOWLIST_IPV6,
                    Capability.OWN_ADDRESS,
                    Capability.FORCE_TLS,
                    Capability.BACKUPS,
                    Capability.BACKUP_NOW,
                    Capability.BACKUP_SCHEDULE,
                    Capability.BACKUP_DOWNLOAD,
                    Capability.RECOVERY_WINDOW,
                    Capability.RECOVERY_IN_PLACE,
                    Capability.MAINTENANCE_WINDOW,
                    Capability.MAINTENANCE_LIST,
                    Capability.NODE_FAILURE,
                    Capability.RECOVERY_INTO_NEW,
                    Capability.METRICS,
                    Capability.METRIC_HISTORY,
                    Capability.LOGS,
                    Capability.EVENTS);

    /** What a plan without backups does not offer. */
    private static final List<Capability> OF_BACKUPS =
            List.of(
                    Capability.BACKUP_NOW,
                    Capability.BACKUP_SCHEDULE,
                    Capability.RECOVERY_WINDOW,
                    Capability.RECOVERY_IN_PLACE,
                    Capability.RECOVERY_INTO_NEW);

    private LabOffers() {}

    /** What it offers on a plan that keeps backups for so long. */
    static Capabilities of(Retention retention) {
        Capabilities offered = usual();
        if (retention.keepsNothing()) {
            for (Capability capability : OF_BACKUPS) {
                offered = offered.without(capability, TEXTS.text("not.backups"));
            }
        }
        return offered;
    }

    private static Capabilities usual() {
        return Capabilities.of(TEXTS.text("not.usual"), OFFERED)
                .without(Capability.VERSION_UPGRADE, TEXTS.text("not.version"))
                .without(Capability.USERS, TEXTS.text("not.users"))
                .without(Capability.RUNNING_QUERIES, TEXTS.text("not.sql"))
                .without(Capability.STATEMENT_STATISTICS, TEXTS.text("not.sql"))
                .without(Capability.PUBLIC_ACCESS, TEXTS.text("not.publicAccess"))
                .without(Capability.REPLICAS, TEXTS.text("not.replicas"))
                .without(Capability.PROMOTE, TEXTS.text("not.promote"))
                .andNowhereElse();
    }
}
