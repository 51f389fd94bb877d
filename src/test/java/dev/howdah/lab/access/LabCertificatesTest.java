package dev.howdah.lab.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made once, renewed in time, and never readable by others. */
class LabCertificatesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder;

    private LabCertificates on(int day) {
        return new LabCertificates(
                folder.resolve("tls"),
                Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC));
    }

    @Test
    void theServersCertificateIsRenewedBeforeItEndsAndTheAuthorityStays() throws Exception {
        assertTrue(on(0).renew());
        byte[] authority = Files.readAllBytes(on(0).authority());
        assertEquals(NOON.plus(Duration.ofDays(397)), on(0).endOfServer());

        assertFalse(on(300).renew());
        assertTrue(on(340).renew());
        assertEquals(NOON.plus(Duration.ofDays(340 + 397)), on(340).endOfServer());
        assertArrayEquals(authority, Files.readAllBytes(on(340).authority()));

        assertTrue(on(3_600).renew());
        assertFalse(on(3_600).renew());
    }

    @Test
    void itsFilesAreForTheirOwnerOnly() throws Exception {
        on(0).renew();
        for (String name : List.of("ca.key", "ca.crt", "server.key", "server.crt")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("tls").resolve(name))));
        }
    }

    @Test
    void whatIsDamagedOrMissingIsMadeAnew() throws Exception {
        on(0).renew();
        for (String name : List.of("ca.key", "ca.crt", "server.key", "server.crt")) {
            Path file = folder.resolve("tls").resolve(name);
            Files.delete(file);
            assertTrue(on(1).renew(), name);
            assertFalse(on(1).renew(), name);
        }
        Files.writeString(folder.resolve("tls/server.crt"), "no certificate");
        assertTrue(on(1).renew());
    }
}
