package dev.howdah.lab.control;

import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Fleet;

/**
 * What has to be done so that the nodes match the topology again.
 *
 * @param node the one that is acted on; for {@link Kind#TAKE_OVER} the one that will lead
 */
record Repair(Kind kind, int node) {
    private static final Texts TEXTS = Texts.of(Repair.class);

    /** What is done. */
    enum Kind {
        TAKE_OVER("repair.takeOver"),
        START("repair.start"),
        RESTORE("repair.restore"),
        /** There is no backup to restore. */
        MAKE_ANEW("repair.makeAnew"),
        /** A standby that was stopped in good order. */
        JOIN("repair.join"),
        BUILD("repair.build"),
        REMOVE("repair.remove"),
        LOWER("repair.lower");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    String title() {
        return TEXTS.text(kind.key, Fleet.name(node));
    }

    String running() {
        return TEXTS.text(kind.key + ".running", Fleet.name(node));
    }

    String done() {
        return TEXTS.text(kind.key + ".done", Fleet.name(node));
    }

    /** Whether it is told as an operation; what every start does is not. */
    boolean isTold() {
        return kind != Kind.JOIN;
    }
}
