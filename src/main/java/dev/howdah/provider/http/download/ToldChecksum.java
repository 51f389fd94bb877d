package dev.howdah.provider.http.download;

import dev.howdah.core.file.Checksum;
import dev.howdah.core.file.Checksum.Kind;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checksum of a file in the headers of the answer that brings it. What is not surely one over
 * the whole file counts for nothing: a wrong one would call a good file damaged.
 *
 * <p>Source: RFC 9530 (Repr-Digest, Content-Digest), RFC 3230 (Digest), RFC 1864 (Content-MD5),
 * Amazon S3 "Checking object integrity", Google Cloud Storage "x-goog-hash".
 */
final class ToldChecksum {
    /** "sha-256=:…:" of RFC 9530, "SHA-256=…" of RFC 3230. */
    private static final Pattern ENTRY =
            Pattern.compile("\\s*([A-Za-z0-9-]{1,20})=:?([A-Za-z0-9+/]{4,100}={0,2}):?\\s*");

    private static final Map<String, Kind> NAMES =
            Map.of(
                    "sha-512", Kind.SHA_512,
                    "sha-256", Kind.SHA_256,
                    "sha", Kind.SHA_1,
                    "md5", Kind.MD5,
                    "crc32c", Kind.CRC_32C);

    private static final Map<String, Kind> AMAZON =
            Map.of(
                    "sha256", Kind.SHA_256,
                    "sha1", Kind.SHA_1,
                    "crc32c", Kind.CRC_32C,
                    "crc32", Kind.CRC_32);

    private static final Pattern ETAG_MD5 = Pattern.compile("\"([0-9a-fA-F]{32})\"");

    private final HttpHeaders headers;

    private ToldChecksum(HttpHeaders headers) {
        this.headers = headers;
    }

    /**
     * The surest one; empty when none is told.
     *
     * @param isPart whether the answer brings only the rest of the file
     */
    static Optional<Checksum> of(HttpHeaders headers, boolean isPart) {
        ToldChecksum told = new ToldChecksum(headers);
        Stream<Checksum> whole =
                Stream.of(
                                told.entries("Repr-Digest"),
                                told.entries("Digest"),
                                told.entries("x-goog-hash"),
                                told.amazon(),
                                told.etag())
                        .flatMap(Function.identity());
        Stream<Checksum> ofThisAnswer =
                isPart
                        ? Stream.empty()
                        : Stream.concat(told.entries("Content-Digest"), told.contentMd5());
        return Stream.concat(whole, ofThisAnswer).min(Comparator.comparing(Checksum::kind));
    }

    private Stream<Checksum> entries(String header) {
        return headers.allValues(header).stream()
                .flatMap(value -> Stream.of(value.split(",", 20)))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .flatMap(entry ->
                        Optional.ofNullable(NAMES.get(entry.group(1).toLowerCase(Locale.ROOT)))
                                .flatMap(kind -> decoded(kind, entry.group(2)))
                                .stream());
    }

    private Stream<Checksum> contentMd5() {
        return headers
                .firstValue("Content-MD5")
                .flatMap(value -> decoded(Kind.MD5, value.strip()))
                .stream();
    }

    /** That of a file which was sent in parts is a sum of sums, and has a "-" and their number. */
    private Stream<Checksum> amazon() {
        if (headers.firstValue("x-amz-checksum-type")
                .filter(type -> !type.equals("FULL_OBJECT"))
                .isPresent()) {
            return Stream.empty();
        }
        return AMAZON.entrySet().stream()
                .flatMap(each ->
                        headers
                                .firstValue("x-amz-checksum-" + each.getKey())
                                .flatMap(value -> decoded(each.getValue(), value.strip()))
                                .stream());
    }

    /**
     * An object store's ETag is the MD5 of the file, unless it was encrypted with a key of its own
     * or sent in parts; elsewhere an ETag is anything.
     */
    private Stream<Checksum> etag() {
        boolean isObjectStore =
                headers.firstValue("x-amz-request-id").isPresent()
                        || headers.firstValue("x-trans-id").isPresent();
        boolean hasKeyOfItsOwn =
                headers.firstValue("x-amz-server-side-encryption-customer-algorithm").isPresent()
                        || headers.firstValue("x-amz-server-side-encryption")
                                .filter(kind -> kind.startsWith("aws:kms"))
                                .isPresent();
        return isObjectStore && !hasKeyOfItsOwn
                ? headers
                        .firstValue("ETag")
                        .map(ETAG_MD5::matcher)
                        .filter(Matcher::matches)
                        .stream()
                        .flatMap(tag -> Checksum.ofHex(Kind.MD5, tag.group(1)).stream())
                : Stream.empty();
    }

    private static Optional<Checksum> decoded(Kind kind, String base64) {
        try {
            return Checksum.of(kind, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
