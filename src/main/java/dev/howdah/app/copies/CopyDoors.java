package dev.howdah.app.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.ui.backups.copies.RestoredCopy;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The ways into the lab's copies, for what is read there and copied from there. Any thread. */
final class CopyDoors {
    private final CopyShelf shelf;
    private final Clock clock;
    private final Map<UUID, Way> ways = new ConcurrentHashMap<>();

    /** Holds no session as long as nobody visits. */
    private record Way(PgPool pool, PgVisits visits) {}

    /** Equal for the same copy. */
    private record Door(CopyDoors doors, UUID copy) implements RestoredCopy.Door {
        @Override
        public PgVisits enter() throws ProblemException {
            return doors.enter(copy);
        }
    }

    CopyDoors(CopyShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    RestoredCopy.Door to(UUID copy) {
        return new Door(this, copy);
    }

    private PgVisits enter(UUID copy) throws ProblemException {
        LabAccess access = shelf.access(copy);
        PgTarget target = CopyShelf.target(access);
        Way known = ways.get(copy);
        if (known != null && known.pool().target().equals(target)) {
            return known.visits();
        }
        PgPool pool = new PgPool(target, access::password);
        Way way = new Way(pool, new PgVisits(pool, access::password, clock));
        ways.put(copy, way);
        if (known != null) {
            known.pool().close();
        }
        return way.visits();
    }

    /** Ends what is still open. */
    void close() {
        ways.values().forEach(way -> way.pool().close());
        ways.clear();
    }
}
