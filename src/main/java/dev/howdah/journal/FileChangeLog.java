package dev.howdah.journal;

import dev.howdah.core.ChangeLog;
import dev.howdah.core.FileProblems;
import dev.howdah.core.PrivateFiles;
import dev.howdah.core.ProblemException;
import dev.howdah.core.ProcessLock;
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
 * entry is ever rewritten or thrown away; a file that has grown is given the next number and a new
 * one is begun. Any thread may call, and several consoles may share the folder.
 */
public final class FileChangeLog implements ChangeLog {
    private static final long ROTATE_BYTES = 5L << 20;
    private static final Pattern NUMBERED = Pattern.compile("journal-([1-9][0-9]{0,6})\\.jsonl");
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;
    private final long rotateBytes;

    /** Touches no file yet. */
    public FileChangeLog(Path folder) {
        this(folder, ROTATE_BYTES);
    }

    FileChangeLog(Path folder, long rotateBytes) {
        this.folder = folder;
        this.file = folder.resolve("journal.jsonl");
        this.rotateBytes = rotateBytes;
    }

    @Override
    public void write(Entry entry) throws ProblemException {
        byte[] line = EntryLine.written(entry);
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = lock()) {
                if (Files.exists(file) && Files.size(file) >= rotateBytes) {
                    Files.move(file, older(numbers().stream().findFirst().orElse(0) + 1));
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
     * The latest entries, newest first, at most {@code limit}; empty when there are none. Blocks on
     * the disk.
     */
    public List<Entry> newest(int limit) throws ProblemException {
        try {
            // a folder that nobody can write needs no lock, and allows none
            if (!Files.isWritable(folder)) {
                return read(limit);
            }
            try (ProcessLock _ = lock()) {
                return read(limit);
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private List<Entry> read(int limit) throws IOException {
        List<Entry> newest = new ArrayList<>();
        addNewest(file, newest, limit);
        for (int number : numbers()) {
            addNewest(older(number), newest, limit);
        }
        return newest;
    }

    /** One file fits in memory: it is not much longer than what makes it rotate. */
    private static void addNewest(Path file, List<Entry> newest, int limit) throws IOException {
        if (newest.size() >= limit) {
            return;
        }
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return;
        }
        int end = text.length();
        while (end > 0 && newest.size() < limit) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            EntryLine.read(text.substring(start, end)).ifPresent(newest::add);
            end = start - 1;
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
