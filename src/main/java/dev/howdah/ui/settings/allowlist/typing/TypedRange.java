package dev.howdah.ui.settings.allowlist.typing;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.Cidr;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed as a range of addresses.
 *
 * @param cidr empty when it is none, or none that is taken
 * @param remark what is wrong with it, or what it is taken for; empty when there is nothing to say
 */
record TypedRange(Optional<Cidr> cidr, String remark) {
    private static final Texts TEXTS = Texts.of(TypedRange.class);
    private static final Pattern LEADING_ZERO =
            Pattern.compile("(?:[0-9]{1,3}\\.){0,3}0[0-9]+(?:\\..*)?");
    private static final Pattern NAME = Pattern.compile(".*[G-Zg-z].*");
    private static final int SHOWN = 60;

    static TypedRange read(String typed, boolean takesIpv6) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new TypedRange(Optional.empty(), "");
        }
        Optional<Cidr> cidr = Cidr.parse(text);
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        if (cidr.isEmpty()) {
            return complaint(
                    LEADING_ZERO.matcher(text).matches()
                            ? "range.leadingZero"
                            : NAME.matcher(text).matches() ? "range.name" : "range.bad",
                    shown);
        }
        if (cidr.get().v6() && !takesIpv6) {
            return complaint("range.noIpv6", shown);
        }
        return new TypedRange(
                cidr,
                Cidr.writtenCanonically(text) ? "" : TEXTS.text("range.means", shown, cidr.get()));
    }

    private static TypedRange complaint(String key, String shown) {
        return new TypedRange(Optional.empty(), TEXTS.text(key, shown));
    }

    /** Whether something was typed that can't be used. */
    boolean isBad() {
        return cidr.isEmpty() && !remark.isEmpty();
    }
}
