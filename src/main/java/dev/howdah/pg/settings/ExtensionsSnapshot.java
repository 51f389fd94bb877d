package dev.howdah.pg.settings;

import java.util.List;
import java.util.Optional;

/**
 * The extensions of the database we are connected to, and those that could be created in it.
 *
 * @param extensions installed ones first, each kind by name
 */
public record ExtensionsSnapshot(String database, List<Extension> extensions) {
    public ExtensionsSnapshot {
        extensions = List.copyOf(extensions);
    }

    /**
     * One extension.
     *
     * @param installed how it is installed; empty when it only could be
     * @param defaultVersion what CREATE EXTENSION would install; empty when the server no longer
     *     has its files
     * @param updatable whether the server has scripts from the installed to the default version
     * @param comment in the extension's own words; may be empty
     */
    public record Extension(
            String name,
            Optional<Installed> installed,
            Optional<String> defaultVersion,
            boolean updatable,
            String comment) {

        /** Installed, but the server could not create it again: a dump would not restore. */
        public boolean lacksFiles() {
            return installed.isPresent() && defaultVersion.isEmpty();
        }
    }

    /** An installed version and the schema of its objects. */
    public record Installed(String version, String schema) {}
}
