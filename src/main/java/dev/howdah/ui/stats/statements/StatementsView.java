package dev.howdah.ui.stats.statements;

import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.ui.notice.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands around the table of statements.
 *
 * @param facts empty until they were read
 * @param setup what is missing; then there is no table
 * @param counted what the extension's version counts: columns of other versions are left out
 * @param summary one line; empty while there is no interval
 * @param placeholder why the table is empty, if it is
 * @param comparesMeans whether the means of the range are compared with those before
 * @param meanTip what the change of a mean is measured against
 */
record StatementsView(
        Optional<StatementsFacts> facts,
        Optional<StatementsSetup> setup,
        Set<StatementCounter> counted,
        String summary,
        List<Notice> notices,
        String placeholder,
        boolean comparesMeans,
        String meanTip) {
    static final StatementsView EMPTY =
            new StatementsView(
                    Optional.empty(), Optional.empty(), Set.of(), "", List.of(), "", false, "");

    StatementsView {
        counted = Set.copyOf(counted);
        notices = List.copyOf(notices);
    }

    /** Whether statements can be read. */
    boolean isReady() {
        return facts.isPresent() && setup.isEmpty();
    }
}
