package dev.howdah.lab.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabAccess;
import java.util.function.Consumer;

/** Brings data into an empty cluster. */
public interface Filling {

    /**
     * Makes the database and fills it; blocks. The cluster is thrown away when this throws.
     *
     * @param access as the superuser of a running server
     * @param tell is told what is being worked on
     */
    void fill(LabAccess access, Consumer<String> tell)
            throws ProblemException, InterruptedException;

    /** Ends {@link #fill} early, which then throws; any thread. */
    void stop();
}
