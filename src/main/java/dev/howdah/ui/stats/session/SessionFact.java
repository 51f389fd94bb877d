package dev.howdah.ui.stats.session;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.Ages;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of what is known of a session.
 *
 * @param exact the exact moment behind a time that has passed; empty for everything else
 */
record SessionFact(String label, String value, String exact) {
    private static final Texts TEXTS = Texts.of(SessionFact.class);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    /** Everything that is known, in reading order; what does not apply is left out. */
    static List<SessionFact> of(SessionRow row) {
        Ages ages = row.ages();
        List<SessionFact> facts = new ArrayList<>();
        add(facts, "detail.waitsOn", SessionWords.waitsOn(row));
        addAge(facts, "detail.inState", ages.state(), row.statement().stateSince());
        addAge(facts, "detail.statement", ages.statement(), row.statement().startedAt());
        addAge(facts, "detail.transaction", ages.transaction(), Optional.empty());
        if (ages.transaction().isPresent()) {
            add(
                    facts,
                    "detail.wrote",
                    TEXTS.text(row.hasXid() ? "detail.wrote.yes" : "detail.wrote.no"));
        }
        addAge(facts, "detail.session", ages.session(), row.key().backendStart());
        add(facts, "detail.user", SessionWords.user(row));
        add(facts, "detail.application", SessionWords.application(row));
        add(facts, "detail.database", SessionWords.database(row));
        add(facts, "detail.client", SessionWords.client(row));
        add(facts, "detail.backendType", row.backendType());
        row.leader().ifPresent(pid -> add(facts, "detail.leader", Integer.toString(pid)));
        row.statement().queryId().ifPresent(id -> add(facts, "detail.queryId", Long.toString(id)));
        return facts;
    }

    private static void add(List<SessionFact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new SessionFact(TEXTS.text(key), value, ""));
        }
    }

    private static void addAge(
            List<SessionFact> facts, String key, Optional<Duration> age, Optional<Instant> since) {
        age.ifPresent(known ->
                facts.add(
                        new SessionFact(
                                TEXTS.text(key),
                                SessionWords.shortly(known),
                                since.map(EXACT::format).orElse(""))));
    }
}
