package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.archive.LabArchive;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupTar;
import dev.howdah.lab.backup.WholeBackup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The files of a lab's backups as Scalingo would give them, under its names. */
final class LabBackupFiles {
    private final LabArchive archive;

    /** The lab's names of the backups that were asked for here, and the operations they came of. */
    private final Map<String, String> backups = new ConcurrentHashMap<>();

    private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

    LabBackupFiles(LabArchive archive) {
        this.archive = archive;
    }

    /** Of a backup by Scalingo's name of it, or the lab's. */
    byte[] of(String backup) throws ProblemException {
        WholeBackup whole =
                archive.find(backups.getOrDefault(backup, backup))
                        .orElseThrow(() -> new IllegalStateException("no backup " + backup));
        byte[] known = archives.get(backup);
        if (known != null) {
            return known;
        }
        byte[] made =
                gzip(out -> {
                    try (InputStream tar = BackupTar.of(whole).from(0)) {
                        tar.transferTo(out);
                    }
                });
        archives.put(backup, made);
        return made;
    }

    List<BackupRecord> whole() throws ProblemException {
        return archive.list().stream()
                .filter(each -> each.state() == BackupRecord.State.WHOLE)
                .toList();
    }

    /** The one that has come since these were known is what was asked for under this name. */
    void adopt(String backup, List<BackupRecord> known) {
        try {
            whole().stream()
                    .filter(each -> !known.contains(each))
                    .findFirst()
                    .ifPresent(each -> backups.put(backup, each.id()));
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packs little, in a tenth of the time. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Writes what is to be packed. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, ProblemException;
    }

    static byte[] gzip(Content content) throws ProblemException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new QuickGzip(packed)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
