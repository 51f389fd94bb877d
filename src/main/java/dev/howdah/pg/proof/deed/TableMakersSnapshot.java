package dev.howdah.pg.proof.deed;

import java.util.List;

/**
 * Who makes tables where, in one database.
 *
 * @param makers by schema and owner, at most {@link TableMakersQuery#LIMIT}
 * @param total how many pairs there are
 */
public record TableMakersSnapshot(List<Maker> makers, long total) {
    public TableMakersSnapshot {
        makers = List.copyOf(makers);
    }

    /**
     * One owner in one schema.
     *
     * @param weMayAct whether our own login may SET ROLE to the owner, and so try it
     */
    public record Maker(String schema, String owner, boolean weMayAct) {}
}
