package dev.howdah.backup.download;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.download.HttpDownload;
import dev.howdah.testing.ChildProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Downloads a backup into a folder, and is killed somewhere in the middle. */
final class DownloadingProgram {
    private DownloadingProgram() {}

    public static void main(String[] arguments) throws Exception {
        ChildProgram.say(
                download(URI.create(arguments[0]), Path.of(arguments[1])).run(_ -> {}).toString());
    }

    /** Over real HTTP, as the console does it. */
    static BackupDownload download(URI link, Path folder) {
        HttpDownload http = new HttpDownload("Acme", HttpWire.usual());
        return new BackupDownload(
                (from, sameAs) -> opened(http, link, from, sameAs),
                new BackupEntry(
                        "b1",
                        "shop",
                        Instant.parse("2026-11-21T03:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        BackupEntry.State.DONE,
                        BackupEntry.Kind.SCHEDULED,
                        BackupEntry.Form.DUMP_IN_TAR_GZ,
                        OptionalLong.empty(),
                        Optional.empty()),
                "shop",
                folder,
                Duration.ofMillis(1));
    }

    private static BackupFile opened(HttpDownload http, URI link, long from, String sameAs)
            throws ProblemException {
        HttpDownload.File file = http.open(link, from, sameAs);
        return new BackupFile(
                "shop.tar.gz",
                file.content(),
                file.from(),
                file.totalBytes(),
                file.version(),
                file.checksum());
    }
}
