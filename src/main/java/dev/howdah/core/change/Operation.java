package dev.howdah.core.change;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A change that a provider works on, as it was last seen. It is written down before anything is
 * sent, so that it survives a restart, a sleep and a lost reply.
 *
 * @param id that of the {@link Change} that asked for it
 * @param service the provider's service it acts on, by the id the provider's adapter gives it
 * @param title that of the change: "Change plan to Business 1024M"
 * @param state how far it is known to be
 * @param steps in the order in which they happen; empty when the provider tells none
 * @param progressPct 0 to 100; empty when the provider tells none
 * @param askedAt when it was about to be sent, by this desktop's clock
 * @param seenAt when this was last read or written, by this desktop's clock
 * @param endedAt when it was seen to have ended; empty before
 * @param sentence what is known, one full sentence
 * @param memo what the adapter needs to recognise the operation in the provider's state and to make
 *     the way back; never a secret
 */
public record Operation(
        UUID id,
        String service,
        Act act,
        String title,
        State state,
        List<Step> steps,
        OptionalInt progressPct,
        Instant askedAt,
        Instant seenAt,
        Optional<Instant> endedAt,
        String sentence,
        Map<String, String> memo) {

    public Operation {
        steps = List.copyOf(steps);
        memo = Map.copyOf(memo);
    }

    /** In the memo: what of the service is acted on, like the name of a user or switch. */
    public static final String SUBJECT = "subject";

    /** In the memo: the id of the operation that this one takes back. */
    public static final String UNDOES = "undoes";

    /** In the memo: what was before, as the adapter writes it; one thing a line. */
    public static final String BEFORE = "from";

    /** In the memo: what is wanted, written like {@link #BEFORE}. */
    public static final String AFTER = "to";

    private static final Set<Act> WHOLE_SERVICE =
            EnumSet.of(
                    Act.PLAN_CHANGE, Act.RECOVERY, Act.VERSION_UPGRADE, Act.REPLICA, Act.PROMOTION);

    /** What an operation does to a service. */
    public enum Act {
        PLAN_CHANGE,
        ALLOWLIST,
        SWITCH,
        BACKUP,
        BACKUP_SCHEDULE,
        RECOVERY,
        /** A server of its own is made beside the service, which goes on. */
        COPY,
        USER_CREATED,
        USER_DROPPED,
        PASSWORD,
        VERSION_UPGRADE,
        MAINTENANCE_WINDOW,
        REPLICA,
        PROMOTION,
        /** A statement or session ended through the provider. */
        SESSION_END,
        /** A node ended on purpose, to see what a failure does. */
        NODE_FAILURE,
        /** A file is fetched to this desktop, which does nothing to the service. */
        DOWNLOAD;

        /** Whether it is of a kind that can be set back; the adapter knows if this one can. */
        public boolean canBeSetBack() {
            return switch (this) {
                case PLAN_CHANGE, ALLOWLIST, SWITCH, BACKUP_SCHEDULE, MAINTENANCE_WINDOW -> true;
                case BACKUP,
                        RECOVERY,
                        COPY,
                        USER_CREATED,
                        USER_DROPPED,
                        PASSWORD,
                        VERSION_UPGRADE,
                        REPLICA,
                        PROMOTION,
                        SESSION_END,
                        NODE_FAILURE,
                        DOWNLOAD ->
                        false;
            };
        }
    }

    /** How far an operation is. */
    public enum State {
        /** Written down and perhaps sent; after a restart nobody knows whether it was. */
        SUBMITTING,
        /** Sent, and the reply was lost: only the provider's state tells whether it happens. */
        UNSURE,
        /** The provider has taken it and is at work. */
        RUNNING,
        /** Seen in effect. */
        DONE,
        /** Ended with a part in effect; the sentence says which. */
        PARTLY,
        /** Refused, failed, or never received: not in effect. */
        FAILED,
        /** Nobody will know how it ended, or the person no longer wants to. */
        ABANDONED;

        /** Whether nothing more is to be expected. */
        public boolean ended() {
            return switch (this) {
                case SUBMITTING, UNSURE, RUNNING -> false;
                case DONE, PARTLY, FAILED, ABANDONED -> true;
            };
        }

        /** Whether it has to be found out first if the provider ever received it. */
        public boolean mayBeUnsent() {
            return this == SUBMITTING || this == UNSURE;
        }
    }

    /** One step of several, in words of the provider or of ours. */
    public record Step(String name, Progress progress) {

        /** How far a step is. */
        public enum Progress {
            AHEAD,
            UNDER_WAY,
            DONE,
            FAILED
        }
    }

    /** About to be submitted. */
    public static Operation planned(
            UUID id,
            String service,
            Act act,
            String title,
            Map<String, String> memo,
            String sentence,
            Instant now) {
        return new Operation(
                id,
                service,
                act,
                title,
                State.SUBMITTING,
                List.of(),
                OptionalInt.empty(),
                now,
                now,
                Optional.empty(),
                sentence,
                memo);
    }

    /**
     * Whether this one, not ended yet, forbids to begin the other: it acts on the same thing of the
     * same service, and the other does not take it back.
     */
    public boolean standsInTheWayOf(Operation other) {
        if (state.ended()
                || id.equals(other.id)
                || !service.equals(other.service)
                || id.toString().equals(other.memo.get(UNDOES))) {
            return false;
        }
        return WHOLE_SERVICE.contains(act)
                ? WHOLE_SERVICE.contains(other.act)
                : act == other.act
                        && memo.getOrDefault(SUBJECT, "")
                                .equals(other.memo.getOrDefault(SUBJECT, ""));
    }

    /** The same in another state, which ends it when that state is an end. */
    public Operation in(State newState, String newSentence, Instant now) {
        return new Operation(
                id,
                service,
                act,
                title,
                newState,
                steps,
                newState == State.DONE ? OptionalInt.of(100) : progressPct,
                askedAt,
                now,
                newState.ended() ? endedAt.or(() -> Optional.of(now)) : Optional.empty(),
                newSentence,
                memo);
    }

    public Operation withSteps(List<Step> newSteps, OptionalInt newProgressPct) {
        return new Operation(
                id,
                service,
                act,
                title,
                state,
                newSteps,
                newProgressPct,
                askedAt,
                seenAt,
                endedAt,
                sentence,
                memo);
    }

    /** With one more thing to remember; an older value under this key is replaced. */
    public Operation remembering(String key, String value) {
        Map<String, String> more = new TreeMap<>(memo);
        more.put(key, value);
        return new Operation(
                id,
                service,
                act,
                title,
                state,
                steps,
                progressPct,
                askedAt,
                seenAt,
                endedAt,
                sentence,
                more);
    }
}
