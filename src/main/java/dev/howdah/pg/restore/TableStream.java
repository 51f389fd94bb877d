package dev.howdah.pg.restore;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Lets the rows of a table flow from one server to another, and says how many have come. */
final class TableStream {
    private static final Texts TEXTS = Texts.of(TableStream.class);
    private static final Duration TELL_EVERY = Duration.ofMillis(250);

    private final ChangeProgress progress;
    private long rows;
    private long bytes;
    private long toldAt;

    TableStream(ChangeProgress progress) {
        this.progress = progress;
    }

    /**
     * Blocks as long as it takes. Who gives it up ends it, and what comes after it on the target.
     *
     * @return how many rows the target took
     */
    long copy(String outSql, String inSql, Connection out, Connection in) throws SQLException {
        PGConnection target = in.unwrap(PGConnection.class);
        CopyOut source = out.unwrap(PGConnection.class).getCopyAPI().copyOut(outSql);
        CopyIn sink = target.getCopyAPI().copyIn(inSql);
        progress.whenStopped(() -> Thread.startVirtualThread(() -> giveUp(out, target)));
        try {
            toldAt = System.nanoTime() - TELL_EVERY.toNanos();
            for (byte[] row = source.readFromCopy(); row != null; row = source.readFromCopy()) {
                if (progress.isStopped()) {
                    throw new SQLException("COPY was given up");
                }
                sink.writeToCopy(row, 0, row.length);
                tell(row.length);
            }
            long written = sink.endCopy();
            if (written != source.getHandledRowCount()) {
                throw new SQLException(
                        "COPY gave " + source.getHandledRowCount() + " rows and took " + written,
                        "XX001");
            }
            return written;
        } finally {
            if (sink.isActive()) {
                sink.cancelCopy();
            }
            if (source.isActive()) {
                source.cancelCopy();
            }
        }
    }

    private void tell(int rowBytes) {
        rows++;
        bytes += rowBytes;
        long now = System.nanoTime();
        if (now - toldAt >= TELL_EVERY.toNanos()) {
            toldAt = now;
            progress.say(
                    TEXTS.text(
                            "copy.rows",
                            rows,
                            Quantities.count(rows),
                            Quantities.bytes((double) bytes)));
        }
    }

    /** The source only reads, so its link may be cut; the target is asked, for it may commit. */
    private static void giveUp(Connection out, PGConnection target) {
        try {
            out.abort(Runnable::run);
            target.cancelQuery();
        } catch (SQLException _) {
            // then the flag ends it at the next row
        }
    }
}
