package dev.howdah.provider.trial;

import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Environment;
import dev.howdah.provider.AllowRule;
import dev.howdah.provider.Allowlist;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * An allowlist that is being tried: what was there before, what is tried, and until when.
 *
 * @param change the id of the change and of its operation
 * @param service the provider's id of the service
 * @param target where; never read-only, because the way back must not be refused
 * @param before what goes back in place
 * @param labels whether a label is part of a rule there
 * @param settling how long the provider may need until the new list holds; nothing proves anything
 *     before
 * @param sentAt when the change had been sent, or was about to be, by this desktop's clock
 * @param deadline unless it is kept by then, the list goes back
 */
public record Trial(
        UUID change,
        String service,
        ChangeTarget target,
        List<AllowRule> before,
        List<AllowRule> wanted,
        boolean labels,
        Duration settling,
        Instant sentAt,
        Instant deadline) {

    public Trial {
        before = List.copyOf(before);
        wanted = List.copyOf(wanted);
    }

    /** From when on a connection that works proves something. */
    public Instant provableFrom() {
        return sentAt.plus(settling);
    }

    /** Whether it waits still; a clock that was set back gives it no more time than it had. */
    boolean isInTime(Instant now, Duration limit) {
        return now.isBefore(deadline) && !deadline.isAfter(now.plus(settling).plus(limit));
    }

    /** The same, with its time beginning anew. */
    Trial from(Instant sent, Duration limit) {
        return until(sent, sent.plus(settling).plus(limit));
    }

    /** The same by a clock that was set by so much; negative when it was set back. */
    Trial shifted(Duration by) {
        return until(sentAt.plus(by), deadline.plus(by));
    }

    private Trial until(Instant sent, Instant newDeadline) {
        return new Trial(
                change, service, target, before, wanted, labels, settling, sent, newDeadline);
    }

    String written() {
        Properties lines = new Properties();
        lines.setProperty("change", change.toString());
        lines.setProperty("service", service);
        lines.setProperty("server", target.server());
        lines.setProperty("environment", target.environment().name());
        lines.setProperty("before", Allowlist.written(before));
        lines.setProperty("wanted", Allowlist.written(wanted));
        lines.setProperty("labels", Boolean.toString(labels));
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
    static Optional<Trial> read(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            return Optional.of(
                    new Trial(
                            UUID.fromString(value(lines, "change")),
                            value(lines, "service"),
                            new ChangeTarget(
                                    value(lines, "server"),
                                    Environment.valueOf(value(lines, "environment")),
                                    false),
                            Allowlist.read(value(lines, "before")),
                            Allowlist.read(value(lines, "wanted")),
                            Boolean.parseBoolean(value(lines, "labels")),
                            Duration.parse(value(lines, "settling")),
                            Instant.parse(value(lines, "sent")),
                            Instant.parse(value(lines, "deadline"))));
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String value(Properties lines, String name) {
        return Objects.requireNonNullElse(lines.getProperty(name), "");
    }
}
