package dev.howdah.lab.archive;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.archive.RecoveryTarget.Moment;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupStore;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.wal.Lsn;
import dev.howdah.lab.wal.Timelines;
import dev.howdah.lab.wal.Timelines.Stretch;
import dev.howdah.lab.wal.WalArchive;
import dev.howdah.lab.wal.WalSegment;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to a target: from which backup, along which timeline, through which WAL. When there is
 * one, everything it needs was seen.
 *
 * @param lastSegment the last file of WAL it may read
 */
public record RecoveryPlan(
        WholeBackup backup, int timeline, RecoveryTarget target, long lastSegment) {
    private static final Texts TEXTS = Texts.of(RecoveryPlan.class);

    /**
     * @throws ProblemException when the archive does not reach there, or has a hole
     */
    static RecoveryPlan find(BackupStore store, WalArchive wal, RecoveryTarget target)
            throws ProblemException, IOException {
        List<WholeBackup> whole = store.whole();
        if (whole.isEmpty()) {
            throw refusal("back.noBackup");
        }
        Timelines timelines = wal.timelines();
        Instant moment = target instanceof Moment(Instant at) ? at : Instant.MAX;
        int timeline = target instanceof Moment ? timelines.showing(moment) : timelines.latest();
        WholeBackup backup =
                whole.stream()
                        .filter(each -> !each.facts().endedAt().isAfter(moment))
                        .filter(each -> leadsOver(timelines, timeline, each.facts()))
                        .reduce((_, later) -> later)
                        .orElseThrow(() -> tooEarly(whole.getFirst(), moment));
        return new RecoveryPlan(
                backup, timeline, target, reached(wal, timelines, timeline, backup, moment));
    }

    private static boolean leadsOver(Timelines timelines, int timeline, BackupFacts facts) {
        return timelines.leadsOver(timeline, facts.timeline(), facts.stop());
    }

    private static ProblemException tooEarly(WholeBackup oldest, Instant moment) {
        return moment.isBefore(oldest.facts().endedAt())
                ? refusal("back.tooEarly", seconds(oldest.facts().endedAt()))
                : refusal("back.noWay");
    }

    /** The segment before the first hole, or the last one there is. */
    private static long reached(
            WalArchive wal, Timelines timelines, int timeline, WholeBackup backup, Instant moment)
            throws IOException, ProblemException {
        long segmentBytes = backup.facts().segmentBytes();
        Map<Long, Instant> there = onTheWay(wal, timelines.way(timeline), segmentBytes);
        long last = backup.facts().lastSegment().number();
        Instant fullAt = there.getOrDefault(last, backup.facts().endedAt());
        while (there.containsKey(last + 1) && fullAt.compareTo(moment) <= 0) {
            last++;
            fullAt = there.getOrDefault(last, fullAt);
        }
        if (fullAt.isAfter(moment)) {
            return last;
        }
        long end = last;
        boolean hole = there.keySet().stream().anyMatch(number -> number > end);
        if (hole) {
            String missing = new WalSegment(timeline, last + 1).name(segmentBytes);
            throw refusal("back.missing", missing, seconds(fullAt));
        }
        if (moment.isBefore(Instant.MAX) && moment.isAfter(fullAt)) {
            throw refusal("back.tooLate", seconds(fullAt));
        }
        return last;
    }

    /** When each segment became full, on the pieces of the way that it belongs to. */
    private static Map<Long, Instant> onTheWay(WalArchive wal, List<Stretch> way, long segmentBytes)
            throws IOException {
        Map<Long, Instant> numbers = new HashMap<>();
        wal.segments(segmentBytes)
                .forEach((segment, fullAt) -> {
                    if (way.stream().anyMatch(stretch -> holds(stretch, segment, segmentBytes))) {
                        numbers.merge(segment.number(), fullAt, (a, b) -> a.isAfter(b) ? a : b);
                    }
                });
        return numbers;
    }

    private static boolean holds(Stretch stretch, WalSegment segment, long segmentBytes) {
        return stretch.timeline() == segment.timeline()
                && stretch.until()
                        .map(Lsn::bytes)
                        .map(bytes -> segment.number() <= bytes / segmentBytes)
                        .orElse(true);
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static ProblemException refusal(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text(key + ".remedy", arguments)));
    }
}
