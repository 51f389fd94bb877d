package dev.howdah.build;

import static dev.howdah.build.WrapperSandbox.VERSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.build.DistributionServer.Delivery;
import dev.howdah.build.WrapperSandbox.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code mvnw} on made-up desktops that have no Maven in the cache: download or fall back. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class MavenWrapperDownloadTest {
    private WrapperSandbox desktop;

    @BeforeEach
    void makeTheDesktop(@TempDir Path temporary) throws IOException {
        desktop = new WrapperSandbox(temporary);
    }

    @Test
    void downloadsMavenOnceAndChecksItsSum() throws Exception {
        byte[] file = desktop.distribution();
        String sum = sha512(file);
        desktop.pin(sum);
        Path jdk = desktop.jdk("25");

        try (var server = new DistributionServer(file, Delivery.WHOLE)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            String said = "mvnw: downloading Maven %s once ... done.".formatted(VERSION);
            assertEquals(desktop.ran(VERSION, jdk, said), desktop.run());
            assertEquals(desktop.ran(VERSION, jdk, ""), desktop.run());
            assertEquals(
                    List.of("/maven-3/3.9.99/binaries/apache-maven-3.9.99-bin.tar.gz"),
                    server.paths);
        }
        assertEquals(downloaded(sum), desktop.cache());
    }

    @Test
    void letsTwoDownloadAtTheSameTime() throws Exception {
        byte[] file = desktop.distribution();
        String sum = sha512(file);
        desktop.pin(sum);
        Path jdk = desktop.jdk("25");

        try (var server = new DistributionServer(file, Delivery.TO_TWO_AT_ONCE)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            Path mvnw = desktop.project.resolve("mvnw");
            Process one = desktop.start(desktop.project, mvnw, "one");
            Process two = desktop.start(desktop.project, mvnw, "two");
            assertEquals(
                    desktop.ran(VERSION, jdk, "", "one").told(), WrapperSandbox.await(one).told());
            assertEquals(
                    desktop.ran(VERSION, jdk, "", "two").told(), WrapperSandbox.await(two).told());
        }
        assertTrue(desktop.cache().containsAll(downloaded(sum)));
        assertTrue(desktop.cache().stream().noneMatch(path -> path.contains(".part")));
    }

    @Test
    void refusesAFileWithAnotherSumAndKeepsNothing() throws Exception {
        byte[] file = desktop.distribution();
        desktop.jdk("25");
        desktop.installedMaven("3.8.7");

        try (var server = new DistributionServer(file, Delivery.WHOLE)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            String said =
                    """
                    mvnw: downloading Maven 3.9.99 once ... refused.
                    mvnw: %s/maven-3/3.9.99/binaries/apache-maven-3.9.99-bin.tar.gz is not the file \
                    this project pins and was thrown away. Its SHA-512 is %s.\
                    """
                            .formatted(server.url(), sha512(file));
            assertEquals(new Run(1, List.of(), said), desktop.run("verify"));
        }
        assertEquals(List.of(), desktop.cache());
    }

    @Test
    void keepsNothingOfADownloadThatBrokeOff() throws Exception {
        byte[] file = desktop.distribution();
        desktop.pin(sha512(file));
        Path jdk = desktop.jdk("25");
        desktop.installedMaven("3.8.7");

        try (var server = new DistributionServer(file, Delivery.HALF)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            assertEquals(desktop.ran("3.8.7", jdk, fellBack("3.8.7")), desktop.run());
        }
        assertEquals(List.of(), desktop.cache());
    }

    @Test
    void keepsNothingWhenItIsStoppedWhileDownloading() throws Exception {
        byte[] file = desktop.distribution();
        desktop.pin(sha512(file));
        desktop.jdk("25");

        try (var server = new DistributionServer(file, Delivery.HALF_THEN_SILENCE)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            Process mvnw = desktop.start(desktop.project, desktop.project.resolve("mvnw"));
            server.asked.await();
            // by its handle, because a Process that is destroyed closes its streams, too
            mvnw.toHandle().destroy();
            server.breakOff();
            assertEquals(1, WrapperSandbox.await(mvnw).exitCode());
        }
        assertEquals(List.of(), desktop.cache());
    }

    @Test
    void fallsBackToTheInstalledMavenWhenOffline() throws Exception {
        Path jdk = desktop.jdk("25");
        desktop.installedMaven("3.8.7");

        assertEquals(desktop.ran("3.8.7", jdk, fellBack("3.8.7")), desktop.run());
        assertEquals(List.of(), desktop.cache());
    }

    @Test
    void doesNotEvenTryToDownloadWhenToldToStayOffline() throws Exception {
        Path jdk = desktop.jdk("25");
        desktop.installedMaven("3.10.0");

        try (var server = new DistributionServer(new byte[1], Delivery.WHOLE)) {
            desktop.environment.put("HOWDAH_MAVEN_BASE_URL", server.url());
            String said =
                    "mvnw: Maven %s is not in the cache. Using the installed Maven 3.10.0, %s."
                            .formatted(VERSION, desktop.onPath.resolve("mvn"));
            assertEquals(desktop.ran("3.10.0", jdk, said, "-o"), desktop.run("-o"));
            assertEquals(List.of(), server.paths);
        }
    }

    @Test
    void refusesAnInstalledMavenThatIsTooOld() throws Exception {
        desktop.jdk("25");
        desktop.installedMaven("3.6.3");

        assertEquals(noMaven("3.6.3"), desktop.run());
    }

    @Test
    void saysThatThereIsNoMavenAtAll() throws Exception {
        desktop.jdk("25");

        assertEquals(noMaven("missing"), desktop.run());
    }

    private String fellBack(String installed) {
        return "mvnw: downloading Maven %s once ... not possible. Using the installed Maven %s, %s."
                .formatted(VERSION, installed, desktop.onPath.resolve("mvn"));
    }

    private Run noMaven(String installed) {
        String said =
                """
                mvnw: downloading Maven 3.9.99 once ... not possible.\s
                mvnw: Maven 3.9.99 is neither in %s nor to be had from \
                http://127.0.0.1:1/maven-3/3.9.99/binaries/apache-maven-3.9.99-bin.tar.gz, \
                and the installed mvn is %s, not 3.8 or newer.\
                """
                        .formatted(desktop.dists(), installed);
        return new Run(1, List.of(), said);
    }

    /** The cache after one download: nothing but that Maven. */
    private static List<String> downloaded(String sum) {
        String folder = "apache-maven-" + VERSION + "/" + sum.substring(0, 12);
        return List.of("apache-maven-" + VERSION, folder, folder + "/bin", folder + "/bin/mvn");
    }

    private static String sha512(byte[] file) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(file));
    }
}
