package dev.howdah.core.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The folders of this person's desktop in which the console keeps its files. All of them are
 * readable by their owner only.
 *
 * @param data profiles, journal, window state, and the lab; the user's application-data folder
 * @param logs the console's own log
 */
public record AppFolders(Path data, Path logs) {

    /** Overrides the data folder; for tests and for several installations side by side. */
    public static final String DATA_PROPERTY = "howdah.data";

    /**
     * The usual place of the operating system: {@code $XDG_DATA_HOME/howdah} (else {@code
     * ~/.local/share/howdah}), {@code ~/Library/Application Support/Howdah}, or {@code
     * %APPDATA%\Howdah}.
     */
    public static AppFolders usual() {
        String override = System.getProperty(DATA_PROPERTY);
        if (override != null) {
            return under(Path.of(override));
        }
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return under(home.resolve("Library/Application Support/Howdah"));
        }
        if (os.contains("win")) {
            String appData = System.getenv("APPDATA");
            return under(appData == null ? home.resolve("Howdah") : Path.of(appData, "Howdah"));
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        return under(
                xdg == null || xdg.isBlank()
                        ? home.resolve(".local/share/howdah")
                        : Path.of(xdg, "howdah"));
    }

    public static AppFolders under(Path data) {
        return new AppFolders(data, data.resolve("logs"));
    }

    public Path lab() {
        return data.resolve("lab");
    }

    /** What is unpacked for as long as it is used. */
    public Path unpacked() {
        return data.resolve("unpacked");
    }

    /** Makes the folders, private to the owner where the file system knows owners. */
    public void create() throws IOException {
        PrivateFiles.createFolder(data);
        PrivateFiles.createFolder(logs);
    }
}
