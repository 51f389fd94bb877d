package dev.howdah.wronghouse.ui.settings.plan;

import dev.howdah.wronghouse.ui.settings.logs.LogsPanel;

/** A panel that knows another one. */
public final class PlanPanel {
    public final LogsPanel neighbour = new LogsPanel();
}
