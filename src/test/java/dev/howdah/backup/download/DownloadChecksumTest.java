package dev.howdah.backup.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.core.file.Checksum;
import dev.howdah.core.file.Checksum.Kind;
import dev.howdah.provider.backup.BackupFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider tells about a file is compared with what has arrived. */
class DownloadChecksumTest {
    private SomeDownloads some;

    @BeforeEach
    void make(@TempDir Path folder) {
        some = new SomeDownloads(folder);
    }

    @Test
    void comparesEveryKindOfChecksumThatTheProviderTells() throws Exception {
        Map<Kind, String> sums =
                Map.of(
                        Kind.SHA_512, digest("SHA-512"),
                        Kind.SHA_256, digest("SHA-256"),
                        Kind.SHA_1, digest("SHA-1"),
                        Kind.MD5, digest("MD5"),
                        Kind.CRC_32C, cyclic(new CRC32C()),
                        Kind.CRC_32, cyclic(new CRC32()));
        for (Kind kind : Kind.values()) {
            some.told = Checksum.ofHex(kind, String.valueOf(sums.get(kind)));
            FileVerdict same = SomeDownloads.arrived(some.download(some::whole)).verdict();
            assertEquals(FileVerdict.Soundness.PROVEN, same.soundness());
            assertEquals(
                    "The gzip of 293 kB is whole: it has the %s that the provider told."
                            .formatted(kind.words()),
                    same.sentence());

            some.told = Checksum.ofHex(kind, "0".repeat(some.told.orElseThrow().hex().length()));
            Fetched.Arrived other = SomeDownloads.arrived(some.download(some::whole));
            assertEquals(FileVerdict.Soundness.BROKEN, other.verdict().soundness());
            assertEquals(
                    "The gzip of 293 kB is damaged: its %s is not the one that the provider told."
                            .formatted(kind.words()),
                    other.verdict().sentence());
            assertTrue(other.file().toString().endsWith(".damaged"), other.file().toString());
        }
    }

    @Test
    void saysThatThereWasNoChecksumToCompareAndTrustsTheLength() throws Exception {
        FileVerdict none = SomeDownloads.arrived(some.download(some::whole)).verdict();
        assertEquals(
                "The gzip of 293 kB is whole: everything in it passes its checksum."
                        + " The provider told no checksum to compare it with.",
                none.sentence());

        Fetched.Arrived longer =
                SomeDownloads.arrived(
                        some.download((from, sameAs) -> {
                            BackupFile all = some.whole(from, sameAs);
                            return new BackupFile(
                                    all.name(),
                                    all.content(),
                                    0,
                                    OptionalLong.of(some.served.length - 1),
                                    some.version);
                        }));
        assertEquals(FileVerdict.Soundness.BROKEN, longer.verdict().soundness());
        assertTrue(longer.file().toString().endsWith(".damaged"));
    }

    @Test
    void remembersTheChecksumOfAPartThatIsContinued() throws Exception {
        some.told = Checksum.ofHex(Kind.MD5, "0".repeat(32));
        some.breakOffAt(50_000);
        some.told = Optional.empty();

        FileVerdict verdict = SomeDownloads.arrived(some.download(some::whole)).verdict();

        assertEquals(List.of(49_999L), some.asked);
        assertEquals(FileVerdict.Soundness.BROKEN, verdict.soundness());
    }

    private String digest(String name) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(some.served));
    }

    private String cyclic(java.util.zip.Checksum sum) {
        sum.update(some.served);
        return "%08x".formatted(sum.getValue());
    }
}
