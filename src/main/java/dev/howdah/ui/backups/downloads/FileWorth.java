package dev.howdah.ui.backups.downloads;

import dev.howdah.backup.FileVerdict;
import dev.howdah.history.FileProof.Worth;
import dev.howdah.ui.notice.Notice.Level;

/** What the file of a backup is worth, as it is kept on this desktop and as it is shown. */
public final class FileWorth {
    private FileWorth() {}

    public static Worth of(FileVerdict verdict) {
        return switch (verdict.soundness()) {
            case PROVEN -> Worth.PROVEN;
            case COMPLETE -> Worth.COMPLETE;
            case BROKEN -> Worth.BROKEN;
            case UNKNOWN -> Worth.UNKNOWN;
        };
    }

    public static Level level(FileVerdict verdict) {
        return level(of(verdict));
    }

    public static Level level(Worth worth) {
        return switch (worth) {
            case PROVEN -> Level.GOOD;
            case COMPLETE -> Level.INFO;
            case UNKNOWN -> Level.WARNING;
            case BROKEN -> Level.DANGER;
        };
    }
}
