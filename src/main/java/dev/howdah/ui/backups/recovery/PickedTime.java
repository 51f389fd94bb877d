package dev.howdah.ui.backups.recovery;

import dev.howdah.backup.RestoreTime;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was typed or picked as the moment to go back to, and what is to be said about it.
 *
 * @param moment present when it is exactly one moment inside the window
 * @param sentence what it means, or why it can't be used
 * @param choices moments that could be meant instead
 */
public record PickedTime(
        Optional<Instant> moment, Level level, String sentence, List<Choice> choices) {
    private static final Texts TEXTS = Texts.of(PickedTime.class);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    public PickedTime {
        choices = List.copyOf(choices);
    }

    /**
     * A moment on offer.
     *
     * @param words for a link: the time with its offset
     */
    public record Choice(String words, Instant moment) {}

    static PickedTime of(String text, Optional<RecoveryWindow> window, ZoneId zone, Instant now) {
        if (text.isBlank()) {
            return said(Level.INFO, "pick.empty", List.of());
        }
        return switch (RestoreTime.of(text, zone)) {
            case RestoreTime.Exact(Instant moment) -> exact(moment, window, zone, now);
            case RestoreTime.Twice(OffsetDateTime earlier, OffsetDateTime later) ->
                    either(Level.WARNING, "pick.twice", earlier, later, zone);
            case RestoreTime.Skipped(OffsetDateTime before, OffsetDateTime after) ->
                    either(Level.DANGER, "pick.skipped", before, after, zone);
            case RestoreTime.Unreadable() -> said(Level.DANGER, "pick.unreadable", List.of());
        };
    }

    private static PickedTime exact(
            Instant moment, Optional<RecoveryWindow> window, ZoneId zone, Instant now) {
        String means =
                TEXTS.text(
                        moment.isAfter(now) ? "pick.ahead" : "pick.means",
                        UTC.format(moment),
                        Quantities.duration(Duration.between(moment, now).abs()));
        if (window.isEmpty()) {
            return new PickedTime(
                    Optional.empty(),
                    Level.INFO,
                    means + " " + TEXTS.text("pick.noWindow"),
                    List.of());
        }
        if (window.get().earliest().isEmpty()) {
            return said(Level.DANGER, "pick.nothingYet", List.of());
        }
        Instant earliest = window.get().earliest().get();
        Instant latest = window.get().latest().orElse(now);
        if (moment.isBefore(earliest)) {
            return said(Level.DANGER, "pick.tooEarly", List.of(choice(ceiling(earliest), zone)));
        }
        if (moment.isAfter(latest)) {
            return said(Level.DANGER, "pick.tooLate", List.of(choice(floor(latest), zone)));
        }
        return new PickedTime(Optional.of(moment), Level.GOOD, means, List.of());
    }

    /** To the second, and not outside of the window by that. */
    private static Instant ceiling(Instant moment) {
        return floor(moment).equals(moment) ? moment : floor(moment).plusSeconds(1);
    }

    private static Instant floor(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }

    private static Choice choice(Instant moment, ZoneId zone) {
        return new Choice(RestoreTime.text(moment, zone), moment);
    }

    private static PickedTime either(
            Level level, String key, OffsetDateTime one, OffsetDateTime other, ZoneId zone) {
        return said(
                level,
                key,
                List.of(choice(one.toInstant(), zone), choice(other.toInstant(), zone)));
    }

    private static PickedTime said(Level level, String key, List<Choice> choices) {
        return new PickedTime(Optional.empty(), level, TEXTS.text(key), choices);
    }
}
