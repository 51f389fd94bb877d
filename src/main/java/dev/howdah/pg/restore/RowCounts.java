package dev.howdah.pg.restore;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgReader;
import java.util.OptionalLong;

/**
 * The counted rows of one table in the original and in its restored copy.
 *
 * @param original empty when there is no such table
 * @param restored empty likewise
 */
public record RowCounts(TableName table, OptionalLong original, OptionalLong restored) {

    /** Reads the whole table on both sides, and blocks for that. */
    public static RowCounts of(TableName table, PgReader original, PgReader copy)
            throws ProblemException {
        return new RowCounts(table, counted(table, original), counted(table, copy));
    }

    /** A table that is not there has no rows, which is no failure. */
    private static OptionalLong counted(TableName table, PgReader reader) throws ProblemException {
        try {
            return OptionalLong.of(reader.ask(new RowCountQuery(table)));
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_SUPPORTED) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
