package dev.howdah.journal;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.core.file.ProcessLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journal: every change, before it ran and after, one line each in a file people can read. No
 * entry is ever rewritten; a file that has grown to 5 MB is given the next number and a new one is
 * begun. The newest 40 of the numbered files are kept, so no line is lost that has fewer than 200
 * MB of newer lines behind it. Any thread may call, and several consoles may share the folder.
 */
public final class FileChangeLog implements ChangeLog {
    /** Full files that are kept; with these sizes some hundred thousand changes. */
    static final int KEPT_FILES = 40;

    private static final long ROTATE_BYTES = 5L << 20;
    private static final Pattern NUMBERED = Pattern.compile("journal-([1-9][0-9]{0,6})\\.jsonl");
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;
    private final long rotateBytes;
    private final Writer writer;

    /** Touches no file yet. */
    public FileChangeLog(Path folder) {
        this(folder, ROTATE_BYTES, ThisConsole.writer());
    }

    FileChangeLog(Path folder, long rotateBytes, Writer writer) {
        this.folder = folder;
        this.file = folder.resolve("journal.jsonl");
        this.rotateBytes = rotateBytes;
        this.writer = writer;
    }

    @Override
    public void write(Entry entry) throws ProblemException {
        byte[] line = EntryLine.written(by(writer, entry));
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = lock()) {
                if (Files.exists(file) && Files.size(file) >= rotateBytes) {
                    Files.move(file, older(numbers().stream().findFirst().orElse(0) + 1));
                    prune();
                }
                boolean begun = !Files.exists(file);
                PrivateFiles.createFile(file);
                append(line);
                if (begun) {
                    forceNames();
                }
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private static Entry by(Writer writer, Entry entry) {
        return new Entry(
                entry.change(),
                entry.at(),
                entry.server(),
                entry.environment(),
                entry.title(),
                entry.preview(),
                entry.status(),
                entry.sentence(),
                entry.rows(),
                entry.particulars().by(writer));
    }

    /** What a crash leaves of this is done at the next rotation. */
    private void prune() throws IOException {
        List<Integer> numbers = numbers();
        for (int number : numbers.subList(Math.min(KEPT_FILES, numbers.size()), numbers.size())) {
            Files.deleteIfExists(older(number));
        }
    }

    /** Not a FileChannel, which an interruption would close in the middle of a line. */
    private void append(byte[] line) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            long end = out.length();
            try {
                out.seek(Math.max(0, end - 1));
                if (end > 0 && out.read() != '\n') {
                    // what a crash left of a line stays a line of its own
                    out.write('\n');
                }
                out.write(line);
                out.getFD().sync();
            } catch (IOException e) {
                out.setLength(end);
                throw e;
            }
        }
    }

    /**
     * The latest entries, at most {@code limit}; none when nothing was ever changed. Blocks on the
     * disk.
     */
    public JournalPart read(int limit) throws ProblemException {
        try {
            // a folder that nobody can write needs no lock, and allows none
            if (!Files.isWritable(folder)) {
                return newest(limit);
            }
            try (ProcessLock _ = lock()) {
                return newest(limit);
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private JournalPart newest(int limit) throws IOException {
        Backwards reading = new Backwards(limit);
        reading.add(file);
        for (int number : numbers()) {
            if (reading.hasOlder) {
                break;
            }
            reading.add(older(number));
        }
        return new JournalPart(reading.newest, reading.damaged, reading.hasOlder);
    }

    /** Goes backwards through the files until there are enough entries. */
    private static final class Backwards {
        private final List<Entry> newest = new ArrayList<>();
        private final int limit;
        private int damaged;
        private boolean hasOlder;

        Backwards(int limit) {
            this.limit = limit;
        }

        /** One file fits in memory: it is not much longer than what makes it rotate. */
        void add(Path file) throws IOException {
            String text;
            try {
                text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (NoSuchFileException _) {
                return;
            }
            int end = text.length();
            while (end > 0) {
                int start = text.lastIndexOf('\n', end - 1) + 1;
                String line = text.substring(start, end).strip();
                end = start - 1;
                if (line.isEmpty()) {
                    continue;
                }
                if (newest.size() >= limit) {
                    hasOlder = true;
                    return;
                }
                EntryLine.read(line).ifPresentOrElse(newest::add, () -> damaged++);
            }
        }
    }

    private Path older(int number) {
        return folder.resolve("journal-" + number + ".jsonl");
    }

    /** The numbers of the full files, highest and so newest first. */
    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "journal-*.jsonl")) {
            for (Path older : files) {
                Matcher name = NUMBERED.matcher(older.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Integer.valueOf(name.group(1)));
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        numbers.sort(Comparator.reverseOrder());
        return numbers;
    }

    /** A new file outlives a power failure only when its name has been written as well. */
    private void forceNames() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException _) {
            // Windows opens no folder, and writes names by itself
        }
    }

    private ProcessLock lock() throws IOException, ProblemException {
        return ProcessLock.take(folder.resolve("journal.lock"), LOCK_LIMIT);
    }
}
