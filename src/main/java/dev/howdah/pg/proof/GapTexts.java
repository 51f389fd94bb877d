package dev.howdah.pg.proof;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.util.List;
import java.util.Locale;

/** Gaps, probes and what is unknown as sentences, each with its number and its names. */
public final class GapTexts {
    private static final Texts TEXTS = Texts.of(GapTexts.class);

    /** Names in a sentence; the others are counted. */
    private static final int NAMED = 10;

    private GapTexts() {}

    /** One full sentence. */
    public static String sentence(Gap gap, String role) {
        return TEXTS.text(
                "gap." + key(gap.kind()),
                gap.count(),
                named(gap),
                gap.schema(),
                gap.owner(),
                via(gap),
                role);
    }

    private static String via(Gap gap) {
        return switch (gap.via()) {
            case "" -> TEXTS.text("via.unknown");
            case Gap.PUBLIC -> TEXTS.text("via.everybody");
            default -> gap.via();
        };
    }

    /** One full sentence. */
    public static String sentence(Unknown unknown) {
        String subject =
                unknown.reason() == Unknown.Reason.TRIAL && isProbe(unknown.subject())
                        ? probe(Probe.valueOf(unknown.subject()))
                        : unknown.subject();
        return TEXTS.text("unknown." + key(unknown.reason()), subject, unknown.detail()).strip();
    }

    /** What is tried, like "make a temporary table". */
    public static String probe(Probe probe) {
        return TEXTS.text("probe." + key(probe));
    }

    /** How it was answered, like "refused". */
    public static String answer(Probe.Answer answer) {
        return TEXTS.text("answer." + key(answer));
    }

    /** What should be answered, like "refused" or "left to everybody". */
    public static String expected(Probe.Expected expected) {
        return TEXTS.text("expected." + key(expected));
    }

    /** "tried" or "by catalog". */
    public static String way(Probe.Way way) {
        return TEXTS.text("way." + key(way));
    }

    private static String named(Gap gap) {
        List<String> names =
                gap.kind() == Gap.Kind.PROBE
                        ? gap.objects().stream().map(GapTexts::probeNamed).toList()
                        : gap.objects();
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        long more = gap.count() - Math.min(NAMED, names.size());
        return more > 0 && !names.isEmpty()
                ? TEXTS.text("names.more", first, Quantities.count(more))
                : first;
    }

    private static String probeNamed(String name) {
        return isProbe(name) ? probe(Probe.valueOf(name)) : name;
    }

    private static boolean isProbe(String name) {
        return List.of(Probe.values()).stream().anyMatch(probe -> probe.name().equals(name));
    }

    /** NO_USAGE becomes noUsage. */
    public static String key(Enum<?> value) {
        StringBuilder key = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }
}
