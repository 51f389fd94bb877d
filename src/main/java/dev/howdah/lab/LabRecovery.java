package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.access.ClusterAccess;
import dev.howdah.lab.access.LabCertificates;
import dev.howdah.lab.archive.LabArchive;
import dev.howdah.lab.archive.RecoveryTarget;
import dev.howdah.lab.archive.Restore;
import dev.howdah.lab.archive.Retention;
import dev.howdah.lab.fleet.Recovery;
import dev.howdah.lab.node.Folders;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.plan.LabPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * What outlives every node of the lab: its archive, its list of those who may connect, and its
 * certificates.
 */
record LabRecovery(LabArchive archive, ClusterAccess access, LabCertificates certificates)
        implements Recovery {
    private static final double COPYING = 0.6;

    /** In the folder of a cluster, which its nodes share. */
    static LabRecovery in(Path cluster, Clock clock) {
        return new LabRecovery(
                new LabArchive(cluster.resolve("archive"), clock),
                new ClusterAccess(cluster.resolve("access")),
                new LabCertificates(cluster.resolve("tls").toAbsolutePath(), clock));
    }

    /**
     * To be called before the nodes are started.
     *
     * @param primary need not exist
     */
    void prepare(LabNode primary) throws ProblemException {
        archive.prepare(primary.data());
        access.prepare();
        certificates.renew();
    }

    @Override
    public Map<String, String> settings(LabPlan plan) {
        Map<String, String> settings =
                new HashMap<>(archive.settings(new Retention(plan.retention())));
        settings.putAll(access.settings());
        settings.putAll(certificates.settings());
        return settings;
    }

    @Override
    public boolean restoreNewest(
            LabNode node, Map<String, String> settings, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        if (!archive.hasBackup()) {
            return false;
        }
        Path data = node.data();
        Path beside = data.resolveSibling("data.from-archive");
        try {
            Folders.delete(beside);
            Restore restore =
                    archive.restoreInto(
                            beside,
                            new RecoveryTarget.Newest(),
                            share -> progress.accept(share * COPYING));
            Folders.delete(data);
            Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
            restore.recover(
                    node, settings, share -> progress.accept(COPYING + share * (1 - COPYING)));
            node.stop();
            return true;
        } catch (IOException e) {
            throw LabProblems.of(e, data);
        }
    }

    @Override
    public void admit(LabNode primary) throws ProblemException, InterruptedException {
        access.admitControl(primary);
    }
}
