package dev.howdah.lab.copies;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies beside the lab's service: each is made once, one after the other, and started when
 * somebody wants to look at it. The service goes on meanwhile. Any thread may call.
 */
public final class LabCopies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabCopies.class);
    private static final Texts TEXTS = Texts.of(LabCopies.class);

    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final CopyOrigin origin;
    private final LabOperations book;
    private final Clock clock;
    private final Map<UUID, LabCopy> whole = new ConcurrentHashMap<>();
    private final CopyNodes nodes;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<CopyWork> making = Optional.empty();
    private volatile boolean closed;

    /**
     * @param folder need not exist
     */
    public LabCopies(
            Path folder, LabBinaries binaries, CopyOrigin origin, LabOperations book, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.nodes = new CopyNodes(this.folder, binaries);
        this.origin = origin;
        this.book = book;
        this.clock = clock;
    }

    /** Where the lab in this folder has its copies. */
    public static Path under(Path lab) {
        return lab.resolve("copies");
    }

    /** What copies there are, by their files alone, while the lab is not open; newest first. */
    public static List<LabCopy> known(Path lab) throws ProblemException {
        Path folder = under(lab);
        try {
            return CopyFolder.in(folder).stream()
                    .flatMap(each -> facts(each).stream())
                    .sorted(Comparator.comparing(LabCopy::madeAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** One that can't be read is not shown, and not removed either. */
    private static Optional<LabCopy> facts(CopyFolder folder) {
        try {
            return folder.facts();
        } catch (IOException e) {
            LOG.warn("a copy can't be read", e);
            return Optional.empty();
        }
    }

    /**
     * Stops what an earlier run left running, removes what it left half-made, and ends the
     * operation it was at. To be called once, before all others.
     */
    public void prepare() throws ProblemException {
        try {
            for (CopyFolder each : CopyFolder.in(folder)) {
                LabNode node = nodes.in(each);
                Optional<LabCopy> copy = facts(each);
                if (each.isHalf()) {
                    CopyWork.remove(node, each);
                    continue;
                }
                node.stop();
                copy.ifPresentOrElse(
                        there -> whole.put(there.id(), there),
                        () ->
                                LOG.warn(
                                        "The copy in {} can't be read, and is left as it is.",
                                        each.path()));
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
        Optional<LabOperation> left = book.underWayBeside();
        if (left.isPresent()) {
            boolean ended = whole.containsKey(left.get().id());
            new Course(book, clock, left.get())
                    .end(
                            ended ? State.DONE : State.FAILED,
                            TEXTS.text(ended ? "left.done" : "left.notDone"));
        }
    }

    /** Whole ones, newest first. */
    public List<LabCopy> all() {
        return whole.values().stream()
                .sorted(Comparator.comparing(LabCopy::madeAt).reversed())
                .toList();
    }

    /** A whole one; empty when there is none of this id. */
    public Optional<LabCopy> find(UUID id) {
        return Optional.ofNullable(whole.get(id));
    }

    /** How far the one is that is being made. */
    public Optional<LabOperation> underWay() {
        return book.underWayBeside();
    }

    /**
     * @param changed called in any thread, often, when a copy has come, gone or got further
     */
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /**
     * Begins to make a copy, and returns when that is on disk; the lab's operations tell how far it
     * is. LOCKED while another one is made; BAD_INPUT when the name is not fit, when there are too
     * many, or when the archive does not reach there; LOCAL when the disk has too little room.
     */
    public synchronized void make(CopyOrder order) throws ProblemException {
        new CopyRules(origin, folder).require(order, all());
        LabNode node = nodes.of(order.id());
        CopyFolder place = nodes.place(order.id());
        CopyMaking steps = new CopyMaking(order, origin, place, node, clock);
        if (closed) {
            throw refusal(Problem.Kind.LOCKED, "closed");
        }
        LabOperation planned = steps.planned();
        book.begin(planned);
        CopyWork work =
                new CopyWork(
                        order,
                        steps,
                        new Course(book, clock, planned),
                        node,
                        place,
                        new Listener(order.id()));
        making = Optional.of(work);
        work.begin();
    }

    /** Takes up what was made. */
    private final class Listener implements CopyWork.Listener {
        private final UUID id;

        Listener(UUID id) {
            this.id = id;
        }

        @Override
        public void changed() {
            LabCopies.this.changed();
        }

        @Override
        public void finished(LabCopy copy) {
            whole.put(id, copy);
        }

        @Override
        public void ended() {
            if (!whole.containsKey(id)) {
                nodes.forget(id);
            }
            making = Optional.empty();
            changed();
        }
    }

    /** Gives up making this one; nothing is left of it. Does nothing when it is not being made. */
    public void cancel(UUID id) {
        making.filter(work -> work.makes(id)).ifPresent(CopyWork::cancel);
    }

    /**
     * Starts a copy's server, unless it runs, and tells how its superuser logs in to its data.
     * Blocks for seconds.
     */
    public LabAccess start(UUID id) throws ProblemException, InterruptedException {
        LabCopy copy = require(id);
        LabNode node = nodes.of(id);
        synchronized (node) {
            if (closed) {
                throw refusal(Problem.Kind.LOCKED, "closed");
            }
            if (node.server().isEmpty()) {
                node.start(CopyMaking.settings());
            }
            return node.access(copy.database());
        }
    }

    /** Whether its server runs. */
    public boolean runs(UUID id) throws ProblemException {
        return whole.containsKey(id) && nodes.of(id).server().isPresent();
    }

    /**
     * Removes a copy with all that it has; BAD_INPUT when there is none of this id. Blocks for
     * seconds.
     *
     * @param operation names it in the lab's book
     */
    public void remove(UUID operation, UUID id) throws ProblemException {
        LabCopy copy = require(id);
        LabNode node = nodes.of(id);
        synchronized (node) {
            node.stop();
            try {
                nodes.place(id).remove();
            } catch (IOException e) {
                throw LabProblems.of(e, folder);
            } finally {
                if (facts(nodes.place(id)).isEmpty()) {
                    whole.remove(id);
                    nodes.forget(id);
                }
            }
        }
        book.note(
                LabOperation.done(
                        operation,
                        Act.COPY,
                        TEXTS.text("remove.title", copy.name()),
                        TEXTS.text("removed", copy.name()),
                        clock.instant()));
        changed();
    }

    private LabCopy require(UUID id) throws ProblemException {
        return find(id).orElseThrow(() -> refusal(Problem.Kind.BAD_INPUT, "gone"));
    }

    private static ProblemException refusal(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy", arguments)));
    }

    /** Gives up what is being made and stops every server. Blocks for some seconds. */
    @Override
    public void close() {
        closed = true;
        making.ifPresent(work -> {
            work.cancel();
            work.await(END_LIMIT);
        });
        nodes.stopAll();
    }
}
