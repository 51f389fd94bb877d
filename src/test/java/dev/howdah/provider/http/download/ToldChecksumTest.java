package dev.howdah.provider.http.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.file.Checksum;
import dev.howdah.core.file.Checksum.Kind;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A checksum is taken from the headers that surely tell one over the whole file. */
class ToldChecksumTest {
    private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA_256 =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String CRC_32C = "364b3fb7";

    @Test
    void readsWhatTheStandardsSay() {
        Optional<Checksum> sha256 = Checksum.ofHex(Kind.SHA_256, SHA_256);
        Optional<Checksum> md5 = Checksum.ofHex(Kind.MD5, MD5);

        assertEquals(sha256, told("Repr-Digest", "sha-256=:" + base64(SHA_256) + ":"));
        assertEquals(sha256, told("Content-Digest", "sha-256=:" + base64(SHA_256) + ":"));
        assertEquals(sha256, told("Digest", "MD5=" + base64(MD5) + ",SHA-256=" + base64(SHA_256)));
        assertEquals(md5, told("Content-MD5", base64(MD5)));
        assertEquals(
                Checksum.ofHex(Kind.CRC_32C, CRC_32C),
                told("x-amz-checksum-crc32c", base64(CRC_32C)));
        assertEquals(md5, told("x-goog-hash", "crc32c=" + base64(CRC_32C), "md5=" + base64(MD5)));
        assertEquals(
                md5, told(Map.of("ETag", List.of('"' + MD5 + '"'), "x-amz-request-id", one("1"))));
    }

    @Test
    void takesNothingForAChecksumOfTheWholeFileThatMayBeNone() {
        String tag = '"' + MD5 + '"';
        String sha = "sha-256=:" + base64(SHA_256) + ":";

        assertEquals(Optional.empty(), told("ETag", tag));
        assertEquals(
                Optional.empty(),
                told(Map.of("ETag", one("\"" + MD5 + "-3\""), "x-amz-request-id", one("1"))));
        assertEquals(
                Optional.empty(),
                told(
                        Map.of(
                                "ETag",
                                one(tag),
                                "x-amz-request-id",
                                one("1"),
                                "x-amz-server-side-encryption",
                                one("aws:kms"))));
        assertEquals(Optional.empty(), told("x-amz-checksum-sha256", base64(SHA_256) + "-3"));
        assertEquals(
                Optional.empty(),
                told(
                        Map.of(
                                "x-amz-checksum-sha256",
                                one(base64(SHA_256)),
                                "x-amz-checksum-type",
                                one("COMPOSITE"))));
        assertEquals(Optional.empty(), told("Repr-Digest", "sha-256=:" + base64(MD5) + ":"));
        assertEquals(Optional.empty(), told("Digest", "md5=(nonsense", "x".repeat(10_000)));
        assertEquals(
                Optional.empty(),
                ToldChecksum.of(headers(Map.of("Content-Digest", one(sha))), true),
                "that of a part");
        assertEquals(
                Optional.empty(),
                ToldChecksum.of(headers(Map.of("Content-MD5", one(base64(MD5)))), true));
    }

    @Test
    void writesAndReadsAChecksumInANote() {
        Checksum sum =
                Checksum.ofHex(Kind.MD5, MD5.toUpperCase(java.util.Locale.ROOT)).orElseThrow();
        assertEquals("MD5:" + MD5, sum.written());
        assertEquals(Optional.of(sum), Checksum.parsed(sum.written()));
        assertEquals(Optional.empty(), Checksum.parsed("MD6:" + MD5));
        assertEquals(Optional.empty(), Checksum.parsed("MD5:" + MD5 + "0"));
        assertEquals(Optional.empty(), Checksum.parsed(""));
    }

    private static Optional<Checksum> told(String header, String... values) {
        return told(Map.of(header, List.of(values)));
    }

    private static Optional<Checksum> told(Map<String, List<String>> headers) {
        return ToldChecksum.of(headers(headers), false);
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private static List<String> one(String value) {
        return List.of(value);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
