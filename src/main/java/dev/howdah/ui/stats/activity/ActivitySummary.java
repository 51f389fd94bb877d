package dev.howdah.ui.stats.activity;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says how many sessions there are besides those that are shown, and why they are not. */
final class ActivitySummary {
    private static final Texts TEXTS = Texts.of(ActivitySummary.class);

    private ActivitySummary() {}

    /**
     * @param shown how many lines the table has
     * @param unfiltered how many it would have without a filter
     * @param read every session that was read
     * @param ownPids of this console's sessions, which the counts contain
     */
    static String of(
            int shown,
            int unfiltered,
            List<SessionRow> read,
            ActivitySnapshot snapshot,
            Optional<SessionCountsSnapshot> counts,
            Set<Integer> ownPids) {
        Set<Integer> readPids = new HashSet<>();
        read.forEach(row -> readPids.add(row.pid()));
        Set<Integer> all = new HashSet<>(readPids);
        counts.ifPresent(known -> all.addAll(known.pids()));
        Set<Integer> unread = new HashSet<>(all);
        unread.removeAll(readPids);
        int unreadOwn = (int) unread.stream().filter(ownPids::contains).count();
        int total = Math.max(all.size(), read.size() + snapshot.hidden() + snapshot.more());
        int idle = total - readPids.size() - unreadOwn - snapshot.hidden() - snapshot.more();
        int ours = readPids.size() - unfiltered + unreadOwn;

        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.text("activity.summary.shown", shown, total));
        add(parts, "activity.summary.filtered", unfiltered - shown);
        add(parts, "activity.summary.idle", counts.isPresent() ? idle : 0);
        add(parts, "activity.summary.ours", ours);
        if (snapshot.more() > 0) {
            parts.add(
                    TEXTS.text(
                            "activity.summary.more",
                            Quantities.count(snapshot.more()),
                            ActivityQuery.MAX_ROWS));
        }
        add(parts, "activity.summary.hidden", snapshot.hidden());
        if (!snapshot.tracked()) {
            parts.add(TEXTS.text("activity.summary.untracked"));
        }
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(TEXTS.text(key, count));
        }
    }
}
