package dev.howdah.lab.backup;

import java.nio.file.Path;

/**
 * A whole base backup: a copy of a data folder, with the WAL it needs to be consistent, and the
 * manifest.
 *
 * @param folder its own
 */
public record WholeBackup(Path folder, BackupManifest manifest) {
    static final String DATA = "data";

    public BackupFacts facts() {
        return manifest.facts();
    }

    /** The copy of the data folder. */
    public Path data() {
        return folder.resolve(DATA);
    }

    /** Of all files together. */
    public long bytes() {
        return manifest.contentBytes();
    }
}
