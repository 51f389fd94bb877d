package dev.howdah.ui.backups.list;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the provider does about backups at the moment, and what it failed to do lately. */
final class OperationNotices {
    private static final Texts TEXTS = Texts.of(OperationNotices.class);
    private static final Set<Act> ACTS =
            EnumSet.of(Act.BACKUP, Act.BACKUP_SCHEDULE, Act.RECOVERY, Act.COPY);

    /** A failure that ended longer ago is no news. */
    private static final Duration NEWS = Duration.ofHours(1);

    private OperationNotices() {}

    static List<Notice> of(List<Operation> operations, Instant now) {
        return operations.stream()
                .filter(each -> ACTS.contains(each.act()))
                .flatMap(each -> notice(each, now).stream())
                .toList();
    }

    private static Optional<Notice> notice(Operation operation, Instant now) {
        if (!operation.state().ended()) {
            return Optional.of(underWay(operation, now));
        }
        boolean isNews =
                operation
                        .endedAt()
                        .map(at -> Duration.between(at, now).compareTo(NEWS) < 0)
                        .orElse(false);
        boolean isBad =
                operation.state() == Operation.State.FAILED
                        || operation.state() == Operation.State.PARTLY;
        return isNews && isBad
                ? Optional.of(
                        new Notice(
                                Level.DANGER,
                                TEXTS.text("operation.failed", operation.title()),
                                operation.sentence()))
                : Optional.empty();
    }

    private static Notice underWay(Operation operation, Instant now) {
        String since = Quantities.duration(Duration.between(operation.askedAt(), now));
        String progress =
                operation.progressPct().isPresent()
                        ? " " + Quantities.percent(operation.progressPct().getAsInt())
                        : "";
        return new Notice(
                operation.state().mayBeUnsent() ? Level.WARNING : Level.INFO,
                TEXTS.text("operation.underWay", operation.title(), since) + progress,
                operation.sentence());
    }
}
