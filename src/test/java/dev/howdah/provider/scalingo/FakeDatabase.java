package dev.howdah.provider.scalingo;

import dev.howdah.core.Operation.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    String plan;
    String status = "running";
    String version = "16.13.0-2";
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
    private final List<Work> work = new ArrayList<>();
    private int number = 100;

    /** Work that shows after a gap and ends later. */
    private static final class Work {
        final Instant shows;
        final Instant ends;
        final String word;
        final Runnable end;
        boolean shown;

        Work(Instant shows, Instant ends, String word, Runnable end) {
            this.shows = shows;
            this.ends = ends;
            this.word = word;
            this.end = end;
        }
    }

    /** A real server that follows what is done to the fake; the usual one follows nothing. */
    interface BehindTheFake {
        default void created(String user, boolean readOnly, String password) {}

        default void dropped(String user) {}

        default void passwordSet(String user, String password) {}

        default void allowed(List<String> cidrs) {}
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
        this.plan = plan;
        this.earliest = now.minus(Duration.ofDays(7));
        this.behind = behind;
        users.put(
                "shop_1234",
                Map.of(
                        "name",
                        "shop_1234",
                        "read_only",
                        false,
                        "protected",
                        true,
                        "dbms_attributes",
                        Map.of("password_encryption", "SCRAM-SHA-256")));
    }

    String next(String prefix) {
        return prefix + number++;
    }

    void count(Act act) {
        effects.merge(act, 1, Integer::sum);
    }

    /**
     * Something that begins after a gap, is seen for a while under this word, and then takes hold.
     */
    void begin(Instant now, String word, Duration length, Runnable end) {
        work.add(new Work(now.plus(GAP), now.plus(GAP).plus(length), word, end));
    }

    /** Lets happen what is due. */
    void settle(Instant now) {
        for (Work each : List.copyOf(work)) {
            if (!each.shown && !now.isBefore(each.shows)) {
                each.shown = true;
                if (!each.word.isEmpty()) {
                    status = each.word;
                    currentOperation = next("op-");
                }
            }
            if (!now.isBefore(each.ends)) {
                work.remove(each);
                if (!each.word.isEmpty()) {
                    status = "running";
                    currentOperation = null;
                }
                each.end.run();
            }
        }
    }

    boolean busy() {
        return work.stream().anyMatch(each -> !each.word.isEmpty());
    }
}
