package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.BackupManifest.Entry;
import dev.howdah.lab.wal.Lsn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Small base backups that no server has made. */
public final class SomeBackup {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int[] LENGTHS = {0, 1, 511, 512, 513, 8_192, 40_000};

    private SomeBackup() {}

    /** One that ended at this moment, and needs WAL from this segment on. */
    public static BackupFacts facts(Instant endedAt, long segment) {
        return new BackupFacts(
                endedAt.toString().replaceAll("[-:]", "").replace("Z", ".000Z"),
                BackupFacts.Kind.SCHEDULED,
                "18.6",
                7_463_000_000_000_000_001L,
                1,
                16L << 20,
                endedAt.minus(Duration.ofSeconds(2)),
                endedAt,
                new Lsn((segment << 24) + 40),
                new Lsn((segment << 24) + 344));
    }

    /** With files of lengths around those of a tar's blocks. */
    public static WholeBackup in(Path store, Instant endedAt, long segment) throws IOException {
        BackupFacts facts = facts(endedAt, segment);
        Path folder = store.resolve(facts.id());
        Path data = Files.createDirectories(folder.resolve(WholeBackup.DATA));
        Random random = new Random(7);
        List<Entry> entries = new ArrayList<>();
        Files.createDirectories(data.resolve("base/1"));
        Files.createDirectories(data.resolve("pg_notify"));
        entries.add(new BackupManifest.Folder("base"));
        entries.add(new BackupManifest.Folder("base/1"));
        entries.add(new BackupManifest.Folder("pg_notify"));
        for (int length : LENGTHS) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            String path = "base/1/" + length;
            Files.write(data.resolve(path), content);
            String sum = HexFormat.of().formatHex(Sha256.digest().digest(content));
            entries.add(new Content(path, length, sum));
        }
        BackupManifest manifest = new BackupManifest(facts, entries);
        Files.write(folder.resolve(BackupManifest.FILE), manifest.checkedText().getBytes(UTF_8));
        return new WholeBackup(folder, manifest);
    }
}
