package dev.howdah.pg.proof.deed;

import java.util.List;

/**
 * The tables and schemas on which a proof tries things out.
 *
 * @param tables round by round over schemas and owners, so that each owner is among the first
 * @param total how many tables could have been chosen
 * @param schemas all of the database's own, by name, at most {@link ProofSamplesQuery#LIMIT}
 */
public record ProofSamplesSnapshot(List<Sample> tables, long total, List<String> schemas) {
    public ProofSamplesSnapshot {
        tables = List.copyOf(tables);
        schemas = List.copyOf(schemas);
    }

    /**
     * One table.
     *
     * @param view what is read may run functions, so reading it is only planned, never done
     * @param takesRows a table proper, into which rows can be written
     * @param column one that can be updated; empty when there is none XX server; empty when there
     *     is none
     */
    public record Sample(
            String schema,
            String name,
            String owner,
            boolean view,
            boolean takesRows,
            String column,
            long sequenceOid,
            String sequence) {}
}
