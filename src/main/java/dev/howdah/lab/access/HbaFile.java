package dev.howdah.lab.access;

import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import java.util.List;

/**
 * What the nodes read in the place of their own pg_hba.conf. The first matching line decides, so
 * what the lab itself needs comes first and no list can take it away: its own role, and standbys,
 * from this machine.
 */
final class HbaFile {
    private HbaFile() {}

    static String text(AccessRules rules) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Written by the lab's control plane; what is changed here is lost.
                        # TYPE DATABASE USER ADDRESS METHOD
                        host all %1$s 127.0.0.1/32 scram-sha-256
                        host replication all 127.0.0.1/32 scram-sha-256
                        """
                                .formatted(ControlPlane.ROLE));
        String type = rules.forceTls() ? "hostssl" : "host";
        for (AccessRules.Entry entry : rules.entries()) {
            if (!entry.label().isEmpty()) {
                text.append("# ").append(entry.label()).append('\n');
            }
            text.append(type).append(" all all ").append(entry.cidr()).append(" scram-sha-256\n");
        }
        return text.toString();
    }

    /** Lets in the superuser from this machine, and no client, to make the lab's own role anew. */
    static String rescue() {
        return text(new AccessRules(List.of(), false))
                + "host all "
                + LabNode.SUPERUSER
                + " 127.0.0.1/32 scram-sha-256\n";
    }
}
