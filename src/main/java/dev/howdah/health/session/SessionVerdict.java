package dev.howdah.health.session;

import dev.howdah.core.Quantities;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Verdict;
import dev.howdah.health.session.SessionFacts.OpenSession;
import java.time.Duration;
import java.util.List;

/** What the rules about sessions have in common: how many are over a limit, and the longest. */
final class SessionVerdict {
    private SessionVerdict() {}

    /** Two limits and how bad it is to be over them. */
    record Limits(Duration first, Severity mild, Duration second, Severity severe) {

        Severity of(Duration duration) {
            return duration.compareTo(second) >= 0
                    ? severe
                    : duration.compareTo(first) >= 0 ? mild : Severity.OK;
        }
    }

    /**
     * @param sessions longest first
     * @param hidden how many sessions our role knows nothing about
     */
    static Verdict of(List<OpenSession> sessions, int hidden, Limits limits) {
        long over =
                sessions.stream()
                        .filter(session -> limits.of(session.duration()) != Severity.OK)
                        .count();
        String limit = Quantities.duration(limits.first());
        if (over == 0) {
            Verdict nothing =
                    hidden > 0
                            ? Verdict.hidden(Verdict.SEES_EVERYBODY, hidden)
                            : Verdict.fine(limit);
            return nothing.measured(
                    sessions.isEmpty() ? "" : Quantities.duration(sessions.getFirst().duration()),
                    limit);
        }
        OpenSession longest = sessions.getFirst();
        String duration = Quantities.duration(longest.duration());
        return Verdict.found(limits.of(longest.duration()), over, duration, longest.who())
                .measured(duration, limit)
                .filtered(over == 1 ? Integer.toString(longest.pid()) : "");
    }
}
