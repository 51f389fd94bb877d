package dev.howdah.app.copies;

import dev.howdah.app.desk.ServerDesk;
import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopies;
import dev.howdah.ui.backups.copies.RestoredCopy;
import dev.howdah.ui.operations.LocalWork;
import dev.howdah.ui.operations.OperationsViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How the lab's copies come to the servers that they are copies of, and into the window. */
public final class CopyDesk {
    private final RailViewModel rail;
    private final ServerDesk desk;
    private final Clock clock;
    private final CopyShelf shelf;
    private final CopyDoors doors;
    private final CopyRecords records;

    /**
     * @param log where it is kept what came of the copies
     * @param ask shows a change, to be confirmed
     */
    public CopyDesk(
            LabRunner lab,
            OperationLog log,
            RailViewModel rail,
            ServerDesk desk,
            Consumer<Change> ask,
            Executor background,
            Executor uiThread,
            Clock clock) {
        this.rail = rail;
        this.desk = desk;
        this.clock = clock;
        shelf = new CopyShelf(lab, rail, desk::close, ask, background, uiThread);
        doors = new CopyDoors(shelf, clock);
        records = new CopyRecords(lab, log, clock, background);
        desk.setCopies(shelf);
    }

    /** What is made is among the operations, also while no server is open that it is for. */
    public void follow(OperationsViewModel operations) {
        LocalWork work = new LocalWork(ServerCopies.target(), shelf::cancel, operations::arrange);
        operations.add(work);
        shelf.content().subscribe(now -> work.show(now.making().map(LabProvider::told)));
    }

    /** Shows what an earlier start has made. Blocks on the disk; not on the JavaFX thread. */
    public void read(Path labFolder) {
        shelf.read(labFolder);
    }

    /** What the lab does for a server that was just opened. */
    public CopiesInLab of(RailEntry entry, Session session) {
        return new ServerCopies(
                session,
                entry.isLab(),
                shelf,
                doors,
                records,
                id -> rail.byId(id).ifPresent(desk::choose),
                clock);
    }

    /** The lab's copies of a server first, then every other server that is open. */
    public static RestoredCopies of(CopiesInLab lab, OpenSessions open, Session original) {
        RestoredCopies others = RestoredCopies.among(open, original);
        return () -> {
            List<RestoredCopy> all = new ArrayList<>(lab.seen().get().copies());
            Set<UUID> held =
                    all.stream()
                            .flatMap(copy -> copy.inLab().stream())
                            .map(RestoredCopy.InLab::id)
                            .collect(Collectors.toSet());
            others.now().stream()
                    .filter(copy -> profile(copy).filter(held::contains).isEmpty())
                    .forEach(all::add);
            return all;
        };
    }

    private static Optional<UUID> profile(RestoredCopy copy) {
        return copy.door() instanceof RestoredCopy.OpenDoor(Session session)
                ? Optional.of(session.profile().id())
                : Optional.empty();
    }

    /** Ends our sessions in the copies. */
    public void close() {
        doors.close();
    }
}
