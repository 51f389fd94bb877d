package dev.howdah.ui.backups;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** A provider that offers everything, and whose changes do nothing. */
final class SomeProvider implements Provider {
    /** So many bytes come of a backup's file, and then nothing before it is closed. */
    static final int ARRIVES = 7;

    /** What is told to be the length of a backup's file. */
    static final int WHOLE = 10;

    @Override
    public String id() {
        return "some";
    }

    @Override
    public String providerName() {
        return "Some provider";
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("", EnumSet.allOf(Capability.class));
    }

    @Override
    public Change backUpNow(ChangeTarget target, BackupList seen) {
        return change("Back up " + target.server(), target);
    }

    @Override
    public Change recover(
            ChangeTarget target,
            RecoveryWindow window,
            Instant moment,
            Optional<String> newService) {
        String into = newService.map(name -> " into " + name).orElse("");
        return change("Restore " + target.server() + into, target);
    }

    @Override
    public BackupFile download(BackupEntry backup, long from, String sameAs) {
        return new BackupFile("backup", new Held(), 0, OptionalLong.of(WHOLE), "");
    }

    /** A link that stands still. */
    private static final class Held extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);
        private int left = ARRIVES;

        @Override
        public int read() throws IOException {
            if (left-- > 0) {
                return 'x';
            }
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new IOException("closed");
        }

        @Override
        public int read(byte[] bytes, int at, int most) throws IOException {
            bytes[at] = (byte) read();
            return 1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static Change change(String title, ChangeTarget target) {
        return Change.of(title, target, "", List.of(), () -> ChangeOutcome.done("Done."));
    }
}
