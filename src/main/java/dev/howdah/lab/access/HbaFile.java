package dev.howdah.lab.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.AtomicFile;
import dev.howdah.lab.node.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pg_hba.conf of a node. The first matching line decides, so what the lab itself needs comes
 * first and no list can take it away: its own role, and standbys, from this machine.
 */
record HbaFile(Path data) {
    private static final String NAME = "pg_hba.conf";

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

    /** The same, and the superuser from this machine too, to make the lab's own role anew. */
    static String rescue() {
        return text(AccessRules.OPEN);
    }

    void write(String text) throws IOException {
        AtomicFile.write(data.resolve(NAME), text.getBytes(UTF_8));
    }

    String read() throws IOException {
        return Files.readString(data.resolve(NAME));
    }
}
