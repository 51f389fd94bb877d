package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One database of {@link FakeScalingo}: its state, the work under way on it, and a count of the
 * effects that every request has had.
 */
final class FakeDatabase {
    static final Duration GAP = Duration.ofSeconds(5);
    static final Duration WORK = Duration.ofSeconds(45);

    final String addon;
    final String app;
    final boolean dedicated;
    String resource;

    /** Empty where the API does not tell it. */
    String hostname = "";

    String plan;
    String status = "running";
    String version;
    @Nullable String currentOperation;
    final Map<String, String> features = new TreeMap<>();
    boolean periodic = true;
    int hour = 1;
    int weekday = 0;
    int windowHour = 22;
    final List<Map<String, Object>> backups = new ArrayList<>();
    final Map<String, Map<String, Object>> users = new LinkedHashMap<>();
    final List<Map<String, Object>> rules = new ArrayList<>();
    final List<Map<String, Object>> queries = new ArrayList<>();
    final List<String> extensions = new ArrayList<>(List.of("plpgsql 1.0"));
    Instant earliest;
    final Map<Act, Integer> effects = new EnumMap<>(Act.class);
    final BehindTheFake behind;

    /** How often its app was deployed, which is the newest that is known of it. */
    int deploys;

    /** Between an answer and the first sign of work. */
    Duration gap = GAP;

    /** How long work takes that is only played. */
    Duration length = WORK;

    private final List<Work> work = new ArrayList<>();
    private int number = 100;

    /** When {@link #settle} was called last. */
    private Instant settled = Instant.EPOCH;

    /** Work that shows after a gap and ends later. */
    private static final class Work {
        final Instant shows;
        final String word;
        final BehindTheFake.Work real;
        final Runnable done;
        final Runnable failed;
        boolean shown;

        Work(Instant shows, String word, BehindTheFake.Work real, Runnable done, Runnable failed) {
            this.shows = shows;
            this.word = word;
            this.real = real;
            this.done = done;
            this.failed = failed;
        }
    }

    FakeDatabase(
            String addon,
            String app,
            boolean dedicated,
            String plan,
            Instant now,
            BehindTheFake behind) {
        this.addon = addon;
        this.app = app;
        this.dedicated = dedicated;
        this.resource = app + "-1234";
        this.plan = plan;
        this.version = written(behind.version());
        this.earliest = now.minus(Duration.ofDays(7));
        this.behind = behind;
        users.put(
                behind.owner(),
                Map.of(
                        "name",
                        behind.owner(),
                        "read_only",
                        false,
                        "protected",
                        true,
                        "dbms_attributes",
                        Map.of("password_encryption", "SCRAM-SHA-256")));
    }

    /** "16.13.0-2". */
    static String written(List<Integer> version) {
        return version.subList(0, 3).stream().map(String::valueOf).collect(Collectors.joining("."))
                + "-"
                + version.getLast();
    }

    String next(String prefix) {
        return prefix + number++;
    }

    void count(Act act) {
        effects.merge(act, 1, Integer::sum);
    }

    /** Something that lasts as long as it is played; {@link #settle} goes on with it. */
    void begin(Instant now, String word, Duration played, Runnable done) {
        begin(now, word, played, Optional.empty(), done, () -> {});
    }

    /**
     * Something that begins after a gap, is seen for a while under this word, and then takes hold.
     *
     * @param word empty for what nobody sees in the status
     * @param played how long it takes unless it is real
     */
    void begin(
            Instant now,
            String word,
            Duration played,
            Optional<BehindTheFake.Work> real,
            Runnable done,
            Runnable failed) {
        Instant shows = now.plus(gap);
        Instant ends = shows.plus(played);
        settled = now;
        work.add(
                new Work(
                        shows,
                        word,
                        real.orElse(() ->
                                settled.isBefore(ends) ? Optional.empty() : Optional.of(true)),
                        done,
                        failed));
    }

    /** Lets happen what is due. */
    void settle(Instant now) {
        settled = now;
        for (Work each : List.copyOf(work)) {
            if (!each.shown && !now.isBefore(each.shows)) {
                each.shown = true;
                if (!each.word.isEmpty()) {
                    status = each.word;
                    currentOperation = next("op-");
                }
            }
            if (each.shown) {
                each.real.outcome().ifPresent(well -> end(each, well));
            }
        }
    }

    private void end(Work ended, boolean well) {
        work.remove(ended);
        if (!ended.word.isEmpty()) {
            status = "running";
            currentOperation = null;
        }
        (well ? ended.done : ended.failed).run();
    }

    boolean busy() {
        return work.stream().anyMatch(each -> !each.word.isEmpty());
    }

    /** Whether anything has been begun that has not ended. */
    boolean idle() {
        return work.isEmpty();
    }

    /** Those that somebody has not lost by going back in time. */
    List<Map<String, Object>> usersNow() throws ProblemException {
        return behind.present(List.copyOf(users.keySet())).stream()
                .flatMap(name -> Optional.ofNullable(users.get(name)).stream())
                .toList();
    }
}
