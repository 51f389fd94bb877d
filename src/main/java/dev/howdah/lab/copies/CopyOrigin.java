package dev.howdah.lab.copies;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.archive.LabArchive;
import dev.howdah.lab.archive.RecoverableTime;
import dev.howdah.lab.archive.RecoveryTarget;
import dev.howdah.lab.archive.Restore;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import java.time.Instant;

/**
 * The lab's own service, as far as copies are made of it: it is only read, and goes on meanwhile.
 */
public record CopyOrigin(LabArchive archive, Fleet fleet) {
    private static final Texts TEXTS = Texts.of(CopyOrigin.class);

    /**
     * The length of the backup from which one gets to this moment; BAD_INPUT when the archive does
     * not reach there, as far as that can be told before the newest WAL is brought in.
     */
    long backupBytes(Instant moment) throws ProblemException {
        RecoverableTime window = archive.window(fleet.primary().server().isPresent());
        if (window.earliest().isEmpty()
                || moment.isBefore(window.earliest().get())
                || moment.isAfter(window.latest().orElse(Instant.MAX))) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("outside"),
                            TEXTS.text("outside.remedy")));
        }
        return archive.list().stream()
                .filter(backup -> backup.endedAt().filter(end -> !end.isAfter(moment)).isPresent())
                .mapToLong(backup -> backup.bytes().orElse(0))
                .filter(bytes -> bytes > 0)
                .findFirst()
                .orElse(0);
    }

    /** Brings what the service has done until now into the archive, as far as it runs. */
    void seal() throws ProblemException, InterruptedException {
        LabNode primary = fleet.primary();
        if (primary.server().isPresent()) {
            archive.seal(new ControlPlane(primary).access(LabNode.MAINTENANCE_DATABASE));
        }
    }

    Restore plan(Instant moment) throws ProblemException {
        return archive.plan(new RecoveryTarget.Moment(moment));
    }

    LabNode primary() {
        return fleet.primary();
    }
}
