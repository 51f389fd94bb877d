package dev.howdah.provider.trial;

import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A change that is being tried: what it is, and until when it waits.
 *
 * @param change the id of the change and of its operation
 * @param service the provider's id of the service
 * @param target where; never read-only, because the way back must not be refused
 * @param settling how long the provider may need until it holds; nothing proves anything before
 * @param sentAt when the change had been sent, or was about to be, by this desktop's clock
 * @param deadline unless it is kept by then, it goes back
 */
public record Trial(
        UUID change,
        String service,
        ChangeTarget target,
        Tried tried,
        Duration settling,
        Instant sentAt,
        Instant deadline) {

    /** Before it is sent, with no time yet. */
    public static Trial planned(
            UUID change, String service, ChangeTarget target, Tried tried, Duration settling) {
        return new Trial(change, service, target, tried, settling, Instant.EPOCH, Instant.EPOCH);
    }

    /** From when on a connection that works proves something. */
    public Instant provableFrom() {
        return sentAt.plus(settling);
    }

    /** Whether it waits still; a clock that was set back gives it no more time than it had. */
    public boolean isInTime(Instant now, Duration limit) {
        return now.isBefore(deadline) && !deadline.isAfter(now.plus(settling).plus(limit));
    }

    /** The same, with its time beginning anew. */
    public Trial from(Instant sent, Duration limit) {
        return until(settling, sent, sent.plus(settling).plus(limit));
    }

    /** Whether it was waited for until it holds, and need not be any more. */
    public boolean settlesOnceShown() {
        return tried.holdsWhenShown() && !settling.isZero();
    }

    /** The same, seen to hold from {@code now} on. */
    public Trial settled(Instant now, Duration limit) {
        return until(Duration.ZERO, now, now.plus(limit));
    }

    /** The same by a clock that was set by so much; negative when it was set back. */
    public Trial shifted(Duration by) {
        return until(settling, sentAt.plus(by), deadline.plus(by));
    }

    private Trial until(Duration newSettling, Instant sent, Instant newDeadline) {
        return new Trial(change, service, target, tried, newSettling, sent, newDeadline);
    }

    public String written() {
        Properties lines = new Properties();
        lines.setProperty("change", change.toString());
        lines.setProperty("service", service);
        lines.setProperty("server", target.server());
        lines.setProperty("environment", target.environment().name());
        tried.write(lines);
        lines.setProperty("settling", settling.toString());
        lines.setProperty("sent", sentAt.toString());
        lines.setProperty("deadline", deadline.toString());
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Empty for what no version like this one has written. */
    public static Optional<Trial> read(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            return Optional.of(
                    new Trial(
                            UUID.fromString(Tried.value(lines, "change")),
                            Tried.value(lines, "service"),
                            new ChangeTarget(
                                    Tried.value(lines, "server"),
                                    Environment.valueOf(Tried.value(lines, "environment")),
                                    false),
                            Tried.read(lines),
                            Duration.parse(Tried.value(lines, "settling")),
                            Instant.parse(Tried.value(lines, "sent")),
                            Instant.parse(Tried.value(lines, "deadline"))));
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
