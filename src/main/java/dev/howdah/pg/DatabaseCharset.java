package dev.howdah.pg;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Java's name for the encoding of a database. */
public final class DatabaseCharset {
    private DatabaseCharset() {}

    /**
     * @param name PostgreSQL's name like LATIN1; null when there is no database
     * @return empty when the encoding says nothing about the bytes, or Java doesn't know it
     */
    public static Optional<Charset> of(@Nullable String name) {
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
        return !java.isEmpty() && Charset.isSupported(java)
                ? Optional.of(Charset.forName(java))
                : Optional.empty();
    }
}
