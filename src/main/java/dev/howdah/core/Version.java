package dev.howdah.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this console, as the build wrote it. */
public final class Version {
    private static final String CURRENT = read();

    private Version() {}

    /** Like "0.1.0"; a snapshot's suffix is left out. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version").replace("-SNAPSHOT", "");
    }
}
