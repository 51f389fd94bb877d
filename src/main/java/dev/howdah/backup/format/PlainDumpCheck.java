package dev.howdah.backup.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whether SQL of pg_dump or pg_dumpall goes to its last line. The line is also looked for where
 * nobody can forge it: not in the rows of a COPY.
 *
 * <p>Source: pg_backup_archiver.c and pg_dumpall.c; since the releases of August 2025 psql's
 * commands restrict and unrestrict stand at the beginning and behind the last comment, with the
 * same word.
 */
final class PlainDumpCheck {
    private static final String DUMP = "-- PostgreSQL database dump";
    private static final String CLUSTER = "-- PostgreSQL database cluster dump";

    /** No line that matters is longer; of longer ones the rest is skipped. */
    private static final int LONGEST = 1 << 12;

    private final CountedInput in;
    private String last = "";
    private String restriction = "";
    private boolean inRows;
    private int linesOfTheEnd;

    PlainDumpCheck(CountedInput in) {
        this.in = in;
    }

    static boolean begins(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("--\n" + DUMP) || text.startsWith("--\n" + CLUSTER);
    }

    void run() throws IOException {
        line();
        last = line() + " complete";
        boolean ends = false;
        while (!in.atEnd()) {
            ends = take(line());
        }
        if (!ends) {
            throw Unsound.cut();
        }
    }

    /** Whether the dump may end after this line. */
    private boolean take(String line) {
        if (inRows) {
            inRows = !line.equals("\\.");
            return false;
        }
        if (line.startsWith("\\restrict ")) {
            restriction = line.substring("\\restrict ".length());
        } else if (line.equals("\\unrestrict " + restriction)) {
            restriction = "";
            return false;
        } else if (line.startsWith("COPY ") && line.endsWith(" FROM stdin;")) {
            inRows = true;
        }
        linesOfTheEnd =
                line.equals(last)
                        ? 1
                        : linesOfTheEnd == 1 && line.equals("--")
                                ? 2
                                : linesOfTheEnd >= 2 && line.isEmpty() ? 3 : 0;
        return linesOfTheEnd == 3 && restriction.isEmpty();
    }

    /** Without its line feed, which it must have. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.need(); next != '\n'; next = in.need()) {
            if (line.length() < LONGEST) {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
