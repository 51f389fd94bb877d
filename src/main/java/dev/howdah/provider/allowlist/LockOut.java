package dev.howdah.provider.allowlist;

import java.util.Collection;
import java.util.List;

/**
 * Whether the person who changes an allowlist would still be let in, judged from the addresses by
 * which others see this desktop. Pure; a wrong judgement is made good by the trial that follows.
 *
 * @param lost own addresses that are let in now and no longer will be
 */
public record LockOut(Verdict verdict, List<Cidr> lost) {

    public LockOut {
        lost = List.copyOf(lost);
    }

    /** The judgement. */
    public enum Verdict {
        /** An own address is let in afterwards, and none is lost; or nobody loses anything. */
        STAYS_IN,
        /** No rule names an own address, before or after: one comes in by another way. */
        OTHER_WAY,
        /** No rule names an own address, and a managed range goes by which one may come in. */
        MAY_LOSE_MANAGED,
        /** An own address that is let in now would not be. */
        SHUTS_OUT,
        /** Rules go, and no own address is known. */
        UNKNOWN;

        /** Whether it takes a person's word, beyond the usual consent, to go on. */
        public boolean isRefusal() {
            return switch (this) {
                case STAYS_IN, OTHER_WAY -> false;
                case MAY_LOSE_MANAGED, SHUTS_OUT, UNKNOWN -> true;
            };
        }
    }

    /**
     * Judges the change of a list.
     *
     * @param own as the server and the provider see this desktop, whichever of them is known
     */
    public static LockOut judge(Collection<Cidr> own, Allowlist now, List<AllowRule> wanted) {
        List<AllowRule> removed = AllowlistDifference.between(now.rules(), wanted, false).removed();
        boolean wasOpen = now.rules().isEmpty() && now.emptyMeansOpen();
        if (removed.isEmpty() && (!wasOpen || wanted.isEmpty())) {
            return of(Verdict.STAYS_IN);
        }
        if (own.isEmpty()) {
            return of(Verdict.UNKNOWN);
        }
        List<Cidr> lost =
                own.stream()
                        .filter(address -> now.admits(address) && !admits(now, wanted, address))
                        .distinct()
                        .toList();
        if (!lost.isEmpty()) {
            return new LockOut(Verdict.SHUTS_OUT, lost);
        }
        if (own.stream().anyMatch(address -> admits(now, wanted, address))) {
            return of(Verdict.STAYS_IN);
        }
        return of(
                removed.stream().anyMatch(rule -> rule.origin() instanceof AllowRule.Managed)
                        ? Verdict.MAY_LOSE_MANAGED
                        : Verdict.OTHER_WAY);
    }

    private static LockOut of(Verdict verdict) {
        return new LockOut(verdict, List.of());
    }

    private static boolean admits(Allowlist list, List<AllowRule> wanted, Cidr address) {
        return Allowlist.admits(wanted, address) || (wanted.isEmpty() && list.emptyMeansOpen());
    }
}
