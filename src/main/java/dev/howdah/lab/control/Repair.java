package dev.howdah.lab.control;

import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Fleet;
import java.util.List;

/**
 * What has to be done so that the nodes match the topology again.
 *
 * @param node the one that is acted on; for {@link Kind#TAKE_OVER} the one that will lead
 * @param parameters those that are reset, for {@link Kind#RESET} only
 */
record Repair(Kind kind, int node, List<String> parameters) {
    private static final Texts TEXTS = Texts.of(Repair.class);

    /** What is done. */
    enum Kind {
        TAKE_OVER("repair.takeOver"),
        START("repair.start"),
        /** It starts without what was set last, and not with it. */
        RESET("repair.reset"),
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

    Repair(Kind kind, int node) {
        this(kind, node, List.of());
    }

    String title() {
        return text("");
    }

    String running() {
        return text(".running");
    }

    String done() {
        return text(".done");
    }

    private String text(String of) {
        return TEXTS.text(kind.key + of, Fleet.name(node), String.join(", ", parameters));
    }

    /** Whether it is told as an operation; what every start does is not. */
    boolean isTold() {
        return kind != Kind.JOIN;
    }
}
