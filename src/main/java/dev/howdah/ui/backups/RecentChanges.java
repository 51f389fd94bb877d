package dev.howdah.ui.backups;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog;
import java.util.List;

/** What was changed from this console lately, for the line of time. */
@FunctionalInterface
public interface RecentChanges {
    /** On every server, newest first, at most {@code limit}. Blocks on the disk. */
    List<ChangeLog.Entry> newest(int limit) throws ProblemException;
}
