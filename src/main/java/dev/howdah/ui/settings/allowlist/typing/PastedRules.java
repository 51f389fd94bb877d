package dev.howdah.ui.settings.allowlist.typing;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.ui.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules as somebody pasted them, one a line, the label behind a #.
 *
 * @param rules in the order of the lines
 * @param bad lines that can't be used, in order
 */
public record PastedRules(List<AllowRule> rules, List<BadLine> bad) {
    static final int MAX_LINES = 1_000;
    private static final int MAX_LABEL = 100;
    private static final Texts TEXTS = Texts.of(PastedRules.class);

    /** A line that can't be used, with the reason as a full sentence; numbered from 1. */
    record BadLine(int number, String reason) {}

    /**
     * @param list for what the provider takes
     */
    static PastedRules read(String text, Allowlist list) {
        List<AllowRule> rules = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
        for (int i = 0; i < Math.min(lines.size(), MAX_LINES); i++) {
            String line = lines.get(i);
            int comment = line.indexOf('#');
            String range = (comment < 0 ? line : line.substring(0, comment)).strip();
            String label = comment < 0 ? "" : label(line.substring(comment + 1), list);
            if (range.endsWith(",") || range.endsWith(";")) {
                range = range.substring(0, range.length() - 1).strip();
            }
            if (range.isEmpty()) {
                continue;
            }
            TypedRange typed = TypedRange.read(range, list.takesIpv6());
            if (range.chars().anyMatch(Character::isWhitespace)) {
                bad.add(new BadLine(i + 1, TEXTS.text("range.more", Names.visible(range))));
            } else if (typed.cidr().isEmpty()) {
                bad.add(new BadLine(i + 1, typed.remark()));
            } else {
                rules.add(AllowRule.of(typed.cidr().get(), label));
            }
        }
        if (lines.size() > MAX_LINES) {
            bad.add(new BadLine(MAX_LINES + 1, TEXTS.text("range.tooMany", MAX_LINES)));
        }
        return new PastedRules(List.copyOf(rules), List.copyOf(bad));
    }

    /** On one line, and short enough for a column. */
    public static String label(String typed, Allowlist list) {
        String label = typed.strip().replaceAll("\\s+", " ");
        return !list.takesLabels() ? "" : label.substring(0, Math.min(label.length(), MAX_LABEL));
    }
}
