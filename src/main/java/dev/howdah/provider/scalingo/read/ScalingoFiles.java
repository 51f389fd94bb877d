package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.SafeAddress;
import dev.howdah.provider.http.download.HttpDownload;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.service.LogArchive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What Scalingo gives by a link: backups and the log. */
public final class ScalingoFiles {
    private static final int BLOCK_BYTES = 4 << 20;

    /** A log that goes on for longer is not read to its end. */
    private static final int MOST_BLOCKS = 16;

    private final ScalingoCalls calls;
    private final ScalingoAddress service;

    public ScalingoFiles(ScalingoCalls calls, ScalingoAddress service) {
        this.calls = calls;
        this.service = service;
    }

    public BackupFile download(BackupEntry backup, long from, String sameAs)
            throws ProblemException {
        String link =
                calls.read(
                                HttpCall.get(
                                        "databases",
                                        service.addon(),
                                        "backups",
                                        backup.id(),
                                        "archive"))
                        .text("download_url");
        HttpDownload.File file = calls.downloads().open(safe(link), from, sameAs);
        String name = backup.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return new BackupFile(
                (name.isEmpty() ? "backup" : name) + ".tar.gz",
                file.content(),
                file.from(),
                file.totalBytes(),
                file.version(),
                file.checksum());
    }

    public BackupFile logArchive(LogArchive archive) throws ProblemException {
        HttpDownload.File file = calls.downloads().open(safe(archive.link().reveal()), 0, "");
        return new BackupFile(
                "log.gz",
                file.content(),
                file.from(),
                file.totalBytes(),
                file.version(),
                file.checksum());
    }

    /** The newest lines; none when there is no log yet. */
    public List<String> log(int limit) throws ProblemException {
        String link = calls.read(HttpCall.get("databases", service.addon(), "logs")).text("url");
        URI uri = safe(link + (link.contains("?") ? "&" : "?") + "n=" + limit);
        Optional<HttpDownload.File> file = calls.downloads().openIfThere(uri);
        return file.isPresent() ? newest(file.get(), limit) : List.of();
    }

    private static List<String> newest(HttpDownload.File file, int limit) throws ProblemException {
        try (var content = file.content()) {
            Deque<String> lines = new ArrayDeque<>();
            new String(end(content), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> {
                        lines.addLast(ScalingoJson.plain(line));
                        if (lines.size() > limit) {
                            lines.removeFirst();
                        }
                    });
            return List.copyOf(lines);
        } catch (IOException e) {
            throw ScalingoProblems.of(Kind.UNREACHABLE, "log");
        }
    }

    /** The newest lines stand last, and may be long: what is before them is let go. */
    private static byte[] end(InputStream content) throws IOException {
        byte[] before = {};
        byte[] last = content.readNBytes(BLOCK_BYTES);
        for (int blocks = 1; last.length == BLOCK_BYTES && blocks < MOST_BLOCKS; blocks++) {
            byte[] next = content.readNBytes(BLOCK_BYTES);
            if (next.length == 0) {
                break;
            }
            before = last;
            last = next;
        }
        byte[] end = Arrays.copyOf(before, before.length + last.length);
        System.arraycopy(last, 0, end, before.length, last.length);
        return end;
    }

    /** A link is followed only when it is as safe as the API that gave it. */
    private URI safe(String link) throws ProblemException {
        try {
            URI uri = URI.create(link);
            if (SafeAddress.is(uri)
                    && ("https".equals(uri.getScheme())
                            || calls.databaseBase().getScheme().equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // refused below, like every other link we don't follow
        }
        throw ScalingoProblems.of(Kind.FAILED, "link");
    }
}
