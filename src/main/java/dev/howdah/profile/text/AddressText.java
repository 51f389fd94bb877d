package dev.howdah.profile.text;

import dev.howdah.core.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The address form: {@code user:password@host:port/database?key=value&…}. A reader of our own,
 * because java.net.URI refuses what libpq takes, and quotes the whole text when it refuses.
 */
final class AddressText {
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final boolean jdbc;

    private AddressText(boolean jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The parameters under libpq's names; those after the question mark win.
     *
     * @param address what follows the scheme and its two slashes
     * @param jdbc reads the parameters as pgjdbc does: a plus is a blank, a value may be missing
     */
    static Map<String, String> read(String address, boolean jdbc) throws ProblemException {
        if (address.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw BadText.because("connection.blank");
        }
        if (address.endsWith("'") || address.endsWith("\"")) {
            throw BadText.because("connection.unbalancedQuotes");
        }
        AddressText reader = new AddressText(jdbc);
        int question = address.indexOf('?');
        String place = question < 0 ? address : address.substring(0, question);
        int slash = place.indexOf('/');
        reader.authority(slash < 0 ? place : place.substring(0, slash));
        if (slash >= 0) {
            String path = place.substring(slash + 1);
            if (path.indexOf('@') >= 0) {
                // the slash belongs to a password, and what looks like a host is a part of it
                throw BadText.because("connection.looseAt");
            }
            reader.put("dbname", decoded(path));
        }
        if (question >= 0) {
            reader.query(address.substring(question + 1));
        }
        return reader.parameters;
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private void authority(String authority) throws ProblemException {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            put("user", decoded(colon < 0 ? login : login.substring(0, colon)));
            put("password", colon < 0 ? "" : decoded(login.substring(colon + 1)));
        }
        String place = authority.substring(at + 1);
        if (place.indexOf(',') >= 0) {
            throw BadText.because("connection.severalHosts");
        }
        int hostEnd = place.indexOf(':');
        if (place.startsWith("[")) {
            hostEnd = place.indexOf(']') + 1;
            if (hostEnd == 0 || (hostEnd < place.length() && place.charAt(hostEnd) != ':')) {
                throw BadText.because("connection.badHost");
            }
            put("host", decoded(place.substring(1, hostEnd - 1)));
        } else {
            hostEnd = hostEnd < 0 ? place.length() : hostEnd;
            put("host", decoded(place.substring(0, hostEnd)));
        }
        if (hostEnd < place.length()) {
            put("port", decoded(place.substring(hostEnd + 1)));
        }
    }

    private void query(String query) throws ProblemException {
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 0 && !jdbc) {
                throw BadText.because("connection.badPair");
            }
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(name, decoded(jdbc ? value.replace('+', ' ') : value));
        }
    }

    /** Percent signs and what they stand for, UTF-8. */
    private static String decoded(String text) throws ProblemException {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '%') {
                whole.append(text.charAt(i++));
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (; i < text.length() && text.charAt(i) == '%'; i += 3) {
                bytes.write(escapedByte(text, i));
            }
            try {
                whole.append(
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes.toByteArray())));
            } catch (CharacterCodingException _) {
                throw BadText.because("connection.badPercent");
            }
        }
        return whole.toString();
    }

    private static int escapedByte(String text, int percent) throws ProblemException {
        int high = percent + 2 < text.length() ? hexDigit(text.charAt(percent + 1)) : -1;
        int low = percent + 2 < text.length() ? hexDigit(text.charAt(percent + 2)) : -1;
        if (high < 0 || low < 0) {
            throw BadText.because("connection.badPercent");
        }
        if (high + low == 0) {
            throw BadText.because("connection.nul");
        }
        return high * 16 + low;
    }

    private static int hexDigit(char c) {
        // Character.digit would take digits of every script
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
