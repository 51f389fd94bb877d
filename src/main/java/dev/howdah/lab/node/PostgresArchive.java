package dev.howdah.lab.node;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A packed PostgreSQL as the embedded binaries deliver it: a tar compressed with xz inside a jar.
 *
 * @param name the folder it is unpacked into; differs whenever the content does
 * @param opening opens the compressed tar from its beginning
 */
public record PostgresArchive(String name, Opening opening) {

    /** Opens a stream that its caller closes. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** The one the console brings along for this operating system. */
    public static PostgresArchive onClassPath() throws IOException {
        Properties build = new Properties();
        try (InputStream in = PostgresArchive.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new IOException("binaries.properties is missing beside PostgresArchive");
            }
            build.load(in);
        }
        return new PostgresArchive(
                "postgres-" + build.getProperty("postgres.version"), PostgresArchive::resolve);
    }

    /** The one in a jar that need not be on the class path. */
    public static PostgresArchive inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = packed(file, jar);
            String name = "postgres-%08x-%d".formatted(entry.getCrc(), entry.getSize());
            return new PostgresArchive(name, () -> open(jar));
        }
    }

    /** In a thread of its own, because the library would swallow our interrupt. */
    private static InputStream resolve() throws IOException {
        try {
            return CompletableFuture.supplyAsync(PostgresArchive::resolveForThisSystem).join();
        } catch (CompletionException e) {
            throw new IOException("no PostgreSQL is packed for this system", e);
        }
    }

    private static InputStream resolveForThisSystem() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "Darwin" : os.contains("win") ? "Windows" : "Linux";
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system, System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path jar) throws IOException {
        JarFile file = new JarFile(jar.toFile());
        try {
            return new FilterInputStream(file.getInputStream(packed(file, jar))) {
                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static JarEntry packed(JarFile file, Path jar) throws IOException {
        return file.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("no .txz in " + jar));
    }
}
