package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.lab.wal.Lsn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The list of what belongs to a base backup, with a sum of each file and one of itself. It is
 * written last.
 *
 * @param entries in the order in which they are packed
 */
public record BackupManifest(BackupFacts facts, List<Entry> entries) {
    /** Its own file's name in the backup's folder. */
    public static final String FILE = "manifest";

    private static final String FIRST_LINE = "base backup of howdah, version 1";
    private static final String SUM = "sum\t";
    private static final Pattern NAME = Pattern.compile("[^\\t\\r\\n\\\\]{1,90}");
    private static final int FACT_LINES = 10;

    public BackupManifest {
        entries = List.copyOf(entries);
    }

    /** A folder or a file, by its path below the data folder with slashes. */
    public sealed interface Entry {
        String path();
    }

    /** A folder; what is in it has entries of its own. */
    public record Folder(String path) implements Entry {}

    /**
     * @param sha256 in hexadecimal digits
     */
    public record Content(String path, long bytes, String sha256) implements Entry {}

    /** The length of all files together. */
    public long contentBytes() {
        return entries.stream()
                .mapToLong(entry ->
                        switch (entry) {
                            case Folder _ -> 0;
                            case Content content -> content.bytes();
                        })
                .sum();
    }

    /** Changes when anything in the backup does. */
    public String version() {
        String text = text();
        return text.substring(text.lastIndexOf(SUM) + SUM.length()).strip();
    }

    /**
     * As it is in the file.
     *
     * @throws IOException when a path is longer than a tar's header takes, or has signs in it that
     *     PostgreSQL never uses
     */
    public String checkedText() throws IOException {
        for (Entry entry : entries) {
            if (!NAME.matcher(entry.path()).matches()) {
                throw new IOException("a file that can't be backed up: " + entry.path());
            }
        }
        return text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append(FIRST_LINE).append('\n');
        line(text, "id", facts.id());
        line(text, "kind", facts.kind());
        line(text, "server", facts.serverVersion());
        line(text, "system", Long.toUnsignedString(facts.systemIdentifier()));
        line(text, "timeline", facts.timeline());
        line(text, "segment", facts.segmentBytes());
        line(text, "started", facts.startedAt());
        line(text, "ended", facts.endedAt());
        line(text, "start", facts.start());
        line(text, "stop", facts.stop());
        for (Entry entry : entries) {
            switch (entry) {
                case Folder(String path) -> line(text, "d", path);
                case Content(String path, long bytes, String sha256) ->
                        line(text, "f", path + "\t" + bytes + "\t" + sha256);
            }
        }
        return text + SUM + sum(text.toString()) + "\n";
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append('\t').append(value).append('\n');
    }

    private static String sum(String text) {
        return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(UTF_8)));
    }

    /** Reads the manifest of a backup's folder. */
    public static BackupManifest in(Path folder) throws IOException {
        return parse(Files.readString(folder.resolve(FILE)));
    }

    /**
     * Reads a manifest and proves it by its own sum.
     *
     * @throws IOException when a single bit of it differs from what was written
     */
    public static BackupManifest parse(String text) throws IOException {
        int end = text.lastIndexOf(SUM);
        String body = end < 0 ? "" : text.substring(0, end);
        if (!text.equals(body + SUM + sum(body) + "\n")) {
            throw new IOException("the manifest's sum does not fit");
        }
        if (!body.startsWith(FIRST_LINE + "\n")) {
            throw new IOException("the manifest is of another version");
        }
        try {
            List<String> lines = body.lines().toList();
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(FACT_LINES + 1, lines.size())) {
                entries.add(entry(line.split("\t", -1)));
            }
            return new BackupManifest(facts(lines), entries);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw new IOException("the manifest is of another version", e);
        }
    }

    private static Entry entry(String... parts) {
        return parts[0].equals("d")
                ? new Folder(parts[1])
                : new Content(parts[1], Long.parseLong(parts[2]), parts[3]);
    }

    private static BackupFacts facts(List<String> lines) {
        return new BackupFacts(
                value(lines, 1),
                BackupFacts.Kind.valueOf(value(lines, 2)),
                value(lines, 3),
                Long.parseUnsignedLong(value(lines, 4)),
                Integer.parseInt(value(lines, 5)),
                Long.parseLong(value(lines, 6)),
                Instant.parse(value(lines, 7)),
                Instant.parse(value(lines, 8)),
                Lsn.parse(value(lines, 9)),
                Lsn.parse(value(lines, 10)));
    }

    private static String value(List<String> lines, int index) {
        String line = lines.get(index);
        return line.substring(line.indexOf('\t') + 1);
    }
}
