package dev.howdah.lab.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A small file of keys and values in the format of Java's properties; whole or not there. */
public final class KeyedFile {
    private KeyedFile() {}

    /** Puts the values in the place of those before; returns when they are safe on disk. */
    public static void write(Path file, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        AtomicFile.write(file, text.toString().getBytes(UTF_8));
    }

    /** Empty when there is no such file. */
    public static Optional<Map<String, String>> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("not readable: " + file, e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return Optional.of(values);
    }
}
