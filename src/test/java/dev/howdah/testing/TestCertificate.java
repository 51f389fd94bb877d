package dev.howdah.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A self-signed certificate with its key, both in PEM, as PostgreSQL's ssl_cert_file and
 * ssl_key_file want them.
 */
public record TestCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "for-a-test";

    /**
     * Makes one in this folder.
     *
     * @param subject the common name
     * @param alternativeName as keytool writes it: {@code ip:127.0.0.1} or {@code dns:db.example}
     */
    public static TestCertificate selfSigned(Path folder, String subject, String alternativeName)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(subject + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + subject,
                                "-ext",
                                "SAN=" + alternativeName,
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(subject + ".log").toFile())
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve(subject + ".log")));
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        Path certificate = folder.resolve(subject + ".crt");
        Path key = folder.resolve(subject + ".key");
        write(certificate, "CERTIFICATE", made.getCertificate("server").getEncoded());
        write(key, "PRIVATE KEY", made.getKey("server", PASSWORD.toCharArray()).getEncoded());
        return new TestCertificate(certificate, key);
    }

    private static void write(Path file, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(encoded);
        Files.writeString(
                file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
