package dev.howdah.lab.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.node.LabProblems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName.DNSName;
import org.wildfly.security.x500.GeneralName.IPAddress;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * The lab's own certificate authority, and the certificate that its servers show. A client that
 * knows the authority's file can verify them in full, also after they were renewed.
 *
 * @param folder readable by its owner only
 */
public record LabCertificates(Path folder, Clock clock) {
    private static final Texts TEXTS = Texts.of(LabCertificates.class);

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** An app that is opened once a month still renews in time. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);

    /** A clock that is set right later must not make a certificate one of the future. */
    private static final Duration VALID_BEFORE = Duration.ofDays(1);

    private static final X500Principal AUTHORITY = new X500Principal("CN=Howdah lab authority");
    private static final X500Principal SERVER = new X500Principal("CN=Howdah lab");
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 120;
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    /** For sslrootcert of clients. */
    public Path authority() {
        return folder.resolve("ca.crt");
    }

    /** With these a server speaks TLS to whoever wants it. {@link #renew} comes before. */
    public Map<String, String> settings() {
        return Map.of(
                "ssl", "on",
                "ssl_cert_file", server().toString(),
                "ssl_key_file", serverKey().toString());
    }

    /**
     * Makes what is missing, and makes anew what ends soon. A running server shows a new
     * certificate after a reload.
     *
     * @return whether the servers' certificate is another one now
     */
    public boolean renew() throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            // an authority that ends before the servers' certificate would is no use to it
            boolean authorityIsFit =
                    isFit(authority(), SERVER_LIFE) && Files.exists(authorityKey());
            if (!authorityIsFit) {
                KeyPair pair = keyPair();
                X509Certificate made = authority(pair);
                write(authorityKey(), KEY, pair.getPrivate().getEncoded());
                write(authority(), CERTIFICATE, made.getEncoded());
            }
            if (authorityIsFit
                    && isFit(server(), RENEWED_BEFORE_END)
                    && Files.exists(serverKey())
                    && isOfAuthority()) {
                return false;
            }
            KeyPair pair = keyPair();
            X509Certificate made = server(pair.getPublic());
            // between the two writes a killed run leaves a pair that does not fit
            Files.deleteIfExists(server());
            write(serverKey(), KEY, pair.getPrivate().getEncoded());
            write(server(), CERTIFICATE, made.getEncoded());
            return true;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.LOCAL,
                                    TEXTS.text("certificate.failed"),
                                    TEXTS.text("certificate.failed.remedy"))
                            .withDetail(e.toString()),
                    e);
        }
    }

    /** When the servers' certificate ends. */
    Instant endOfServer() throws IOException, GeneralSecurityException {
        return read(server()).getNotAfter().toInstant();
    }

    private boolean isFit(Path certificate, Duration atLeast) throws IOException {
        try {
            return Files.isRegularFile(certificate)
                    && read(certificate)
                            .getNotAfter()
                            .toInstant()
                            .isAfter(clock.instant().plus(atLeast));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // somebody edited it
            return false;
        }
    }

    private boolean isOfAuthority() throws IOException {
        try {
            read(server()).verify(read(authority()).getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate authority(KeyPair pair) throws GeneralSecurityException {
        return builder(AUTHORITY_LIFE)
                .setSubjectDn(AUTHORITY)
                .setPublicKey(pair.getPublic())
                .setSigningKey(pair.getPrivate())
                .addExtension(new BasicConstraintsExtension(true, true, 0))
                .addExtension(new KeyUsageExtension(true, KeyUsage.keyCertSign))
                .build();
    }

    private X509Certificate server(PublicKey key) throws GeneralSecurityException, IOException {
        PrivateKey signing =
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(decoded(authorityKey())));
        return builder(SERVER_LIFE)
                .setSubjectDn(SERVER)
                .setPublicKey(key)
                .setSigningKey(signing)
                .addExtension(new BasicConstraintsExtension(true, false, -1))
                .addExtension(new KeyUsageExtension(true, KeyUsage.digitalSignature))
                .addExtension(
                        new SubjectAlternativeNamesExtension(
                                false,
                                List.of(new IPAddress("127.0.0.1"), new DNSName("localhost"))))
                .build();
    }

    private X509CertificateBuilder builder(Duration life) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        return new X509CertificateBuilder()
                .setVersion(3)
                .setSerialNumber(
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE))
                .setIssuerDn(AUTHORITY)
                .setNotValidBefore(now.minus(VALID_BEFORE))
                .setNotValidAfter(now.plus(life))
                .setSignatureAlgorithmName(SIGNATURE);
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(decoded(file)));
    }

    private static byte[] decoded(Path file) throws IOException {
        String text = Files.readString(file, US_ASCII).replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    private static void write(Path file, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        String text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body);
        AtomicFile.write(file, text.getBytes(US_ASCII));
    }

    private Path authorityKey() {
        return folder.resolve("ca.key");
    }

    private Path server() {
        return folder.resolve("server.crt");
    }

    private Path serverKey() {
        return folder.resolve("server.key");
    }
}
