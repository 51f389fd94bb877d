package dev.howdah.provider.trial.folder;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where trials are written down before anything is sent: one small file for each service on trial,
 * which only the console that has custody of it writes. Edits that were not sent yet lie beside it.
 */
public final class TrialFolder {
    private static final String ENDING = ".trial";
    private static final String DRAFT = ".draft";

    /** A line that no rule makes. */
    private static final String HALVES = "\n--\n";

    private static final AllowlistDifference NO_DRAFT =
            new AllowlistDifference(List.of(), List.of());

    /** More services than this are on trial only where somebody copied files around. */
    private static final int MAX_FILES = 100;

    private final Path folder;

    /** Touches no file yet. */
    public TrialFolder(Path data) {
        this.folder = data.resolve("allowlists");
    }

    /** All that neither were kept nor went back yet, whoever looks after them; oldest first. */
    public List<Trial> unfinished() throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Trial> trials = new ArrayList<>();
            for (Path file : files.sorted().limit(10L * MAX_FILES).toList()) {
                if (file.toString().endsWith(ENDING) && trials.size() < MAX_FILES) {
                    read(file).ifPresent(trials::add);
                }
            }
            trials.sort(Comparator.comparing(Trial::sentAt));
            return List.copyOf(trials);
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw FileProblems.of(e, folder);
        }
    }

    Optional<Trial> of(String service) throws ProblemException {
        return read(file(service, ENDING));
    }

    private static Optional<Trial> read(Path file) throws ProblemException {
        try {
            return Trial.read(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Returns when it is safe on disk. */
    void write(Trial trial) throws ProblemException {
        Path file = file(trial.service(), ENDING);
        try {
            AtomicFile.write(file, trial.written().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    void forget(Trial trial) throws ProblemException {
        Path file = file(trial.service(), ENDING);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Edits that nobody has sent yet; empty without any. */
    public AllowlistDifference draft(String service) throws ProblemException {
        Path file = file(service, DRAFT);
        try {
            String[] halves = Files.readString(file).split(HALVES, -1);
            return halves.length == 2
                    ? new AllowlistDifference(Allowlist.read(halves[0]), Allowlist.read(halves[1]))
                    : NO_DRAFT;
        } catch (NoSuchFileException _) {
            return NO_DRAFT;
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    public void write(String service, AllowlistDifference draft) throws ProblemException {
        Path file = file(service, DRAFT);
        try {
            if (draft.isNone()) {
                Files.deleteIfExists(file);
                return;
            }
            PrivateFiles.createFolder(folder);
            String text =
                    Allowlist.written(draft.added()) + HALVES + Allowlist.written(draft.removed());
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Empty when another console looks after the service's trial. */
    Optional<Custody> custody(String service) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
        } catch (IOException e) {
            throw FileProblems.of(e, folder);
        }
        return Custody.take(file(service, ".lock"));
    }

    /** Ids hold slashes; two that differ elsewhere than in letters and digits stay apart. */
    private Path file(String service, String ending) {
        String plain = service.replaceAll("[^A-Za-z0-9]+", "-");
        String hash = Integer.toHexString(service.hashCode());
        return folder.resolve(
                plain.substring(0, Math.min(plain.length(), 80)) + "-" + hash + ending);
    }
}
