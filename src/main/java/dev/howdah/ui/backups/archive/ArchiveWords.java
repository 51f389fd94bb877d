package dev.howdah.ui.backups.archive;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Receiver;
import dev.howdah.pg.archive.ArchiveSnapshot.State;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/** Says in one sentence what would be lost if the server died. */
public final class ArchiveWords {
    private static final Texts TEXTS = Texts.of(ArchiveWords.class);

    /** Full segments that wait: temBoard's limits for files ready to be archived. */
    static final int MANY_WAITING = 10;

    static final int TOO_MANY_WAITING = 20;

    /** An archive that is younger is never called late, however short archive_timeout is. */
    static final Duration GRACE = Duration.ofMinutes(15);

    /** Missing this many archive_timeouts in a row is no coincidence. */
    private static final int TIMEOUTS = 3;

    private final ZoneId zone;

    ArchiveWords(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param stale whether the server no longer answers, so that "now" would be a lie
     */
    Notice headline(ArchiveSnapshot seen, boolean stale) {
        return switch (seen.state()) {
            case OFF -> off(seen);
            case LEFT_TO_PRIMARY -> new Notice(Level.INFO, TEXTS.text("standby"), standby(seen));
            case NO_DESTINATION ->
                    new Notice(
                            Level.DANGER,
                            TEXTS.text("noDestination"),
                            TEXTS.text("noDestination.advice"));
            case NOTHING_YET ->
                    new Notice(Level.WARNING, nothingYet(seen), TEXTS.text("nothingYet.advice"));
            case FAILING -> new Notice(Level.DANGER, lost(seen, stale), failure(seen));
            case WORKING -> new Notice(level(seen), lost(seen, stale), copies(seen));
        };
    }

    private static Notice off(ArchiveSnapshot seen) {
        if (seen.provider().isPresent()) {
            return new Notice(
                    Level.WARNING,
                    TEXTS.text("off.provider", seen.provider().get()),
                    TEXTS.text("off.provider.advice"));
        }
        Optional<Receiver> copy = seen.bestCopy();
        if (copy.isPresent()) {
            return new Notice(
                    Level.WARNING,
                    TEXTS.text("off.copy", name(copy.get()), behind(seen, copy.get())),
                    TEXTS.text("off.copy.advice"));
        }
        return new Notice(Level.DANGER, TEXTS.text("off.alone"), TEXTS.text("off.alone.advice"));
    }

    private static String standby(ArchiveSnapshot seen) {
        return seen.recovery()
                .flatMap(ArchiveSnapshot.Recovery::lastCommitAt)
                .map(at -> TEXTS.text("standby.shows", Quantities.duration(seen.ago(at))))
                .orElse(TEXTS.text("standby.noCommit"));
    }

    private String nothingYet(ArchiveSnapshot seen) {
        return seen.archiver()
                .since()
                .map(since ->
                        TEXTS.text("nothingYet", Moments.near(since, seen.serverTime(), zone)))
                .orElse(TEXTS.text("nothingYet.ever"));
    }

    /** The sentence of the whole tab. */
    private String lost(ArchiveSnapshot seen, boolean stale) {
        if (seen.archiver().lastArchived().isEmpty()) {
            return TEXTS.text("lost.everything");
        }
        OptionalLong bytes = seen.unarchivedBytes();
        if (bytes.isEmpty()) {
            return TEXTS.text("lost.unknown", seen.archiver().lastArchived().get());
        }
        String when =
                stale
                        ? TEXTS.text(
                                "lost.then",
                                Moments.near(seen.serverTime(), seen.serverTime(), zone))
                        : TEXTS.text("lost.now");
        if (bytes.getAsLong() == 0) {
            return TEXTS.text("lost.nothing", when);
        }
        return TEXTS.text(
                "lost.some",
                when,
                Quantities.bytes((double) bytes.getAsLong()),
                Quantities.duration(seen.sinceArchived().orElse(Duration.ZERO)));
    }

    private static String failure(ArchiveSnapshot seen) {
        return TEXTS.text("failing", seen.archiver().failed(), sinceFailure(seen));
    }

    /** How long ago archiving failed last; empty when it never did. */
    static String sinceFailure(ArchiveSnapshot seen) {
        return seen.archiver()
                .lastFailedAt()
                .map(at -> Quantities.duration(seen.ago(at)))
                .orElse("");
    }

    private static String copies(ArchiveSnapshot seen) {
        return seen.bestCopy()
                .map(copy -> TEXTS.text("copy", name(copy), behind(seen, copy)))
                .orElse("");
    }

    private static String behind(ArchiveSnapshot seen, Receiver copy) {
        long bytes = seen.bytesBehind(copy).orElse(0);
        return bytes == 0
                ? TEXTS.text("copy.all")
                : TEXTS.text("copy.allBut", Quantities.bytes((double) bytes));
    }

    static String name(Receiver receiver) {
        return receiver.name().isEmpty()
                ? TEXTS.text("receiver.unnamed", receiver.pid())
                : Names.visible(receiver.name());
    }

    public static Level level(ArchiveSnapshot seen) {
        if (seen.state() != State.WORKING || seen.unarchivedBytes().isEmpty()) {
            return Level.WARNING;
        }
        int waiting = seen.segmentsWaiting().orElse(0);
        if (waiting >= TOO_MANY_WAITING) {
            return Level.DANGER;
        }
        return waiting >= MANY_WAITING || isLate(seen) ? Level.WARNING : Level.GOOD;
    }

    /** Something was written, and archive_timeout should have brought it to the archive. */
    static boolean isLate(ArchiveSnapshot seen) {
        Duration timeout = seen.configuration().timeout();
        Duration allowed = timeout.multipliedBy(TIMEOUTS);
        return seen.state() == State.WORKING
                && seen.unarchivedBytes().orElse(0) > 0
                && !timeout.isZero()
                && seen.sinceArchived().orElse(Duration.ZERO).compareTo(max(allowed, GRACE)) > 0;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
