package dev.howdah.ui.settings.parameters;

import dev.howdah.ui.Fact;
import dev.howdah.ui.notice.Notice;
import java.util.List;

/**
 * All that is shown about one parameter.
 *
 * @param line as it would stand in a configuration file
 */
record ParameterDetail(
        String name,
        String value,
        String category,
        String explanation,
        List<Notice> notices,
        List<Fact> facts,
        String line) {}
