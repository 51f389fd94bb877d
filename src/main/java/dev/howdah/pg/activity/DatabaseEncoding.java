package dev.howdah.pg.activity;

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
        Charset charset = charset(name);
        if (charset == null) {
            return isUtf8(bytes, whole)
                    ? decode(bytes, StandardCharsets.UTF_8, whole)
                    : decode(bytes, FALLBACK, whole);
        }
        return decode(bytes, charset, whole);
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

    /** Null when the encoding says nothing about the bytes, or Java doesn't know it. */
    private static @Nullable Charset charset(@Nullable String name) {
        String java =
                switch (name) {
                    case "UTF8" -> "UTF-8";
                    case "LATIN1" -> "ISO-8859-1";
                    case "LATIN2" -> "ISO-8859-2";
                    case "LATIN3" -> "ISO-8859-3";
                    case "LATIN4" -> "ISO-8859-4";
                    case "LATIN5" -> "ISO-8859-9";
                    case "LATIN6" -> "ISO-8859-10";
                    case "LATIN7" -> "ISO-8859-13";
                    case "LATIN8" -> "ISO-8859-14";
                    case "LATIN9" -> "ISO-8859-15";
                    case "LATIN10" -> "ISO-8859-16";
                    case "ISO_8859_5", "ISO_8859_6", "ISO_8859_7", "ISO_8859_8" ->
                            name.replace('_', '-');
                    case "WIN866" -> "IBM866";
                    case "WIN874" -> "x-windows-874";
                    case "WIN1250",
                            "WIN1251",
                            "WIN1252",
                            "WIN1253",
                            "WIN1254",
                            "WIN1255",
                            "WIN1256",
                            "WIN1257",
                            "WIN1258" ->
                            "windows-" + name.substring("WIN".length());
                    case "KOI8R" -> "KOI8-R";
                    case "KOI8U" -> "KOI8-U";
                    case "EUC_JP" -> "EUC-JP";
                    case "EUC_CN" -> "GB2312";
                    case "EUC_KR" -> "EUC-KR";
                    case "EUC_TW" -> "x-EUC-TW";
                    case null, default -> "";
                };
        return !java.isEmpty() && Charset.isSupported(java) ? Charset.forName(java) : null;
    }
}
