package dev.howdah.profile;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.core.file.ProcessLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps the profiles in one file of this desktop, without their passwords. The file is replaced as
 * a whole and its previous version is kept beside it. Several consoles may share it: each change is
 * applied to what the file says at that moment. Every method blocks on the disk, so it is called
 * off the JavaFX thread; any thread may call.
 */
public final class ProfileStore {
    private static final Texts TEXTS = Texts.of(ProfileStore.class);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Path file;
    private final Path previous;
    private volatile List<String> notes = List.of();

    /** Touches no file yet. */
    public ProfileStore(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("profiles.json");
        this.previous = folder.resolve("profiles.json.bak");
    }

    /**
     * What the files say.
     *
     * @param json the profiles of the newest version that can be read
     * @param sound false when that is not the file itself, because it is damaged or gone
     */
    private record Content(ProfileJson json, boolean sound) {}

    /**
     * All profiles, in the order in which they were added; empty when none was ever saved. A
     * damaged file is set aside and its previous version is used; {@link #notes()} then says so.
     *
     * @throws ProblemException NOT_SUPPORTED when a newer console wrote the file, LOCAL when it
     *     can't be read; the file is then untouched
     */
    public List<Profile> load() throws ProblemException {
        try {
            notes = List.of();
            Content content = content();
            if (!content.sound) {
                content = repairedIfPossible(content);
            }
            return content.json.profiles();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** What the person should be told about the last {@link #load()}, full sentences. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Adds the profile, or replaces the one with the same id.
     *
     * @throws ProblemException BAD_INPUT when the name is blank or another profile's, upper and
     *     lower case being the same; LOCAL or LOCKED when it could not be written
     */
    public void save(Profile profile) throws ProblemException {
        if (profile.name().isBlank()) {
            throw bad("store.noName");
        }
        change(json -> json.with(profile), Optional.of(profile));
    }

    /** Forgets the profile; an unknown id is fine. */
    public void remove(UUID id) throws ProblemException {
        change(json -> json.without(id), Optional.empty());
    }

    private void change(Function<ProfileJson, byte[]> change, Optional<Profile> saved)
            throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = lock()) {
                Content content = content();
                if (!content.sound) {
                    repair(content);
                }
                if (saved.isPresent()) {
                    requireUniqueName(saved.get(), content.json.profiles());
                }
                write(content.json.bytes(), change.apply(content.json));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private void write(byte[] before, byte[] after) throws IOException, ProblemException {
        if (Arrays.equals(before, after)) {
            return;
        }
        try {
            // what can't be read back must not replace what can
            ProfileJson.parsed(after);
        } catch (ProfileJson.Damage e) {
            throw bad("store.unusable");
        }
        if (Files.exists(file)) {
            AtomicFile.write(previous, before);
        }
        AtomicFile.write(file, after);
    }

    private static void requireUniqueName(Profile saved, List<Profile> all)
            throws ProblemException {
        for (Profile other : all) {
            if (!other.id().equals(saved.id())
                    && other.name().strip().equalsIgnoreCase(saved.name().strip())) {
                throw bad("store.sameName", other.name());
            }
        }
    }

    private Content content() throws IOException, ProblemException {
        boolean gone = false;
        try {
            return new Content(ProfileJson.parsed(bytes(file)), true);
        } catch (NoSuchFileException _) {
            gone = true;
        } catch (ProfileJson.Damage _) {
            // the previous version is asked
        }
        try {
            return new Content(ProfileJson.parsed(bytes(previous)), false);
        } catch (NoSuchFileException | ProfileJson.Damage _) {
            // before the first profile there is neither of them
            return new Content(ProfileJson.empty(), gone);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ProfileJson.MAX_BYTES + 1);
        }
    }

    /** Reading goes on when the folder can't be written, for instance. */
    private Content repairedIfPossible(Content seen) throws IOException, ProblemException {
        try (ProcessLock _ = lock()) {
            // another console may have repaired it meanwhile
            Content content = content();
            if (!content.sound) {
                repair(content);
            }
            return content;
        } catch (IOException e) {
            notes =
                    List.of(
                            TEXTS.text(
                                    "store.notRepaired",
                                    file,
                                    FileProblems.of(e, file).problem().sentence()));
            return seen;
        }
    }

    /** Keeps the damaged file under another name, then puts what could be read in its place. */
    private void repair(Content content) throws IOException, ProblemException {
        int count = content.json.profiles().size();
        if (Files.exists(file)) {
            Path aside =
                    folder.resolve(file.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
            Files.copy(file, aside);
            notes = List.of(TEXTS.text("store.damaged", aside, count));
        } else {
            notes = List.of(TEXTS.text("store.gone", file, count));
        }
        AtomicFile.write(file, content.json.bytes());
    }

    private ProcessLock lock() throws IOException, ProblemException {
        return ProcessLock.take(folder.resolve("profiles.json.lock"), LOCK_LIMIT);
    }

    private static ProblemException bad(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text(key + ".remedy", arguments)));
    }
}
