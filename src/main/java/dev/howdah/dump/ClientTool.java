package dev.howdah.dump;

import java.nio.file.Path;

/**
 * One client tool of PostgreSQL on this desktop.
 *
 * @param folder where it and its siblings are
 * @param version as it tells: "15.18"
 * @param major the number before the first dot
 */
public record ClientTool(Path folder, String version, int major) {

    /** The program of this name beside it. */
    Path program(String name) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return folder.resolve(windows ? name + ".exe" : name);
    }
}
