package dev.howdah.history;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.core.file.ProcessLock;
import dev.howdah.pg.proof.AccessCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates of access, one line each in a file that is always replaced as a whole: after a
 * crash it holds all of what was written, or all of what was there before. Any thread may call, and
 * several consoles may share the folder.
 */
public final class CertificateHistory {
    /** Certificates kept of one role on one server; the oldest go first. */
    public static final int OF_ONE_ROLE = 10;

    /** Certificates kept in all. */
    public static final int IN_ALL = 500;

    private static final long MAX_CHARACTERS = 16L << 20;
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;

    /**
     * Touches no file yet.
     *
     * @param folder the application-data folder
     */
    public CertificateHistory(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("certificates.jsonl");
    }

    /** Adds a certificate, and returns when it is safe on disk. Blocks. */
    public void add(AccessCertificate certificate) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ =
                    ProcessLock.take(folder.resolve("certificates.lock"), LOCK_LIMIT)) {
                List<String> lines = new ArrayList<>(lines());
                lines.add(CertificateLine.written(certificate));
                String content = String.join("\n", kept(lines)) + "\n";
                AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** All certificates, the newest first; lines that can't be read are left out. Blocks. */
    public List<AccessCertificate> all() throws ProblemException {
        try {
            return lines().reversed().stream()
                    .map(CertificateLine::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /**
     * The newest certificate of each role on this server, by no particular order; for the drift
     * check at connect. Blocks.
     *
     * @param address host and port, as in {@link AccessCertificate#address()}
     */
    public List<AccessCertificate> latest(String address) throws ProblemException {
        Map<String, AccessCertificate> latest = new HashMap<>();
        for (AccessCertificate certificate : all()) {
            if (certificate.address().equals(address)) {
                latest.putIfAbsent(certificate.role(), certificate);
            }
        }
        return List.copyOf(latest.values());
    }

    private List<String> lines() throws IOException {
        try {
            // not readAllLines, which refuses the whole file for one wrong byte
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /** Oldest first, as they stand in the file. What a newer console wrote counts and is kept. */
    private static List<String> kept(List<String> lines) {
        Map<String, Integer> ofRole = new HashMap<>();
        List<String> kept = new ArrayList<>();
        long characters = 0;
        for (String line : lines.reversed()) {
            Optional<AccessCertificate> certificate = CertificateLine.read(line);
            boolean tooMany =
                    certificate
                            .map(c -> ofRole.merge(c.address() + "\n" + c.role(), 1, Integer::sum))
                            .filter(number -> number > OF_ONE_ROLE)
                            .isPresent();
            boolean damaged = certificate.isEmpty() && !CertificateLine.isNewer(line);
            if (tooMany || damaged) {
                continue;
            }
            characters += line.length();
            if (kept.size() == IN_ALL || (characters > MAX_CHARACTERS && !kept.isEmpty())) {
                break;
            }
            kept.addFirst(line);
        }
        return kept;
    }
}
