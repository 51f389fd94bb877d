package dev.howdah.history;

import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The most that a server was seen to need in one day. What was not measured on it is empty.
 *
 * @param day in UTC
 * @param connections sessions of clients at one time
 * @param diskBytes taken on one node, by the provider's figures
 * @param dataBytes of all databases together
 * @param memoryBytes taken on one node
 */
public record DayPeaks(
        LocalDate day,
        OptionalLong connections,
        OptionalLong diskBytes,
        OptionalLong dataBytes,
        OptionalLong memoryBytes) {

    /** Of a day on which nothing was measured yet. */
    public static DayPeaks none(LocalDate day) {
        OptionalLong no = OptionalLong.empty();
        return new DayPeaks(day, no, no, no, no);
    }

    /** The greater of both, figure by figure; of the same day. */
    public DayPeaks max(DayPeaks other) {
        return new DayPeaks(
                day,
                max(connections, other.connections),
                max(diskBytes, other.diskBytes),
                max(dataBytes, other.dataBytes),
                max(memoryBytes, other.memoryBytes));
    }

    private static OptionalLong max(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).max();
    }
}
