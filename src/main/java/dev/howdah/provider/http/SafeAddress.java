package dev.howdah.provider.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Which addresses may be sent a token, or asked by a link that is worth one: those that nobody on
 * the way can listen to.
 */
public final class SafeAddress {
    private SafeAddress() {}

    /** Asks no name server: of the names, only {@code localhost} stands for this machine. */
    public static boolean is(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return address.getHost() != null
                && (scheme.equals("https")
                        || (scheme.equals("http") && isThisMachine(address.getHost())));
    }

    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
