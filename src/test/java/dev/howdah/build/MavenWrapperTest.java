package dev.howdah.build;

import static dev.howdah.build.WrapperSandbox.VERSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.build.WrapperSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code mvnw} on made-up desktops with Maven in the cache: which JDK, which arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class MavenWrapperTest {
    private WrapperSandbox desktop;

    @BeforeEach
    void makeTheDesktop(@TempDir Path temporary) throws IOException {
        desktop = new WrapperSandbox(temporary);
    }

    @Test
    void runsTheCachedMavenWithTheJdkOfJavaHome() throws Exception {
        desktop.cachedMaven();
        desktop.jdk("26");
        Path mine = desktop.jdk(desktop.root.resolve("my jdk"), "25.0.3");
        desktop.environment.put("JAVA_HOME", mine.toString());

        assertEquals(desktop.ran(VERSION, mine, "", "verify"), desktop.run("verify"));
    }

    @Test
    void leavesATooOldJavaHomeForAJdkElsewhereAndSaysSo() throws Exception {
        desktop.cachedMaven();
        Path old = desktop.jdk("17.0.15");
        Path good = desktop.jdk("25");
        desktop.environment.put("JAVA_HOME", old.toString());

        String said =
                "mvnw: JAVA_HOME is %s, no JDK 25 or newer, so using %s.".formatted(old, good);
        assertEquals(desktop.ran(VERSION, good, said), desktop.run());
    }

    @Test
    void takesTheJavaOnThePathBeforeTheUsualPlaces() throws Exception {
        desktop.cachedMaven();
        desktop.jdk("25");
        Path elsewhere = desktop.jdk(desktop.root.resolve("elsewhere"), "26-ea");
        desktop.javaOnPath(elsewhere);

        assertEquals(desktop.ran(VERSION, elsewhere, ""), desktop.run());
    }

    @Test
    void passesOverATooOldJavaOnThePathWithoutAWord() throws Exception {
        desktop.cachedMaven();
        Path good = desktop.jdk("25.0.1");
        desktop.javaOnPath(desktop.jdk(desktop.root.resolve("elsewhere"), "17.0.15"));

        assertEquals(desktop.ran(VERSION, good, ""), desktop.run());
    }

    @Test
    void findsTheJdkInsideTheBundleOfAMac() throws Exception {
        desktop.cachedMaven();
        Path inside = desktop.jdk(desktop.jdks.resolve("jdk-25.jdk/Contents/Home"), "25");

        assertEquals(desktop.ran(VERSION, inside, ""), desktop.run());
    }

    @Test
    void takesNoRuntimeWithoutACompilerForAJdk() throws Exception {
        desktop.cachedMaven();
        Path runtime = desktop.jdk("25");
        Files.delete(runtime.resolve("bin/javac"));
        Path jdk = desktop.jdk("26");

        assertEquals(desktop.ran(VERSION, jdk, ""), desktop.run());
    }

    @Test
    void saysThatThereIsNoJdkNewEnough() throws Exception {
        desktop.cachedMaven();
        desktop.jdk("17.0.15");
        desktop.jdk("24.0.2");
        desktop.jdk("1.8.0_402");

        String said =
                "mvnw: No JDK 25 or newer was found. Install one, or set JAVA_HOME to its folder.";
        assertEquals(new Run(1, List.of(), said), desktop.run("verify"));
    }

    @Test
    void runsAMavenThatTheUsualWrapperCachedBefore() throws Exception {
        desktop.maven(
                desktop.dists()
                        .resolve("apache-maven-" + VERSION + "-bin/1f2e/apache-maven-" + VERSION),
                VERSION);
        Path jdk = desktop.jdk("25");

        assertEquals(desktop.ran(VERSION, jdk, ""), desktop.run());
    }

    @Test
    void handsArgumentsOnAsTheyAre() throws Exception {
        desktop.cachedMaven();
        Path jdk = desktop.jdk("25");

        assertEquals(
                desktop.ran(VERSION, jdk, "", "-Dname=two words", "", "*", "$HOME", "a\"b'c"),
                desktop.run("-Dname=two words", "", "*", "$HOME", "a\"b'c"));
    }

    @Test
    void buildsItsOwnProjectFromAnotherFolderAndThroughLinks() throws Exception {
        desktop.cachedMaven();
        Path jdk = desktop.jdk("25");
        Path elsewhere = Files.createDirectories(desktop.root.resolve("else where/bin"));
        Path link = elsewhere.resolve("build");
        Files.createSymbolicLink(link, Path.of("../second link"));
        Files.createSymbolicLink(
                desktop.root.resolve("else where/second link"), desktop.project.resolve("mvnw"));

        assertEquals(
                desktop.ran(VERSION, jdk, "", "verify"), desktop.run(elsewhere, link, "verify"));
    }

    @Test
    void leavesThePomToTheOneWhoNamesIt() throws Exception {
        desktop.cachedMaven();
        Path jdk = desktop.jdk("25");

        assertEquals(
                desktop.ranExactly(VERSION, jdk, "", "-f", "other.xml", "-fae"),
                desktop.run("-f", "other.xml", "-fae"));
        assertEquals(
                desktop.ranExactly(VERSION, jdk, "", "--file=other.xml"),
                desktop.run("--file=other.xml"));
        assertEquals(desktop.ran(VERSION, jdk, "", "-fae"), desktop.run("-fae"));
    }

    @Test
    void pinsAVersionAndAWholeSum() throws Exception {
        Properties pinned = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of(".mvn/wrapper/maven-wrapper.properties"))) {
            pinned.load(reader);
        }

        assertTrue(pinned.getProperty("mavenVersion").matches("3\\.\\d+\\.\\d+"));
        assertTrue(pinned.getProperty("mavenSha512").matches("[0-9a-f]{128}"));
    }
}
