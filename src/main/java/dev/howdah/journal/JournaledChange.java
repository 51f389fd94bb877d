package dev.howdah.journal;

import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.RunningChange.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One change as the journal tells it: what was written before it ran, how it ended, and what became
 * of it afterwards.
 *
 * @param entry the line of its end; that from before it ran when it has no end
 * @param startedAt when it was about to be sent; empty when that line is older than what was read
 * @param result how it stands now
 * @param operation what the provider made of it, as it was last seen
 * @param undoneAt when it was taken back
 * @param transactions those it was about to commit, first to last
 */
public record JournaledChange(
        Entry entry,
        Optional<Instant> startedAt,
        Result result,
        Optional<Operation> operation,
        Optional<Instant> undoneAt,
        List<Transaction> transactions) {

    public JournaledChange {
        transactions = List.copyOf(transactions);
    }

    JournaledChange undone(Optional<Instant> at) {
        return new JournaledChange(entry, startedAt, result, operation, at, transactions);
    }

    /** How a change stands. */
    public enum Result {
        /** A console that runs is at it, or the provider is. */
        UNDER_WAY,
        DONE,
        PARTLY,
        FAILED,
        REFUSED,
        /** It was sent, and nobody knows what came of it. */
        UNKNOWN,
        /** The console ended while it ran, and nobody has looked since what came of it. */
        CUT_OFF
    }

    /** Whether it can be taken back. */
    public enum WayBack {
        /** As far as the journal knows; the provider or the server has the last word. */
        THERE,
        UNDONE,
        /** It did nothing. */
        NOT_NEEDED,
        UNDER_WAY,
        /** It has to be found out first what came of it. */
        NOT_KNOWN,
        /** The notes may say why. */
        NONE
    }

    public UUID id() {
        return entry.change();
    }

    public ChangeNotes notes() {
        return entry.particulars().notes();
    }

    /** When it was about to be sent, as well as that is known. */
    public Instant at() {
        return startedAt.orElseGet(
                () -> entry.at().minus(entry.particulars().took().orElse(Duration.ZERO)));
    }

    /** From before it was sent to its end; that of a provider's work is in the operation. */
    public Optional<Duration> took() {
        Particulars particulars = entry.particulars();
        return particulars
                .took()
                .or(() ->
                        entry.status() == Status.STARTED || entry.status() == Status.REFUSED
                                ? Optional.empty()
                                : startedAt.map(start -> Duration.between(start, entry.at())));
    }

    /** What is to be said of it: the provider's last word, else that of the change. */
    public String sentence() {
        return operation.map(Operation::sentence).orElse(entry.sentence());
    }

    /** Whether nobody knows what came of it, and the server could be asked. */
    public boolean canBeFoundOut() {
        return (result == Result.CUT_OFF || result == Result.UNKNOWN) && !transactions.isEmpty();
    }

    public WayBack wayBack() {
        if (undoneAt.isPresent()) {
            return WayBack.UNDONE;
        }
        boolean byProvider =
                notes().oneWay().isEmpty()
                        && notes().act().filter(Operation.Act::canBeSetBack).isPresent();
        if (byProvider && operation.isPresent()) {
            // also while its fate is not known, so that a lock-out can be ended
            return result == Result.FAILED ? WayBack.NOT_NEEDED : WayBack.THERE;
        }
        return switch (result) {
            case UNDER_WAY -> WayBack.UNDER_WAY;
            case FAILED, REFUSED -> WayBack.NOT_NEEDED;
            case CUT_OFF -> WayBack.NOT_KNOWN;
            case DONE, PARTLY, UNKNOWN ->
                    entry.particulars().wayBack().isPresent() || !notes().made().isEmpty()
                            ? WayBack.THERE
                            : WayBack.NONE;
        };
    }
}
