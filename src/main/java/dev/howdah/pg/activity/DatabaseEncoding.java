package dev.howdah.pg.activity;

import dev.howdah.pg.DatabaseCharset;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a statement by the encoding of the database it runs in. Every session's text
 * lies in the server's memory as its own database wrote it, whatever our connection speaks.
 */
final class DatabaseEncoding {
    /** For bytes that nobody vouches for; every byte means something in it. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private DatabaseEncoding() {}

    /**
     * @param name PostgreSQL's name like LATIN1; null when the session has no database
     * @param whole false when the last character may lack its last bytes; it is left out then
     */
    static String decode(byte[] bytes, @Nullable String name, boolean whole) {
        return DatabaseCharset.of(name)
                .map(charset -> decode(bytes, charset, whole))
                .orElseGet(() ->
                        isUtf8(bytes, whole)
                                ? decode(bytes, StandardCharsets.UTF_8, whole)
                                : decode(bytes, FALLBACK, whole));
    }

    private static String decode(byte[] bytes, Charset charset, boolean whole) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes), out, whole);
        return out.flip().toString();
    }

    private static boolean isUtf8(byte[] bytes, boolean whole) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        try {
            var result =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes), out, whole);
            if (result.isError()) {
                result.throwException();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
