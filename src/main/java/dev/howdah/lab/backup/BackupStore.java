package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.backup.BackupRecord.State;
import dev.howdah.lab.node.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The base backups in one folder. A backup under its final name is whole; one that is being made,
 * or removed, has another name, and one that failed leaves a note.
 */
public final class BackupStore {
    private static final Logger LOG = LoggerFactory.getLogger(BackupStore.class);
    private static final Texts TEXTS = Texts.of(BackupStore.class);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String MAKING = ".making";
    private static final String REMOVING = ".removing";
    private static final String FAILED = ".failed";

    /** In the folder of one that is being made: what the list says of it. */
    private static final String NOTE = "note";

    private static final int FAILURES_KEPT = 20;

    private final Path folder;

    /** What lies there and is no backup; told once. */
    private final Set<String> strange = ConcurrentHashMap.newKeySet();

    /** The store in this folder, which is made by {@link #prepare}. */
    public BackupStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    /** Makes the folder, and clears away what a killed run has left. Only while none is made. */
    public void prepare(Instant now) throws IOException {
        PrivateFiles.createFolder(folder);
        for (Path child : children()) {
            String name = child.getFileName().toString();
            if (name.endsWith(MAKING)) {
                Optional<BackupRecord> note = note(child.resolve(NOTE), State.RUNNING);
                if (note.isPresent()) {
                    fail(note.get(), TEXTS.text("backup.killed"), now);
                }
                Folders.delete(child);
            } else if (name.endsWith(REMOVING)) {
                Folders.delete(child);
            }
        }
    }

    /** Begins a backup: a folder that is not whole yet, with a note of what is to become of it. */
    Path begin(BackupFacts.Kind kind, Instant now) throws IOException {
        String id = ID.format(now);
        Path making = folder.resolve(id + MAKING);
        PrivateFiles.createFolder(making);
        BackupRecord running =
                new BackupRecord(
                        id,
                        kind,
                        State.RUNNING,
                        now,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty());
        AtomicFile.write(making.resolve(NOTE), written(running).getBytes(UTF_8));
        return making;
    }

    static String id(Path making) {
        String name = making.getFileName().toString();
        return name.substring(0, name.length() - MAKING.length());
    }

    /** Makes a folder with all its files and the manifest a whole backup. */
    WholeBackup finish(Path making) throws IOException {
        Files.deleteIfExists(making.resolve(NOTE));
        Path whole = folder.resolve(id(making));
        Files.move(making, whole, StandardCopyOption.ATOMIC_MOVE);
        return new WholeBackup(whole, BackupManifest.in(whole));
    }

    /** Gives a backup up, and notes why. */
    void giveUp(Path making, String sentence, Instant now) throws IOException {
        Optional<BackupRecord> note = note(making.resolve(NOTE), State.RUNNING);
        if (note.isPresent()) {
            fail(note.get(), sentence, now);
        }
        Folders.delete(making);
    }

    private void fail(BackupRecord running, String sentence, Instant now) throws IOException {
        BackupRecord failed =
                new BackupRecord(
                        running.id(),
                        running.kind(),
                        State.FAILED,
                        running.startedAt(),
                        Optional.of(now.truncatedTo(ChronoUnit.MILLIS)),
                        OptionalLong.empty(),
                        Optional.of(sentence));
        AtomicFile.write(folder.resolve(running.id() + FAILED), written(failed).getBytes(UTF_8));
    }

    /** The whole ones, oldest first. One whose manifest is damaged is not among them. */
    public List<WholeBackup> whole() throws IOException {
        List<WholeBackup> whole = new ArrayList<>();
        for (Path child : children()) {
            if (isBackup(child)) {
                read(child).ifPresent(whole::add);
            }
        }
        whole.sort(Comparator.comparing(backup -> backup.facts().endedAt()));
        return whole;
    }

    /** All, newest first, with those that run or have failed. */
    public List<BackupRecord> list() throws IOException {
        List<BackupRecord> records = new ArrayList<>();
        for (Path child : children()) {
            String name = child.getFileName().toString();
            if (name.endsWith(MAKING)) {
                note(child.resolve(NOTE), State.RUNNING).ifPresent(records::add);
            } else if (name.endsWith(FAILED)) {
                note(child, State.FAILED).ifPresent(records::add);
            } else if (isBackup(child)) {
                Optional<WholeBackup> backup = read(child);
                records.add(
                        backup.isPresent() ? BackupRecord.of(backup.get()) : damaged(child, name));
            }
        }
        records.sort(Comparator.comparing(BackupRecord::startedAt).reversed());
        return records;
    }

    private boolean isBackup(Path child) {
        String name = child.getFileName().toString();
        if (!name.endsWith("Z") || !Files.isDirectory(child)) {
            return false;
        }
        if (startOf(name).isPresent()) {
            return true;
        }
        if (strange.add(name)) {
            LOG.warn("{} has not the name of a backup, and is left as it is.", child);
        }
        return false;
    }

    /** Empty when it is no id. */
    private static Optional<Instant> startOf(String id) {
        try {
            return Optional.of(ID.parse(id, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Empty when the manifest is damaged. */
    private static Optional<WholeBackup> read(Path backup) {
        try {
            return Optional.of(new WholeBackup(backup, BackupManifest.in(backup)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static BackupRecord damaged(Path backup, String id) throws IOException {
        return new BackupRecord(
                id,
                BackupFacts.Kind.SCHEDULED,
                State.FAILED,
                ID.parse(id, Instant::from),
                Optional.of(Files.getLastModifiedTime(backup).toInstant()),
                OptionalLong.empty(),
                Optional.of(TEXTS.text("backup.damaged")));
    }

    /** Removes a backup; killed half-way, it is no backup any more and the rest goes later. */
    public void remove(WholeBackup backup) throws IOException {
        Path removing = backup.folder().resolveSibling(backup.facts().id() + REMOVING);
        Files.move(backup.folder(), removing, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(removing);
    }

    /** Forgets all but the latest failures. */
    public void trimFailures() throws IOException {
        List<Path> failures =
                children().stream()
                        .filter(child -> child.getFileName().toString().endsWith(FAILED))
                        .toList();
        for (Path old : failures.subList(0, Math.max(0, failures.size() - FAILURES_KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    private static String written(BackupRecord note) {
        return String.join(
                "\n",
                note.id(),
                note.kind().name(),
                note.startedAt().toString(),
                note.endedAt().map(Instant::toString).orElse(""),
                note.failure().orElse("").replace('\n', ' '));
    }

    /** Empty when the file is gone or nobody can read it. */
    private static Optional<BackupRecord> note(Path file, State state) {
        try {
            String[] lines = Files.readString(file).split("\n", -1);
            return Optional.of(
                    new BackupRecord(
                            lines[0],
                            BackupFacts.Kind.valueOf(lines[1]),
                            state,
                            Instant.parse(lines[2]),
                            lines[3].isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Instant.parse(lines[3])),
                            OptionalLong.empty(),
                            Optional.of(lines[4]).filter(sentence -> !sentence.isEmpty())));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private List<Path> children() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
