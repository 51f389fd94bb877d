package dev.howdah.provider.scalingo;

import dev.howdah.core.Texts;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import java.util.EnumSet;
import java.util.Set;

/** What Scalingo offers for each of its two products, and why not the rest. */
final class ScalingoOffers {
    private static final Texts TEXTS = Texts.of(ScalingoOffers.class);

    private ScalingoOffers() {}

    static Capabilities of(boolean dedicated, String plan) {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        Capabilities both =
                Capabilities.of(TEXTS.text("offer.usual"), all)
                        .without(Capability.ALLOWLIST_IPV6, TEXTS.text("offer.ipv4"))
                        .without(Capability.OWN_ADDRESS, TEXTS.text("offer.ownAddress"))
                        .without(Capability.RECOVERY_INTO_NEW, TEXTS.text("offer.intoNew"))
                        .without(Capability.METRIC_HISTORY, TEXTS.text("offer.history"))
                        .without(Capability.REPLICAS, TEXTS.text("offer.replicas"))
                        .without(Capability.PROMOTE, TEXTS.text("offer.replicas"));
        if (dedicated) {
            String noDumps = TEXTS.text("offer.noDumps");
            return both.without(Capability.FORCE_TLS, TEXTS.text("offer.tlsAlways"))
                    .without(Capability.PUBLIC_ACCESS, TEXTS.text("offer.firewall"))
                    .without(Capability.BACKUPS, noDumps)
                    .without(Capability.BACKUP_NOW, noDumps)
                    .without(Capability.BACKUP_SCHEDULE, noDumps)
                    .without(Capability.BACKUP_DOWNLOAD, noDumps);
        }
        Capabilities shared = both.without(Capability.ALLOWLIST, TEXTS.text("offer.noFirewall"));
        if (!plan.contains("-sandbox")) {
            return shared;
        }
        String sandbox = TEXTS.text("offer.sandbox");
        return shared.without(Capability.BACKUP_NOW, sandbox)
                .without(Capability.BACKUP_SCHEDULE, sandbox)
                .without(Capability.RECOVERY_WINDOW, sandbox)
                .without(Capability.RECOVERY_IN_PLACE, sandbox);
    }
}
