package dev.howdah.ui.users.access;

import dev.howdah.ui.notice.Notice;
import java.util.List;

/**
 * Everything one role may do, ready to be shown.
 *
 * @param role its OID
 * @param lines the databases, then one for each schema
 * @param notices what the table can't say
 */
record AccessSheet(long role, List<Notice> notices, List<AccessLine> lines) {
    AccessSheet {
        notices = List.copyOf(notices);
        lines = List.copyOf(lines);
    }
}
