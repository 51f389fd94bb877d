package dev.howdah.core;

import java.time.Duration;

/**
 * A failure in words for the person in front of the screen.
 *
 * @param kind what can be done about it by the program
 * @param sentence what happened, one full sentence
 * @param remedy what the person can do, one or two full sentences; empty when there is nothing
 * @param detail the technical text (SQLSTATE and server message, or status and body), shown folded;
 *     never contains a secret, at most {@link #MAX_DETAIL} characters
 */
public record Problem(Kind kind, String sentence, String remedy, String detail) {

    /** A server's or provider's own text is hostile and may be long; more of it is not kept. */
    public static final int MAX_DETAIL = 2_000;

    public Problem {
        if (detail.length() > MAX_DETAIL) {
            detail = detail.substring(0, MAX_DETAIL) + "…";
        }
    }

    /** What a failure means for the next attempt. */
    public enum Kind {
        /** No connection, or it broke: host, port, network, server restarting. */
        UNREACHABLE,
        /** The server or we ourselves gave up waiting for the answer. */
        TIMED_OUT,
        /** A lock was not granted in the short time we wait for one. */
        LOCKED,
        /** All connection slots are taken (53300). */
        TOO_MANY_CONNECTIONS,
        /** User, password, database, TLS or pg_hba refused: the person has to change something. */
        LOGIN_REFUSED,
        /** The role lacks a right (42501). */
        NOT_PERMITTED,
        /** This server can't answer: an extension is missing, or it is too old. */
        NOT_SUPPORTED,
        /** Local trouble: disk full, folder read-only, port in use, second instance. */
        LOCAL,
        /** What was typed can't be used as it is. */
        BAD_INPUT,
        /** The link broke while a change was under way: only reading back tells what it did. */
        UNKNOWN_OUTCOME,
        /** Anything else; the detail says more. */
        FAILED;

        /** Whether asking again without the person changing something is pointless. */
        public boolean stopsAsking() {
            return this == NOT_PERMITTED || this == NOT_SUPPORTED || this == LOGIN_REFUSED;
        }

        /**
         * How long to wait before the next attempt when {@code failures} in a row have happened (1
         * or more) and the usual pause is {@code pause}. A server that is away is asked often
         * enough to see it return within 15 s; one that is slow gets room (5, 10, 20, 60 s); one
         * without free slots is never asked more often than every 10 s.
         */
        public Duration backOff(int failures, Duration pause) {
            Duration wait =
                    switch (this) {
                        case UNREACHABLE -> Duration.ofSeconds(Math.min(10, 2L * failures));
                        case TOO_MANY_CONNECTIONS -> Duration.ofSeconds(10);
                        case TIMED_OUT, LOCKED, FAILED ->
                                Duration.ofSeconds(
                                        switch (failures) {
                                            case 1 -> 5;
                                            case 2 -> 10;
                                            case 3 -> 20;
                                            default -> 60;
                                        });
                        default -> pause;
                    };
            return wait.compareTo(pause) < 0 ? pause : wait;
        }
    }

    /** What happened and what can be done, as one text; without the detail. */
    public String whole() {
        return (sentence + " " + remedy).strip();
    }

    public static Problem of(Kind kind, String sentence, String remedy) {
        return new Problem(kind, sentence, remedy, "");
    }

    public Problem withDetail(String newDetail) {
        return new Problem(kind, sentence, remedy, newDetail);
    }
}
