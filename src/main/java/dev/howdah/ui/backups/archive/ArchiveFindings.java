package dev.howdah.ui.backups.archive;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Destination;
import dev.howdah.pg.archive.ArchiveSnapshot.ReceiverKind;
import dev.howdah.pg.archive.ArchiveSnapshot.State;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is worth a remark about an archive beside the headline. */
final class ArchiveFindings {
    private static final Texts TEXTS = Texts.of(ArchiveFindings.class);

    private ArchiveFindings() {}

    static List<Notice> of(ArchiveSnapshot seen) {
        List<Notice> findings = new ArrayList<>();
        boolean archives = seen.state() == State.WORKING || seen.state() == State.FAILING;
        int waiting = seen.segmentsWaiting().orElse(0);
        if (archives && waiting >= ArchiveWords.MANY_WAITING) {
            findings.add(
                    finding(
                            waiting >= ArchiveWords.TOO_MANY_WAITING ? Level.DANGER : Level.WARNING,
                            "finding.waiting",
                            waiting,
                            ArchiveWords.MANY_WAITING));
        }
        if (ArchiveWords.isLate(seen)) {
            findings.add(
                    finding(
                            Level.WARNING,
                            "finding.late",
                            Quantities.duration(seen.sinceArchived().orElse(Duration.ZERO)),
                            Quantities.duration(seen.configuration().timeout())));
        }
        if (archives && seen.configuration().timeout().isZero()) {
            findings.add(
                    finding(
                            Level.INFO,
                            "finding.noTimeout",
                            Quantities.bytes((double) seen.configuration().segmentBytes())));
        }
        if (seen.state() == State.WORKING && seen.archiver().failed() > 0) {
            findings.add(
                    finding(
                            Level.INFO,
                            "finding.failedBefore",
                            seen.archiver().failed(),
                            ArchiveWords.sinceFailure(seen)));
        }
        if (seen.configuration().destination() == Destination.HIDDEN && seen.state() != State.OFF) {
            findings.add(finding(Level.INFO, "finding.hiddenCommand"));
        }
        if (archives && seen.provider().isPresent()) {
            findings.add(finding(Level.INFO, "finding.provider", seen.provider().get()));
        }
        receivers(seen, findings);
        return findings;
    }

    private static void receivers(ArchiveSnapshot seen, List<Notice> findings) {
        long hidden =
                seen.receivers().stream().filter(r -> r.kind() == ReceiverKind.HIDDEN).count();
        if (hidden > 0) {
            findings.add(finding(Level.INFO, "finding.hiddenReceivers", hidden));
        } else if (seen.bestCopy().isEmpty() && seen.recovery().isEmpty()) {
            findings.add(finding(Level.INFO, "finding.noCopy"));
        }
    }

    private static Notice finding(Level level, String key, Object... arguments) {
        return new Notice(level, TEXTS.text(key, arguments), TEXTS.text(key + ".advice"));
    }
}
