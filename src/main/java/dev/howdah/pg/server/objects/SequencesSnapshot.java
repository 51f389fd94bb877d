package dev.howdah.pg.server.objects;

import java.util.List;

/**
 * How much of each sequence is used, in the database we are connected to: only those that can run
 * out in practice, that is, with less than 64 bit in the sequence or in its column.
 *
 * @param candidates such sequences in all
 * @param forbidden how many of them our role may not read (needs SELECT or USAGE)
 * @param looked how many of them were read; the rest is forbidden, locked at that moment, or beyond
 *     {@link SequencesQuery#MAX_READ}
 * @param sequences the most used ones first; at most 50
 */
public record SequencesSnapshot(
        long candidates, long forbidden, long looked, List<SequenceRow> sequences) {

    public SequencesSnapshot {
        sequences = List.copyOf(sequences);
    }

    /**
     * One sequence.
     *
     * @param column table and column that own it; empty when none does
     * @param lastValue the value handed out last
     * @param limit the last value that both the sequence and its column can hold
     * @param usedPct from 0 to 100
     */
    public record SequenceRow(
            String schema,
            String name,
            String column,
            long lastValue,
            long limit,
            double usedPct) {}
}
