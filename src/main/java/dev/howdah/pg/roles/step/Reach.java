package dev.howdah.pg.roles.step;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;

/**
 * How we get at a server: at home, in the database of its profile, and in its other databases.
 *
 * @param home the database that the reader and the writer are connected to
 */
public record Reach(PgReader reader, PgWriter writer, PgVisits visits, String home) {

    /** Some time in one database; close it, because there is only one visit at a time. */
    public record Stay(PgReader reader, PgWriter writer, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Costs nothing at home, and a session of its own elsewhere. Blocks. */
    public Stay in(String database) throws ProblemException {
        if (database.equals(home)) {
            return new Stay(reader, writer, () -> {});
        }
        PgVisit visit = visits.in(database);
        return new Stay(visit.reader(), visit.writer(), visit::close);
    }
}
