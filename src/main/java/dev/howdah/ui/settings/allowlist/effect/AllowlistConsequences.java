package dev.howdah.ui.settings.allowlist.effect;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.AllowRule.Range;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.allowlist.LockOut;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a changed list would bring about, in sentences.
 *
 * @param impossible why it can't be sent at all; empty when it can
 * @param notices the worst first
 * @param needsWord whether somebody has to type the server's name to go on
 */
public record AllowlistConsequences(String impossible, List<Notice> notices, boolean needsWord) {
    private static final Texts TEXTS = Texts.of(AllowlistConsequences.class);

    /** So many groups of sessions are named; the rest is counted. */
    private static final int NAMED = 5;

    /** From this prefix on a range is wide: more than 16 million addresses, or a large network. */
    private static final int WIDE_V4 = 8;

    private static final int WIDE_V6 = 20;

    public static AllowlistConsequences of(
            Allowlist now,
            List<AllowRule> wanted,
            OwnAddresses own,
            AllowlistEffect effect,
            String provider) {
        List<Notice> notices = new ArrayList<>();
        LockOut lockOut = LockOut.judge(own.all(), now, wanted);
        boolean needsWord = lockOut.verdict().isRefusal();
        ownWay(lockOut, provider, notices);
        boolean opens = opens(wanted, now) && !opens(now.rules(), now);
        if (opens && now.onThisDesktop()) {
            notices.add(Notice.of(Level.INFO, TEXTS.text("list.open.here")));
        } else if (opens) {
            needsWord = true;
            notices.add(
                    new Notice(
                            Level.DANGER,
                            TEXTS.text("effect.opens"),
                            TEXTS.text("effect.opens.advice")));
        } else {
            wide(now.rules(), wanted, notices);
        }
        others(effect, notices);
        Overlaps.superfluous(wanted).stream()
                .limit(NAMED)
                .forEach(sentence -> notices.add(Notice.of(Level.INFO, sentence)));
        return new AllowlistConsequences(
                wanted.size() > now.maxRules()
                        ? TEXTS.text("effect.tooMany", wanted.size(), provider, now.maxRules())
                        : "",
                List.copyOf(notices),
                needsWord);
    }

    /** Whether a list lets everybody of a family in, with one rule or with none. */
    public static boolean opens(List<AllowRule> rules, Allowlist list) {
        return (rules.isEmpty() && list.emptyMeansOpen())
                || rules.stream()
                        .anyMatch(rule ->
                                rule.origin() instanceof Range(Cidr cidr) && cidr.everybody());
    }

    private static void ownWay(LockOut lockOut, String provider, List<Notice> notices) {
        String lost =
                lockOut.lost().stream().map(OwnAddresses::bare).collect(Collectors.joining(", "));
        switch (lockOut.verdict()) {
            case STAYS_IN -> {
                // nothing to say
            }
            case OTHER_WAY ->
                    notices.add(
                            new Notice(
                                    Level.INFO,
                                    TEXTS.text("lockOut.OTHER_WAY"),
                                    TEXTS.text("lockOut.OTHER_WAY.advice")));
            case SHUTS_OUT, MAY_LOSE_MANAGED, UNKNOWN ->
                    notices.add(
                            new Notice(
                                    Level.DANGER,
                                    TEXTS.text("lockOut." + lockOut.verdict(), lost, provider),
                                    TEXTS.text("lockOut.advice")));
        }
    }

    private static void wide(List<AllowRule> before, List<AllowRule> wanted, List<Notice> notices) {
        for (AllowRule rule : wanted) {
            if (rule.origin() instanceof Range(Cidr cidr)
                    && cidr.prefix() < (cidr.v6() ? WIDE_V6 : WIDE_V4)
                    && before.stream().noneMatch(old -> old.origin().equals(rule.origin()))) {
                notices.add(
                        Notice.of(Level.WARNING, TEXTS.text("effect.wide", Overlaps.named(rule))));
            }
        }
    }

    private static void others(AllowlistEffect effect, List<Notice> notices) {
        if (!effect.known()) {
            notices.add(
                    new Notice(
                            Level.WARNING,
                            TEXTS.text("effect.unknown"),
                            TEXTS.text("effect.unknown.advice")));
            return;
        }
        if (effect.cut().isEmpty()) {
            notices.add(Notice.of(Level.GOOD, TEXTS.text("effect.nobody")));
        } else {
            notices.add(
                    new Notice(
                            Level.WARNING,
                            TEXTS.text("effect.cut", effect.cutSessions()),
                            groups(effect.cut())));
        }
        effect.cutReplicas()
                .limit(NAMED)
                .map(row -> TEXTS.text("effect.replica", ClientName.of(row), row.address()))
                .forEach(sentence -> notices.add(Notice.of(Level.WARNING, sentence)));
        effect.cutPoolers()
                .limit(NAMED)
                .map(row -> TEXTS.text("effect.pooler", ClientName.of(row), row.address()))
                .forEach(sentence -> notices.add(Notice.of(Level.WARNING, sentence)));
        if (!effect.absent().isEmpty()) {
            notices.add(
                    new Notice(
                            Level.WARNING,
                            TEXTS.text("effect.absent", effect.absent().size()),
                            shortened(effect.absent())));
        }
        if (effect.unjudged() > 0) {
            notices.add(Notice.of(Level.INFO, TEXTS.text("effect.unjudged", effect.unjudged())));
        }
        if (effect.hidden() > 0) {
            notices.add(
                    new Notice(
                            Level.WARNING,
                            TEXTS.text("effect.hidden", effect.hidden()),
                            TEXTS.text("clients.hidden.advice")));
        }
    }

    private static String groups(List<ClientRow> cut) {
        return shortened(
                cut.stream()
                        .map(row ->
                                TEXTS.text(
                                        "effect.group",
                                        ClientName.of(row),
                                        row.sessions(),
                                        row.address()))
                        .toList());
    }

    private static String shortened(List<String> words) {
        String shown = String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
        return words.size() > NAMED
                ? TEXTS.text("effect.more", shown, words.size() - NAMED)
                : shown;
    }

    /** What a person has to know who goes on against advice. */
    public List<Notice> dangers() {
        return notices.stream().filter(notice -> notice.level() == Level.DANGER).toList();
    }

    /** For the change, so that they are read once more and written to the journal. */
    public List<String> warnings() {
        return notices.stream()
                .filter(notice -> notice.level() == Level.DANGER || notice.level() == Level.WARNING)
                .map(notice ->
                        notice.advice().isEmpty()
                                ? notice.sentence()
                                : notice.sentence() + " " + notice.advice())
                .toList();
    }
}
