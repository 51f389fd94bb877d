package dev.howdah.app.copies;

import dev.howdah.app.desk.Copies;
import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.Environment;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.copies.LabCopy;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lab's copies as the window has them: each a server in the rail that is started when it is
 * chosen. Before the lab runs they are known by their files. JavaFX thread, where nothing else is
 * said.
 */
final class CopyShelf implements Copies {
    private static final Logger LOG = LoggerFactory.getLogger(CopyShelf.class);
    private static final Texts TEXTS = Texts.of(CopyShelf.class);

    /**
     * What there is.
     *
     * @param copies newest first
     * @param making the operation that makes another one
     */
    record Content(List<LabCopy> copies, Optional<LabOperation> making) {
        Content {
            copies = List.copyOf(copies);
        }
    }

    private final LabRunner lab;
    private final RailViewModel rail;
    private final Consumer<RailEntry> close;
    private final Consumer<Change> ask;
    private final Executor background;
    private final Executor uiThread;
    private final AtomicBoolean lookPending = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Content> content =
            new ReadOnlyObjectWrapper<>(new Content(List.of(), Optional.empty()));

    /**
     * @param close closes a server that is open
     * @param ask shows a change, to be confirmed
     */
    CopyShelf(
            LabRunner lab,
            RailViewModel rail,
            Consumer<RailEntry> close,
            Consumer<Change> ask,
            Executor background,
            Executor uiThread) {
        this.lab = lab;
        this.rail = rail;
        this.close = close;
        this.ask = ask;
        this.background = background;
        this.uiThread = uiThread;
        lab.state().subscribe(this::labChanged);
    }

    /** Shows what an earlier start has made. Blocks on the disk; not on the JavaFX thread. */
    void read(Path labFolder) {
        try {
            List<LabCopy> known = LabCopies.known(labFolder);
            uiThread.execute(() -> {
                if (lab.cluster().isEmpty()) {
                    show(new Content(known, Optional.empty()));
                }
            });
        } catch (ProblemException e) {
            // the lab itself says so when it is started
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        }
    }

    private void labChanged(LabRunner.State state) {
        if (state instanceof LabRunner.Running) {
            lab.cluster()
                    .map(cluster -> cluster.keeping().copies())
                    .ifPresent(copies -> {
                        copies.onChange(this::lookSoon);
                        look();
                    });
        }
    }

    /** Any thread; while one look is on its way no other is needed. */
    private void lookSoon() {
        if (lookPending.compareAndSet(false, true)) {
            uiThread.execute(() -> {
                lookPending.set(false);
                look();
            });
        }
    }

    private void look() {
        lab.cluster()
                .map(cluster -> cluster.keeping().copies())
                .ifPresent(copies -> show(new Content(copies.all(), copies.underWay())));
    }

    private void show(Content now) {
        List<UUID> there = now.copies().stream().map(LabCopy::id).toList();
        List<RailEntry> gone =
                rail.servers().stream()
                        .filter(entry -> entry.isCopy() && !there.contains(entry.id()))
                        .toList();
        gone.forEach(entry -> {
            close.accept(entry);
            rail.remove(entry);
        });
        now.copies().forEach(copy -> rail.putCopy(copy.id(), copy.name()));
        content.set(now);
    }

    ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    /** How an operation ended; empty before, and when there was none. */
    Optional<LabOperation> ended(UUID operation) {
        return lab.cluster()
                .flatMap(cluster -> cluster.operations().find(operation))
                .filter(each -> each.state().ended());
    }

    /** Those of the running lab, which is started if need be. Blocks; not on the JavaFX thread. */
    LabCopies running() throws ProblemException {
        return lab.running().keeping().copies();
    }

    /** The way into a copy, whose server is started if need be. Blocks. */
    LabAccess access(UUID copy) throws ProblemException {
        try {
            return running().start(copy);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw LabRunner.interrupted();
        }
    }

    /** Gives up the one that is being made. */
    void cancel(UUID copy) {
        lab.cluster()
                .map(cluster -> cluster.keeping().copies())
                .ifPresent(copies -> background.execute(() -> copies.cancel(copy)));
    }

    static PgTarget target(LabAccess access) {
        return PgTarget.of(
                access.host(), access.port(), access.database(), access.user(), TlsMode.DISABLE);
    }

    @Override
    public void start(RailEntry entry, Started started, Consumer<Problem> failed) {
        background.execute(() -> {
            try {
                LabAccess access = access(entry.id());
                Profile profile =
                        new Profile(
                                entry.id(), entry.name(), Environment.LAB, target(access), false);
                uiThread.execute(() -> started.open(profile, access.password()));
            } catch (ProblemException e) {
                uiThread.execute(() -> failed.accept(e.problem()));
            }
        });
    }

    @Override
    public void remove(RailEntry entry) {
        ask.accept(removal(entry.id()));
    }

    /** What would be done to remove a copy. */
    Change removal(UUID copy) {
        String name = rail.byId(copy).map(RailEntry::name).orElse("");
        UUID id = UUID.randomUUID();
        return new Change(
                        id,
                        TEXTS.text("copies.remove.title", name),
                        ServerCopies.target(),
                        TEXTS.text("copies.remove.preview", name, copy),
                        List.of(TEXTS.text("copies.remove.warning", name)),
                        () -> {
                            // our own sessions leave before the server ends them
                            uiThread.execute(() -> rail.byId(copy).ifPresent(close));
                            running().remove(id, copy);
                            return ChangeOutcome.done(TEXTS.text("copies.remove.done", name));
                        },
                        Optional.empty())
                .noting(notes -> notes.oneWay(TEXTS.text("copies.remove.warning", name)));
    }
}
