package dev.howdah.provider.allowlist;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses, IPv4 or IPv6, in its canonical form: no bit is set behind the prefix. It
 * contains and overlaps what PostgreSQL's cidr does, and reads as it does there.
 *
 * @param high the first 64 bits of an IPv6 address; 0 for IPv4
 * @param low the last 64 bits of an IPv6 address, or the 32 of an IPv4 address
 * @param prefix 0 to 32, or 0 to 128
 */
public record Cidr(boolean v6, long high, long low, int prefix) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9A-Fa-f.:]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})(?:\\.(0|[1-9][0-9]{0,2})){3}");

    public Cidr {
        if (prefix < 0 || prefix > (v6 ? 128 : 32) || (!v6 && (high != 0 || low >>> 32 != 0))) {
            throw new IllegalArgumentException("no range: /" + prefix);
        }
        high = v6 ? high & mask(prefix) : 0;
        low = low & (v6 ? mask(prefix - 64) : mask(prefix) >>> 32);
    }

    /** The given number of ones, then zeros; all zeros for less than one. */
    private static long mask(int ones) {
        return ones <= 0 ? 0 : ones >= 64 ? -1L : -1L << (64 - ones);
    }

    /**
     * Reads an address or a range; an address alone is the range that holds only it. Bits behind
     * the prefix are dropped, see {@link #writtenCanonically}. No name is ever looked up, and no
     * octet may have a leading zero, which some read as octal.
     *
     * @return empty when it is neither
     */
    public static Optional<Cidr> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Cidr> address = address(matcher.group(1));
        if (address.isEmpty() || matcher.group(2) == null) {
            return address;
        }
        int prefix = Integer.parseInt(matcher.group(2));
        return prefix > address.get().prefix()
                ? Optional.empty()
                : address.map(each -> new Cidr(each.v6, each.high, each.low, prefix));
    }

    private static Optional<Cidr> address(String text) {
        try {
            if (text.indexOf(':') < 0) {
                return IPV4.matcher(text).matches()
                        ? Optional.of(of(InetAddress.ofLiteral(text)))
                        : Optional.empty();
            }
            InetAddress address = Inet6Address.ofLiteral(text);
            // Java turns ::ffff:192.0.2.1 into an IPv4 address, PostgreSQL does not
            return Optional.of(
                    address instanceof Inet6Address
                            ? of(address)
                            : new Cidr(true, 0, 0xffffL << 32 | of(address).low, 128));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The range that holds only this address. */
    public static Cidr of(InetAddress address) {
        byte[] bytes = address.getAddress();
        long high = 0;
        long low = 0;
        for (byte each : bytes) {
            high = high << 8 | low >>> 56;
            low = low << 8 | (each & 0xff);
        }
        return bytes.length == 4 ? new Cidr(false, 0, low, 32) : new Cidr(true, high, low, 128);
    }

    /** Whether a text is what {@link #toString} would write, or the same without /32 or /128. */
    public static boolean writtenCanonically(String text) {
        return parse(text)
                .map(Cidr::toString)
                .filter(canonical ->
                        canonical.equals(text)
                                || canonical.equals(text + "/32")
                                || canonical.equals(text + "/128"))
                .isPresent();
    }

    /** Whether every address of the other is in this one; {@code >>=} of PostgreSQL. */
    public boolean contains(Cidr other) {
        return v6 == other.v6
                && prefix <= other.prefix
                && new Cidr(v6, other.high, other.low, prefix).equals(this);
    }

    /** Whether an address is in both; {@code &&} of PostgreSQL. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Whether it holds every address of its family. */
    public boolean everybody() {
        return prefix == 0;
    }

    /** Whether it holds a single address. */
    public boolean single() {
        return prefix == (v6 ? 128 : 32);
    }

    /** As PostgreSQL writes a cidr: "203.0.113.0/24", "2001:db8::/32". */
    @Override
    public String toString() {
        return (v6 ? ipv6() : ipv4(low)) + "/" + prefix;
    }

    private static String ipv4(long bits) {
        return (bits >>> 24 & 0xff)
                + "."
                + (bits >>> 16 & 0xff)
                + "."
                + (bits >>> 8 & 0xff)
                + "."
                + (bits & 0xff);
    }

    private int group(int index) {
        return (int) ((index < 4 ? high : low) >>> (48 - index % 4 * 16) & 0xffff);
    }

    /** The longest run of two zero groups or more becomes "::", the first of equals. */
    private String ipv6() {
        int start = -1;
        int length = 1;
        for (int from = 0; from < 8; from++) {
            int end = from;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - from > length) {
                start = from;
                length = end - from;
            }
        }
        if (start == 0 && (length == 6 || (length == 5 && group(5) == 0xffff))) {
            return (length == 6 ? "::" : "::ffff:") + ipv4(low & 0xffffffffL);
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 8; index++) {
            if (index == start) {
                text.append(index == 0 ? "::" : ":");
                index += length - 1;
            } else {
                text.append(Integer.toHexString(group(index))).append(index < 7 ? ":" : "");
            }
        }
        return text.toString();
    }
}
