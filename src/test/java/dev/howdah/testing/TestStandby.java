package dev.howdah.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a test server that follows it. */
public final class TestStandby {
    private TestStandby() {}

    /**
     * Stops the primary, copies it cold, starts both, and lets the copy stream from the primary
     * under this application_name.
     */
    public static TestServer of(TestServer primary, String name) throws IOException {
        primary.stop();
        TestServer standby = TestServer.stopped(primary.major(), Map.of("hot_standby", "on"));
        TestClusters.delete(standby.data());
        copy(primary.data(), standby.data());
        primary.start();
        Files.createFile(standby.data().resolve("standby.signal"));
        Files.writeString(
                standby.data().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=%s port=%d user=%s password=%s application_name=%s'%n"
                        .formatted(
                                primary.host(),
                                primary.port(),
                                primary.user(),
                                primary.password(),
                                name),
                StandardOpenOption.APPEND);
        standby.start();
        return standby;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    to.resolve(from.relativize(file)),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }
}
