package dev.howdah.journal;

import dev.howdah.core.ChangeLog;
import dev.howdah.core.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** The journal: every change, before it ran and after, one line each in a file people can read. */
@SuppressWarnings("DoNotCallSuggester")
public final class FileChangeLog implements ChangeLog {
    private final Path folder;

    /** Touches no file yet. */
    public FileChangeLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(Entry entry) throws ProblemException {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** The latest entries, newest first, at most {@code limit}. Blocks on the disk. */
    public List<Entry> newest(int limit) throws ProblemException {
        throw new UnsupportedOperationException(folder.toString() + limit);
    }
}
