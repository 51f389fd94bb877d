package dev.howdah.lab.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.control.Repair.Kind;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Standbys;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a primary up where none can simply be started. */
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    /** What is only in the old data would be lost, so they are not given up at once. */
    static final int MOST_STARTS = 3;

    private static final long NEEDED_BYTES = 64L << 20;

    private final Fleet fleet;
    private final Foundation foundation;
    private final NewestParameters parameters;

    Rescue(Fleet fleet, Foundation foundation) {
        this.fleet = fleet;
        this.foundation = foundation;
        this.parameters = new NewestParameters(fleet);
    }

    /**
     * Starts the primary, without what was set last if it takes that; if that can't be, a standby
     * takes over; if there is none, it comes back from the archive; if there is nothing at all, an
     * empty cluster is made.
     *
     * @return what was lost and how it was made up for; empty when nothing was
     */
    Optional<Repair> open(Standbys standbys) throws ProblemException, InterruptedException {
        fleet.choosePort();
        boolean known = Files.isRegularFile(passwordFile());
        Optional<Repair> repair = Optional.empty();
        if (!fleet.primary().exists()) {
            Optional<Repair> made = replaced(standbys);
            repair = known ? made : Optional.empty();
        } else {
            Optional<ProblemException> failure = started();
            if (failure.isPresent()) {
                repair = replacedAfter(failure.get(), standbys);
            }
        }
        keepPassword();
        return repair;
    }

    /** Why it could not be started; empty when it runs. */
    private Optional<ProblemException> started() throws InterruptedException {
        Optional<ProblemException> failure = Optional.empty();
        for (int i = 0; i < MOST_STARTS; i++) {
            try {
                fleet.startPrimary();
                return Optional.empty();
            } catch (ProblemException e) {
                // files and sockets of an interrupted thread are closed under its hands
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
                failure = Optional.of(e);
            }
        }
        return failure;
    }

    private Optional<Repair> replacedAfter(ProblemException failure, Standbys standbys)
            throws ProblemException, InterruptedException {
        List<String> reset = parameters.startWithout();
        if (!reset.isEmpty()) {
            return Optional.of(reset(reset));
        }
        Optional<Repair> takenOver = takenOver(standbys);
        if (takenOver.isPresent()) {
            return takenOver;
        }
        if (!restored(_ -> {})) {
            throw failure;
        }
        fleet.startPrimary();
        return Optional.of(new Repair(Kind.RESTORE, fleet.topology().primary()));
    }

    private Repair reset(List<String> these) {
        return new Repair(Kind.RESET, fleet.topology().primary(), these);
    }

    private Optional<Repair> replaced(Standbys standbys)
            throws ProblemException, InterruptedException {
        Optional<Repair> takenOver = takenOver(standbys);
        if (takenOver.isPresent()) {
            return takenOver;
        }
        Kind kind = begin(_ -> {}) ? Kind.RESTORE : Kind.MAKE_ANEW;
        return Optional.of(new Repair(kind, fleet.topology().primary()));
    }

    private Optional<Repair> takenOver(Standbys standbys)
            throws ProblemException, InterruptedException {
        List<Integer> candidates = standbys.candidates();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        int next = candidates.getFirst();
        standbys.handOver(next, fleet.topology().plan(), false);
        return Optional.of(new Repair(Kind.TAKE_OVER, next));
    }

    /** Starts a node that holds nothing usable; its standbys have to be made anew. */
    private boolean begin(DoubleConsumer progress) throws ProblemException, InterruptedException {
        LabNode node = fleet.primary();
        boolean restored = restored(progress);
        if (!restored) {
            foundation.create(node, password());
        }
        for (Member standby : fleet.topology().standbys()) {
            fleet.become(fleet.topology().with(standby.number(), false));
        }
        fleet.startPrimary();
        return restored;
    }

    /**
     * Brings back a primary that does not start.
     *
     * @return what was done, a full sentence
     */
    String restore(DoubleConsumer progress) throws ProblemException, InterruptedException {
        LabNode node = fleet.primary();
        node.kill();
        Kind kind;
        if (!node.exists()) {
            kind = begin(progress) ? Kind.RESTORE : Kind.MAKE_ANEW;
            foundation.fill(node);
        } else {
            List<String> reset = parameters.startWithout();
            if (!reset.isEmpty()) {
                return reset(reset).done();
            }
            kind = restored(progress) ? Kind.RESTORE : Kind.START;
            fleet.startPrimary();
        }
        return new Repair(kind, fleet.topology().primary()).done();
    }

    /** A full disk is no reason to give up what is on it. */
    private boolean restored(DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        LabNode node = fleet.primary();
        LabProblems.requireRoom(fleet.folder(), NEEDED_BYTES);
        node.remember(password());
        return fleet.recovery().restoreNewest(node, fleet.primarySettings(), progress);
    }

    /** The superuser's, which outlives every node. */
    private Secret password() throws ProblemException {
        try {
            return Files.isRegularFile(passwordFile())
                    ? Secret.of(Files.readString(passwordFile(), US_ASCII).strip())
                    : LabNode.randomPassword();
        } catch (IOException e) {
            throw LabProblems.of(e, fleet.folder());
        }
    }

    private void keepPassword() throws ProblemException {
        Secret known = fleet.primary().access(LabNode.MAINTENANCE_DATABASE).password();
        try {
            AtomicFile.write(passwordFile(), known.reveal().getBytes(US_ASCII));
        } catch (IOException e) {
            throw LabProblems.of(e, fleet.folder());
        }
    }

    private Path passwordFile() {
        return fleet.folder().resolve("superuser-password");
    }
}
