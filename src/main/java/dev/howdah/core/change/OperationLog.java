package dev.howdah.core.change;

import dev.howdah.core.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where operations are kept on disk, each as it was last seen, so that the next start can go on
 * with them. Any thread may call; every call blocks on the disk.
 */
public interface OperationLog {

    /**
     * Writes a new operation, unless one that has not ended {@link Operation#standsInTheWayOf
     * stands in its way}; one step, also when several consoles share the folder.
     *
     * @return the one in the way; empty when the new one is safe on disk
     */
    Optional<Operation> begin(Operation operation) throws ProblemException;

    /** Puts the operation in the place of the one with its id; returns when it is safe on disk. */
    void write(Operation operation) throws ProblemException;

    /**
     * Puts the new state in the place of the one seen, unless somebody has written another
     * meanwhile; then nothing happens.
     *
     * @return the operation as it is on disk afterwards
     */
    Operation replace(Operation seen, Operation now) throws ProblemException;

    /** As it was last written; empty when it was never written or is forgotten. */
    Optional<Operation> find(UUID id) throws ProblemException;

    /**
     * Those of one service, the one asked for last first. None that has not ended is ever
     * forgotten; of the others the latest few hundred are kept.
     */
    List<Operation> of(String service) throws ProblemException;
}
