package dev.howdah.lab.backup;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.BackupManifest.Entry;
import dev.howdah.lab.backup.BackupManifest.Folder;
import dev.howdah.lab.backup.CopyMeter.Moved;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Copies a base backup out, and proves each file on the way. The copy is not forced to the disk: a
 * server that finds no clean stop does that itself before it recovers (xlog.c, StartupXLOG).
 */
public record BackupCopy(WholeBackup backup) {
    private static final Texts TEXTS = Texts.of(BackupCopy.class);

    public static BackupCopy of(WholeBackup backup) {
        return new BackupCopy(backup);
    }

    /**
     * Interrupting the thread ends it and leaves a part of the copy.
     *
     * @param data an empty folder
     * @param progress told the share done, 0 to 1
     * @throws ProblemException when a file is not as it was backed up
     */
    public void to(Path data, DoubleConsumer progress)
            throws IOException, ProblemException, InterruptedException {
        CopyMeter meter = new CopyMeter(backup.bytes(), progress);
        for (Entry entry : backup.manifest().entries()) {
            switch (entry) {
                case Folder(String path) -> PrivateFiles.createFolder(data.resolve(path));
                case Content content -> copy(content, data, meter);
            }
        }
    }

    private void copy(Content content, Path data, CopyMeter meter)
            throws IOException, ProblemException, InterruptedException {
        try (InputStream in = new FileInputStream(backup.data().resolve(content.path()).toFile());
                FileOutputStream out =
                        new FileOutputStream(data.resolve(content.path()).toFile())) {
            Moved moved = meter.move(in, out, content.bytes());
            if (!moved.equals(new Moved(content.bytes(), content.sha256()))) {
                throw damaged(content);
            }
        } catch (FileNotFoundException _) {
            throw damaged(content);
        }
    }

    private ProblemException damaged(Content content) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCAL,
                        TEXTS.text("copy.damaged", backup.facts().id(), content.path()),
                        TEXTS.text("copy.damaged.remedy")));
    }
}
