package dev.howdah.lab.copies;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.copies.CopyOrder.Archived;
import dev.howdah.lab.copies.CopyOrder.Filled;
import dev.howdah.lab.node.LabProblems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a copy has to be like before anything is done for it. */
public record CopyRules(CopyOrigin origin, Path folder) {
    private static final Texts TEXTS = Texts.of(CopyRules.class);

    /**
     * Each has the size of its original on the disk and, while it runs, some 60 MB of memory; more
     * than four at a time nobody compares.
     */
    public static final int MOST = 4;

    /** A name that fits into the rail and the header. */
    private static final int LONGEST_NAME = 60;

    /** What an empty cluster takes, and what recovery needs beside the backup; rounded up. */
    private static final long EMPTY_BYTES = 150L << 20;

    /**
     * BAD_INPUT when the name is not fit, when there are too many, or when the archive does not
     * reach there; LOCAL when the disk has too little room.
     *
     * @param there the copies so far
     */
    void require(CopyOrder order, List<LabCopy> there) throws ProblemException {
        String name = order.name();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw refusal("name", LONGEST_NAME);
        }
        if (there.stream().anyMatch(copy -> copy.name().equals(name))) {
            throw refusal("nameTaken", name);
        }
        if (there.size() >= MOST) {
            throw refusal("many", MOST);
        }
        long bytes =
                switch (order.content()) {
                    case Archived(Instant moment) -> origin.backupBytes(moment);
                    case Filled(Filling _, long needed) -> needed;
                };
        LabProblems.requireRoom(folder, bytes + EMPTY_BYTES);
    }

    private static ProblemException refusal(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text(key + ".remedy", arguments)));
    }
}
