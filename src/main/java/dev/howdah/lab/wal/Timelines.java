package dev.howdah.lab.wal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the timelines of an archive hang together. A new one begins whenever a server leaves
 * recovery: after going back in time, which abandons what came later, or when a standby takes over,
 * which abandons nothing.
 */
public final class Timelines {
    private static final int FIRST = 1;
    private static final Pattern LINE = Pattern.compile("(\\d+)\\s+([0-9A-F]+/[0-9A-F]+)\\s*(.*)");

    /** How PostgreSQL tells that it went back in time; xlogrecovery.c, getRecoveryStopReason. */
    private static final Pattern WENT_BACK =
            Pattern.compile("before (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*)");

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyy-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
                    .appendPattern("[XXX][X]")
                    .toFormatter();

    private final Map<Integer, Branch> branches = new TreeMap<>();

    /** A timeline's piece of a way through the WAL, up to where the next one begins. */
    public record Stretch(int timeline, Optional<Lsn> until) {

        boolean holds(Lsn position) {
            return until.isEmpty() || !position.isAfter(until.get());
        }
    }

    /**
     * @param ways from the first timeline to this one
     * @param begunAt when its server took up work
     * @param wentBackTo the commit before which it begins; empty when it abandoned nothing
     */
    private record Branch(List<Stretch> ways, Instant begunAt, Optional<Instant> wentBackTo) {}

    public Timelines() {
        branches.put(
                FIRST,
                new Branch(
                        List.of(new Stretch(FIRST, Optional.empty())),
                        Instant.MIN,
                        Optional.empty()));
    }

    /**
     * Adds what a history file says.
     *
     * @param timeline from the file's name
     * @param writtenAt when the file was written, which is when the timeline began
     */
    public void add(int timeline, String history, Instant writtenAt) {
        List<Stretch> ways = new ArrayList<>();
        String reason = "";
        for (String line : history.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                ways.add(
                        new Stretch(
                                Integer.parseInt(matcher.group(1)),
                                Optional.of(Lsn.parse(matcher.group(2)))));
                reason = matcher.group(3);
            }
        }
        ways.add(new Stretch(timeline, Optional.empty()));
        branches.put(timeline, new Branch(List.copyOf(ways), writtenAt, wentBackTo(reason)));
    }

    private static Optional<Instant> wentBackTo(String reason) {
        Matcher matcher = WENT_BACK.matcher(reason);
        return matcher.matches()
                ? Optional.of(
                        OffsetDateTime.from(MOMENT.parse(matcher.group(1)))
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant())
                : Optional.empty();
    }

    /** The one that began last. */
    public int latest() {
        return branches.keySet().stream().max(Integer::compare).orElse(FIRST);
    }

    /** The pieces of the way from the first timeline to the end of this one. */
    public List<Stretch> way(int timeline) {
        Branch branch = branches.get(timeline);
        return branch == null ? List.of(new Stretch(timeline, Optional.empty())) : branch.ways();
    }

    /** Whether the way to this timeline leads over a position of another one, or of itself. */
    public boolean leadsOver(int timeline, int other, Lsn position) {
        return way(timeline).stream()
                .anyMatch(stretch -> stretch.timeline() == other && stretch.holds(position));
    }

    /**
     * The newest timeline on whose way the data stood as they really stood at that moment. What was
     * abandoned by going back can so be had again.
     */
    public int showing(Instant moment) {
        int live = liveAt(moment);
        return branches.keySet().stream()
                .filter(timeline -> timeline >= live && shows(timeline, live, moment))
                .max(Integer::compare)
                .orElse(live);
    }

    private int liveAt(Instant moment) {
        return branches.entrySet().stream()
                .filter(entry -> !entry.getValue().begunAt().isAfter(moment))
                .map(Map.Entry::getKey)
                .max(Integer::compare)
                .orElse(FIRST);
    }

    /** Whether it goes through the live one and has lost nothing from before the moment since. */
    private boolean shows(int timeline, int live, Instant moment) {
        boolean passesLive = false;
        for (Stretch stretch : way(timeline)) {
            passesLive |= stretch.timeline() == live;
            Branch branch = branches.get(stretch.timeline());
            if (branch != null
                    && branch.begunAt().isAfter(moment)
                    && branch.wentBackTo().isPresent()
                    && !moment.isBefore(branch.wentBackTo().get())) {
                return false;
            }
        }
        return passesLive;
    }
}
