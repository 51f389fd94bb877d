package dev.howdah.pg.proof;

import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import java.util.List;

/**
 * What a proof found in one database.
 *
 * @param counts by catalog, over every table
 * @param deeds what was tried
 * @param probes the twenty in their order; empty when nobody could log in
 * @param gaps by catalog and by deed, in the order of {@link Gap.Kind}
 * @param unknowns what could not be found out; any makes the proof incomplete
 */
public record DatabaseProof(
        String database,
        Counts counts,
        Deeds deeds,
        List<Probe.Result> probes,
        List<Gap> gaps,
        List<Unknown> unknowns) {
    public DatabaseProof {
        probes = List.copyOf(probes);
        gaps = List.copyOf(gaps);
        unknowns = List.copyOf(unknowns);
    }

    /**
     * What was tried by deed, in rolled-back transactions.
     *
     * @param candidates tables that could have been tried
     * @param reads tables from which a row was read, or the reading of a view planned
     * @param readsAllowed those of them that were allowed
     * @param writes tables on which INSERT, UPDATE and DELETE were planned
     * @param writesAllowed those of them on which at least one was allowed
     * @param schemas schemas in which a table was made
     * @param schemasAllowed those of them in which it was allowed
     * @param makers owners, each in one schema, that were tried by making a table as that owner
     * @param makersReadable those of them whose new table was readable
     */
    public record Deeds(
            long candidates,
            int reads,
            int readsAllowed,
            int writes,
            int writesAllowed,
            int schemas,
            int schemasAllowed,
            int makers,
            int makersReadable) {
        public static final Deeds NONE = new Deeds(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
