package dev.howdah.lab.archive;

import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;

/**
 * Another instance of the console that backs up or goes back in time up to some share of the work,
 * says so and stands still there. It exists to be killed.
 */
final class ArchiveChild {
    private ArchiveChild() {}

    public static void main(String... arguments) throws Exception {
        LabNode node = new LabNode(new LabBinaries(Path.of(arguments[0])), Path.of(arguments[1]));
        LabArchive archive = SomeCluster.archive(Path.of(arguments[2]));
        DoubleConsumer stop = stopAt(Double.parseDouble(arguments[3]));
        if (arguments.length == 4) {
            archive.backUp(
                    node.data(),
                    node.access(LabNode.MAINTENANCE_DATABASE),
                    BackupFacts.Kind.SCHEDULED,
                    stop);
        } else {
            SomeCluster.goBackTo(Instant.parse(arguments[4]), node, archive, stop);
        }
    }

    private static DoubleConsumer stopAt(double share) {
        return done -> {
            if (done >= share) {
                ChildProgram.say("here");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
