package dev.howdah.provider.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.lab.LabAdmission;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.access.AccessRules.Entry;
import dev.howdah.lab.access.ClusterAccess;
import dev.howdah.provider.Provider;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.service.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may connect to the lab, and whether only with TLS, in the words of providers. */
final class LabDoor {
    private static final Texts TEXTS = Texts.of(LabDoor.class);
    private static final String FROM = "from";
    private static final String TO = "to";

    private final LabAdmission lab;
    private final Submissions submissions;
    private final Provider provider;

    LabDoor(LabAdmission lab, Submissions submissions, Provider provider) {
        this.lab = lab;
        this.submissions = submissions;
        this.provider = provider;
    }

    Allowlist allowlist() throws ProblemException {
        return new Allowlist(
                rules(lab.rules()),
                List.of(),
                false,
                ClusterAccess.MAX_ENTRIES,
                true,
                true,
                Duration.ZERO,
                true);
    }

    private static List<AllowRule> rules(AccessRules rules) {
        return rules.entries().stream()
                .flatMap(entry ->
                        Cidr.parse(entry.cidr())
                                .map(cidr -> AllowRule.of(cidr, entry.label()))
                                .stream())
                .toList();
    }

    private static List<Entry> entries(List<AllowRule> rules) throws ProblemException {
        List<Entry> entries = new ArrayList<>();
        for (AllowRule rule : rules) {
            if (!(rule.origin() instanceof AllowRule.Range(Cidr cidr))) {
                throw problem(Problem.Kind.BAD_INPUT, "allow.managed");
            }
            if (entries.stream().anyMatch(entry -> entry.cidr().equals(cidr.toString()))) {
                throw problem(Problem.Kind.BAD_INPUT, "allow.twice");
            }
            entries.add(new Entry(cidr.toString(), rule.label()));
        }
        return entries;
    }

    Switch.Position tls() throws ProblemException {
        return lab.rules().forceTls() ? Switch.Position.ON : Switch.Position.OFF;
    }

    Change changeAllowlist(ChangeTarget target, List<AllowRule> seen, List<AllowRule> wanted)
            throws ProblemException {
        return changeAllowlist(target, seen, wanted, true, Map.of());
    }

    /**
     * @param onlyIfAsSeen false for a way back, which must work whatever has happened meanwhile
     */
    private Change changeAllowlist(
            ChangeTarget target,
            List<AllowRule> seen,
            List<AllowRule> wanted,
            boolean onlyIfAsSeen,
            Map<String, String> more)
            throws ProblemException {
        List<Entry> entries = entries(wanted);
        Map<String, String> memo = new TreeMap<>(more);
        memo.put(FROM, Allowlist.written(seen));
        memo.put(TO, Allowlist.written(wanted));
        Draft draft =
                new Draft(
                        Act.ALLOWLIST,
                        TEXTS.text("allow.title"),
                        target,
                        preview(entries),
                        List.of(TEXTS.text("allow.cuts")),
                        memo);
        return submissions.change(
                draft,
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (onlyIfAsSeen && !same(rules(lab.rules()), seen)) {
                            throw problem(Problem.Kind.LOCKED, "allow.moved");
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        lab.allow(written.id(), new AccessRules(entries, lab.rules().forceTls()));
                        return provider.follow(written);
                    }
                });
    }

    private static String preview(List<Entry> entries) {
        StringBuilder text = new StringBuilder(TEXTS.text("allow.preview"));
        for (Entry entry : entries) {
            text.append("\n  ").append(entry.cidr());
            if (!entry.label().isEmpty()) {
                text.append("  # ").append(entry.label());
            }
        }
        return text.toString();
    }

    private static boolean same(List<AllowRule> one, List<AllowRule> other) {
        return Allowlist.written(one).equals(Allowlist.written(other));
    }

    Change turnTls(ChangeTarget target, boolean on) {
        return turnTls(target, on, Map.of());
    }

    private Change turnTls(ChangeTarget target, boolean on, Map<String, String> more) {
        Map<String, String> memo = new TreeMap<>(more);
        memo.put(Operation.SUBJECT, Switch.FORCE_TLS.name());
        memo.put(FROM, Boolean.toString(!on));
        memo.put(TO, Boolean.toString(on));
        String key = on ? "tls.on" : "tls.off";
        Draft draft =
                new Draft(
                        Act.SWITCH,
                        TEXTS.text(key + ".title"),
                        target,
                        TEXTS.text(key + ".preview"),
                        on ? List.of(TEXTS.text("tls.cuts", lab.authority())) : List.of(),
                        memo);
        return submissions.change(
                draft,
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (lab.rules().forceTls() == on) {
                            throw problem(Problem.Kind.LOCKED, "tls.moved");
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        lab.allow(written.id(), lab.rules().withTls(on));
                        return provider.follow(written);
                    }
                });
    }

    /** Whether what the operation wanted is so now. */
    boolean isInForce(Operation operation) throws ProblemException {
        String to = operation.memo().getOrDefault(TO, "");
        return operation.act() == Act.SWITCH
                ? Boolean.toString(lab.rules().forceTls()).equals(to)
                : same(rules(lab.rules()), Allowlist.read(to));
    }

    /** An allowlist goes back also while nobody knows whether the change is in effect. */
    Optional<Change> back(ChangeTarget target, Operation operation) {
        String from = operation.memo().get(FROM);
        if (from == null
                || operation.state() == State.FAILED
                || operation.state() == State.ABANDONED) {
            return Optional.empty();
        }
        Map<String, String> undoes = Map.of(Operation.UNDOES, operation.id().toString());
        try {
            return Optional.of(
                    operation.act() == Act.SWITCH
                            ? turnTls(target, Boolean.parseBoolean(from), undoes)
                            : changeAllowlist(
                                    target,
                                    Allowlist.read(operation.memo().getOrDefault(TO, "")),
                                    Allowlist.read(from),
                                    false,
                                    undoes));
        } catch (ProblemException _) {
            // a memo that somebody edited leads nowhere
            return Optional.empty();
        }
    }

    private static ProblemException problem(Problem.Kind kind, String key) {
        return new ProblemException(Problem.of(kind, TEXTS.text(key), TEXTS.text(key + ".remedy")));
    }
}
