package dev.howdah.lab.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.archive.RecoveryTarget.Moment;
import dev.howdah.lab.archive.RecoveryTarget.Newest;
import dev.howdah.lab.backup.DataFolder;
import dev.howdah.lab.wal.WalArchive;
import dev.howdah.lab.wal.WalCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tells a server in its data folder that and how far it is to recover. The settings are in a
 * file of their own, which means nothing any more when the server has recovered.
 */
record RecoveryFiles(Path data) {
    private static final String SETTINGS = "howdah-recovery.conf";
    private static final String INCLUDE = "include_if_exists = '" + SETTINGS + "'";
    private static final String SIGNAL = "recovery.signal";

    /** The name of the WAL file that was fetched last. */
    private static final String FETCHED = "howdah-fetched";

    /** As PostgreSQL reads a timestamptz, to the microsecond. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    /** The server recovers at its next start, and nobody gets in before it has. */
    void write(int timeline, RecoveryTarget target, WalArchive wal) throws IOException {
        include();
        writeSettings(timeline, target, wal);
        Files.writeString(data.resolve(SIGNAL), "");
    }

    void writeSettings(int timeline, RecoveryTarget target, WalArchive wal) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("restore_command", WalCommands.ofThisSystem().restore(wal.folder(), FETCHED));
        settings.put("recovery_target_timeline", Integer.toString(timeline));
        settings.put("recovery_target_action", "promote");
        settings.put("recovery_target_time", time(target));
        settings.put("hot_standby", "off");
        // so that a failure can be told apart by its SQLSTATE
        settings.put("log_line_prefix", "%m [%p] %e ");
        String text =
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = '" + escaped(entry.getValue()) + "'\n")
                        .collect(Collectors.joining());
        AtomicFile.write(data.resolve(SETTINGS), text.getBytes(UTF_8));
    }

    private static String time(RecoveryTarget target) {
        return switch (target) {
            case Newest() -> "";
            case Moment(Instant moment) -> MOMENT.format(moment);
        };
    }

    private void include() throws IOException {
        Path file = data.resolve("postgresql.conf");
        String text = Files.readString(file);
        if (text.lines().noneMatch(INCLUDE::equals)) {
            AtomicFile.write(file, (text + "\n" + INCLUDE + "\n").getBytes(UTF_8));
        }
    }

    /**
     * Whether the server has been told to recover and has not done so yet. It takes its signal away
     * shortly before the end: stopped after that and started again, it would take all the WAL there
     * is for its own, also what is later than the moment.
     */
    boolean pending() throws IOException {
        return Files.exists(data.resolve(SIGNAL))
                || (Files.exists(data.resolve(SETTINGS)) && new DataFolder(data).isRecovering());
    }

    /** The server goes on at its next start, wherever it was stopped. */
    void resume() throws IOException {
        if (pending()) {
            Files.writeString(data.resolve(SIGNAL), "");
        }
    }

    /** Removes what is of no use to a server that has recovered. */
    void clear() throws IOException {
        if (!pending()) {
            Files.deleteIfExists(data.resolve(SETTINGS));
            Files.deleteIfExists(data.resolve(FETCHED));
        }
    }

    /** The name of the WAL file that was fetched last; empty before the first. */
    Optional<String> fetched() {
        try {
            return Optional.of(Files.readString(data.resolve(FETCHED)).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** As a quoted value of a configuration file is written. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
